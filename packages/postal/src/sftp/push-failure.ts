// Why files did not arrive, as the one error that crosses packages.

import { AppError } from "@posthorn/domain";

export type PushFault =
  | "unreachable"
  | "host_key_wrong"
  | "auth_refused"
  | "no_key"
  | "no_room"
  | "denied"
  | "broken_off"
  | "already_there";

/** The detail is the fault alone: what a server says of itself is for the log. */
export function pushFailure(fault: PushFault, cause?: unknown): AppError {
  return new AppError("unavailable", "printer_unavailable", { detail: fault, cause });
}
