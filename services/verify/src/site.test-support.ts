// For tests: the verification site on a port of its own, without a database, and who fills in its form.

import { verifyFile } from "@posthorn/evidence";
import { buildAssets, createCallLimit, serveApp } from "@posthorn/web";
import { createApp } from "./app.ts";
import { CALLS, CHECK_LIMITS, type PublicLog, type VerifyDeps } from "./deps.ts";
import type { SampleProof } from "./sample-proof.test-support.ts";

export interface TestSite {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  /** Everything that was logged, but for requests. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

export const EMPTY_LOG: PublicLog = {
  checkpoint: () => Promise.resolve(null),
  tile: () => Promise.resolve(null),
  head: () => Promise.resolve(null),
  vkey: null,
};

/** Without a sample proof nothing can be checked: for tests of the other pages. */
export async function startTestSite(
  sample: SampleProof | null,
  replaced: Partial<VerifyDeps> = {},
): Promise<TestSite> {
  const logged: string[] = [];
  const keep = (fields: object, message: string) => {
    if (message !== "request") logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  // The site must know its own address before it answers, and its port is known only once it listens.
  const served: { app?: ReturnType<typeof createApp> } = {};
  const server = await serveApp(
    { fetch: (request, env) => served.app?.fetch(request, env) ?? new Response(null, { status: 503 }) },
    { port: 0 },
  );
  const origin = `http://verify.localhost:${server.port}`;
  const ok = { status: 200, body: { status: "ok" } } as const;
  served.app = createApp({
    site: {
      origin,
      trustStatus: "demonstration",
      assets: await buildAssets(),
      log: { info: keep, warn: keep, error: keep },
    },
    health: { live: () => ok, ready: () => Promise.resolve(ok) },
    verify: async (file, beside) => {
      if (sample === null) throw new Error("this site has no trust to check with");
      return verifyFile(file, beside, sample.trust);
    },
    log: EMPTY_LOG,
    provider: { name: "Posthorn demonstration", contact: "contact@posthorn.example" },
    limits: CHECK_LIMITS,
    calls: createCallLimit(CALLS),
    now: () => sample?.at ?? Temporal.Instant.from("2026-11-22T09:00:00Z"),
    ...replaced,
  });
  return { origin, port: server.port, logged, close: () => server.close(50) };
}
