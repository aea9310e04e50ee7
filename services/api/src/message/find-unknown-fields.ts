// Finds the fields of a submission that nobody reads: a mistyped option must not silently fall back to its default.

import type { FieldError } from "@posthorn/domain";
import { AddresseeInput, MessageInput } from "../openapi/schemas.ts";

const OF_MESSAGE = new Set(Object.keys(MessageInput.shape));
const OF_ADDRESSEE = new Set(Object.keys(AddresseeInput.shape));
// Enough to see what is wrong; a request of nothing but unknown fields must not make an answer as long as itself.
const TOLD = 50;

export function findUnknownFields(message: object): readonly FieldError[] {
  const rows: unknown = "addressees" in message ? message.addressees : [];
  const inRows = Array.isArray(rows)
    ? rows.flatMap((row: unknown, index) => unknownIn(row, OF_ADDRESSEE, `addressees.${index}.`))
    : [];
  return [...unknownIn(message, OF_MESSAGE, ""), ...inRows].slice(0, TOLD);
}

function unknownIn(value: unknown, known: ReadonlySet<string>, path: string): FieldError[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.keys(value)
    .filter((field) => !known.has(field))
    .slice(0, TOLD)
    .map((field) => ({ path: `${path}${field.slice(0, 100)}`, code: "unknown_field" }));
}
