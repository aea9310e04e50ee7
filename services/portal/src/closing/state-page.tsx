// An account that closes or is closed: how long it stands, what can still be had of it, and the way back.

import { dateInWords, type Texts, textsFor } from "@posthorn/texts";
import type { ClosingView } from "@posthorn/usecases";
import { Button, Card, CsrfField, type Markup, Note, PageHead, type PageFrame } from "@posthorn/web";
import { creditsInWords } from "../frame/portal-page.tsx";
import type { ClosingPageProps } from "./ask-page.tsx";
import { Done, ExportCard } from "./cards.tsx";
import { CLOSING_PATH } from "./paths.ts";
import { RunningCard } from "./running-card.tsx";

type Words = Texts["closing"];

export function StatePage({ frame, member, view, running, done }: ClosingPageProps): Markup {
  const { language } = frame;
  const words = textsFor(language).closing;
  const closed = view.status === "closed";
  const runs = member.role === "admin";
  return (
    <>
      <PageHead language={language} title={closed ? words.state.closedTitle : words.state.closingTitle} />
      <Done text={done} />
      <Note tone="warn" id="countdown">
        <p>{standing(frame, words, view, runs)}</p>
        {closed && <p>{words.state.restricted}</p>}
        {!runs && <p>{words.state.askAdmin}</p>}
      </Note>
      <ExportCard language={language} member={member} closed={closed} />
      {runs && closed && <RefundCard frame={frame} words={words} view={view} />}
      {runs && view.mayReopen && (
        <Card id="undo" title={words.undo.title}>
          <p id="undo-effect">{words.undo.text}</p>
          <form method="post" action={`${CLOSING_PATH}/undo`}>
            <CsrfField token={frame.csrfToken} />
            <Button kind="primary" describedBy="undo-effect">
              {words.undo.submit}
            </Button>
          </form>
        </Card>
      )}
      {runs && !closed && (
        <Card id="close-now" title={words.closeNow.title}>
          <p>
            {words.closeNow.text} {words.choose.nowHint}
          </p>
          <p>
            <Button href={`${CLOSING_PATH}/confirm?mode=now`}>{words.closeNow.link}</Button>
          </p>
        </Card>
      )}
      <RunningCard language={language} page={running} lettersFollow={!closed} />
    </>
  );
}

function standing({ language }: PageFrame, { state }: Words, view: ClosingView, runs: boolean): string {
  if (view.status === "closing" || view.lastDay === null) return state.closing;
  if (!view.mayReopen) return state.falling;
  const lastDay = dateInWords(language, view.lastDay);
  return runs ? state.closed(lastDay) : state.closedForUsers(lastDay);
}

function RefundCard({
  frame,
  words,
  view,
}: {
  readonly frame: PageFrame;
  readonly words: Words;
  readonly view: ClosingView;
}): Markup {
  const { refund } = words;
  const { language } = frame;
  if (view.credits === 0 && view.refunded === 0) return <></>;
  return (
    <Card id="refund" title={refund.title}>
      {view.refunded > 0 && <p>{refund.asked(creditsInWords(language, view.refunded))}</p>}
      {view.credits > 0 && (
        <>
          <p id="refund-effect">{refund.text(creditsInWords(language, view.credits))}</p>
          <form method="post" action={`${CLOSING_PATH}/refund`}>
            <CsrfField token={frame.csrfToken} />
            <Button describedBy="refund-effect">{refund.submit}</Button>
          </form>
        </>
      )}
    </Card>
  );
}
