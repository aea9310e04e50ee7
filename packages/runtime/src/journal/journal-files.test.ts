import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createJournalFiles, type JournalEntry, journalFromUrl } from "./journal-files.ts";

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), "posthorn-journal-")), "erasures");
});
afterEach(() => rmSync(join(directory, ".."), { recursive: true }));

const entry = (number: number, at = "2026-11-22T08:00:00Z"): JournalEntry => ({
  number,
  erasedAt: Temporal.Instant.from(at),
  rule: "R9",
  kind: "evidence",
  id: `dlv_${number}`,
});
const numbers = async () =>
  (await Array.fromAsync(createJournalFiles(directory).read())).map(({ number }) => number);

test("what is appended comes back in order, a file a month, for the owner alone", async () => {
  const files = createJournalFiles(directory);
  expect(await files.last()).toBeNull();
  expect(await numbers()).toEqual([]);
  await files.append([entry(1), entry(2, "2026-12-01T00:00:00Z")]);
  await files.append([entry(3, "2026-12-31T23:59:59Z")]);
  expect(readdirSync(directory)).toEqual(["erasures-2026-11.jsonl", "erasures-2026-12.jsonl"]);
  expect(statSync(join(directory, "erasures-2026-11.jsonl")).mode & 0o777).toBe(0o600);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  expect(await Array.fromAsync(files.read())).toEqual([
    entry(1),
    entry(2, "2026-12-01T00:00:00Z"),
    entry(3, "2026-12-31T23:59:59Z"),
  ]);
  expect((await files.last())?.number).toBe(3);
});

test("an entry from before a clock was set back goes into the newest file: its last line is the highest number", async () => {
  const files = createJournalFiles(directory);
  await files.append([entry(1, "2026-12-01T00:00:00Z")]);
  await files.append([entry(2, "2026-11-30T00:00:00Z")]);
  expect(readdirSync(directory)).toEqual(["erasures-2026-12.jsonl"]);
  expect((await files.last())?.number).toBe(2);
});

test("a line that a crash cut off is read by nobody and mended by the next writer", async () => {
  const files = createJournalFiles(directory);
  await files.append([entry(1)]);
  const path = join(directory, "erasures-2026-11.jsonl");
  const whole = readFileSync(path, "utf8");
  appendFileSync(path, '{"number":2,"erased_at":"2026-11-2');
  expect(await numbers()).toEqual([1]);
  expect((await files.last())?.number).toBe(1);
  expect(readFileSync(path, "utf8")).toBe(whole);
  await files.append([entry(2)]);
  expect(await numbers()).toEqual([1, 2]);
});

test("a file whose only line was cut off counts for nothing; the one before has the newest entry", async () => {
  const files = createJournalFiles(directory);
  await files.append([entry(1)]);
  appendFileSync(join(directory, "erasures-2026-12.jsonl"), '{"num');
  expect(await numbers()).toEqual([1]);
  expect((await files.last())?.number).toBe(1);
});

test("a line that is damaged in the middle is named, not skipped", async () => {
  const files = createJournalFiles(directory);
  await files.append([entry(1)]);
  appendFileSync(join(directory, "erasures-2026-11.jsonl"), "{}\n");
  await files.append([entry(3)]);
  await expect(Array.fromAsync(files.read())).rejects.toThrow("erasures-2026-11.jsonl:2");
});

test("months that no backup reaches back to go, the newest never", async () => {
  const files = createJournalFiles(directory);
  await files.append([entry(1, "2026-09-30T23:00:00Z"), entry(2, "2026-10-01T00:00:00Z"), entry(3)]);
  expect(await files.forget(Temporal.PlainDate.from("2026-10-08"))).toBe(1);
  expect(await numbers()).toEqual([2, 3]);
  expect(await files.forget(Temporal.PlainDate.from("2027-10-08"))).toBe(1);
  expect(await numbers()).toEqual([3]);
});

test("only a file: URL names a journal", async () => {
  const files = journalFromUrl(pathToFileURL(directory).href);
  await files.append([entry(1)]);
  expect(await numbers()).toEqual([1]);
  for (const url of ["", "s3://bucket", "/var/journal", "file:journal"])
    expect(() => journalFromUrl(url)).toThrow("ERASURE_JOURNAL");
});
