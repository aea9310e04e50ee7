// What the provider remembers (codes, sessions, tries), kept in memory; it ends by the clock that the product reads too.

import type { Adapter, AdapterPayload } from "oidc-provider";
import type { StandInClock } from "../standin/clock.ts";

interface Kept {
  payload: AdapterPayload;
  readonly endsAt: Temporal.Instant | undefined;
}

/** One store for all kinds: `adapterFor(kind)` is what the provider asks for. */
export function keepArtefacts(clock: StandInClock): (kind: string) => Adapter {
  const all = new Map<string, Kept>();

  async function read(key: string): Promise<AdapterPayload | undefined> {
    const kept = all.get(key);
    if (kept?.endsAt && Temporal.Instant.compare(await clock.now(), kept.endsAt) >= 0) all.delete(key);
    return all.get(key)?.payload;
  }

  return (kind) => ({
    async upsert(id, payload, expiresIn) {
      const endsAt = expiresIn === undefined ? undefined : (await clock.now()).add({ seconds: expiresIn });
      all.set(`${kind}:${id}`, { payload, endsAt });
    },
    find: (id) => read(`${kind}:${id}`),
    async findByUid(uid) {
      for (const [key, { payload }] of all) {
        if (key.startsWith(`${kind}:`) && payload.uid === uid) return read(key);
      }
      return undefined;
    },
    findByUserCode: () => Promise.resolve(undefined),
    async consume(id) {
      const kept = all.get(`${kind}:${id}`);
      const now = await clock.now();
      if (kept) kept.payload = { ...kept.payload, consumed: Math.floor(now.epochMilliseconds / 1000) };
    },
    async destroy(id) {
      all.delete(`${kind}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of all) if (payload.grantId === grantId) all.delete(key);
    },
  });
}
