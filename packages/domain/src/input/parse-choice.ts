// Reading of switches, numbers, dates and choices as forms and JSON send them.

import type { PlainDate } from "../lifecycle/state.ts";
import { failed, isBlank } from "./parse-line.ts";
import type { Parsed } from "./parse-line.ts";

const YES = new Set<unknown>([true, "true", "on", "1", "yes"]);
const NO = new Set<unknown>([false, "false", "off", "0", "no"]);

/** A switch; blank gives `whenBlank`. Error: `not_a_choice`. */
export function parseSwitch(path: string, value: unknown, whenBlank: boolean): Parsed<boolean> {
  if (isBlank(value)) return { ok: true, value: whenBlank };
  if (YES.has(value)) return { ok: true, value: true };
  if (NO.has(value)) return { ok: true, value: false };
  return failed(path, "not_a_choice");
}

/** A whole number within bounds, as number or decimal digits; blank gives `whenBlank`. Error: `out_of_range`. */
export function parseWholeNumber(
  path: string,
  value: unknown,
  bounds: { readonly min: number; readonly max: number; readonly whenBlank: number },
): Parsed<number> {
  if (isBlank(value)) return { ok: true, value: bounds.whenBlank };
  const number = typeof value === "string" && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value;
  if (
    typeof number === "number" &&
    Number.isInteger(number) &&
    number >= bounds.min &&
    number <= bounds.max
  ) {
    return { ok: true, value: number };
  }
  return failed(path, "out_of_range", { min: bounds.min, max: bounds.max });
}

/** One of a closed list. Errors: `required`, `not_a_choice`. */
export function parseChoice<T extends string>(
  path: string,
  value: unknown,
  choices: readonly T[],
): Parsed<T> {
  if (isBlank(value)) return failed(path, "required");
  const choice = choices.find((candidate) => candidate === value);
  return choice === undefined ? failed(path, "not_a_choice") : { ok: true, value: choice };
}

/** An ISO calendar date (`2026-11-21`); blank gives null. Error: `not_a_date`. */
export function parseDate(path: string, value: unknown): Parsed<PlainDate | null> {
  if (isBlank(value)) return { ok: true, value: null };
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value.trim()))
    return failed(path, "not_a_date");
  try {
    return { ok: true, value: Temporal.PlainDate.from(value.trim(), { overflow: "reject" }) };
  } catch {
    return failed(path, "not_a_date");
  }
}
