// Reads a text file whatever it was written in: UTF-8, UTF-16 where it says so or shows it, else the code page of Western Windows.

export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const SAMPLE = 4096;

/** Western letters in it have an empty octet each, always on the same side; no text in octets has a single one. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, SAMPLE);
  const empty: [number, number] = [0, 0];
  for (const [at, octet] of sample.entries()) if (octet === 0) empty[at % 2 === 0 ? 0 : 1] += 1;
  const enough = sample.length / 5;
  if (bytes.length % 2 !== 0) return null;
  if (empty[1] > enough && empty[0] === 0) return "utf-16le";
  return empty[0] > enough && empty[1] === 0 ? "utf-16be" : null;
}
