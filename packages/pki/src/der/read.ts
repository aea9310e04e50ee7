// Reads single DER elements, to take parts of certificates as the exact octets that were signed.

import { PkiError } from "../error.ts";

export interface Element {
  readonly tag: number;
  /** Contents without tag and length. */
  readonly content: Uint8Array;
  /** Tag, length and contents. */
  readonly raw: Uint8Array;
}

/** The element that starts at `offset`. Definite lengths only. Throws PkiError `malformed`. */
export function readElement(bytes: Uint8Array, offset = 0): Element {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined)
    throw new PkiError("malformed", "DER ends too early");
  let length = first;
  let start = offset + 2;
  if (first >= 0x80) {
    const octets = first & 0x7f;
    if (octets === 0 || octets > 4) throw new PkiError("malformed", "DER length not supported");
    length = 0;
    for (let i = 0; i < octets; i += 1) length = length * 256 + (bytes[start + i] ?? Number.NaN);
    start += octets;
  }
  const end = start + length;
  if (!(end <= bytes.length)) throw new PkiError("malformed", "DER ends too early");
  return { tag, content: bytes.subarray(start, end), raw: bytes.subarray(offset, end) };
}

/** The elements inside a constructed element, in order. */
export function readChildren(content: Uint8Array): Element[] {
  const children: Element[] = [];
  for (let offset = 0; offset < content.length;) {
    const child = readElement(content, offset);
    children.push(child);
    offset += child.raw.length;
  }
  return children;
}

/** The only element of `bytes`; anything after it is refused. */
export function readWhole(bytes: Uint8Array): Element {
  const element = readElement(bytes);
  if (element.raw.length !== bytes.length)
    throw new PkiError("malformed", "bytes after the end of DER");
  return element;
}
