import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { openDatabase } from "@posthorn/db";
import { AppError, type Addressee } from "@posthorn/domain";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContentPort, Context, KeyWrapping } from "../context.ts";
import type { Submission } from "./submit-message.ts";
import { submitOrRemove } from "./submit-or-remove.ts";

let bench: VerbBench;
beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

const JAN: Addressee = {
  kind: "person",
  name: "Peeters",
  firstNames: "Jan",
  email: "jan@example.be",
  mobile: "+32470123412",
  language: "nl",
  consent: { basis: "none_stated" },
  identification: {},
};

function submissionOf(messageId: string): Submission {
  const at = Temporal.Now.instant().round("millisecond");
  return {
    messageId,
    ...TEST_SENDER,
    authentication: { method: "api_key", at: at.toString({ smallestUnit: "millisecond" }) },
    subject: "Formal notice",
    options: {
      requiredIdentification: "codes",
      collectionDays: 15,
      reminders: true,
      postalFallback: false,
      contentRetentionDays: 365,
    },
    addressees: [JAN],
    parts: [{ name: "message.txt", type: "text/plain", size: 1, sha256: "0".repeat(64), blobId: "blb_1" }],
    contentKey: new Uint8Array(32),
    arrivedAt: at,
  };
}

/** What came of it, and which blobs were removed. */
async function submit(ctx: Context, messageId: string, wrapping: KeyWrapping = bench.wrapping) {
  const removed: string[] = [];
  const content: ContentPort = {
    ...bench.content,
    remove: (blobId) => Promise.resolve(removed.push(blobId)),
  };
  const outcome = await submitOrRemove(ctx, { ...bench, content, wrapping }, submissionOf(messageId), [
    "blb_1",
  ]).catch((error: unknown) => error);
  return { outcome, removed };
}

const failing = (failure: Error): KeyWrapping => ({
  wrap: () => {
    throw failure;
  },
});

test("what is refused leaves no blob", async () => {
  const failure = new AppError("internal", "key_unusable");
  expect(await submit(bench.context("api"), "msg_REFUSED", failing(failure))).toEqual({
    outcome: failure,
    removed: ["blb_1"],
  });
});

test("where the connection broke and nobody knows whether the message stands, its blobs stay", async () => {
  const lost = new AppError("unavailable", "database_unavailable");
  expect(await submit(bench.context("api"), "msg_LOST", failing(lost))).toEqual({
    outcome: lost,
    removed: [],
  });
});

test("where the connection broke after the commit, the message is accepted and keeps its blobs", async () => {
  const url = new URL(bench.database.urlFor("api"));
  const wire = await cutAfterCommit(Number(url.port), url.hostname);
  url.port = String(wire.port);
  const db = openDatabase({ url: url.href, service: "api" });
  try {
    const { outcome, removed } = await submit({ ...bench.context("api"), db }, "msg_STANDS");
    expect(outcome).toMatchObject({
      messageId: "msg_STANDS",
      deliveries: [{ recipient: { email: JAN.email } }],
    });
    expect([removed, wire.cuts()]).toEqual([[], 1]);
  } finally {
    await db.destroy();
    wire.server.close();
  }
});

/** A wire to the database that breaks once: when the answer to the first commit comes back. */
async function cutAfterCommit(port: number, host: string) {
  let cuts = 0;
  const server: Server = createServer((client: Socket) => {
    const upstream = connect(port, host);
    let committing = false;
    client.on("data", (chunk) => {
      committing ||= cuts === 0 && /commit/i.test(chunk.toString("latin1"));
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => {
      if (!committing) return void client.write(chunk);
      cuts += 1;
      committing = false;
      client.destroy();
      upstream.destroy();
    });
    for (const socket of [client, upstream]) {
      socket.on("error", () => undefined);
      socket.on("close", () => [client, upstream].forEach((each) => each.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: (server.address() as AddressInfo).port, cuts: () => cuts };
}
