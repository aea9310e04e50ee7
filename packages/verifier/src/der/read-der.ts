// Reads BER and DER (ITU-T X.690), keeping the exact octets of every element, because those are what was signed.

import { concat, fromLatin1 } from "../octets/octets.ts";

export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Tag, length and content, as they came. */
  readonly raw: Uint8Array;
}

const MAX_DEPTH = 32;

/** The element at `offset`. Throws TypeError where there is none. */
export function readDer(octets: Uint8Array, offset = 0, depth = 0): DerElement {
  const tag = octets[offset];
  const first = octets[offset + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > MAX_DEPTH)
    throw new TypeError("not DER");
  if (first === 0x80) return readIndefinite(octets, offset, tag, depth);
  let start = offset + 2;
  let length = first;
  if (first > 0x80) {
    const count = first & 0x7f;
    if (count > 4) throw new TypeError("not DER");
    length = octets.subarray(start, start + count).reduce((value, octet) => value * 256 + octet, 0);
    start += count;
  }
  const end = start + length;
  if (end > octets.length) throw new TypeError("DER ends too early");
  return { tag, content: octets.subarray(start, end), raw: octets.subarray(offset, end) };
}

function readIndefinite(octets: Uint8Array, offset: number, tag: number, depth: number): DerElement {
  const start = offset + 2;
  let end = start;
  while (octets[end] !== 0 || octets[end + 1] !== 0) end += readDer(octets, end, depth + 1).raw.length;
  return { tag, content: octets.subarray(start, end), raw: octets.subarray(offset, end + 2) };
}

/** None for an absent element. */
export function childrenOf(element: DerElement | undefined): readonly DerElement[] {
  const found: DerElement[] = [];
  const content = element?.content ?? new Uint8Array();
  for (let offset = 0; offset < content.length;) {
    const child = readDer(content, offset);
    found.push(child);
    offset += child.raw.length;
  }
  return found;
}

/** The child with that place. Throws TypeError without one. */
export function childOf(element: DerElement | undefined, place: number): DerElement {
  const child = childrenOf(element)[place];
  if (!child) throw new TypeError("an element is missing");
  return child;
}

/** What an OCTET STRING holds, in one piece or several (BER). */
export function octetsOf(element: DerElement): Uint8Array {
  if (element.tag === 0x24 || element.tag === 0xa0) return concat(...childrenOf(element).map(octetsOf));
  if (element.tag !== 0x04) throw new TypeError("not an OCTET STRING");
  return element.content;
}

export function oidOf(element: DerElement | undefined): string {
  if (element?.tag !== 0x06) throw new TypeError("not an object identifier");
  const arcs: number[] = [];
  let value = 0;
  for (const octet of element.content) {
    value = value * 128 + (octet & 0x7f);
    if (octet >= 0x80) continue;
    arcs.push(value);
    value = 0;
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join(".");
}

/** GeneralizedTime or UTCTime as ISO 8601 in UTC. */
export function timeOf(element: DerElement): string {
  const text = fromLatin1(element.content);
  const full = element.tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}` : text;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?Z$/u.exec(full);
  if (!parts) throw new TypeError("not a time in UTC");
  const [, year, month, day, hour, minute, second, fraction] = parts;
  const rest = fraction === undefined ? "" : `.${fraction}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${rest}Z`;
}
