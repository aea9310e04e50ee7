// Writes DER (ITU-T X.690): the few types that certificates, CMS, timestamps and OCSP are made of.

export type Der = Uint8Array<ArrayBuffer>;

/** One element: tag octet, length, the contents one after another. */
export function tlv(tag: number, ...contents: readonly Uint8Array[]): Der {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  const header = length < 0x80 ? [tag, length] : [tag, 0x80 | base256(length).length, ...base256(length)];
  const out = new Uint8Array(header.length + length);
  out.set(header, 0);
  let offset = header.length;
  for (const part of contents) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}

function base256(value: number): number[] {
  const octets: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return octets;
}

export function sequence(...items: readonly Uint8Array[]): Der {
  return tlv(0x30, ...items);
}

/** SET OF in DER: the encodings in ascending order. */
export function setOf(...items: readonly Uint8Array[]): Der {
  return tlv(0x31, ...sortEncodings(items));
}

export function sortEncodings(items: readonly Uint8Array[]): Uint8Array[] {
  return items.toSorted((a, b) => Buffer.compare(a, b));
}

/** Context-specific and constructed: `[n] { … }`. */
export function context(n: number, ...items: readonly Uint8Array[]): Der {
  return tlv(0xa0 | n, ...items);
}

/** Context-specific and primitive: `[n] IMPLICIT`. */
export function contextPrimitive(n: number, content: Uint8Array = new Uint8Array()): Der {
  return tlv(0x80 | n, content);
}

/** A non-negative integer, from a number or from big-endian octets. */
export function integer(value: number | Uint8Array): Der {
  const octets = typeof value === "number" ? Uint8Array.from(base256(value)) : stripZeros(value);
  const first = octets[0];
  if (first === undefined) return tlv(0x02, Uint8Array.of(0));
  return first >= 0x80 ? tlv(0x02, Uint8Array.of(0), octets) : tlv(0x02, octets);
}

function stripZeros(octets: Uint8Array): Uint8Array {
  const start = octets.findIndex((octet) => octet !== 0);
  return start === -1 ? new Uint8Array() : octets.subarray(start);
}

export function enumerated(value: number): Der {
  return tlv(0x0a, Uint8Array.of(value));
}

export function boolean(value: boolean): Der {
  return tlv(0x01, Uint8Array.of(value ? 0xff : 0));
}

export function nil(): Der {
  return tlv(0x05);
}

export function octetString(content: Uint8Array): Der {
  return tlv(0x04, content);
}

export function bitString(content: Uint8Array, unusedBits = 0): Der {
  return tlv(0x03, Uint8Array.of(unusedBits), content);
}

/** A BIT STRING of named bits (X.690 §11.2.2: trailing zero bits removed). */
export function namedBits(bits: readonly number[]): Der {
  const highest = Math.max(...bits);
  const octets = new Uint8Array(Math.floor(highest / 8) + 1);
  for (const bit of bits) octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return bitString(octets, 7 - (highest & 7));
}

export function utf8String(text: string): Der {
  return tlv(0x0c, Buffer.from(text, "utf8"));
}

export function printableString(text: string): Der {
  return tlv(0x13, Buffer.from(text, "latin1"));
}

export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return tlv(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(value: number): number[] {
  const octets = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    octets.unshift((rest % 128) | 0x80);
  return octets;
}

/** Digits of an instant in UTC, `YYYYMMDDHHMMSS`. */
function utcDigits(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: "second", roundingMode: "floor" }).replaceAll(/[^0-9]/gu, "");
}

/** GeneralizedTime; with `milliseconds` a fraction without trailing zeros (RFC 3161 §2.4.2), else whole seconds. */
export function generalizedTime(instant: Temporal.Instant, options: { milliseconds?: boolean } = {}): Der {
  const milliseconds = options.milliseconds === true ? ((instant.epochMilliseconds % 1000) + 1000) % 1000 : 0;
  const fraction = milliseconds === 0 ? "" : `.${String(milliseconds).padStart(3, "0").replace(/0+$/u, "")}`;
  return tlv(0x18, Buffer.from(`${utcDigits(instant)}${fraction}Z`, "latin1"));
}

/** Validity dates of X.509: UTCTime from 1950 to 2049, GeneralizedTime outside (RFC 5280 §4.1.2.5). */
export function certificateTime(instant: Temporal.Instant): Der {
  const digits = utcDigits(instant);
  const year = Number(digits.slice(0, 4));
  if (year < 1950 || year > 2049) return generalizedTime(instant);
  return tlv(0x17, Buffer.from(`${digits.slice(2)}Z`, "latin1"));
}
