// Finds a one-time code in whatever was typed or pasted.

/** The six digits of a code inside a sentence, else the first digits of what was typed (six at most). */
export function digitsOf(text: string): string {
  const inSentence = /(?<!\d)(\d{3})[\s.\-\u00a0]?(\d{3})(?!\d)/.exec(text);
  if (inSentence !== null) return `${inSentence[1] ?? ""}${inSentence[2] ?? ""}`;
  return text.replace(/\D/g, "").slice(0, 6);
}

/** `418 203`, as it stands in mail and SMS. */
export function grouped(digits: string): string {
  return digits.length > 3 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits;
}
