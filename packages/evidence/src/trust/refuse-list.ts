// The one refusal of trusted lists.

import { AppError } from "@posthorn/domain";

/** `detail` names what is wrong, in English. */
export function refuseList(detail: string, cause?: unknown): AppError {
  return new AppError("unavailable", "trusted_list_refused", { detail, cause });
}
