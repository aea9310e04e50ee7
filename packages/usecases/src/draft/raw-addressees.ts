// Turns the flat fields of a form's rows (`postal_address.street`) into the nested ones that are parsed.

import type { IdentityKeysPort } from "../identification/ports.ts";
import type { DraftForm } from "./draft-form.ts";
import { revealRegisterNumber } from "./hide-register-numbers.ts";

export function rawAddressees(
  keys: IdentityKeysPort,
  draft: { readonly id: string; readonly form: DraftForm },
): readonly Record<string, unknown>[] {
  return draft.form.addressees.map((row) => {
    const raw = nested(revealRegisterNumber(keys, draft.id, row));
    // The form hides the fields of a person where the row is an organisation: what stands there is not meant.
    if (row["kind"] === "organisation") delete raw["identification"];
    return raw;
  });
}

/** `a.b` becomes `b` in `a`; deeper names are none of a form. */
export function nested(fields: Readonly<Record<string, string>>): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(fields)) {
    const [field, inner] = path.split(".", 2);
    if (!field) continue;
    if (inner === undefined) {
      raw[field] = value;
      continue;
    }
    const within = (raw[field] ??= {}) as Record<string, unknown>;
    within[inner] = value;
  }
  return raw;
}
