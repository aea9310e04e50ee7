// What the press needs from outside the database, and why a letter cannot be made.

import type { PostalService, PrinterProfile } from "@posthorn/domain";
import type { ContentPort, KeyUnwrapping } from "../context.ts";
import type { LetterFacts, LetterPort, PrintFileClosing } from "../letter/ports.ts";

export interface PressPorts {
  readonly letter: LetterPort;
  /** Renditions are read from there. */
  readonly content: Pick<ContentPort, "open">;
  /** Opens content keys. */
  readonly keys: KeyUnwrapping;
  readonly files: PrintFileClosing;
  readonly printers: readonly PrinterProfile[];
  /** What every letter says of us. */
  readonly house: Pick<LetterFacts, "provider" | "returnAddress" | "verifyUrl"> & {
    /** The service is null where each language has its own word for it. */
    readonly carrier: { readonly name: string; readonly service: PostalService | null };
  };
}

/**
 * Why a letter fell out at the press. `not_released`: it ended meanwhile. `content_erased`: the addressee's key is gone.
 * `letter_failed`: it cannot be set for a reason nobody foresaw.
 */
export const PRESS_REASONS = [
  "not_released",
  "address",
  "content_erased",
  "content_damaged",
  "content_missing",
  "letter_too_long",
  "letter_failed",
] as const;
export type PressReason = (typeof PRESS_REASONS)[number];

/** This letter cannot be made, however often it is tried. */
export class UnmakeableLetter extends Error {
  readonly reason: PressReason;

  constructor(reason: PressReason, cause?: unknown) {
    super(reason, { cause });
    this.name = "UnmakeableLetter";
    this.reason = reason;
  }
}
