// What a key must be allowed to for a route, said where the route is described and asked before anything else of it.

import { AppError } from "@posthorn/domain";
import type { KeyHolder } from "@posthorn/usecases";
import type { MiddlewareHandler } from "hono";
import type { ApiServiceEnv } from "../deps.ts";

export type Scope = KeyHolder["scopes"][number];

/** Forbidden `scope_missing`, with the scope that is needed in `detail` and in `WWW-Authenticate` (RFC 6750 §3.1). */
export function requireScope(scope: Scope): MiddlewareHandler<ApiServiceEnv> {
  return async (c, next) => {
    if (!c.get("holder").scopes.includes(scope)) {
      c.header("WWW-Authenticate", `Bearer realm="posthorn", error="insufficient_scope", scope="${scope}"`);
      throw new AppError("forbidden", "scope_missing", {
        detail: `This needs a key with the scope ${scope}.`,
      });
    }
    await next();
  };
}
