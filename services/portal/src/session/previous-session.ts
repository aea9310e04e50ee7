// The session a browser comes to a sign-in with, whoever's it is: it ends with the new one.

import { readSessionCookie, type WebContext } from "@posthorn/web";

export function previousSession(
  c: WebContext,
  deps: { sessionHash(token: string): string },
): { readonly previousTokenHash?: string } {
  const token = readSessionCookie(c);
  return token === undefined ? {} : { previousTokenHash: deps.sessionHash(token) };
}
