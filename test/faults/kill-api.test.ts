// The api process dies: what it has acknowledged is there, what it has not left nothing behind.

import { request } from "node:http";
import { randomBytes } from "node:crypto";
import { API_KEYS, seededKey } from "@posthorn/testkit";
import { beforeAll, expect, test } from "vitest";
import { ask } from "../actors/hold-table.ts";
import { rounds } from "../actors/open-stack.ts";
import { shareStack } from "../actors/share-stack.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { newAddressee, newMessage } from "../actors/write-message.ts";

let stack: TestStack;

beforeAll(async () => {
  stack = await shareStack();
});

test("kill -9 right after the answer: every acknowledged message is there and goes its way", async () => {
  for (let round = 0; round < rounds(3, 300); round++) {
    const addressee = newAddressee();
    const bytes = randomBytes(100_000);
    const attachments = [
      {
        name: "claim.pdf",
        type: "application/pdf",
        bytes: Buffer.concat([Buffer.from("%PDF-1.7\n"), bytes]),
      },
    ];
    const accepted = await stack.api.submit(newMessage([addressee]), { attachments });
    await stack.kill("api");
    await stack.restart("api");
    const [delivery] = accepted.deliveries;
    expect((await stack.api.get(`/messages/${accepted.id}`)).status).toBe(200);
    await stack.api.inState(delivery?.id ?? "", "notified");
    expect(await stack.post.mailsTo(addressee.email)).toHaveLength(1);
  }
});

test("kill -9 in the middle of an upload: no message, no credit gone, and the same request works afterwards", async () => {
  const before = await balance();
  const messages = await count("message");
  for (let round = 0; round < rounds(2, 100); round++) {
    const sending = beginUpload(5_000_000);
    await sending.halfWay;
    await stack.kill("api");
    await expect(sending.answered).rejects.toThrow();
    await stack.restart("api");
  }
  expect(await count("message")).toBe(messages);
  expect(await balance()).toBe(before);

  const addressee = newAddressee();
  const options = { idempotencyKey: randomBytes(8).toString("hex") };
  const first = await stack.api.submit(newMessage([addressee]), options);
  await stack.kill("api");
  await stack.restart("api");
  const again = await stack.api.submit(newMessage([addressee]), options);
  expect(again.id).toBe(first.id);
  expect(await balance()).toBe(before - 1);
});

/** A submission whose attachment stops coming half way. */
function beginUpload(size: number): { halfWay: Promise<void>; answered: Promise<number> } {
  const boundary = "posthorn-boundary";
  const part = (headers: string) => `--${boundary}\r\n${headers}\r\n\r\n`;
  const head =
    `${part('Content-Disposition: form-data; name="message"\r\nContent-Type: application/json')}${JSON.stringify(newMessage([newAddressee()]))}\r\n` +
    part(
      'Content-Disposition: form-data; name="attachment"; filename="claim.txt"\r\nContent-Type: text/plain',
    );
  const call = request(`http://127.0.0.1:${stack.ports.api}/v1/messages`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${seededKey(API_KEYS.first).secret}`,
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "content-length": String(Buffer.byteLength(head) + size + 100),
    },
  });
  const answered = new Promise<number>((resolve, reject) => {
    call.once("error", reject);
    call.once("response", (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
  });
  const halfWay = new Promise<void>((resolve, reject) => {
    call.once("error", reject);
    call.write(head);
    call.write("a".repeat(size / 2), () => resolve());
  });
  // Whichever comes first is awaited first; the other must not count as unhandled.
  for (const promise of [answered, halfWay]) promise.catch(() => undefined);
  return { halfWay, answered };
}

async function balance(): Promise<number> {
  const [row] = await ask<{ balance: number }>(
    stack.ownerUrl,
    "SELECT balance FROM account_credit WHERE account_id = $1",
    [API_KEYS.first.account],
  );
  return row?.balance ?? Number.NaN;
}

async function count(table: "message"): Promise<number> {
  const [row] = await ask<{ count: string }>(stack.ownerUrl, `SELECT count(*) FROM ${table}`);
  return Number(row?.count);
}
