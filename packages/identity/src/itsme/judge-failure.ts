// Which of our words a failure of the OpenID Connect library stands for; its own causes hold claims, so none is passed on.

import { AppError } from "@posthorn/domain";
import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";
import { refused, unavailable } from "./refuse.ts";
import type { ItsmeCause } from "./refuse.ts";

/** What the person did or let happen, rather than what went wrong (OpenID Connect Core 1.0 §3.1.2.6). */
const CANCELLATIONS = new Set([
  "access_denied",
  "login_required",
  "interaction_required",
  "consent_required",
  "account_selection_required",
]);

/** Whether the person said no at itsme, or did nothing until it gave up. */
export function isCancelled(failure: unknown): boolean {
  return failure instanceof AuthorizationResponseError && CANCELLATIONS.has(failure.error);
}

const OF_CLAIM: Readonly<Record<string, ItsmeCause>> = {
  nonce: "nonce",
  iss: "issuer",
  aud: "audience",
  azp: "audience",
  exp: "expired",
  nbf: "expired",
  auth_time: "auth_time",
};

/** Answers that are no answer of itsme at all: something in between, or itsme in trouble. */
const TROUBLE = new Set([
  "OAUTH_TIMEOUT",
  "OAUTH_ABORT",
  "OAUTH_RESPONSE_IS_NOT_JSON",
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_MISSING_SERVER_METADATA",
  "OAUTH_INVALID_SERVER_METADATA",
  "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED",
]);

/** AppError `itsme_answer_refused` or `itsme_unavailable`; anything that is no failure of the exchange comes back as it is. */
export function judgeFailure(failure: unknown): unknown {
  if (failure instanceof AppError) return failure;
  if (failure instanceof AuthorizationResponseError) return unavailable(`answer: ${wordOf(failure.error)}`);
  if (failure instanceof ResponseBodyError)
    return failure.error === "invalid_grant"
      ? refused("code")
      : unavailable(`token: ${wordOf(failure.error)}`);
  if (!(failure instanceof ClientError)) return failure;
  const inner = failure.cause;
  if (inner instanceof AppError) return inner;
  if (TROUBLE.has(failure.code ?? "")) return unavailable(`library: ${failure.code}`);
  return refused(causeOf(failure, inner));
}

/** A code of OAuth (RFC 6749 §4.1.2.1); anything else came from whoever made the address, and is not repeated in a log. */
function wordOf(error: string): string {
  return /^[a-z_]{1,40}$/u.test(error) ? error : "no known word";
}

function causeOf(failure: ClientError, inner: unknown): ItsmeCause {
  const facts = inner instanceof Error ? factsOf(inner.cause) : {};
  switch (failure.code) {
    case "OAUTH_DECRYPTION_FAILED":
      return failure.message.startsWith("no applicable") ? "unknown_key" : "undecryptable";
    case "OAUTH_KEY_SELECTION_FAILED":
      return "unknown_signer";
    case "OAUTH_JWT_CLAIM_COMPARISON_FAILED":
    case "OAUTH_JWT_TIMESTAMP_CHECK_FAILED":
      return OF_CLAIM[String(facts["claim"])] ?? "malformed";
    default:
  }
  if ("signature" in facts) return "signature";
  const { alg } = factsOf(facts["header"]);
  if (alg !== undefined) return alg === "none" ? "unsigned" : "algorithm";
  const words = inner instanceof Error ? inner.message : "";
  if (
    /"iss" \(issuer\) (response parameter|claim) ?/u.test(words) ||
    words.startsWith('response parameter "iss"')
  )
    return "issuer";
  return words.includes("claim missing") ? "incomplete" : "malformed";
}

function factsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
