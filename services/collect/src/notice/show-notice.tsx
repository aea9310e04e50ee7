// The notice page: who writes, what this is, what follows from each choice, until when; or what became of the message.

import { contentKeptUntil } from "@posthorn/domain";
import { dateTimeInWords, dayInWords, textsFor, untilEndOf } from "@posthorn/texts";
import type { NoticeView } from "@posthorn/usecases";
import {
  Button,
  CollectLayout,
  CsrfField,
  Note,
  pageFrame,
  type PageFrame,
  type Markup,
  renderPage,
  type WebContext,
  type WebEnv,
} from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectDeps } from "../deps.ts";
import { withNotice } from "../door/open-notice.ts";
import { pathOf, routeOf } from "../door/paths.ts";
import { ForLine, isKept, mobileWords, SenderOf, SetOff, untilWords } from "./describe-notice.tsx";
import { showClosed } from "./show-closed.tsx";
import { NoticeLinks } from "./notice-links.tsx";

export function noticeRoutes(app: Hono<WebEnv>, deps: CollectDeps): void {
  app.get(routeOf(""), (c) =>
    withNotice(c, deps, (notice) => {
      if (notice.state === "collected") return showCollected(c, notice);
      if (notice.closed !== null) return showClosed(c, notice, notice.closed);
      if (notice.requiredIdentification !== "codes") return showOtherWay(c, notice);
      return showOpen(c, notice);
    }),
  );
}

async function showOpen(c: WebContext, notice: NoticeView): Promise<Response> {
  const frame = pageFrame(c);
  const { language } = frame;
  const { collect } = textsFor(language);
  const words = collect.notice;
  const title = notice.addresseeKind === "organisation" ? words.titleOrganisation : words.title;
  return renderPage(
    c,
    <CollectLayout frame={frame} title={title}>
      <h1>{title}</h1>
      <EndedNote c={c} language={language} />
      <SenderOf language={language} notice={notice} />
      <ForLine language={language} notice={notice} />
      <p>
        <SetOff sentence={untilSentence(frame, notice)} part={untilWords(language, notice)} />
      </p>
      <AskForCodes frame={frame} notice={notice} />
      <Note>
        <p>{collect.notYetAccepting}</p>
      </Note>
      <h2>{words.follows}</h2>
      <Consequences frame={frame} notice={notice} />
      <p class="muted">{words.whatIs}</p>
      <NoticeLinks language={language} deliveryId={notice.deliveryId} />
    </CollectLayout>,
  );
}

function untilSentence(frame: PageFrame, notice: NoticeView): string {
  const words = textsFor(frame.language).collect.notice;
  if (notice.state === "to_print") return words.afterWindow;
  const until = untilWords(frame.language, notice);
  return until === undefined ? words.untilNotSet(notice.collectionDays) : words.until(until);
}

function Consequences({ frame, notice }: { readonly frame: PageFrame; readonly notice: NoticeView }): Markup {
  const words = textsFor(frame.language).collect.notice;
  const choices = [
    { heading: words.ifAccept, means: words.accepting },
    ...(notice.state === "to_print" ? [] : [{ heading: words.ifRefuse, means: words.refusing }]),
    { heading: words.ifNothing, means: nothingMeans(frame, notice) },
  ];
  return (
    <>
      {choices.map(({ heading, means }) => (
        <section class="stack tight">
          <h3>{heading}</h3>
          <p>{means}</p>
        </section>
      ))}
    </>
  );
}

function nothingMeans(frame: PageFrame, notice: NoticeView): string {
  const words = textsFor(frame.language).collect.notice;
  if (notice.state === "to_print") return words.nothingLetterSoon;
  const day = notice.collectUntil === null ? words.lastDay : dayInWords(frame.language, notice.collectUntil);
  return notice.postalFallback ? words.nothingLetter(day) : words.nothing(day);
}

function AskForCodes({ frame, notice }: { readonly frame: PageFrame; readonly notice: NoticeView }): Markup {
  const words = textsFor(frame.language).collect.notice;
  return (
    <form method="post" action={pathOf(notice.deliveryId, "/codes")} class="stack tight">
      <CsrfField token={frame.csrfToken} />
      <p id="two-codes">{words.twoCodes(notice.maskedEmail, mobileWords(notice))}</p>
      <Button kind="primary" wide describedBy="two-codes">
        {words.send}
      </Button>
    </form>
  );
}

function EndedNote({
  c,
  language,
}: {
  readonly c: WebContext;
  readonly language: PageFrame["language"];
}): Markup {
  const { collect } = textsFor(language);
  const why = c.req.query("session");
  if (why !== "ended" && why !== "left") return <></>;
  return (
    <Note tone={why === "ended" ? "warn" : "ok"} role="status">
      <p>{why === "ended" ? collect.sessionEnded : collect.message.left}</p>
    </Note>
  );
}

/** Coming back later with the same identification. */
async function showCollected(c: WebContext, notice: NoticeView): Promise<Response> {
  const frame = pageFrame(c);
  const { language } = frame;
  const words = textsFor(language).collect.collectedBefore;
  const finalAt = notice.finalAt ?? notice.now;
  const kept = contentKeptUntil({
    holder: "unregistered_addressee",
    finalAt,
    collected: true,
    retentionDays: 0,
  });
  const open = kept !== "at_once" && isKept(notice, kept);
  return renderPage(
    c,
    <CollectLayout frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <EndedNote c={c} language={language} />
      <SenderOf language={language} notice={notice} />
      <ForLine language={language} notice={notice} />
      <p>{words.happened(dateTimeInWords(language, finalAt))}</p>
      <p>{open ? words.next(untilEndOf(language, kept)) : words.over}</p>
      {open && <AskForCodes frame={frame} notice={notice} />}
      <Note tone="warn">
        <p>{words.notYou}</p>
      </Note>
    </CollectLayout>,
  );
}

/** itsme and eID are not offered here yet: said plainly, with a way on. */
async function showOtherWay(c: WebContext, notice: NoticeView): Promise<Response> {
  const frame = pageFrame(c);
  const { language } = frame;
  const words = textsFor(language).collect.otherWay;
  return renderPage(
    c,
    <CollectLayout frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <SenderOf language={language} notice={notice} />
      <ForLine language={language} notice={notice} />
      <p>{words.happened}</p>
      <Note tone="warn">
        <p>{words.next(notice.sender.name, untilWords(language, notice) ?? words.untilLastDay)}</p>
      </Note>
      <NoticeLinks language={language} deliveryId={notice.deliveryId} />
    </CollectLayout>,
  );
}
