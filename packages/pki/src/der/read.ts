// Reads BER and DER (ITU-T X.690), keeping every element's exact octets, because those are what was signed.

import { PkiError } from "../error.ts";

export interface Element {
  readonly tag: number;
  /** Contents without tag and length. */
  readonly content: Uint8Array;
  /** Tag, length and contents, as they came. */
  readonly raw: Uint8Array;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  enumerated: 0x0a,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const MAX_DEPTH = 32;
const EMPTY = new Uint8Array();

/** The element that starts at `offset`. Indefinite lengths (BER) are understood. Throws PkiError `malformed`. */
export function readElement(bytes: Uint8Array, offset = 0, depth = 0): Element {
  const tag = bytes[offset];
  if (tag === undefined) throw new PkiError("malformed", "ASN.1 ends too early");
  if ((tag & 0x1f) === 0x1f || depth > MAX_DEPTH) throw new PkiError("malformed", "ASN.1 not supported");
  if (bytes[offset + 1] === 0x80) return readIndefinite(bytes, offset, tag, depth);
  const start = contentStart(bytes, offset);
  const end = start + contentLength(bytes, offset);
  if (!(end <= bytes.length)) throw new PkiError("malformed", "ASN.1 ends too early");
  return { tag, content: bytes.subarray(start, end), raw: bytes.subarray(offset, end) };
}

/** Where the contents of the element at `offset` begin; for lists too long to make an object of each element. */
export function contentStart(bytes: Uint8Array, offset: number): number {
  const first = bytes[offset + 1] ?? 0;
  return offset + 2 + (first > 0x80 ? first & 0x7f : 0);
}

/** Definite lengths only; beyond the end of `bytes` where the element is cut off. Throws PkiError `malformed`. */
export function contentLength(bytes: Uint8Array, offset: number): number {
  const first = bytes[offset + 1];
  if (first === undefined) throw new PkiError("malformed", "ASN.1 ends too early");
  if (first < 0x80) return first;
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new PkiError("malformed", "ASN.1 length not supported");
  let length = 0;
  for (let i = 0; i < count; i += 1) length = length * 256 + (bytes[offset + 2 + i] ?? Number.NaN);
  return length;
}

function readIndefinite(bytes: Uint8Array, offset: number, tag: number, depth: number): Element {
  if ((tag & 0x20) === 0) throw new PkiError("malformed", "indefinite length of a primitive type");
  const start = offset + 2;
  let end = start;
  while (bytes[end] !== 0 || bytes[end + 1] !== 0) end += readElement(bytes, end, depth + 1).raw.length;
  return { tag, content: bytes.subarray(start, end), raw: bytes.subarray(offset, end + 2) };
}

/** The only element of `bytes`; anything after it is refused. */
export function readWhole(bytes: Uint8Array, tag?: number): Element {
  const element = readElement(bytes);
  if (element.raw.length !== bytes.length) throw new PkiError("malformed", "bytes after the end of ASN.1");
  return tag === undefined ? element : required(element, tag);
}

/** The elements inside a constructed element, in order; none for an absent one. */
export function children(parent: Element | undefined): Element[] {
  const content = parent?.content ?? EMPTY;
  const found: Element[] = [];
  for (let offset = 0; offset < content.length;) {
    const child = readElement(content, offset);
    found.push(child);
    offset += child.raw.length;
  }
  return found;
}

/** The element, which must be there and have this tag. */
export function required(element: Element | undefined, tag: number): Element {
  if (element?.tag !== tag) {
    throw new PkiError(
      "malformed",
      `expected tag ${tag.toString(16)}, found ${element?.tag.toString(16) ?? "nothing"}`,
    );
  }
  return element;
}

/** What an OCTET STRING holds, whether in one piece or several (BER). */
export function octets(element: Element | undefined, depth = 0): Uint8Array {
  if (depth > MAX_DEPTH) throw new PkiError("malformed", "ASN.1 not supported");
  if (element?.tag === 0x24) return Buffer.concat(children(element).map((piece) => octets(piece, depth + 1)));
  return required(element, TAG.octetString).content;
}

/** The octets of a BIT STRING without unused bits. */
export function bits(element: Element | undefined): Uint8Array {
  return required(element, TAG.bitString).content.subarray(1);
}

export function dottedOid(element: Element | undefined): string {
  const arcs: number[] = [];
  let value = 0;
  for (const octet of required(element, TAG.oid).content) {
    value = value * 128 + (octet & 0x7f);
    if (octet >= 0x80) continue;
    arcs.push(value);
    value = 0;
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join(".");
}

/** A non-negative INTEGER as big-endian octets without leading zeros (zero: none). */
export function unsigned(element: Element | undefined): Uint8Array {
  const { content } = required(element, TAG.integer);
  const start = content.findIndex((octet) => octet !== 0);
  return start === -1 ? EMPTY : content.subarray(start);
}

/** A small INTEGER or ENUMERATED. */
export function small(element: Element | undefined): number {
  if (
    !element ||
    (element.tag !== TAG.integer && element.tag !== TAG.enumerated) ||
    element.content.length > 4
  ) {
    throw new PkiError("malformed", "expected a small number");
  }
  return element.content.reduce((value, octet) => value * 256 + octet, 0);
}

/**
 * GeneralizedTime or UTCTime in UTC, as DER requires them; fractions beyond milliseconds are dropped. Years of two
 * digits are 1950 to 2049 (RFC 5280 §4.1.2.5.1).
 */
export function time(element: Element | undefined): Temporal.Instant {
  const short = element?.tag === TAG.utcTime;
  const { content } = required(element, short ? TAG.utcTime : TAG.generalizedTime);
  const written = Buffer.from(content).toString("latin1");
  const text = short ? `${Number(written.slice(0, 2)) < 50 ? "20" : "19"}${written}` : written;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9})\d*)?Z$/u.exec(text);
  if (!parts) throw new PkiError("malformed", "expected a time in UTC");
  const [, year, month, day, hour, minute, second, fraction = "0"] = parts;
  const milliseconds = fraction.padEnd(3, "0").slice(0, 3);
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`);
  } catch (cause) {
    throw new PkiError("malformed", "no such time", cause);
  }
}

/** Runs a reader and turns whatever it throws into a PkiError `malformed` that says what was being read. */
export function reading<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new PkiError(
      "malformed",
      `not ${what}${cause instanceof PkiError ? `: ${cause.detail}` : ""}`,
      cause,
    );
  }
}
