// Octet strings without repetition.

/** Each value once, in the order given, without those in `known`. */
export function unique(
  values: readonly Uint8Array[],
  known: readonly Uint8Array[] = [],
): readonly Uint8Array[] {
  const seen = new Set(known.map(text));
  return values.filter((value) => {
    const key = text(value);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function text(octets: Uint8Array): string {
  return Buffer.from(octets).toString("latin1");
}
