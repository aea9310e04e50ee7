// The separate roles of the provider's staff, and which of them opens what (EN 319 401 §7.2, domain rules "Need to know").

export const STAFF_ROLES = ["postal_operator", "registration_officer", "privacy_officer", "auditor"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export function isStaffRole(text: string): text is StaffRole {
  return (STAFF_ROLES as readonly string[]).includes(text);
}

/** Whether who has these roles may look at the pages of a desk: its own people, and the auditor, who looks at all of them. */
export function mayRead(roles: readonly StaffRole[], desk: StaffRole): boolean {
  return roles.includes(desk) || roles.includes("auditor");
}

/** Whether who has these roles may act at a desk, or open what is sealed there: its own people alone. */
export function mayAct(roles: readonly StaffRole[], desk: StaffRole): boolean {
  return roles.includes(desk);
}
