// Reads the syntax of PDF objects from hostile bytes (ISO 32000-2 §7.2, §7.3): bounded in depth and size, nothing run.

/** A name without its slash. */
export interface PdfName {
  readonly name: string;
}
export interface PdfRef {
  readonly ref: number;
  readonly generation: number;
}
/** `start` and `end` are where it stands in the file, angle brackets or parentheses included. */
export interface PdfString {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}
export type PdfDict = ReadonlyMap<string, PdfValue>;
export interface PdfStream {
  readonly dict: PdfDict;
  /** Where its raw data begin. */
  readonly dataStart: number;
}
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfRef
  | PdfString
  | PdfDict
  | readonly PdfValue[]
  | PdfStream;

const MAX_DEPTH = 40;
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([..."()<>[]{}/%"].map((character) => character.charCodeAt(0)));
const LESS = 0x3c;
const GREATER = 0x3e;

/** A cursor over the bytes. Whatever is not PDF throws TypeError. */
export class SyntaxReader {
  readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  /** Past white space and comments. */
  skipSpace(): void {
    for (;;) {
      const octet = this.bytes[this.position];
      if (octet === undefined) return;
      if (octet === 0x25) {
        while (this.position < this.bytes.length && !isLineEnd(this.bytes[this.position])) this.position += 1;
      } else if (WHITE.has(octet)) this.position += 1;
      else return;
    }
  }

  /** A run of regular characters; empty at a delimiter. */
  word(): string {
    this.skipSpace();
    const start = this.position;
    while (this.position < this.bytes.length && isRegular(this.bytes[this.position])) this.position += 1;
    return latin1(this.bytes, start, Math.min(this.position, start + 200));
  }

  /** The next word when it is this one; else the cursor stays. */
  takes(expected: string): boolean {
    const start = this.position;
    if (this.word() === expected) return true;
    this.position = start;
    return false;
  }

  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new TypeError("PDF objects nested too deep");
    this.skipSpace();
    const octet = this.bytes[this.position];
    if (octet === undefined) throw new TypeError("the PDF ends too early");
    if (octet === 0x2f) return this.name();
    if (octet === 0x28) return this.literal();
    if (octet === 0x5b) return this.array(depth);
    if (octet === LESS) return this.bytes[this.position + 1] === LESS ? this.dict(depth) : this.hex();
    return this.keywordOrNumber();
  }

  private name(): PdfName {
    this.position += 1;
    const start = this.position;
    while (this.position < this.bytes.length && isRegular(this.bytes[this.position])) this.position += 1;
    const raw = latin1(this.bytes, start, this.position);
    return {
      name: raw.replaceAll(/#([0-9A-Fa-f]{2})/gu, (_all, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    };
  }

  private keywordOrNumber(): PdfValue {
    const word = this.word();
    if (word === "true") return true;
    if (word === "false") return false;
    if (word === "null") return null;
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(word)) throw new TypeError(`"${word}" is no PDF object`);
    const number = Number(word);
    if (!Number.isSafeInteger(number) || number < 0) return number;
    const after = this.position;
    const generation = this.word();
    if (/^\d{1,5}$/u.test(generation) && this.takes("R"))
      return { ref: number, generation: Number(generation) };
    this.position = after;
    return number;
  }

  private array(depth: number): readonly PdfValue[] {
    this.position += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.position] === 0x5d) {
        this.position += 1;
        return items;
      }
      items.push(this.value(depth + 1));
    }
  }

  private dict(depth: number): PdfDict {
    this.position += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.position] === GREATER && this.bytes[this.position + 1] === GREATER) {
        this.position += 2;
        return entries;
      }
      if (this.bytes[this.position] !== 0x2f) throw new TypeError("a dictionary's key is no name");
      const { name } = this.name();
      // readers disagree on which of two counts, so what one sees another may not
      if (entries.has(name)) throw new TypeError(`a dictionary has /${name.slice(0, 40)} twice`);
      entries.set(name, this.value(depth + 1));
    }
  }

  private hex(): PdfString {
    const start = this.position;
    const close = this.bytes.indexOf(GREATER, start);
    if (close === -1) throw new TypeError("a string without end");
    const digits = latin1(this.bytes, start + 1, close).replaceAll(/[\0\t\n\f\r ]/gu, "");
    if (!/^[0-9A-Fa-f]*$/u.test(digits)) throw new TypeError("a string with other than hexadecimal digits");
    this.position = close + 1;
    const even = digits.length % 2 === 0 ? digits : `${digits}0`;
    return { bytes: new Uint8Array(Buffer.from(even, "hex")), start, end: this.position };
  }

  private literal(): PdfString {
    const start = this.position;
    const out: number[] = [];
    let open = 1;
    this.position += 1;
    for (;;) {
      const octet = this.bytes[this.position];
      if (octet === undefined) throw new TypeError("a string without end");
      this.position += 1;
      if (octet === 0x5c) this.escape(out);
      else if (octet === 0x28) {
        open += 1;
        out.push(octet);
      } else if (octet === 0x29) {
        open -= 1;
        if (open === 0) return { bytes: Uint8Array.from(out), start, end: this.position };
        out.push(octet);
      } else out.push(octet);
    }
  }

  private escape(out: number[]): void {
    const octal = /^[0-7]{1,3}/u.exec(latin1(this.bytes, this.position, this.position + 3))?.[0];
    if (octal !== undefined) {
      out.push(Number.parseInt(octal, 8) & 0xff);
      this.position += octal.length;
      return;
    }
    const octet = this.bytes[this.position] ?? 0;
    this.position += 1;
    const known: Readonly<Record<number, number>> = { 0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12 };
    if (octet === 13 && this.bytes[this.position] === 10) this.position += 1;
    if (!isLineEnd(octet)) out.push(known[octet] ?? octet);
  }
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(
    bytes.buffer,
    bytes.byteOffset + start,
    Math.max(0, Math.min(end, bytes.length) - start),
  ).toString("latin1");
}

function isLineEnd(octet: number | undefined): boolean {
  return octet === 10 || octet === 13;
}

function isRegular(octet: number | undefined): boolean {
  return octet !== undefined && !WHITE.has(octet) && !DELIMITERS.has(octet);
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map;
}

export function isRef(value: PdfValue | undefined): value is PdfRef {
  return typeof value === "object" && value !== null && "ref" in value;
}

export function isStream(value: PdfValue | undefined): value is PdfStream {
  return typeof value === "object" && value !== null && "dataStart" in value;
}

export function isString(value: PdfValue | undefined): value is PdfString {
  return typeof value === "object" && value !== null && "bytes" in value;
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** The name's text; undefined for anything else. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return typeof value === "object" && value !== null && "name" in value ? value.name : undefined;
}
