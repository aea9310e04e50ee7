// Reads the operators of a content stream (ISO 32000-1 §7.8.2), as forgiving as readers are.

/** Names keep their slash and are decoded; strings are octets. */
export type Operand = number | string | Uint8Array | readonly Operand[] | ReadonlyMap<string, Operand>;

export interface Operation {
  /** `BI` stands for a whole inline image, whose dictionary is its one operand. */
  readonly operator: string;
  readonly operands: readonly Operand[];
  /** Where its operands begin and where it ends. */
  readonly from: number;
  readonly to: number;
}

const WHITE = 1;
const DELIMITER = 2;
const CLASS = new Uint8Array(256);
for (const white of [0, 9, 10, 12, 13, 32]) CLASS[white] = WHITE;
for (const delimiter of "()<>[]{}/%") CLASS[delimiter.charCodeAt(0)] = DELIMITER;
/** Operators take at most six operands, colours of many inks up to 32; more is rubble. */
const OPERANDS_MAX = 64;
const NESTING_MAX = 32;

/** Tells each operation in turn; words that are none are told too. */
export function readContent(octets: Uint8Array, tell: (operation: Operation) => void): void {
  const reader = new ContentReader(octets);
  let operands: Operand[] = [];
  let from = -1;
  for (;;) {
    reader.skipBlank();
    if (reader.at >= octets.length) return;
    if (from < 0) from = reader.at;
    const value = reader.readValue(0);
    if (value !== null) {
      if (operands.length < OPERANDS_MAX) operands.push(value);
      continue;
    }
    const operator = reader.readWord();
    if (operator === "BI") operands = [reader.readInlineImage()];
    tell({ operator, operands, from, to: reader.at });
    operands = [];
    from = -1;
  }
}

class ContentReader {
  at = 0;
  readonly #octets: Uint8Array;

  constructor(octets: Uint8Array) {
    this.#octets = octets;
  }

  skipBlank(): void {
    const octets = this.#octets;
    for (;;) {
      const octet = octets[this.at];
      if (octet === undefined) return;
      if (octet === 0x25) {
        while (this.at < octets.length && octets[this.at] !== 10 && octets[this.at] !== 13) this.at += 1;
      } else if (CLASS[octet] === WHITE) {
        this.at += 1;
      } else {
        return;
      }
    }
  }

  /** Null where a word begins; always goes on by at least one octet otherwise. */
  readValue(depth: number): Operand | null {
    const octet = this.#octets[this.at] ?? 0;
    if ((octet >= 0x30 && octet <= 0x39) || octet === 0x2d || octet === 0x2e || octet === 0x2b) {
      return this.#readNumber();
    }
    if (octet === 0x2f) return this.#readName();
    if (octet === 0x28) return this.#readLiteral();
    if (octet === 0x3c) return this.#octets[this.at + 1] === 0x3c ? this.#readDict(depth) : this.#readHex();
    if (octet === 0x5b) return this.#readArray(depth);
    if (CLASS[octet] !== DELIMITER) return null;
    // A bracket that closes nothing.
    this.at += 1;
    return [];
  }

  readWord(): string {
    const start = this.at;
    while (this.at < this.#octets.length && CLASS[this.#octets[this.at] ?? 0] === 0) this.at += 1;
    if (this.at === start) this.at += 1;
    return latin1(this.#octets.subarray(start, this.at));
  }

  /** From behind `BI` to behind `EI`. */
  readInlineImage(): ReadonlyMap<string, Operand> {
    const entries = new Map<string, Operand>();
    for (;;) {
      this.skipBlank();
      if (this.at >= this.#octets.length) return entries;
      const key = this.readValue(0);
      if (key === null && this.readWord() === "ID") break;
      this.skipBlank();
      const value = this.readValue(0) ?? this.readWord();
      if (typeof key === "string") entries.set(key, value);
    }
    this.#skipImageData();
    return entries;
  }

  /** Ends at `EI` between blanks, with nothing behind it that no content stream holds. */
  #skipImageData(): void {
    const octets = this.#octets;
    for (let at = this.at + 1; at + 1 < octets.length; at += 1) {
      if (octets[at] !== 0x45 || octets[at + 1] !== 0x49 || CLASS[octets[at - 1] ?? 0] !== WHITE) continue;
      const after = octets.subarray(at + 2, at + 14);
      if (after.length > 0 && CLASS[after[0] ?? 0] !== WHITE) continue;
      if (!after.every((octet) => octet < 0x7f && (octet >= 0x20 || CLASS[octet] === WHITE))) continue;
      this.at = at + 2;
      return;
    }
    this.at = octets.length;
  }

  #readNumber(): number {
    const octets = this.#octets;
    let sign = 1;
    let value = 0;
    let scale = 0;
    for (; this.at < octets.length; this.at += 1) {
      const octet = octets[this.at] ?? 0;
      if (octet >= 0x30 && octet <= 0x39) {
        value = value * 10 + octet - 0x30;
        scale *= 10;
      } else if (octet === 0x2e && scale === 0) {
        scale = 1;
      } else if (octet === 0x2d) {
        // "--5" and "5-3" are seen in the wild; what follows a digit is dropped.
        sign = -1;
      } else if (octet !== 0x2b) {
        break;
      }
    }
    return (sign * value) / (scale || 1);
  }

  #readName(): string {
    this.at += 1;
    const start = this.at;
    while (this.at < this.#octets.length && CLASS[this.#octets[this.at] ?? 0] === 0) this.at += 1;
    const name = latin1(this.#octets.subarray(start, this.at));
    return `/${name.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
  }

  #readLiteral(): Uint8Array {
    const octets = this.#octets;
    const text: number[] = [];
    let depth = 1;
    for (this.at += 1; this.at < octets.length; this.at += 1) {
      let octet = octets[this.at] ?? 0;
      if (octet === 0x5c) {
        octet = this.#readEscape();
        if (octet >= 0) text.push(octet);
        continue;
      }
      if (octet === 0x28) depth += 1;
      if (octet === 0x29) depth -= 1;
      if (depth === 0) {
        this.at += 1;
        break;
      }
      text.push(octet);
    }
    return Uint8Array.from(text);
  }

  /** Stands on its last octet afterwards; -1 for a line end that is not part of the text. */
  #readEscape(): number {
    const octets = this.#octets;
    this.at += 1;
    const octet = octets[this.at] ?? 0;
    if (octet >= 0x30 && octet <= 0x37) {
      let value = octet - 0x30;
      for (let n = 0; n < 2; n += 1) {
        const next = octets[this.at + 1] ?? 0;
        if (next < 0x30 || next > 0x37) break;
        value = value * 8 + next - 0x30;
        this.at += 1;
      }
      return value & 0xff;
    }
    if (octet === 13) {
      if (octets[this.at + 1] === 10) this.at += 1;
      return -1;
    }
    if (octet === 10) return -1;
    const named = "nrtbf".indexOf(String.fromCharCode(octet));
    return named < 0 ? octet : ([10, 13, 9, 8, 12][named] ?? octet);
  }

  #readHex(): Uint8Array {
    const start = this.at + 1;
    const end = this.#octets.indexOf(0x3e, start);
    this.at = end < 0 ? this.#octets.length : end + 1;
    const digits = latin1(this.#octets.subarray(start, end < 0 ? undefined : end)).replaceAll(
      /[^0-9a-f]/gi,
      "",
    );
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex");
  }

  #readArray(depth: number): readonly Operand[] {
    this.at += 1;
    return this.#readUntil(0x5d, depth);
  }

  #readDict(depth: number): ReadonlyMap<string, Operand> {
    this.at += 2;
    const values = this.#readUntil(0x3e, depth);
    if (this.#octets[this.at] === 0x3e) this.at += 1;
    const entries = new Map<string, Operand>();
    for (let index = 0; index + 1 < values.length; index += 2) {
      const [key, value] = [values[index], values[index + 1]];
      if (typeof key === "string" && value !== undefined) entries.set(key, value);
    }
    return entries;
  }

  /** Words inside, `true` or `null`, stand as texts. */
  #readUntil(end: number, depth: number): Operand[] {
    const values: Operand[] = [];
    for (;;) {
      this.skipBlank();
      const octet = this.#octets[this.at];
      if (octet === undefined) return values;
      if (octet === end) {
        this.at += 1;
        return values;
      }
      if (depth > NESTING_MAX) this.at += 1;
      else values.push(this.readValue(depth + 1) ?? this.readWord());
    }
  }
}

function latin1(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString("latin1");
}
