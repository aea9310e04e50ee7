// The button behind each way: begins a try for what the page it stands on is about, and leads to itsme or to the card's question.

import { AppError, type Language } from "@posthorn/domain";
import {
  type AttemptMethod,
  beginForPerson,
  type PersonPurpose,
  type SessionMember,
} from "@posthorn/usecases";
import { readForm, type WebContext, safePath } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { browserHashOf, keepWaiting } from "./browser-cookies.ts";
import { wayBack } from "./way-back.ts";

export const CARD_PAGE = "/eid";

interface Try {
  readonly purpose: PersonPurpose;
  readonly member?: Pick<SessionMember, "personId">;
  /** Of `rights`. */
  readonly requestId?: string | undefined;
  readonly nextPath: string;
}

export const beginRoutes: PortalRoutes = (app, deps, sessions) => {
  const ways = [
    ["/itsme", "itsme"],
    ["/card", "web_eid"],
  ] as const;
  for (const [path, method] of ways) {
    app.post(`/sign-in${path}`, async (c) => {
      const nextPath = await nextOf(c);
      return begin(c, deps, method, { purpose: "sign_in", nextPath });
    });
    app.post(`/confirm${path}`, async (c) => {
      const member = await sessions.require(c);
      return begin(c, deps, method, { purpose: "confirm", member, nextPath: await nextOf(c) });
    });
    app.post(`/identify${path}`, async (c) => {
      // It adds a way into the account, the first time as well.
      const member = await sessions.requireFresh(c, "/identify");
      if (member instanceof Response) return member;
      const purpose = member.identified ? "identify_again" : "activate";
      return begin(c, deps, method, { purpose, member, nextPath: "/identify" });
    });
  }
};

/** Where the way cannot be begun the answer leads back. Errors: too_many `too_many_tries`; not_found `identification_way_unknown`. */
export async function begin(
  c: WebContext,
  deps: PortalDeps,
  method: AttemptMethod,
  { purpose, member, requestId, nextPath }: Try,
  cardPage = CARD_PAGE,
): Promise<Response> {
  const { tries } = deps.identification;
  await tries.byAddress.consume(visitorOf(c).ip);
  if (member) await tries.byPerson.consume(member.personId);
  const { ctx, identification, tokens, sessionHash: digest } = deps;
  const ports = { ways: identification.ways, tokens, digest };
  const language: Language = c.get("language");
  try {
    const begun = await beginForPerson(ctx, ports, {
      purpose,
      method,
      ...(member ? { personId: member.personId } : {}),
      ...(requestId === undefined ? {} : { requestId }),
      browserHash: browserHashOf(c, deps),
      language,
      nextPath,
      arrivedAt: deps.arrivedAt(),
    });
    if (begun.redirectTo !== undefined) return c.redirect(begun.redirectTo, 303);
    // The question of the page stands on while the browser asks for the card by itself.
    if (method === "eid_tls") return c.redirect(`${identification.cardHost ?? ""}/${begun.state}`, 303);
    keepWaiting(c, begun.state);
    return c.redirect(cardPage, 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "itsme_unavailable") throw error;
    c.get("settings").log.warn({ err: error }, "itsme cannot be reached");
    return c.redirect(wayBack(purpose, error.code, nextPath), 303);
  }
}

async function nextOf(c: WebContext): Promise<string> {
  return safePath((await readForm(c)).get("next") ?? undefined);
}
