// Lets only an admin on, by the role that his session was loaded with; what changes who runs an account reads it again under the account's lock.

import { AppError } from "@posthorn/domain";

/** The one member of a private account is its admin. Throws forbidden `not_an_admin`. */
export function requireAdminRole({ role }: { readonly role: "admin" | "user" }): void {
  if (role !== "admin") throw new AppError("forbidden", "not_an_admin");
}
