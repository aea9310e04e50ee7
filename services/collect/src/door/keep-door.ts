// The cookie that keeps a door open: what was presented, link or check code.
// One a delivery, so that two letters open in one browser are never taken for one another.

import type { WebContext } from "@posthorn/web";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

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

function doorCookie(deliveryId: string): string {
  return `__Host-collect-door-${deliveryId}`;
}
