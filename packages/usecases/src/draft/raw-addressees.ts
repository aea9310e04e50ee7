// Turns the flat fields of a form's rows (`postal_address.street`) into the nested ones that are parsed.

import type { IdentityKeysPort } from "../identification/ports.ts";
import type { DraftForm } from "./draft-form.ts";
import { revealRegisterNumber } from "./hide-register-numbers.ts";

export function rawAddressees(
  keys: IdentityKeysPort,
  draft: { readonly id: string; readonly form: DraftForm },
): readonly Record<string, unknown>[] {
  return draft.form.addressees.map((row) => {
    const raw: Record<string, unknown> = {};
    // The form hides the fields of a person where the row is an organisation: what stands there is not meant.
    const isOrganisation = row["kind"] === "organisation";
    for (const [path, value] of Object.entries(revealRegisterNumber(keys, draft.id, row))) {
      const [field, inner] = path.split(".", 2);
      if (!field || (isOrganisation && field === "identification")) continue;
      if (inner === undefined) {
        raw[field] = value;
        continue;
      }
      const nested = (raw[field] ??= {}) as Record<string, unknown>;
      nested[inner] = value;
    }
    return raw;
  });
}
