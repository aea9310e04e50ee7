// The five tones by which anything is coloured; a tone never stands alone, words say the same.

export type Tone = "ok" | "info" | "warn" | "stop" | "plain";

/** Joins class names; what is false or empty falls out. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== false && name !== undefined && name !== "").join(" ");
}
