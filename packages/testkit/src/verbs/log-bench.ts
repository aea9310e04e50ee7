// The public log of a verb bench: stamped, signed, cosigned by two witnesses in this process, on a clock that is moved by hand.

import { generateKeyPairSync } from "node:crypto";
import {
  createLogSigner,
  createWitnessClient,
  inclusionPaths,
  type LogTrust,
  stampedDigest,
} from "@posthorn/evidence";
import {
  createTimestampClient,
  developmentFetch,
  type DevelopmentPki,
  issueDevelopmentPki,
  type TimestampClient,
} from "@posthorn/pki";
import {
  appendLog,
  type CheckpointPort,
  cosignCheckpoint,
  makeCheckpoint,
  stampRecords,
  type WitnessPort,
} from "@posthorn/usecases";
import { openStackClock, type StackClock } from "../stack/stack-clock.ts";
import { createWitness, type Witness } from "../witness/create-witness.ts";
import type { VerbBench } from "./test-context.ts";

export interface LogBench {
  /** The database's, the authority's and the witnesses'. */
  readonly clock: StackClock;
  /** The seal key is in it; the authority's is as well, and is nobody's to use. */
  readonly pki: DevelopmentPki;
  readonly stamp: TimestampClient["stamp"];
  /** Signs as the log does; the authority that stamps is out of everybody's reach. */
  readonly port: CheckpointPort;
  readonly witnesses: readonly { readonly port: WitnessPort; readonly standIn: Witness }[];
  /** What whoever checks the log is configured with. */
  readonly trust: LogTrust;
  /** Stamps and appends what waits. */
  append(): Promise<void>;
  /** Appends, makes a checkpoint and has both witnesses cosign it. */
  publish(): Promise<void>;
}

export const BENCH_LOG_ORIGIN = "verify.posthorn.example/log";

export async function createLogBench(bench: VerbBench): Promise<LogBench> {
  const clock = await openStackClock(bench.database.ownerUrl);
  const pki = issueDevelopmentPki({ now: clock.now(), ocspUrl: "http://status.test/ocsp" });
  const tsaRoot = pki.tsaRoot.key.certificate;
  const timestamps = createTimestampClient({
    responders: [{ url: "http://tsa.test/", trustedRoots: [tsaRoot] }],
    timeoutMs: 5_000,
    fetch: developmentFetch({ pki, now: () => clock.now() }),
  });
  const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
  const signer = createLogSigner(BENCH_LOG_ORIGIN, pem.toString());
  const port: CheckpointPort = { sign: signer.sign, stamp: (digest) => timestamps.stamp(digest) };
  const witnesses = ["north.witness.example", "south.witness.example"].map((name) => {
    const standIn = createWitness({ name, logKey: signer.verifierKey, clock });
    const fetch: typeof globalThis.fetch = async (input, init) => standIn.app.request(input, init);
    const { verifierKey } = standIn;
    const client = createWitnessClient({ url: "http://witness.test", verifierKey, timeoutMs: 5_000, fetch });
    return { port: client, standIn };
  });
  const sealer = bench.context("sealer");

  async function append(): Promise<void> {
    const batch = (leaves: readonly Uint8Array[]) => {
      const paths = inclusionPaths(leaves);
      return { root: stampedDigest(leaves), path: (index: number) => paths[index]?.hashes ?? [] };
    };
    while ((await stampRecords(sealer, { batch, stamp: port.stamp })) > 0);
    while ((await appendLog(sealer)) > 0);
  }

  return {
    clock,
    pki,
    stamp: (digest) => timestamps.stamp(digest),
    port,
    witnesses,
    trust: {
      logKey: signer.verifierKey,
      witnessKeys: witnesses.map(({ standIn }) => standIn.verifierKey),
      timestampRoots: [tsaRoot],
    },
    append,
    async publish() {
      await append();
      await makeCheckpoint(sealer, port, 0);
      for (const { port: witness } of witnesses) await cosignCheckpoint(sealer, witness);
    },
  };
}
