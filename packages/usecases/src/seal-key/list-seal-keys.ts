// The seal keys that were ever held, and the acts on them as booked; whether these hold is judged elsewhere.

import type { Queryable } from "@posthorn/db";
import type { SignedKeyAct } from "@posthorn/domain";
import { loadKeyActs } from "./keys-in-force.ts";
import type { HeldKey } from "./ports.ts";

export async function listSealKeys(
  db: Queryable,
): Promise<{ readonly keys: readonly HeldKey[]; readonly acts: readonly SignedKeyAct[] }> {
  const rows = await db
    .selectFrom("seal_key")
    .select(["certificate_sha256", "certificate", "provider", "not_after"])
    .orderBy("known_since")
    .orderBy("certificate_sha256")
    .execute();
  const keys = rows.map((row) => ({
    certificateSha256: row.certificate_sha256,
    certificate: row.certificate,
    provider: row.provider,
    notAfter: row.not_after,
  }));
  return { keys, acts: await loadKeyActs(db) };
}
