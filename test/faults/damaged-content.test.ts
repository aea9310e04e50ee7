// A stored blob is damaged: nobody accepts what cannot be handed over, and nobody is handed what was not sent.

import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { playAddressee } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { beforeAll, expect, test } from "vitest";
import { shareStack } from "../actors/share-stack.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { newAddressee, newMessage } from "../actors/write-message.ts";

const words = textsFor("en").collect;
let stack: TestStack;

beforeAll(async () => {
  stack = await shareStack();
});

test("a bit flipped at the beginning: accepting is turned away and the delivery stays as it was, until it is mended", async () => {
  const { id, contact, blob } = await send(20_000);
  const addressee = playAddressee({ post: stack.post, ...contact });
  const decision = await addressee.identify();
  flipBit(blob, 1_000);
  const page = await addressee.visitor.press(decision, words.decide.acceptButton);
  expect(page.text).toContain(words.damaged.title);
  expect(page.status).toBeGreaterThanOrEqual(400);
  expect((await stack.api.delivery(id)).state).toBe("notified");
  expect((await stack.api.evidence(id)).map((each) => each.type)).not.toContain("ConsignmentAcceptance");

  flipBit(blob, 1_000);
  const again = playAddressee({ post: stack.post, ...contact });
  const message = await again.accept(await again.identify());
  expect(message.text).toContain("Dear Sir,");
});

test("a bit flipped further on: the download breaks off, and no byte that was not sent is handed over", async () => {
  const { contact, blob, bytes } = await send(700_000);
  const addressee = playAddressee({ post: stack.post, ...contact });
  const message = await addressee.accept(await addressee.identify());
  flipBit(blob, 600_000);
  const link = Array.from(message.document.querySelectorAll("a[href]")).find((each) =>
    each.textContent?.includes("claim.bin.txt"),
  );
  const answer = await addressee.visitor.fetch(new URL(link?.getAttribute("href") ?? "", message.url).href);
  const received: Uint8Array[] = [];
  const reading = (async () => {
    for await (const chunk of answer.body ?? []) received.push(chunk);
  })();
  await expect(reading).rejects.toThrow();
  const got = Buffer.concat(received);
  expect(got.length).toBeLessThan(bytes.length);
  expect(got.equals(bytes.subarray(0, got.length))).toBe(true);
});

async function send(
  size: number,
): Promise<{ id: string; contact: { email: string; mobile: string }; blob: string; bytes: Buffer }> {
  const before = new Set(blobs());
  const { email, mobile, ...rest } = newAddressee();
  const bytes = Buffer.from(randomBytes(size / 2).toString("hex"), "latin1");
  const accepted = await stack.api.submit(newMessage([{ email, mobile, ...rest }]), {
    attachments: [{ name: "claim.bin.txt", type: "text/plain", bytes }],
  });
  const made = blobs().filter((file) => !before.has(file));
  const blob = made.toSorted((a, b) => statSync(b).size - statSync(a).size)[0] ?? "";
  expect(statSync(blob).size).toBeGreaterThanOrEqual(size);
  return { id: accepted.deliveries[0]?.id ?? "", contact: { email, mobile }, blob, bytes };
}

function blobs(): readonly string[] {
  const folder = join(stack.directory, "content");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function flipBit(file: string, at: number): void {
  const handle = openSync(file, "r+");
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 1;
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
}
