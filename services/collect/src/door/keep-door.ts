// Cookies that keep a door open: what was presented (link or check code), and the session after identification.
// One of each a delivery, so that two letters open in one browser are never taken for one another.

import type { Presented } from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CollectDeps } from "../deps.ts";

/** What stands at the door: the secret of the link, or a check code in canonical form. */
export type Door =
  | { readonly kind: "link"; readonly token: string }
  | { readonly kind: "code"; readonly code: string };

const HOST_ONLY = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;
const DOOR_HOURS = 12;
const MARK = { link: "l.", code: "c." } as const;

export function keepDoor(c: WebContext, deliveryId: string, door: Door): void {
  const value = door.kind === "link" ? MARK.link + door.token : MARK.code + door.code;
  setCookie(c, doorCookie(deliveryId), value, { ...HOST_ONLY, maxAge: DOOR_HOURS * 3600 });
}

export function readDoor(c: WebContext, deliveryId: string): Door | null {
  const value = getCookie(c, doorCookie(deliveryId)) ?? "";
  if (value.startsWith(MARK.link)) return { kind: "link", token: value.slice(2) };
  if (value.startsWith(MARK.code)) return { kind: "code", code: value.slice(2) };
  return null;
}

export function closeDoor(c: WebContext, deliveryId: string): void {
  deleteCookie(c, doorCookie(deliveryId), HOST_ONLY);
}

export function keepSession(c: WebContext, deliveryId: string, token: string, seconds: number): void {
  setCookie(c, sessionCookie(deliveryId), token, { ...HOST_ONLY, maxAge: seconds });
}

export function dropSession(c: WebContext, deliveryId: string): void {
  deleteCookie(c, sessionCookie(deliveryId), HOST_ONLY);
}

/** For verbs before identification; empty where the browser holds no door of this delivery. */
export function presentedDoor(c: WebContext, deps: CollectDeps, deliveryId: string): Presented {
  const door = readDoor(c, deliveryId);
  if (door === null) return {};
  if (door.kind === "link") return { presented: deps.digest.link(door.token) };
  const known = deps.digest.checkCode(door.code);
  return known === null ? {} : { presented: known.hash };
}

/** For verbs after identification. */
export function presentedSession(c: WebContext, deps: CollectDeps, deliveryId: string): Presented {
  const token = getCookie(c, sessionCookie(deliveryId));
  return token === undefined ? {} : { presentedSession: deps.digest.session(token) };
}

function doorCookie(deliveryId: string): string {
  return `__Host-collect-door-${deliveryId}`;
}

function sessionCookie(deliveryId: string): string {
  return `__Host-collect-${deliveryId}`;
}
