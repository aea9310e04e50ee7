// The cookie of a step half done (second factor, setting up an app): its browser alone can go on, until the step is over.

import type { BegunCeremony, PresentedCeremony } from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

export type CeremonyKind = "second-factor" | "app";

const HOST_ONLY = { path: "/", secure: true, httpOnly: true, sameSite: "Strict" } as const;
const nameOf = (kind: CeremonyKind): string => `__Host-portal-${kind}`;

export function setCeremonyCookie(
  c: WebContext,
  kind: CeremonyKind,
  begun: BegunCeremony,
  at: Temporal.Instant,
): void {
  const maxAge = Math.max(1, Math.floor(begun.expiresAt.since(at).total("seconds")));
  setCookie(c, nameOf(kind), `${begun.id}.${begun.token}`, { ...HOST_ONLY, maxAge });
}

export function readCeremonyCookie(
  c: WebContext,
  kind: CeremonyKind,
  deps: { sessionHash(token: string): string },
): PresentedCeremony | undefined {
  const [id, token, ...rest] = getCookie(c, nameOf(kind))?.split(".") ?? [];
  if (id === undefined || token === undefined || rest.length > 0) return undefined;
  return { id, browserHash: deps.sessionHash(token) };
}

export function clearCeremonyCookie(c: WebContext, kind: CeremonyKind): void {
  deleteCookie(c, nameOf(kind), HOST_ONLY);
}
