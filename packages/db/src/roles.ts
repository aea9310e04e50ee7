// The database roles of the services: one process, one role.

export const SERVICE_ROLES = [
  "portal",
  "api",
  "collect",
  "worker",
  "sealer",
  "inbound",
  "verify",
  "backoffice",
  "press",
  "eraser",
] as const;
export type ServiceRole = (typeof SERVICE_ROLES)[number];

/** The portal becomes it for the one delivery in an inbox; without login, with what collect has and no more. */
export const INBOX_ROLE = "posthorn_inbox";

/** Owns the functions that erase, and nothing else; without login. */
export const ERASURE_ROLE = "posthorn_erasure";

export function roleName(role: ServiceRole): string {
  return `posthorn_${role}`;
}

/** The connection string of a role on the server and database of the owner's. */
export function urlForRole(ownerUrl: string, role: ServiceRole, password: string): string {
  const url = new URL(ownerUrl);
  url.username = roleName(role);
  url.password = password;
  return url.toString();
}
