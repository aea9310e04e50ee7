// Answers 405 with Allow where the path is known and the method is not (RFC 9110 §15.5.6).

import { AppError } from "@posthorn/domain";
import type { Env, Hono } from "hono";

/** Call it after all routes are added. */
export function refuseOtherMethods<E extends Env>(app: Hono<E>): void {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of app.routes) {
    if (method === "ALL" || path.includes("*")) continue;
    const known = methods.get(path) ?? new Set<string>();
    methods.set(path, known.add(method));
    if (method === "GET") known.add("HEAD");
  }
  for (const [path, known] of methods) {
    const allow = [...known].toSorted().join(", ");
    app.all(path, (c) => {
      c.header("Allow", allow);
      throw new AppError("bad_request", "method_not_allowed", { detail: `Allowed here: ${allow}.` });
    });
  }
}
