// The one error that crosses packages: a stable code, a kind that HTTP maps from, a detail that is safe to show.

export type ErrorKind =
  | "bad_request"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "too_many"
  | "unavailable"
  | "internal";

/** One thing wrong with one input: `path` as in the input (`addressees.0.mobile`), `code` names the text to show. */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  /** Values the text needs; never personal data beyond what the user typed in that field. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface AppErrorOptions {
  /** Safe to show to the caller, in English; pages use the text of `code` instead. */
  readonly detail?: string;
  readonly fields?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
  /** Ids of the evidence records that this refusal left, for whom it was refused. */
  readonly evidence?: readonly string[];
  readonly cause?: unknown;
}

/** `code` is snake_case and never changes once published. `retryable` means: the same request may succeed later. */
export class AppError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly detail: string;
  readonly fields: readonly FieldError[];
  readonly retryAfterSeconds: number | undefined;
  readonly evidence: readonly string[];

  constructor(kind: ErrorKind, code: string, options: AppErrorOptions = {}) {
    super(`${code}${options.detail ? `: ${options.detail}` : ""}`, { cause: options.cause });
    this.name = "AppError";
    this.kind = kind;
    this.code = code;
    this.detail = options.detail ?? code;
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.evidence = options.evidence ?? [];
  }

  get retryable(): boolean {
    return this.kind === "unavailable" || this.kind === "too_many";
  }
}
