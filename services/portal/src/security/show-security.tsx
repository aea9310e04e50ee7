// The page of how one gets in and where one is signed in; each means of sign-in has its card.

import { type Texts, textsFor } from "@posthorn/texts";
import { endOtherSessions, endSession } from "@posthorn/usecases";
import { Note, PageHead, pageFrame } from "@posthorn/web";
import { identificationCard } from "../identify/identification-card.tsx";
import { passkeysCard } from "../passkeys/list-passkeys.tsx";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { appCard, recoveryCard } from "./app-card.tsx";
import type { SecurityCard } from "./cards.ts";
import { passwordCard } from "./password.tsx";
import { sessionsCard } from "./sessions-card.tsx";

/** In the order of the page. */
const CARDS: readonly SecurityCard[] = [
  passkeysCard,
  passwordCard,
  appCard,
  recoveryCard,
  identificationCard,
  sessionsCard,
];

export const securityRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/security", async (c) => {
    const member = await sessions.require(c);
    const frame = pageFrame(c);
    const words = textsFor(frame.language).security;
    const done = doneInWords(words, c.req.query("done"));
    const cards = await Promise.all(CARDS.map((card) => card({ deps, member, frame })));
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      current: "security",
      body: () => (
        <>
          <PageHead language={frame.language} title={words.title} lead={words.lead} />
          {done !== undefined && (
            <Note tone="ok" role="status">
              {done}
            </Note>
          )}
          {c.req.query("required") !== undefined && (
            <Note tone="warn" role="status">
              {words.required}
            </Note>
          )}
          {c.req.query("over") !== undefined && (
            <Note tone="warn" role="status">
              {words.app.expired}
            </Note>
          )}
          {cards}
        </>
      ),
    });
  });

  app.post("/security/sessions/end-others", async (c) => {
    const member = await sessions.requireFresh(c);
    if (member instanceof Response) return member;
    await endOtherSessions(deps.ctx, { member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() });
    return c.redirect("/security?done=sessions", 303);
  });

  app.post("/security/sessions/:session/end", async (c) => {
    const member = await sessions.requireFresh(c);
    if (member instanceof Response) return member;
    await endSession(deps.ctx, {
      member,
      id: c.req.param("session"),
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    });
    return c.redirect("/security?done=session", 303);
  });
};

function doneInWords({ done }: Texts["security"], name: string | undefined): string | undefined {
  return name !== undefined && Object.hasOwn(done, name) ? done[name as keyof typeof done] : undefined;
}
