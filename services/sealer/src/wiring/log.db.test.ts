import { generateKeyPairSync } from "node:crypto";
import { createLogSigner, readCheckpointNote } from "@posthorn/evidence";
import {
  BENCH_LOG_ORIGIN,
  createLogBench,
  createVerbBench,
  createWitness,
  type LogBench,
  serveApp,
  type VerbBench,
  waitFor,
} from "@posthorn/testkit";
import { readCheckpoint } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLogDrain, type LogSettings } from "./log.ts";

let bench: VerbBench;
let log: LogBench;
const key = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const { verifierKey: logKey } = createLogSigner(BENCH_LOG_ORIGIN, key);

beforeAll(async () => {
  bench = await createVerbBench();
  log = await createLogBench(bench);
});
afterAll(() => bench.close());

const settings = (witnesses: readonly string[]): LogSettings => ({
  key,
  origin: BENCH_LOG_ORIGIN,
  witnesses,
  witnessTimeoutMs: 2_000,
  checkpointSeconds: 1,
});

test("what is appended is published and cosigned by the witness that is there, while another is down", async () => {
  const [north, south] = ["north.example", "south.example"].map((name) =>
    createWitness({ name, logKey, clock: log.clock }),
  );
  if (!north || !south) throw new Error("two witnesses are needed");
  south.setMode("down");
  const servers = await Promise.all([north, south].map(({ app }) => serveApp(app, { port: 0 })));
  const failed = new Set<string>();
  let published = 0;
  const drain = createLogDrain(
    bench.context("sealer"),
    { stamp: log.stamp },
    settings([north, south].map(({ verifierKey }, n) => `${verifierKey} ${servers[n]?.url}`)),
    (work) => () => failed.add(work),
    () => (published += 1),
  );
  try {
    await bench.submit();
    await log.append();
    drain.wake();
    const noted = await waitFor("the first cosignature", async () => {
      const note = await readCheckpoint(bench.context("sealer"));
      return note?.includes("— north.example ") && failed.size > 0 ? note : undefined;
    });
    expect(readCheckpointNote(noted)?.size).toBe(1);
    expect(noted).not.toContain("south.example");
    expect(published).toBe(1);
    expect([...failed]).toEqual(["witness south.example"]);
    south.setMode("ok");
    await waitFor("the other's cosignature", async () =>
      (await readCheckpoint(bench.context("sealer")))?.includes("— south.example ") ? true : undefined,
    );
  } finally {
    await drain.stop();
    await Promise.all(servers.map((server) => server.stop()));
  }
});

test.each([
  ["http://witness.example", "no key"],
  [`${logKey} http://witness.example`, "the key of a log"],
  [logKey, "no address"],
])("%s is no witness: %s", (witness) => {
  const open = () =>
    createLogDrain(
      bench.context("sealer"),
      { stamp: log.stamp },
      settings([witness]),
      () => () => undefined,
      () => undefined,
    );
  expect(open).toThrow(RangeError);
});
