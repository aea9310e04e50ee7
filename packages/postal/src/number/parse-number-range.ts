// Reads a range of item numbers that the carrier gave out as a whole, and counts through it.

import { isDomesticBarcode, isS10Number, s10CheckDigit } from "@posthorn/domain";

/** Serials count from 0, since the numbers themselves are longer than a number can be. */
export interface ItemNumberRange {
  /** Its first number: a range that begins elsewhere is another one, one that was made longer is the same. */
  readonly name: string;
  readonly kind: "range" | "s10";
  readonly first: 0;
  readonly last: number;
  /** Throws RangeError outside `first`..`last`. */
  numberOf(serial: number): string;
}

/** More letters than a range can be used up with; a typing mistake in its last number gives ranges like that. */
const NUMBERS_MAX = 1_000_000_000;

/**
 * `010…-010…`, two numbers of 30 digits, or for abroad `RR47310000BE-RR47319999BE`, without check digits; both ends belong
 * to it. Throws Error in words that follow the range's name.
 */
export function parseNumberRange(text: string): ItemNumberRange {
  const [from = "", to, ...more] = text
    .toUpperCase()
    .split("-")
    .map((end) => end.replaceAll(/\s/g, ""));
  if (to === undefined || more.length > 0)
    throw new Error("needs a first and a last number with a hyphen between them");
  const first = readEnd(from);
  const last = readEnd(to);
  if (first.kind !== last.kind || first.before !== last.before || first.after !== last.after)
    throw new Error("has a first and a last number of two kinds");
  const count = last.serial - first.serial + 1n;
  if (count < 1n) throw new Error("has a last number that comes before its first");
  if (count > NUMBERS_MAX) throw new Error(`holds more than ${NUMBERS_MAX} numbers`);
  return {
    name: from,
    kind: first.kind,
    first: 0,
    last: Number(count) - 1,
    numberOf(serial) {
      if (!Number.isInteger(serial) || serial < 0 || serial >= count)
        throw new RangeError("no number of this range");
      const digits = String(first.serial + BigInt(serial)).padStart(first.digits, "0");
      if (first.kind === "range") return digits;
      return `${first.before}${digits}${s10CheckDigit(digits)}${first.after}`;
    },
  };
}

interface RangeEnd {
  readonly kind: "range" | "s10";
  readonly serial: bigint;
  readonly digits: number;
  readonly before: string;
  readonly after: string;
}

function readEnd(text: string): RangeEnd {
  if (/^\d+$/.test(text) && isDomesticBarcode(text))
    return { kind: "range", serial: BigInt(text), digits: text.length, before: "", after: "" };
  // R: registered items (UPU S10).
  const parts = /^(?<service>R[A-Z])(?<serial>\d{8})(?<country>[A-Z]{2})$/.exec(text)?.groups;
  if (parts)
    return {
      kind: "s10",
      serial: BigInt(parts["serial"] ?? ""),
      digits: 8,
      before: parts["service"] ?? "",
      after: parts["country"] ?? "",
    };
  if (isS10Number(text)) throw new Error("has numbers for abroad with their check digit, which is not given");
  throw new Error(
    "has numbers that are neither 30 digits from 010 on, nor two letters from R on, eight digits and a country",
  );
}
