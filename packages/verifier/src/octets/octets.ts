// Octets and their written forms, without anything that only Node has.

export type Octets = Uint8Array<ArrayBuffer>;

/** Lower-case. */
export function toHex(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
}

/** Throws TypeError for anything but pairs of lower-case hexadecimal digits. */
export function fromHex(text: string): Octets {
  if (!/^(?:[0-9a-f]{2})*$/u.test(text)) throw new TypeError("not hexadecimal");
  return Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** White space is passed over. Throws TypeError for what is no base64. */
export function fromBase64(text: string): Octets {
  const compact = text.replaceAll(/\s+/gu, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/u.test(compact)) throw new TypeError("not base64");
  return Uint8Array.from(atob(compact), (sign) => sign.codePointAt(0) ?? 0);
}

export function utf8(text: string): Octets {
  return new TextEncoder().encode(text);
}

/** Throws TypeError for what is not UTF-8. */
export function fromUtf8(octets: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(octets);
}

/** One sign an octet. */
export function fromLatin1(octets: Uint8Array): string {
  let text = "";
  for (let start = 0; start < octets.length; start += 8192)
    text += String.fromCodePoint(...octets.subarray(start, start + 8192));
  return text;
}

export function concat(...pieces: readonly Uint8Array[]): Octets {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, index) => octet === b[index]);
}

export type HashName = "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";

export async function digest(octets: Uint8Array, hash: HashName = "SHA-256"): Promise<Octets> {
  return new Uint8Array(await crypto.subtle.digest(hash, Uint8Array.from(octets)));
}

export async function sha256Hex(octets: Uint8Array): Promise<string> {
  return toHex(await digest(octets));
}
