// What an answer of S3 that is no success means to the product.

import { AppError } from "@posthorn/domain";

/** What is known of an answer: its status and S3's own word for it, where it said one. */
export interface S3Refusal {
  readonly status: number;
  /** `NoSuchKey`, `SlowDown`, …; empty where the body said none. */
  readonly code: string;
}

const RETRY_AFTER_SECONDS = 30;
const FULL_AFTER_SECONDS = 300;

// By whose word a store has no room: MinIO, Ceph and Garage, and those who bill by quota.
const FULL: ReadonlySet<string> = new Set([
  "QuotaExceeded",
  "ServiceQuotaExceeded",
  "XMinioStorageFull",
  "XMinioAdminBucketQuotaExceeded",
  "InsufficientStorage",
]);
// Told with a status of 400, and yet only bad luck.
const PASSING: ReadonlySet<string> = new Set([
  "RequestTimeout",
  "SlowDown",
  "InternalError",
  "OperationAborted",
]);
const PASSING_STATUS: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

export function isFull({ status, code }: S3Refusal): boolean {
  return status === 507 || FULL.has(code);
}

/** Whether the same request may succeed in a moment. */
export function isPassing(refusal: S3Refusal): boolean {
  return !isFull(refusal) && (PASSING_STATUS.has(refusal.status) || PASSING.has(refusal.code));
}

/**
 * `storage_full` or `content_unavailable` (unavailable, to be tried again), or `content_refused` (internal: the keys, the bucket's name
 * or its policy are wrong). The detail has S3's words, never the address.
 */
export function refusedBy(refusal: S3Refusal, retryAfterSeconds?: number): AppError {
  const detail = `S3 answered ${refusal.status} ${refusal.code}`.trim();
  if (isFull(refusal))
    return new AppError("unavailable", "storage_full", { detail, retryAfterSeconds: FULL_AFTER_SECONDS });
  if (isPassing(refusal)) return contentUnavailable(detail, { retryAfterSeconds });
  return new AppError("internal", "content_refused", { detail });
}

/** The store did not answer, or broke off. */
export function contentUnavailable(
  detail: string,
  more: { readonly cause?: unknown; readonly retryAfterSeconds?: number | undefined } = {},
): AppError {
  return new AppError("unavailable", "content_unavailable", {
    detail,
    retryAfterSeconds: more.retryAfterSeconds ?? RETRY_AFTER_SECONDS,
    ...(more.cause === undefined ? {} : { cause: more.cause }),
  });
}

/** The bucket keeps old versions, so that what is removed would stay: nothing is marked as removed. */
export function bucketVersioned(): AppError {
  return new AppError("internal", "content_bucket_versioned", {
    detail:
      "the bucket keeps versions: what is erased would stay in it. Use one without versioning or object lock",
  });
}
