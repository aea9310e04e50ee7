// What every route says alike in the OpenAPI document: who may ask, and the problems it may answer with.

import { z } from "@hono/zod-openapi";
import { requireScope, type Scope } from "../door/require-scope.ts";
import { Problem } from "./schemas.ts";

/** Who may ask: a key with this scope. The middleware asks for it. */
export function scoped(scope: Scope) {
  return { security: [{ apiKey: [scope] }], middleware: requireScope(scope) };
}

export const SECURITY_SCHEME = {
  type: "http",
  scheme: "bearer",
  description:
    "An API key, made in the portal for one or more scopes. `messages:send`: submit messages. `messages:read`: list and follow messages and deliveries. `evidence:read`: fetch evidence, proofs and bundles. A key without the scope that a route names is answered with `scope_missing` (403).",
} as const;

const MEANING = {
  400: "The request is not complete or not in the right form; `errors` names each mistake.",
  401: "No API key, or one that is not known or was revoked.",
  403: "The key lacks the scope that is needed, its responsible member has left or is not identified, or the account is not active; `code` says which.",
  404: "Not here, or another account's.",
  409: "Not now: `code` says why. With `Retry-After` where waiting helps.",
  413: "More than the limits allow; `code` and `detail` say which.",
  415: "Neither multipart/form-data nor application/json.",
  429: "Asked too often; `Retry-After` says when again.",
  503: "A part of the service does not answer; nothing was accepted. `Retry-After` says when again.",
} as const;

type ProblemStatus = keyof typeof MEANING;

/** Responses of these statuses, beside those every route has: 401, 403, 429 and 503. */
export function problems<const Status extends ProblemStatus>(...statuses: readonly Status[]) {
  const all = [...statuses, 401, 403, 429, 503] as const;
  return Object.fromEntries(
    all.map((status) => [
      status,
      { description: MEANING[status], content: { "application/problem+json": { schema: Problem } } },
    ]),
  );
}

/** Named in the path, as the API gave it. */
export const IdParams = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: "id", in: "path" } }),
});
