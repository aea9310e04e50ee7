// The sealer's ports for tests, bound as in production to responders that speak HTTP, with keys and certificates of their own.

import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogSigner } from "@posthorn/evidence";
import { createRevocationClient, createTimestampClient, fromPem, loadPkcs12 } from "@posthorn/pki";
import {
  createOcspResponder,
  createTimestampResponder,
  type DevPki,
  makeDevPki,
  manualClock,
  type OcspResponder,
  serveApp,
  type TimestampResponder,
} from "@posthorn/testkit";
import {
  appendLog,
  archiveSeals,
  type Context,
  makeCheckpoint,
  type ProofPort,
  sealRecords,
  type SealingPort,
  stampRecords,
  type StampingPort,
} from "@posthorn/usecases";
import { createArchive, type Archive } from "./wiring/archive.ts";
import type { KeyRing } from "./wiring/key-ring.ts";
import { proofPort, sealingPort, stampingPort } from "./wiring/ports.ts";

export const VERIFY_URL = "https://verify.posthorn.example/";

// Nothing here is slow on purpose: what takes longer is a machine with too much to do.
const PATIENCE_MS = 10_000;

export interface SealingTools {
  readonly directory: string;
  readonly pki: DevPki;
  readonly tsa: TimestampResponder;
  readonly ocsp: OcspResponder;
  readonly roots: { readonly seal: Uint8Array[]; readonly tsa: Uint8Array[] };
  readonly timestamps: ReturnType<typeof createTimestampClient>;
  readonly keys: KeyRing;
  readonly stamping: StampingPort;
  readonly sealing: SealingPort;
  readonly archive: Archive;
  readonly proving: ProofPort;
  /** Stamps, seals, archives and logs whatever waits, and publishes the log. */
  drain(ctx: Context): Promise<void>;
  stop(): Promise<void>;
}

export async function openSealingTools(): Promise<SealingTools> {
  const directory = mkdtempSync(join(tmpdir(), "posthorn-sealer-"));
  // Stands at a whole second, as responders date: nothing has to wait for the next.
  const now = Temporal.Now.instant().round({ smallestUnit: "second", roundingMode: "floor" });
  const clock = manualClock(now);
  const served = await serveApp({ fetch: (request) => status(request) }, { port: 0 });
  const pki = await makeDevPki({ directory: join(directory, "pki"), now, ocspUrl: `${served.url}/ocsp` });
  const ocsp = createOcspResponder({ pki, clock });
  const tsa = createTimestampResponder({ pki, clock });
  function status(request: Request): Response | Promise<Response> {
    return (new URL(request.url).pathname.startsWith("/tsa") ? tsa : ocsp).app.fetch(request);
  }
  const roots = { seal: fromPem(pki.rootPem), tsa: fromPem(pki.tsaRootPem) };
  const timestamps = createTimestampClient({
    responders: [{ url: `${served.url}/tsa`, trustedRoots: roots.tsa }],
    timeoutMs: PATIENCE_MS,
  });
  const key = await loadPkcs12(readFileSync(pki.sealP12Path), pki.sealPassword);
  const keys: KeyRing = { refresh: async () => {}, current: () => key, keyFor: () => key };
  const collect = createRevocationClient({
    timeoutMs: PATIENCE_MS,
    trustedRoots: [...roots.seal, ...roots.tsa],
    clock: async () => now,
  });
  const archive = createArchive(collect, timestamps, async () => now);
  const logKey = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
  const log = createLogSigner("verify.posthorn.example/log", logKey.toString());
  const stamping = stampingPort(timestamps);
  const sealing = sealingPort(keys, timestamps);
  const context = { trust: "demonstration", verifyUrl: VERIFY_URL } as const;
  return {
    directory,
    pki,
    tsa,
    ocsp,
    roots,
    timestamps,
    keys,
    stamping,
    sealing,
    archive,
    proving: proofPort({ keys, timestamps, archive }, context),
    async drain(ctx) {
      while ((await stampRecords(ctx, stamping)) > 0);
      while ((await sealRecords(ctx, sealing)) > 0);
      while ((await archiveSeals(ctx, archive)) > 0);
      while ((await appendLog(ctx)) > 0);
      await makeCheckpoint(ctx, { sign: log.sign, stamp: (sha256) => timestamps.stamp(sha256) }, 0);
    },
    async stop() {
      await served.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
