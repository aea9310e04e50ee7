// A statement of the carrier that our desk had on paper or by telephone: its record says so after his words, always alike.

const ENTERED = "entered by the postal desk";

/** As it is recorded; `words`: the carrier's own, where he had any. */
export function asEntered(words: string | undefined): string {
  return words ? `${words} (${ENTERED})` : ENTERED;
}

/** What is recorded, taken apart again, for readers of other languages. */
export function readEntered(recorded: string): { readonly words: string | null; readonly byDesk: boolean } {
  if (recorded === ENTERED) return { words: null, byDesk: true };
  const end = ` (${ENTERED})`;
  if (!recorded.endsWith(end)) return { words: recorded, byDesk: false };
  return { words: recorded.slice(0, -end.length), byDesk: true };
}
