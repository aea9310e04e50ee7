// Who of the staff reads a page: the session behind the cookie, looked up once a request; every look is logged.

import { AppError, type Language, mayAct, mayRead, type StaffRole } from "@posthorn/domain";
import {
  isStaffFresh,
  loadStaffSession,
  logStaffLook,
  type StaffMember,
  type StaffReader,
} from "@posthorn/usecases";
import { readSessionCookie, type WebContext, readDeviceHash } from "@posthorn/web";
import { routePath } from "hono/route";
import type { BackofficeDeps } from "../deps.ts";
import { visitorOf } from "./visitor.ts";

/** Who asks, as verbs take it, with all of the session. */
export interface Reader extends StaffReader {
  readonly staff: StaffMember;
}

export interface StaffSessions {
  /** Null for nobody. */
  of(c: WebContext): Promise<StaffMember | null>;
  /** Anybody of the staff; a page that no verb logs is logged here. Throws AppError unauthenticated `session_missing`. */
  require(c: WebContext): Promise<Reader>;
  /** To look at a desk's pages; the verb logs what. Throws as `require`, and forbidden `staff_role_missing`, which is logged. */
  requireReader(c: WebContext, desk: StaffRole): Promise<Reader>;
  /** To act at a desk. Throws as `requireReader`. */
  requireOfficer(c: WebContext, desk: StaffRole): Promise<Reader>;
  /** For acts that need a passkey shown lately: the reader, or the answer that leads there and back to `next`. */
  requireFresh(c: WebContext, next: string): Promise<Reader | Response>;
  languageOf(c: WebContext): Promise<Language | undefined>;
}

export function createStaffSessions(
  deps: Pick<BackofficeDeps, "ctx" | "sessionHash" | "arrivedAt">,
): StaffSessions {
  const looked = new WeakMap<WebContext, Promise<StaffMember | null>>();

  function of(c: WebContext): Promise<StaffMember | null> {
    let member = looked.get(c);
    if (!member) {
      member = load(c);
      looked.set(c, member);
    }
    return member;
  }

  async function load(c: WebContext): Promise<StaffMember | null> {
    const token = readSessionCookie(c);
    if (token === undefined) return null;
    const tokenHash = deps.sessionHash(token);
    return loadStaffSession(deps.ctx, { tokenHash, ...readDeviceHash(c, deps), visitor: visitorOf(c) });
  }

  async function readerOf(c: WebContext): Promise<Reader> {
    const staff = await of(c);
    if (!staff) throw new AppError("unauthenticated", "session_missing");
    return { staff, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
  }

  async function log(c: WebContext, reader: Reader, act: "page_viewed" | "page_refused"): Promise<void> {
    await logStaffLook(deps.ctx, {
      act,
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
      // The pattern, never the path.
      subject: `${c.req.method} ${routePath(c, -1)}`,
    });
  }

  async function requireRole(c: WebContext, may: (roles: readonly StaffRole[]) => boolean): Promise<Reader> {
    const reader = await readerOf(c);
    if (may(reader.staff.roles)) return reader;
    await log(c, reader, "page_refused");
    throw new AppError("forbidden", "staff_role_missing");
  }

  return {
    of,
    async require(c) {
      const reader = await readerOf(c);
      if (c.req.method === "GET") await log(c, reader, "page_viewed");
      return reader;
    },
    requireReader: (c, desk) => requireRole(c, (roles) => mayRead(roles, desk)),
    requireOfficer: (c, desk) => requireRole(c, (roles) => mayAct(roles, desk)),
    async requireFresh(c, next) {
      const reader = await readerOf(c);
      if (isStaffFresh(reader.staff, reader.arrivedAt)) return reader;
      return c.redirect(`/confirm?next=${encodeURIComponent(next)}`, 303);
    },
    languageOf: async (c) => (await of(c))?.language,
  };
}
