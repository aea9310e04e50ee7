// File names as they may travel: in a header, on a page, in a zip, on any reader's disk.

const LONGEST = 200;
// Most file systems count bytes, and 255 is their limit.
const LONGEST_BYTES = 240;
// Controls, line separators, marks that turn the reading direction, and characters without width.
const UNSEEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]/gu;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** The ending in lower case without its dot; undefined where the name has none, or only digits (a date, a version). */
export function endingOf(name: string): string | undefined {
  const ending = /[^.]\.([A-Za-z][A-Za-z0-9-]{0,19})$/.exec(name)?.[1]?.toLowerCase();
  return ending ?? undefined;
}

/**
 * A name fit to be kept and shown: NFC, without path, unseen characters or those that file systems forbid; not hidden,
 * not reserved, at most 200 characters and 240 bytes with its ending kept. Never empty; cleaning twice changes nothing.
 */
export function cleanFileName(typed: string): string {
  const visible = typed.toWellFormed().replace(UNSEEN, "").normalize("NFC");
  const last = visible.split(/[/\\]/).findLast((part) => /[^\s.]/u.test(part)) ?? "";
  const allowed = trimmed(last.replace(/[<>:"|?*]/g, "_").replace(/\s+/gu, " "));
  const safe = RESERVED.test(allowed) ? `_${allowed}` : allowed;
  return shortened(safe === "" ? "file" : safe, "");
}

/**
 * The names with " (2)", " (3)" … before the ending where one is already there, ignoring case; `taken` holds names
 * given away before (the message's own text).
 */
export function uniqueFileNames(
  names: readonly string[],
  taken: readonly string[] = ["message.txt"],
): string[] {
  const seen = new Set(taken.map(folded));
  return names.map((name) => {
    let unique = name;
    for (let count = 2; seen.has(folded(unique)); count += 1) unique = shortened(name, ` (${count})`);
    seen.add(folded(unique));
    return unique;
  });
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function trimmed(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/gu, "");
}

/** `name` with `suffix` before its ending, the stem cut so that the whole fits. */
function shortened(name: string, suffix: string): string {
  const ending = endingOf(name);
  const rest = suffix + (ending === undefined ? "" : name.slice(-ending.length - 1));
  let stem = "";
  for (const { segment } of new Intl.Segmenter("en").segment(
    name.slice(0, name.length - (rest.length - suffix.length)),
  )) {
    const longer = stem + segment + rest;
    if (longer.length > LONGEST || Buffer.byteLength(longer) > LONGEST_BYTES) break;
    stem += segment;
  }
  return trimmed(stem) + rest;
}
