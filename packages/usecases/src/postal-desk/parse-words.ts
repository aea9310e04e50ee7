// Reads the reason of an act at the desk: one of a list, and words where the list does not say it.

import { AppError, type FieldError } from "@posthorn/domain";

export const DESK_WORDS_LONGEST = 300;

/** NFC, on one line, without signs that cannot be shown. */
export function tidyWords(typed: string): string {
  return typed
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{White_Space}]+/gu, " ")
    .trim();
}

export function mistakeInWords(path: string, words: string, needed: boolean): readonly FieldError[] {
  if (needed && words === "") return [{ path, code: "required" }];
  if (words.length > DESK_WORDS_LONGEST)
    return [{ path, code: "too_long", params: { max: DESK_WORDS_LONGEST } }];
  return [];
}

export interface TypedReason {
  readonly reason: string;
  readonly words: string;
}

/** `other` needs words. Errors: bad_request `reason_invalid` with the fields `reason`, `words`. */
export function parseDeskReason<R extends string>(
  typed: TypedReason,
  reasons: readonly R[],
): { readonly reason: R; readonly words: string | null } {
  const reason = reasons.find((known) => known === typed.reason);
  const words = tidyWords(typed.words);
  const fields = mistakeInWords("words", words, typed.reason === "other");
  if (reason === undefined)
    throw new AppError("bad_request", "reason_invalid", {
      fields: [{ path: "reason", code: "choose" }, ...fields],
    });
  if (fields.length > 0) throw new AppError("bad_request", "reason_invalid", { fields });
  return { reason, words: words === "" ? null : words };
}
