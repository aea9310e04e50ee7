// Where a try leads when it fails: to the page on which it can be begun again, with the reason by its code.

import type { PersonPurpose } from "@posthorn/usecases";

const PAGES: Readonly<Record<Exclude<PersonPurpose, "rights">, string>> = {
  sign_in: "/sign-in/identity",
  activate: "/identify",
  identify_again: "/identify",
  confirm: "/confirm/identity",
};

export function wayBack(purpose: PersonPurpose, code: string, nextPath: string): string {
  const query = new URLSearchParams({ failed: code });
  // Of a request there is one page, and its address says which.
  if (purpose === "rights") return `${nextPath}?${query.toString()}`;
  if (nextPath !== "/" && nextPath !== PAGES[purpose]) query.set("next", nextPath);
  return `${PAGES[purpose]}?${query.toString()}`;
}
