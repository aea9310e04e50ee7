// Reads the incremental updates at the end of a PDF strictly: objects and one cross-reference table each, nothing between.

/** One update (ISO 32000-1 §7.5.6): numbers of the objects it defines. */
export interface Update {
  readonly objects: readonly number[];
  /** /Root of its trailer, as `12 0 R`. */
  readonly root: string;
}

/**
 * The updates from byte `from` on; undefined when something there is not exactly an update: an object that the table
 * does not name or names elsewhere, a deleted object, a cross-reference stream, bytes outside of objects.
 */
export function scanUpdates(pdf: Uint8Array, from: number): readonly Update[] | undefined {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString("latin1");
  const scanner = { text, at: from };
  const previous = [...text.slice(Math.max(0, from - 64), from).matchAll(/startxref\s+(\d+)/gu)].at(-1)?.[1];
  const updates: Update[] = [];
  let prev = previous;
  while (skipSpace(scanner) < text.length) {
    const update = prev === undefined ? undefined : scanUpdate(scanner, prev);
    if (!update) return undefined;
    updates.push(update);
    prev = update.startxref;
  }
  return updates;
}

interface Scanner {
  readonly text: string;
  at: number;
}

function take(scanner: Scanner, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = scanner.at;
  const match = pattern.exec(scanner.text);
  if (!match) return undefined;
  scanner.at = pattern.lastIndex;
  return match;
}

function skipSpace(scanner: Scanner): number {
  take(scanner, /[\0\t\n\f\r ]*/uy);
  return scanner.at;
}

function scanUpdate(scanner: Scanner, prev: string): (Update & { startxref: string }) | undefined {
  const offsets = new Map<number, number>();
  for (;;) {
    const start = skipSpace(scanner);
    const head = take(scanner, /(\d+) 0 obj\b/uy);
    if (!head) break;
    if (!skipObject(scanner)) return undefined;
    const number = Number(head[1]);
    if (offsets.has(number)) return undefined;
    offsets.set(number, start);
  }
  const startxref = String(scanner.at);
  if (!take(scanner, /xref\s+/uy) || !tableNames(scanner, offsets)) return undefined;
  const trailer = take(scanner, /trailer\s*(<<[^()%]*?>>)\s*startxref\s+(\d+)\s+%%EOF/uy);
  const [, dictionary = "", stated] = trailer ?? [];
  const root = /\/Root (\d+ \d+ R)/u.exec(dictionary)?.[1];
  const isChained = /\/Prev (\d+)\b/u.exec(dictionary)?.[1] === prev && stated === startxref;
  if (!isChained || root === undefined || /\/XRefStm|\/Encrypt/u.test(dictionary)) return undefined;
  return { objects: [...offsets.keys()], root, startxref };
}

/** Whether the table names exactly these objects at exactly these places. */
function tableNames(scanner: Scanner, offsets: ReadonlyMap<number, number>): boolean {
  let named = 0;
  for (;;) {
    const section = take(scanner, /(\d+) (\d+)\s+(?=\d{10} )/uy);
    if (!section) return named === offsets.size;
    const first = Number(section[1]);
    for (let index = 0; index < Number(section[2]); index += 1) {
      const entry = take(scanner, /(\d{10}) (\d{5}) ([nf])\s+/uy);
      if (!entry) return false;
      if (entry[3] === "f") {
        if (first + index !== 0) return false;
        continue;
      }
      if (offsets.get(first + index) !== Number(entry[1]) || entry[2] !== "00000") return false;
      named += 1;
    }
  }
}

/** Moves behind `endobj`, past strings and stream data that may look like anything. */
function skipObject(scanner: Scanner): boolean {
  let length: number | undefined;
  for (;;) {
    skipSpace(scanner);
    if (take(scanner, /endobj\b/uy)) return true;
    if (take(scanner, /stream\r?\n/uy)) {
      if (length === undefined) return false;
      scanner.at += length;
      return take(scanner, /\s*endstream\s+endobj\b/uy) !== undefined;
    }
    const stated = take(scanner, /\/Length (\d+)(?!\d| \d+ R)/uy);
    if (stated) {
      // two of them could be read in two ways
      if (length !== undefined) return false;
      length = Number(stated[1]);
      continue;
    }
    if (scanner.text[scanner.at] === "(" ? !skipString(scanner) : !skipToken(scanner)) return false;
  }
}

/** Escaped names and comments are refused: readers differ about them. */
const TOKEN = /<<|>>|[[\]]|<[0-9A-Fa-f\s]*>|\/?[^\0\t\n\f\r ()<>[\]{}/%#]+/uy;

function skipToken(scanner: Scanner): boolean {
  return take(scanner, TOKEN) !== undefined;
}

/** A literal string: parentheses in it are balanced or escaped. */
function skipString(scanner: Scanner): boolean {
  let depth = 0;
  for (; scanner.at < scanner.text.length; scanner.at += 1) {
    const character = scanner.text[scanner.at];
    if (character === "\\") scanner.at += 1;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    if (depth === 0) {
      scanner.at += 1;
      return true;
    }
  }
  return false;
}
