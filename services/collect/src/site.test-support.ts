// For tests: the collect site on a port of its own, with the real role, store and keys, and what its addressee would receive.

import { zipParts } from "@posthorn/content";
import { clockNow, createTryLimit } from "@posthorn/db";
import { createArrivalClock } from "@posthorn/runtime";
import {
  createLetterBench,
  createVerbBench,
  type LetterBench,
  type StandingLetter,
  type VerbBench,
} from "@posthorn/testkit";
import { buildAssets, serveApp } from "@posthorn/web";
import { createApp } from "./app.ts";
import { type CollectDeps, TRY_LIMITS } from "./deps.ts";

export interface TestSite {
  readonly bench: VerbBench;
  readonly letters: LetterBench;
  /** What its app was made with. */
  readonly deps: CollectDeps;
  /** Without a slash at the end. */
  readonly origin: string;
  /** Lines the service logged at level error. */
  readonly errors: readonly string[];
  /** A delivery whose notice stands, with its link. */
  notify(...given: Parameters<LetterBench["notify"]>): Promise<StandingLetter & { readonly link: string }>;
  /** Moves the instant at which requests arrive, in seconds from now. */
  arriveLater(seconds: number): void;
  close(): Promise<void>;
}

/** What a test puts in the place of the usual; where that depends on the site's own address, made when it is known. */
export type Replaced = Partial<CollectDeps> & { readonly formActions?: readonly string[] };

export async function startTestSite(
  replaced: Replaced | ((origin: string, bench: VerbBench) => Promise<Replaced>) = {},
): Promise<TestSite> {
  const bench = await createVerbBench();
  const letters = createLetterBench(bench);
  const ctx = bench.context("collect");
  const errors: string[] = [];
  const clock = await createArrivalClock({ measure: () => clockNow(ctx.db) });
  let later = 0;
  // The site must know its own address before it answers, and its port is known only once it listens.
  const served: { app?: ReturnType<typeof createApp> } = {};
  const server = await serveApp(
    { fetch: (request, env) => served.app?.fetch(request, env) ?? new Response(null, { status: 503 }) },
    { port: 0 },
  );
  const origin = `http://collect.localhost:${server.port}`;
  const { formActions = [], ...others } =
    typeof replaced === "function" ? await replaced(origin, bench) : replaced;
  const deps: CollectDeps = {
    ctx,
    site: {
      origin,
      trustStatus: "demonstration",
      formActions,
      assets: await buildAssets(),
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (fields, message) => {
          const { err } = fields as { readonly err?: Error };
          errors.push(`${message} ${err?.message ?? ""}`);
        },
      },
    },
    health: {
      live: () => ({ status: 200, body: { status: "ok" } }),
      ready: () => Promise.resolve({ status: 200, body: { status: "ok" } }),
    },
    codes: letters.codes,
    identification: { identityKeys: bench.identityKeys },
    sessions: letters.sessions,
    content: bench.content,
    keys: bench.keys,
    digest: letters.digest,
    arrivedAt: () => clock.now().add({ seconds: later }),
    zip: zipParts,
    limits: {
      checkCode: createTryLimit(ctx.db, TRY_LIMITS.checkCode),
      checkCodeInAll: createTryLimit(ctx.db, TRY_LIMITS.checkCodeInAll),
      codes: createTryLimit(ctx.db, TRY_LIMITS.codes),
      asking: createTryLimit(ctx.db, TRY_LIMITS.asking),
      identifying: createTryLimit(ctx.db, TRY_LIMITS.identifying),
      proofCopy: createTryLimit(ctx.db, TRY_LIMITS.proofCopy),
    },
    ...others,
  };
  served.app = createApp(deps);

  return {
    bench,
    letters,
    deps,
    origin,
    errors,
    async notify(...given) {
      const letter = await letters.notify(...given);
      return { ...letter, link: `${origin}/l/${letter.token}` };
    },
    arriveLater(seconds) {
      later = seconds;
    },
    async close() {
      clock.stop();
      await server.close();
      await bench.close();
    },
  };
}
