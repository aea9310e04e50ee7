// A multipart form of a site: the parts as they arrive, once its first part has proved to be our own token.

import type { WebContext } from "../app/env.ts";
import { CSRF_FIELD, checkCsrfToken, csrfTokenIsInBody } from "../security/csrf.ts";
import { multipartParts } from "./multipart-parts.ts";
import type { MultipartLimits, MultipartPart } from "./multipart-parts.ts";

/**
 * For forms with files: `<CsrfField>` must be the form's first field, so that nothing is kept before it is checked.
 * Throws AppError forbidden `csrf_failed` and as `multipartParts` does.
 */
export async function* formParts(
  c: WebContext,
  limits: MultipartLimits,
): AsyncGenerator<MultipartPart, void, undefined> {
  let unchecked = csrfTokenIsInBody(c);
  for await (const part of multipartParts(c.req.raw, limits)) {
    if (unchecked) {
      checkCsrfToken(c, part.kind === "field" && part.name === CSRF_FIELD ? part.value : "");
      unchecked = false;
    } else if (part.kind === "file" || part.name !== CSRF_FIELD) yield part;
  }
}
