// Roles and devices in the reader's words.

import type { Language, StaffRole } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";

export function rolesInWords(language: Language, roles: readonly StaffRole[]): string {
  const words = textsFor(language).backoffice.roles;
  return roles.map((role) => words[role]).join(", ");
}

/** "Firefox, Linux, address 192.0.2.7". */
export function placeInWords(
  language: Language,
  place: { readonly browser: string; readonly os: string; readonly ip: string },
): string {
  const words = textsFor(language).backoffice;
  return words.from(words.device(place.browser, place.os), place.ip);
}
