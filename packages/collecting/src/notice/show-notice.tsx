// The notice page: who writes, what this is, what follows from each choice, until when; or what became of the message.

import {
  brusselsDate,
  dateInWords,
  dateTimeInWords,
  dayInWords,
  textsFor,
  untilEndOf,
} from "@posthorn/texts";
import type { NoticeView } from "@posthorn/usecases";
import { Note, type Markup, renderPage, type WebContext, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { withNotice } from "../door/open-notice.ts";
import { routeOf } from "../door/paths.ts";
import { type Frame, frameOf, Layout } from "../frame.tsx";
import { offerOf, OfferWays } from "../identify/offer-ways.tsx";
import { ForLine, HeldLine, isKept, SenderOf, SetOff, untilWords } from "./describe-notice.tsx";
import { showClosed } from "./show-closed.tsx";
import { NoticeLinks } from "./notice-links.tsx";

export function noticeRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  app.get(routeOf(deps, ""), (c) =>
    withNotice(c, deps, (notice) => {
      if (notice.state === "collected") return showCollected(c, deps, notice);
      if (notice.closed !== null) return showClosed(c, deps, notice, notice.closed);
      return showOpen(c, deps, notice);
    }),
  );
}

async function showOpen(c: WebContext, deps: CollectingDeps, notice: NoticeView): Promise<Response> {
  const frame = frameOf(c, deps);
  const { language } = frame;
  const { collect } = textsFor(language);
  const words = collect.notice;
  const title = notice.addresseeKind === "organisation" ? words.titleOrganisation : words.title;
  return renderPage(
    c,
    <Layout frame={frame} title={title}>
      <h1>{title}</h1>
      <EndedNote c={c} language={language} />
      <SenderOf frame={frame} notice={notice} />
      <ForLine language={language} notice={notice} />
      <p>
        <SetOff sentence={untilSentence(frame, notice)} part={untilWords(language, notice)} />
      </p>
      <OfferWays frame={frame} notice={notice} offer={offerOf(deps, notice)} />
      <Note>
        <p>{collect.notYetAccepting}</p>
      </Note>
      <h2>{words.follows}</h2>
      <Consequences frame={frame} notice={notice} />
      <p class="muted">{words.whatIs}</p>
      <NoticeLinks frame={frame} deliveryId={notice.deliveryId} />
    </Layout>,
  );
}

function untilSentence(frame: Frame, notice: NoticeView): string {
  const words = textsFor(frame.language).collect.notice;
  if (notice.state === "to_print") return words.afterWindow;
  const until = untilWords(frame.language, notice);
  return until === undefined ? words.untilNotSet(notice.collectionDays) : words.until(until);
}

function Consequences({ frame, notice }: { readonly frame: Frame; readonly notice: NoticeView }): Markup {
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

function nothingMeans({ language }: Frame, { state, letter, collectUntil }: NoticeView): string {
  const words = textsFor(language).collect.notice;
  if (letter?.addressWanted) return words.nothingUnaddressed;
  const postedBy =
    letter === null || letter.postedBy === null ? null : dateInWords(language, letter.postedBy);
  if (state === "to_print" && postedBy !== null) return words.nothingLetterSoon(postedBy);
  const day = collectUntil === null ? words.lastDay : dayInWords(language, collectUntil);
  if (letter === null) return words.nothing(day);
  return postedBy === null ? words.nothingLetterNotSet : words.nothingLetter(day, postedBy);
}

function EndedNote({
  c,
  language,
}: {
  readonly c: WebContext;
  readonly language: Frame["language"];
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
async function showCollected(c: WebContext, deps: CollectingDeps, notice: NoticeView): Promise<Response> {
  const frame = frameOf(c, deps);
  const { language } = frame;
  const { collect, collectIdentify } = textsFor(language);
  const words = collect.collectedBefore;
  const { next } = notice.requiredIdentification === "codes" ? words : collectIdentify.collectedBefore;
  const { notYou } = notice.collectedWith === "codes" ? words : collectIdentify.collectedBefore;
  const finalAt = notice.finalAt ?? notice.now;
  const kept = notice.kept.until;
  const open = kept !== null && !notice.kept.erased && isKept(notice, kept);
  return renderPage(
    c,
    <Layout frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <EndedNote c={c} language={language} />
      <SenderOf frame={frame} notice={notice} />
      <ForLine language={language} notice={notice} />
      <p>{words.happened(dateTimeInWords(language, finalAt))}</p>
      <p>{(open ? next : words.over)(untilEndOf(language, kept ?? brusselsDate(finalAt)))}</p>
      <HeldLine language={language} notice={notice} />
      {open && <OfferWays frame={frame} notice={notice} offer={offerOf(deps, notice)} />}
      <Note tone="warn">
        <p>{notYou}</p>
      </Note>
    </Layout>,
  );
}
