// The occasion on which the sender hears of a mismatch: a field that fails is told once a day, however often it is tried.

import { brusselsDay } from "@posthorn/domain";
import type { AddresseeMismatch } from "./compare-addressee.ts";

const FIELDS: readonly AddresseeMismatch[] = ["name", "birth_date", "register_number", "not_a_member"];

export function mismatchOccasion(field: AddresseeMismatch, at: Temporal.Instant): string {
  return `${field}/${brusselsDay(at).toString()}`;
}

export function mismatchField(occasion: string): AddresseeMismatch {
  return FIELDS.find((field) => occasion.startsWith(`${field}/`)) ?? "name";
}
