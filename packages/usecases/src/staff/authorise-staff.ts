// May who sits there look, or act? Asked by every verb of the staff; the pages ask too, to show only what opens.

import { AppError, mayAct, mayRead, type StaffRole } from "@posthorn/domain";
import type { Visitor } from "../record/log-use.ts";
import type { StaffMember } from "./load-staff-session.ts";

/** Who of the staff looks or acts, from where, and when he asked. */
export interface StaffReader {
  readonly staff: Pick<StaffMember, "staffId" | "roles" | "freshUntil">;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/** The desk's own people and the auditor. Throws AppError forbidden `staff_role_missing`. */
export function requireReader(staff: Pick<StaffMember, "roles">, desk: StaffRole): void {
  if (!mayRead(staff.roles, desk)) throw new AppError("forbidden", "staff_role_missing");
}

/** The desk's own people. Throws AppError forbidden `staff_role_missing`. */
export function requireOfficer(staff: Pick<StaffMember, "roles">, desk: StaffRole): void {
  if (!mayAct(staff.roles, desk)) throw new AppError("forbidden", "staff_role_missing");
}

/** The desk's own people, who have shown a passkey lately. Throws AppError forbidden `staff_role_missing`, `staff_not_fresh`. */
export function requireFreshOfficer({ staff, arrivedAt }: StaffReader, desk: StaffRole): void {
  requireOfficer(staff, desk);
  if (!isStaffFresh(staff, arrivedAt)) throw new AppError("forbidden", "staff_not_fresh");
}

export function isStaffFresh(staff: Pick<StaffMember, "freshUntil">, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, staff.freshUntil) < 0;
}
