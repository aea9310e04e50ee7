// Calling a letter off: what follows from it, and one button; asked again it says that it is called off.

import { textsFor, untilEndOf } from "@posthorn/texts";
import { callOffLetter, type DeliveryView, type LetterView, showDelivery } from "@posthorn/usecases";
import { Button, Card, CsrfField, type Markup, Note, PageHead, type PageFrame } from "@posthorn/web";
import { creditsInWords, renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { nameAddressee } from "./name-addressee.ts";

const ROUTE = "/deliveries/:delivery/letter/call-off";

export const callOffRoutes: PortalRoutes = (app, { ctx }, sessions) => {
  app.get(ROUTE, async (c) => {
    const member = await sessions.require(c);
    const delivery = await showDelivery(ctx, member, c.req.param("delivery"));
    return renderPortal(
      c,
      ctx,
      member,
      pageOf(c.get("language"), delivery, delivery.letter?.callOff === true),
    );
  });

  app.post(ROUTE, async (c) => {
    const member = await sessions.require(c);
    const deliveryId = c.req.param("delivery");
    const answer = await callOffLetter(ctx, member, deliveryId);
    if (answer.kind === "called_off") return c.redirect(`/deliveries/${deliveryId}?letter=called-off`, 303);
    const delivery = await showDelivery(ctx, member, deliveryId);
    return renderPortal(c, ctx, member, { ...pageOf(c.get("language"), delivery, false), status: 409 });
  });
};

function pageOf(language: PageFrame["language"], delivery: DeliveryView, possible: boolean) {
  return {
    title: textsFor(language).track.callOff.title,
    current: "sent",
    body: (frame: PageFrame) => <CallOffPage frame={frame} delivery={delivery} possible={possible} />,
  } as const;
}

function CallOffPage({
  frame,
  delivery,
  possible,
}: {
  readonly frame: PageFrame;
  readonly delivery: DeliveryView;
  readonly possible: boolean;
}): Markup {
  const { language } = frame;
  const { portal, track } = textsFor(language);
  const words = track.callOff;
  const back = `/deliveries/${delivery.id}`;
  const { addressee, letter } = delivery;
  const who = nameAddressee(language, addressee);
  return (
    <>
      <PageHead
        language={language}
        title={words.title}
        crumbs={[
          { label: portal.menu.sent, href: "/sent" },
          { label: track.proofWait.back, href: back },
        ]}
        {...(possible ? { lead: words.lead(who) } : {})}
      />
      {possible && letter !== null ? (
        <form method="post" action={`${back}/letter/call-off`}>
          <CsrfField token={frame.csrfToken} />
          <Card id="call-off">
            <ul id="effects">
              {effectsOf(frame, delivery, letter).map((effect) => (
                <li>{effect}</li>
              ))}
            </ul>
            <div class="row">
              <Button kind="primary">{words.button}</Button>
              <Button href={back}>{words.keep}</Button>
            </div>
          </Card>
        </form>
      ) : (
        <>
          <Note tone="stop" role="alert">
            {words.notPossible}
          </Note>
          <p>
            <Button href={back}>{track.proofWait.back}</Button>
          </p>
        </>
      )}
    </>
  );
}

function effectsOf(
  { language }: PageFrame,
  { collectUntil, notifiedAt }: DeliveryView,
  { stage, postage }: LetterView,
): readonly string[] {
  const words = textsFor(language).track.callOff;
  const running =
    collectUntil === null ? words.beforeNotice : words.windowRuns(untilEndOf(language, collectUntil));
  return [
    stage === "waits" ? words.ends : running,
    ...(postage > 0 ? [words.postage(creditsInWords(language, postage))] : []),
    ...(notifiedAt === null ? [] : [words.told]),
    words.evidence,
  ];
}
