// The one file of a form of contacts, handed on as it arrives; a form without a file is told apart from an empty one.

import { AppError } from "@posthorn/domain";
import { CONTACT_FILE_BYTES } from "@posthorn/usecases";
import { formParts, type WebContext } from "@posthorn/web";

const LIMITS = {
  files: 1,
  // One more than is taken, so that whoever reads it says how large a file of contacts may be.
  fileBytes: CONTACT_FILE_BYTES + 1,
  totalBytes: CONTACT_FILE_BYTES + 65_536,
  fields: 10,
};

/** Errors: bad_request `contact_file_missing`; too_large `contact_file_too_large`; those of `formParts` and of `take`. */
export async function takeContactFile<T>(
  c: WebContext,
  take: (source: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const missing = new AppError("bad_request", "contact_file_missing");
  if (!/^multipart\/form-data\b/i.test(c.req.header("Content-Type") ?? "")) throw missing;
  try {
    for await (const part of formParts(c, LIMITS)) {
      if (part.kind === "file" && part.filename !== "") return await take(part.body);
    }
  } catch (error) {
    if (error instanceof AppError && (error.code === "file_too_large" || error.code === "body_too_large"))
      throw new AppError("too_large", "contact_file_too_large", { cause: error });
    throw error;
  }
  throw missing;
}
