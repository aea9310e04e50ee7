// Who reads a page: the session behind the cookie, looked up once a request.

import { AppError, type Language } from "@posthorn/domain";
import { loadSession, logSessionUse, type SessionMember } from "@posthorn/usecases";
import { readSessionCookie, type WebContext } from "@posthorn/web";
import { routePath } from "hono/route";
import type { PortalDeps } from "../deps.ts";
import { visitorOf } from "./visitor.ts";

export interface Sessions {
  /** Null for nobody. */
  of(c: WebContext): Promise<SessionMember | null>;
  /** Throws AppError unauthenticated `session_missing`: pages then lead to the sign-in form. */
  require(c: WebContext): Promise<SessionMember>;
  languageOf(c: WebContext): Promise<Language | undefined>;
}

export function createSessions(deps: Pick<PortalDeps, "ctx" | "sessionHash" | "arrivedAt">): Sessions {
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

  const logged = new WeakSet<WebContext>();

  /** Once a request, however many parts of a page ask who reads it. */
  async function log(c: WebContext, member: SessionMember): Promise<void> {
    if (logged.has(c)) return;
    logged.add(c);
    const act = `${c.req.method} ${routePath(c, -1)}`;
    await logSessionUse(deps.ctx, { act, member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() });
  }

  return {
    of,
    async require(c) {
      const member = await of(c);
      if (!member) throw new AppError("unauthenticated", "session_missing");
      await log(c, member);
      return member;
    },
    languageOf: async (c) => (await of(c))?.language,
  };
}
