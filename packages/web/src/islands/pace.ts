// How fast a file goes and how long it still takes, smoothed so that the figures can be read.

import type { UploadWords } from "../components/upload-words.ts";
import { fill } from "./page.ts";

/** Share of the newest measurement in the mean. */
const FRESH = 0.3;

export interface Pace {
  /** Bytes per second; 0 until something was measured. */
  readonly perSecond: number;
  /** The pace after `done` bytes at monotonic time `now` (milliseconds). */
  at(done: number, now: number): Pace;
}

export function paceOf(done: number, now: number, perSecond = 0): Pace {
  return {
    perSecond,
    at(nextDone, nextNow) {
      const seconds = (nextNow - now) / 1000;
      // Shorter spans say more about buffers than about the line.
      if (seconds < 0.25) return this;
      const measured = Math.max(0, nextDone - done) / seconds;
      return paceOf(
        nextDone,
        nextNow,
        perSecond === 0 ? measured : perSecond * (1 - FRESH) + measured * FRESH,
      );
    },
  };
}

/** `1.8 MB`, as the server writes it, but never in single bytes: they would flicker. */
export function sizeInWords(bytes: number, words: Pick<UploadWords, "units" | "decimal">): string {
  const unit = bytes < 999_500 ? 0 : bytes < 999_500_000 ? 1 : 2;
  const value = bytes / 1000 ** (unit + 1);
  const text =
    value < 9.95 && unit > 0
      ? value.toFixed(1).replace(".", words.decimal)
      : String(Math.max(Math.round(value), bytes > 0 ? 1 : 0));
  return `${text} ${words.units[unit] ?? ""}`;
}

export function restInWords(seconds: number, words: Pick<UploadWords, "seconds" | "minutes">): string {
  if (seconds < 90) return fill(words.seconds, { n: String(Math.max(1, Math.ceil(seconds))) });
  return fill(words.minutes, { n: String(Math.ceil(seconds / 60)) });
}
