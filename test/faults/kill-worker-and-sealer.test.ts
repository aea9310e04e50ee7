// Worker and sealer die exactly between two steps: what is repeated changes nothing, what is missing is caught up.

import { beforeAll, expect, test } from "vitest";
import { ask, holdTable } from "../actors/hold-table.ts";
import { rounds } from "../actors/open-stack.ts";
import { shareStack } from "../actors/share-stack.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { newAddressee, newMessage } from "../actors/write-message.ts";

let stack: TestStack;

beforeAll(async () => {
  stack = await shareStack();
});

test("worker killed between SMTP acceptance and bookkeeping: the repeat is the same mail and opens one window", async () => {
  for (let round = 0; round < rounds(2, 50); round++) {
    await stack.kill("worker");
    const addressee = newAddressee();
    const { deliveries } = await stack.api.submit(newMessage([addressee]));
    const id = deliveries[0]?.id ?? "";
    await stack.api.evidence(id);
    // The server takes the mail; the record of it waits for the table, and never comes.
    const held = await holdTable(stack.ownerUrl, "evidence_record");
    await stack.restart("worker");
    const first = await stack.post.mailTo(addressee.email);
    await held.waitedFor("worker");
    await stack.kill("worker");
    await held.release();
    expect((await stack.api.delivery(id)).state).toBe("accepted");

    await stack.restart("worker");
    // What the killed worker had taken in hand is free again after some minutes.
    await stack.advance("PT10M");
    const notified = await stack.api.inState(id, "notified");
    const mails = await stack.post.mailsTo(addressee.email);
    expect(new Set(mails.map((mail) => mail.headers["message-id"]))).toEqual(
      new Set([first.headers["message-id"]]),
    );
    expect(new Set(mails.flatMap((mail) => mail.links.filter((link) => link.includes("/l/")))).size).toBe(1);
    expect(notified.collect_until).not.toBeNull();
    expect(await eventsOf(id)).toEqual(["SubmissionAcceptance", "NotificationForAcceptance"]);
  }
});

test("sealer killed between token and bookkeeping: the record is stamped once, by a later token", async () => {
  for (let round = 0; round < rounds(1, 50); round++) {
    const held = await holdTable(stack.ownerUrl, "evidence_stamp");
    const addressee = newAddressee();
    const { deliveries } = await stack.api.submit(newMessage([addressee]));
    await held.waitedFor("sealer");
    await stack.kill("sealer");
    await held.release();
    expect(await stack.post.mailsTo(addressee.email)).toEqual([]);

    await stack.restart("sealer");
    await stack.post.mailTo(addressee.email);
    await everythingOnce(deliveries[0]?.id ?? "");
  }
});

test("sealer killed between stamp and seal: one seal for each record, and the log has no hole", async () => {
  for (let round = 0; round < rounds(1, 50); round++) {
    const held = await holdTable(stack.ownerUrl, "evidence_seal");
    const { deliveries } = await stack.api.submit(newMessage([newAddressee()]));
    await held.waitedFor("sealer");
    await stack.kill("sealer");
    await held.release();
    await stack.restart("sealer");
    await everythingOnce(deliveries[0]?.id ?? "");
  }
});

async function everythingOnce(id: string): Promise<void> {
  await stack.api.inState(id, "notified");
  await stack.api.evidence(id);
  const rows = await ask<{ stamps: string; seals: string }>(
    stack.ownerUrl,
    `SELECT (SELECT count(*) FROM evidence_stamp s WHERE s.record_id = r.id) AS stamps,
       (SELECT count(*) FROM evidence_seal s WHERE s.record_id = r.id) AS seals
     FROM evidence_record r WHERE delivery_id = $1`,
    [id],
  );
  expect(rows.length).toBeGreaterThanOrEqual(2);
  for (const row of rows) expect(row).toEqual({ stamps: "1", seals: "1" });
  await expect
    .poll(
      async () =>
        (await ask<{ work: string }>(stack.ownerUrl, "SELECT count(*) AS work FROM seal_work"))[0]?.work,
    )
    .toBe("0");
  const [log] = await ask<{ entries: string; last: string }>(
    stack.ownerUrl,
    "SELECT count(*) AS entries, max(index) + 1 AS last FROM log_entry",
  );
  expect(log?.entries).toBe(log?.last);
}

async function eventsOf(id: string): Promise<readonly string[]> {
  const rows = await ask<{ type: string }>(
    stack.ownerUrl,
    "SELECT type FROM evidence_record WHERE delivery_id = $1 ORDER BY seq",
    [id],
  );
  return rows.map((row) => row.type).filter((type) => type !== "NotificationDelivered" && !/Sms/.test(type));
}
