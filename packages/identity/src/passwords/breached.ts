// Whether a password stands in a list of stolen ones: a file of digests of one's own, or a range of digests asked for by five letters.

import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

/** Rejects where the list cannot be asked; the caller decides what then. */
export type BreachedPasswords = (password: string) => Promise<boolean>;

const RANGE_LETTERS = 5;
const RANGE_TIMEOUT_MS = 2_000;
const RANGE_MOST_BYTES = 200_000;

/**
 * `off`: null. `file:/…`: a text file of upper-case SHA-1 digests or beginnings of them in hexadecimal, one a line, sorted,
 * what follows a colon being of no matter. `https://…/range/`: a service that answers the rest of all digests that begin
 * with five given letters; it learns nothing else. Throws an Error in words that follow the name of the variable.
 */
export function openBreachedPasswords(setting: string): BreachedPasswords | null {
  if (setting === "off") return null;
  const url = URL.parse(setting);
  if (url?.protocol === "file:") return (password) => isInFile(url, digestOf(password));
  const local = url?.protocol === "http:" && /^(?:localhost|127\.0\.0\.1)$/.test(url.hostname);
  if (url && (url.protocol === "https:" || local)) return (password) => isInRange(url, digestOf(password));
  throw new Error("is neither off, nor a file: nor an https: address");
}

// SHA-1 because these lists are made of it; it protects nothing here.
function digestOf(password: string): string {
  return createHash("sha1").update(password, "utf8").digest("hex").toUpperCase();
}

async function isInRange(base: URL, digest: string): Promise<boolean> {
  const answer = await fetch(new URL(digest.slice(0, RANGE_LETTERS), base), {
    // Answers of one length tell a listener nothing of which range was asked.
    headers: { "Add-Padding": "true" },
    redirect: "error",
    signal: AbortSignal.timeout(RANGE_TIMEOUT_MS),
  });
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new Error(`the list of stolen passwords answered ${answer.status}`);
  }
  const text = (await answer.text()).slice(0, RANGE_MOST_BYTES);
  const rest = digest.slice(RANGE_LETTERS);
  return text.split(/\r?\n/).some((line) => {
    const [suffix, count] = line.trim().split(":");
    // Padding counts 0.
    return suffix?.toUpperCase() === rest && count !== "0";
  });
}

const LINE_MOST_BYTES = 80;

/** Halves the file until the line that sorts last before the digest is found. */
async function isInFile(file: URL, digest: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    let [low, high] = [0, (await handle.stat()).size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const { begin, end, text } = await lineAt(handle, middle, high);
      const entry = text.split(":")[0]?.trim().toUpperCase() ?? "";
      if (entry !== "" && digest.startsWith(entry)) return true;
      if (entry < digest) low = end;
      else high = begin;
    }
    return false;
  } finally {
    await handle.close();
  }
}

/** The line that holds the byte at `place`. */
async function lineAt(
  handle: { read: (buffer: Buffer, offset: number, length: number, position: number) => Promise<unknown> },
  place: number,
  size: number,
): Promise<{ readonly begin: number; readonly end: number; readonly text: string }> {
  const from = Math.max(0, place - LINE_MOST_BYTES);
  const bytes = Buffer.alloc(2 * LINE_MOST_BYTES);
  await handle.read(bytes, 0, bytes.length, from);
  const before = bytes.lastIndexOf(0x0a, place - from - 1);
  const begin = place === from ? from : before + 1 + from;
  const after = bytes.indexOf(0x0a, place - from);
  const end = after === -1 ? size : from + after + 1;
  return { begin, end: Math.max(end, place + 1), text: bytes.toString("latin1", begin - from, end - from) };
}
