// The one place where errors become HTTP: every kind has its status, every code its RFC 9457 problem.

import { AppError } from "@posthorn/domain";
import type { ErrorKind, FieldError, Language } from "@posthorn/domain";
import { fieldErrorText, problemText } from "@posthorn/texts";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";

export const STATUS_OF_KIND = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorKind, ContentfulStatusCode>;

/** RFC 9457 body; `code`, `fields`, `retry_after` and `request_id` are our extension members. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: ContentfulStatusCode;
  readonly detail: string;
  readonly code: string;
  readonly request_id: string;
  readonly fields?: readonly (FieldError & { readonly detail: string })[];
  /** Seconds. */
  readonly retry_after?: number;
}

/**
 * Whatever was thrown as an AppError: ours stay, an HTTPException of the framework keeps its meaning, anything else
 * is internal `internal_error` and says nothing about itself.
 */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) {
    const kind = (Object.keys(STATUS_OF_KIND) as ErrorKind[]).find(
      (candidate) => STATUS_OF_KIND[candidate] === error.status,
    );
    const unlisted = error.status >= 500 ? "internal" : "bad_request";
    return new AppError(kind ?? unlisted, kind ?? unlisted, { cause: error });
  }
  return new AppError("internal", "internal_error", { cause: error });
}

/** `title` and the fields' `detail` are in the reader's language, `detail` is the safe English one of the error. */
export function problemDetails(error: AppError, language: Language, requestId: string): ProblemDetails {
  const text = problemText(language, error);
  return {
    type: `urn:problem-type:posthorn:${error.code}`,
    title: text.title,
    status: STATUS_OF_KIND[error.kind],
    // Nobody wrote the detail of an internal error for strangers.
    detail: error.kind === "internal" || error.detail === error.code ? text.happened : error.detail,
    code: error.code,
    request_id: requestId,
    ...(error.fields.length === 0
      ? {}
      : { fields: error.fields.map((field) => ({ ...field, detail: fieldErrorText(language, field) })) }),
    ...(error.retryAfterSeconds === undefined ? {} : { retry_after: error.retryAfterSeconds }),
  };
}
