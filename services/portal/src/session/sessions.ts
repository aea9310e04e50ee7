// Who reads a page: the session behind the cookie, looked up once a request.

import { AppError, type Language } from "@posthorn/domain";
import { isFresh, loadSession, logSessionUse, type SessionMember } from "@posthorn/usecases";
import { readSessionCookie, type WebContext, readDeviceHash } from "@posthorn/web";
import { routePath } from "hono/route";
import type { PortalDeps } from "../deps.ts";
import { visitorOf } from "./visitor.ts";

export interface Sessions {
  /** Null for nobody. */
  of(c: WebContext): Promise<SessionMember | null>;
  /** Throws AppError unauthenticated `session_missing`: pages then lead to the sign-in form. */
  require(c: WebContext): Promise<SessionMember>;
  /**
   * For sensitive acts: as `require`, and a full proof of who sits there within the last minutes. Otherwise the answer
   * to give, which leads to the page that asks for one and from there to `next`, by default the page that was asked for.
   */
  requireFresh(c: WebContext, next?: string): Promise<SessionMember | Response>;
  languageOf(c: WebContext): Promise<Language | undefined>;
}

export function createSessions(deps: Pick<PortalDeps, "ctx" | "sessionHash" | "arrivedAt">): Sessions {
  const looked = new WeakMap<WebContext, Promise<SessionMember | null>>();

  function of(c: WebContext): Promise<SessionMember | null> {
    let member = looked.get(c);
    if (!member) {
      member = load(c);
      looked.set(c, member);
    }
    return member;
  }

  async function load(c: WebContext): Promise<SessionMember | null> {
    const token = readSessionCookie(c);
    if (token === undefined) return null;
    const tokenHash = deps.sessionHash(token);
    return loadSession(deps.ctx, { tokenHash, ...readDeviceHash(c, deps), visitor: visitorOf(c) });
  }

  const logged = new WeakSet<WebContext>();

  /** Once a request, however many parts of a page ask who reads it. */
  async function log(c: WebContext, member: SessionMember): Promise<void> {
    if (logged.has(c)) return;
    logged.add(c);
    const act = `${c.req.method} ${routePath(c, -1)}`;
    await logSessionUse(deps.ctx, { act, member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() });
  }

  async function require(c: WebContext): Promise<SessionMember> {
    const member = await of(c);
    if (!member) throw new AppError("unauthenticated", "session_missing");
    await log(c, member);
    return member;
  }

  return {
    of,
    require,
    async requireFresh(c, next = c.req.method === "GET" ? c.req.path : "/security") {
      const member = await require(c);
      if (isFresh(member, deps.arrivedAt())) return member;
      return c.redirect(`/confirm?next=${encodeURIComponent(next)}`, 303);
    },
    languageOf: async (c) => (await of(c))?.language,
  };
}
