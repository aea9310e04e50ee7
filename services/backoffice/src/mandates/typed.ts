// What an officer has typed in the forms of an application, to act upon it, and to show it again.

import { MANDATE_CHECKS, type MandateCheck } from "@posthorn/domain";

export type DeskAct = "approve" | "refuse" | "numbers";

export interface Typed {
  /** When what he decides upon was last changed, as his page said. */
  readonly seenAt: Temporal.Instant | null;
  readonly name: string;
  readonly checks: readonly MandateCheck[];
  readonly registerNumbers: boolean;
  readonly allowed: boolean;
  /** For a change of the authorisation, in the officer's own words. */
  readonly reason: string;
  /** Of the list, for a refusal. */
  readonly refusal: string;
  readonly words: string;
}

export function readTyped(form: URLSearchParams): Typed {
  return {
    seenAt: readInstant(form.get("seen_at") ?? ""),
    name: form.get("name") ?? "",
    checks: MANDATE_CHECKS.filter((check) => form.has(check)),
    registerNumbers: form.has("register_numbers"),
    allowed: form.get("allowed") === "yes",
    reason: form.get("reason") ?? "",
    refusal: form.get("refusal") ?? "",
    words: form.get("words") ?? "",
  };
}

function readInstant(text: string): Temporal.Instant | null {
  return /^\d{1,15}$/.test(text) ? Temporal.Instant.fromEpochMilliseconds(Number(text)) : null;
}
