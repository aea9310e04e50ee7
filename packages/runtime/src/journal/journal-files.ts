// Append-only files beside the database, one a month, a JSON object a line: what was erased is known there after any restore.

import { createReadStream } from "node:fs";
import { mkdir, open, readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface JournalEntry {
  /** Rises; none twice. */
  readonly number: number;
  readonly erasedAt: Temporal.Instant;
  readonly rule: string;
  readonly kind: string;
  readonly id: string;
}

export interface JournalFiles {
  /** The newest entry; null where there is none. Mends a line that a crash cut off: nobody was told that it is kept. Errors pass through. */
  last(): Promise<JournalEntry | null>;
  /** On return they survive a power cut. One writer at a time; numbers above those before. */
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** All entries in order. Throws Error with file and line where one cannot be read. */
  read(): AsyncIterable<JournalEntry>;
  /** Removes the files of months that ended before this day (UTC); never the newest. How many. */
  forget(before: Temporal.PlainDate): Promise<number>;
}

const NAME = /^erasures-(\d{4}-\d{2})\.jsonl$/;
/** Far more than a line is long. */
const TAIL_OCTETS = 16_384;

/** Of `ERASURE_JOURNAL`, `file:/an/absolute/directory`. Throws Error for anything else. */
export function journalFromUrl(url: string): JournalFiles {
  if (!url.startsWith("file:/") || !URL.canParse(url))
    throw new Error("ERASURE_JOURNAL must be file:/an/absolute/directory");
  return createJournalFiles(fileURLToPath(url));
}

/** Below `directory`, made when first written; files and directory are for their owner alone. */
export function createJournalFiles(directory: string): JournalFiles {
  async function names(): Promise<readonly string[]> {
    const found = await readdir(directory).catch((error: unknown) => {
      if ((error as { readonly code?: string }).code === "ENOENT") return [];
      throw error;
    });
    return found.filter((name) => NAME.test(name)).toSorted();
  }

  async function last(): Promise<JournalEntry | null> {
    for (const name of (await names()).toReversed()) {
      const line = await lastLine(join(directory, name));
      if (line !== null) return parse(line, name);
    }
    return null;
  }

  async function append(entries: readonly JournalEntry[]): Promise<void> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const lines = new Map<string, string[]>();
    let newest = (await names()).at(-1) ?? "";
    for (const entry of entries) {
      // Never into an older file than the newest, whatever the clock says: the last line is the highest number.
      const own = `erasures-${entry.erasedAt.toString().slice(0, 7)}.jsonl`;
      if (own > newest) newest = own;
      const added = lines.get(newest) ?? [];
      lines.set(newest, added);
      added.push(write(entry));
    }
    for (const [name, added] of lines) await appendTo(join(directory, name), added.join(""));
    await syncDirectory(directory);
  }

  async function* read(): AsyncGenerator<JournalEntry> {
    const files = await names();
    for (const [index, name] of files.entries()) {
      const path = join(directory, name);
      let number = 0;
      // What the newest file ends with without an end of line was cut off by a crash.
      const whole = index === files.length - 1 ? await wholeOctets(path) : undefined;
      if (whole === 0) continue;
      const lines = createInterface({
        input: createReadStream(path, whole === undefined ? {} : { end: whole - 1 }),
        crlfDelay: Number.POSITIVE_INFINITY,
      });
      for await (const line of lines) yield parse(line, `${name}:${(number += 1)}`);
    }
  }

  async function forget(before: Temporal.PlainDate): Promise<number> {
    const month = before.toPlainYearMonth().toString();
    const old = (await names()).slice(0, -1).filter((name) => (NAME.exec(name)?.[1] ?? month) < month);
    for (const name of old) await unlink(join(directory, name));
    if (old.length > 0) await syncDirectory(directory);
    return old.length;
  }

  return { last, append, read, forget };
}

function write({ number, erasedAt, rule, kind, id }: JournalEntry): string {
  return `${JSON.stringify({ number, erased_at: erasedAt.toString({ smallestUnit: "millisecond" }), rule, kind, id })}\n`;
}

function parse(line: string, place: string): JournalEntry {
  try {
    const { number, erased_at, rule, kind, id } = JSON.parse(line) as Record<string, unknown>;
    if (Number.isSafeInteger(number) && isText(rule) && isText(kind) && isText(id) && isText(erased_at))
      return { number: Number(number), erasedAt: Temporal.Instant.from(erased_at), rule, kind, id };
  } catch (cause) {
    throw new Error(`the erasure journal cannot be read at ${place}`, { cause });
  }
  throw new Error(`the erasure journal cannot be read at ${place}`);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

async function appendTo(path: string, text: string): Promise<void> {
  const file = await open(path, "a", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Octets up to and with the last end of line. */
async function wholeOctets(path: string): Promise<number> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - TAIL_OCTETS);
    const tail = Buffer.alloc(size - from);
    await file.read(tail, 0, tail.length, from);
    const end = tail.lastIndexOf(0x0a);
    if (end < 0 && from > 0) throw new Error(`the erasure journal cannot be read at the end of ${path}`);
    return from + end + 1;
  } finally {
    await file.close();
  }
}

async function lastLine(path: string): Promise<string | null> {
  const whole = await wholeOctets(path);
  const file = await open(path, "r+");
  try {
    if ((await file.stat()).size > whole) {
      await file.truncate(whole);
      await file.sync();
    }
    if (whole === 0) return null;
    const from = Math.max(0, whole - TAIL_OCTETS);
    const tail = Buffer.alloc(whole - 1 - from);
    await file.read(tail, 0, tail.length, from);
    return tail.subarray(tail.lastIndexOf(0x0a) + 1).toString("utf8");
  } finally {
    await file.close();
  }
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
