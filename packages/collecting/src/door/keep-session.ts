// The cookie of the session after identification; one a delivery, so that two letters open in one browser are never taken for one another.

import type { Presented } from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CollectingDeps } from "../deps.ts";

const HOST_ONLY = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;

export function keepSession(c: WebContext, deliveryId: string, token: string, seconds: number): void {
  setCookie(c, sessionCookie(deliveryId), token, { ...HOST_ONLY, maxAge: seconds });
}

export function dropSession(c: WebContext, deliveryId: string): void {
  deleteCookie(c, sessionCookie(deliveryId), HOST_ONLY);
}

/** For verbs after identification. */
export function presentedSession(c: WebContext, deps: CollectingDeps, deliveryId: string): Presented {
  const token = getCookie(c, sessionCookie(deliveryId));
  if (token === undefined) return {};
  return { ...deps.place.besideSession(c, deliveryId), presentedSession: deps.digest.session(token) };
}

function sessionCookie(deliveryId: string): string {
  return `__Host-collect-${deliveryId}`;
}
