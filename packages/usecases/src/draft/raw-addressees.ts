// Turns the flat fields of a form's rows (`postal_address.street`) into the nested ones that are parsed.

import type { DraftForm } from "./draft-form.ts";

export function rawAddressees(form: DraftForm): readonly Record<string, unknown>[] {
  return form.addressees.map((row) => {
    const raw: Record<string, unknown> = {};
    for (const [path, value] of Object.entries(row)) {
      const [field, inner] = path.split(".", 2);
      if (!field) continue;
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
