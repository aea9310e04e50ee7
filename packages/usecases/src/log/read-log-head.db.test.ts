import { createLogBench, createVerbBench } from "@posthorn/testkit";
import { expect, test } from "vitest";
import { readCheckpoint } from "./read-log.ts";
import { readLogHead } from "./read-log-head.ts";

test("the newest state of the log names its size, its time and who confirmed it, to a role that sees nothing else", async () => {
  const bench = await createVerbBench();
  try {
    const verify = bench.context("verify");
    expect(await readLogHead(verify)).toBeNull();
    const log = await createLogBench(bench);
    await bench.submit();
    await log.publish();
    const head = await readLogHead(verify);
    expect(head?.note).toBe(await readCheckpoint(verify));
    expect(head).toMatchObject({ size: 1, root: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(head?.witnesses.map(({ name }) => name)).toEqual([
      "north.witness.example",
      "south.witness.example",
    ]);
    expect(head?.stampedAt).toBeInstanceOf(Temporal.Instant);
    await expect(verify.db.selectFrom("delivery").select("id").execute()).rejects.toThrow(
      "permission denied",
    );
  } finally {
    await bench.close();
  }
});
