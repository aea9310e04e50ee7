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

/** What a code of ours says in HTTP more exactly than its kind can. */
const STATUS_OF_CODE: Readonly<Record<string, ContentfulStatusCode>> = {
  method_not_allowed: 405,
  unsupported_media_type: 415,
};

/** One mistake: `path` as in the request (`addressees.0.mobile`), `pointer` the same as a JSON Pointer (RFC 6901) fragment. */
export type ProblemError = FieldError & { readonly pointer: string; readonly detail: string };

/** RFC 9457 body; `code`, `errors`, `retry_after`, `evidence` and `request_id` are our extension members. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: ContentfulStatusCode;
  readonly detail: string;
  readonly code: string;
  readonly request_id: string;
  readonly errors?: readonly ProblemError[];
  /** Seconds. */
  readonly retry_after?: number;
  /** Ids of the evidence that this refusal left. */
  readonly evidence?: readonly string[];
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

/** `title` and the errors' `detail` are in the reader's language, `detail` is the safe English one of the error. */
export function problemDetails(error: AppError, language: Language, requestId: string): ProblemDetails {
  const text = problemText(language, error);
  return {
    type: `urn:problem-type:posthorn:${error.code}`,
    title: text.title,
    status: statusOf(error),
    // Nobody wrote the detail of an internal error for strangers.
    detail: error.kind === "internal" || error.detail === error.code ? text.happened : error.detail,
    code: error.code,
    request_id: requestId,
    ...(error.fields.length === 0
      ? {}
      : { errors: error.fields.map((field) => problemError(field, language)) }),
    ...(error.retryAfterSeconds === undefined ? {} : { retry_after: error.retryAfterSeconds }),
    ...(error.evidence.length === 0 ? {} : { evidence: error.evidence }),
  };
}

function statusOf(error: AppError): ContentfulStatusCode {
  return STATUS_OF_CODE[error.code] ?? STATUS_OF_KIND[error.kind];
}

function problemError(field: FieldError, language: Language): ProblemError {
  const pointer = `#/${field.path.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll(".", "/")}`;
  return { ...field, pointer, detail: fieldErrorText(language, field) };
}
