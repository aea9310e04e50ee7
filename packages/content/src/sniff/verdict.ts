// What may be sent: the answer of every inspection, and the reasons for which a file is refused.

import { AppError } from "@posthorn/domain";

/** Why a file is refused; stable, each has a text. */
export const UPLOAD_REFUSALS = [
  "empty",
  "executable",
  "macros",
  "type_mismatch",
  "unknown_type",
  "legacy_office",
] as const;
export type UploadRefusal = (typeof UPLOAD_REFUSALS)[number];

/** What the content is; `extension` without dot, lower case: the name's own ending, or the usual one where it has none. */
export interface AcceptedUpload {
  readonly ok: true;
  readonly mediaType: string;
  readonly extension: string;
}

export type UploadVerdict = AcceptedUpload | { readonly ok: false; readonly reason: UploadRefusal };

export function refused(reason: UploadRefusal): UploadVerdict {
  return { ok: false, reason };
}

/** The refusal as an error for streams: code `part_<reason>`, kind bad_request. */
export function refusalError(reason: UploadRefusal): AppError {
  return new AppError("bad_request", `part_${reason}`);
}
