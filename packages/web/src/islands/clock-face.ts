// How a rest of time is written.

/** `4.05` for four minutes and five seconds. */
export function clockFace(seconds: number): string {
  return `${Math.trunc(seconds / 60)}.${String(seconds % 60).padStart(2, "0")}`;
}
