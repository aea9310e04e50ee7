// Who reads a page: the session behind the cookie, looked up once a request.

import { AppError, type Language } from "@posthorn/domain";
import { loadSession, type SessionMember } from "@posthorn/usecases";
import { readSessionCookie, type WebContext } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";

export interface Sessions {
  /** Null for nobody. */
  of(c: WebContext): Promise<SessionMember | null>;
  /** Throws AppError unauthenticated `session_missing`: pages then lead to the sign-in form. */
  require(c: WebContext): Promise<SessionMember>;
  languageOf(c: WebContext): Promise<Language | undefined>;
}

export function createSessions(deps: Pick<PortalDeps, "ctx" | "sessionHash">): Sessions {
  const looked = new WeakMap<WebContext, Promise<SessionMember | null>>();

  function of(c: WebContext): Promise<SessionMember | null> {
    let member = looked.get(c);
    if (!member) {
      const token = readSessionCookie(c);
      member = token === undefined ? Promise.resolve(null) : loadSession(deps.ctx, deps.sessionHash(token));
      looked.set(c, member);
    }
    return member;
  }

  return {
    of,
    async require(c) {
      const member = await of(c);
      if (!member) throw new AppError("unauthenticated", "session_missing");
      return member;
    },
    languageOf: async (c) => (await of(c))?.language,
  };
}
