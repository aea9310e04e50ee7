// The addressee's word on registered mail from this sender: asked after collecting, never before, and never needed to read.

import { brusselsDay } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import { giveAddresseeConsent, type StandingConsent, withdrawAddresseeConsent } from "@posthorn/usecases";
import { Button, Card, CsrfField, type Markup, Note, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { presentedSession } from "../door/keep-session.ts";
import { withSession } from "../door/open-notice.ts";
import { pathOf, routeOf } from "../door/paths.ts";
import { visitorOf } from "../door/visitor.ts";
import type { Frame } from "../frame.tsx";
import { nameToAsk } from "../notice/describe-notice.tsx";

const ACTS = { "/consent": giveAddresseeConsent, "/consent/withdraw": withdrawAddresseeConsent } as const;

export function consentRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  for (const page of ["/consent", "/consent/withdraw"] as const) {
    app.post(routeOf(deps, page), (c) =>
      withSession(c, deps, async ({ notice, content }) => {
        const { deliveryId } = notice;
        if (content === null) return c.redirect(pathOf(deps, deliveryId, "/wait"), 303);
        const language = c.get("language");
        const { own } = textsFor(language).contacts.consents;
        const words = page === "/consent" ? own.words : own.withdrawnWords;
        await ACTS[page](deps.ctx, {
          door: presentedSession(c, deps, deliveryId),
          words: words(nameToAsk(language, notice)),
          arrivedAt: deps.arrivedAt(),
          visitor: visitorOf(c),
        });
        const said = page === "/consent" ? "yes" : "no";
        return c.redirect(`${pathOf(deps, deliveryId, "/message")}?consent=${said}#consent`, 303);
      }),
    );
  }
}

export function ConsentCard({
  frame,
  deliveryId,
  sender,
  consent,
  said,
}: {
  readonly frame: Frame;
  readonly deliveryId: string;
  readonly sender: string;
  readonly consent: StandingConsent | null;
  /** What was just answered. */
  readonly said: string | undefined;
}): Markup {
  const { language } = frame;
  const words = textsFor(language).contacts.consents.own;
  const day = consent && dateInWords(language, brusselsDay(consent.since));
  return (
    <Card title={words.title} id="consent">
      {(said === "yes" || said === "no") && (
        <Note tone="ok" role="status">
          <p>{said === "yes" ? words.saidYes : words.saidNo}</p>
        </Note>
      )}
      {consent === null && <p>{words.ask(sender)}</p>}
      {consent !== null && <p>{consent.own ? words.given(sender, day ?? "") : words.stated(sender)}</p>}
      <p class="muted" id="consent-effect">
        {consent === null ? words.effect : words.withdrawEffect}
      </p>
      <form
        method="post"
        action={pathOf(frame, deliveryId, consent === null ? "/consent" : "/consent/withdraw")}
      >
        <CsrfField token={frame.csrfToken} />
        <Button describedBy="consent-effect">{consent === null ? words.give : words.withdraw}</Button>
      </form>
    </Card>
  );
}
