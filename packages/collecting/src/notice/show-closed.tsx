// What became of a message that can no longer be collected here, and what can be done now: never a dead end.

import { brusselsDay, type Language, type RefusalReason } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import type { NoticeView } from "@posthorn/usecases";
import { Button, Note, renderPage, type WebContext } from "@posthorn/web";
import type { CollectingDeps } from "../deps.ts";
import { pathOf } from "../door/paths.ts";
import { frameOf, Layout } from "../frame.tsx";
import { endedWords, ForLine, HeldLine, SenderOf } from "./describe-notice.tsx";

type Closed = ReturnType<(typeof closedTexts)[keyof typeof closedTexts]>;

const closedTexts = {
  already_refused: (language: Language, notice: NoticeView) =>
    wordsOf(language).refused(endedWords(language, notice)),
  unreachable: (language: Language, notice: NoticeView) =>
    wordsOf(language).unreachable(endedWords(language, notice)),
  letter_on_its_way: (language: Language, notice: NoticeView) => letterWords(language, notice),
  wait_for_expiry: (language: Language) => wordsOf(language).waits(),
  expired: (language: Language, notice: NoticeView) => expiredWords(language, notice),
} as const;

/** 200 where the reader only looks; a choice that came too late is a 409 with the same words. */
export async function showClosed(
  c: WebContext,
  deps: CollectingDeps,
  notice: NoticeView,
  reason: RefusalReason,
  status: 200 | 409 = 200,
): Promise<Response> {
  const frame = frameOf(c, deps);
  const { language } = frame;
  const words = describe(language, notice, reason);
  const item = notice.letter?.item ?? null;
  return renderPage(
    c,
    <Layout frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <SenderOf frame={frame} notice={notice} />
      <ForLine language={language} notice={notice} />
      <p>{words.happened}</p>
      {reason === "letter_on_its_way" && item !== null && (
        <p>
          {wordsOf(language).item} <code>{item}</code>
        </p>
      )}
      <Note>
        <p>{words.next}</p>
      </Note>
      <HeldLine language={language} notice={notice} />
      {reason === "wait_for_expiry" && (
        <Button href={pathOf(frame, notice.deliveryId)} wide>
          {wordsOf(language).again}
        </Button>
      )}
    </Layout>,
    status,
  );
}

function describe(language: Language, notice: NoticeView, reason: RefusalReason): Closed {
  const text = reason in closedTexts ? closedTexts[reason as keyof typeof closedTexts] : closedTexts.expired;
  return text(language, notice);
}

/** Who was told that a letter follows waits for it: that none does is said. */
function expiredWords(language: Language, notice: NoticeView): ReturnType<Words["expired"]> {
  const words = wordsOf(language);
  const day = lastDay(language, notice);
  return notice.state === "post_failed" ? words.notPosted(day) : words.expired(day);
}

/** What the carrier states is said to be his word. */
function letterWords(language: Language, { state, letter, now }: NoticeView): ReturnType<Words["posted"]> {
  const words = wordsOf(language);
  const operator = letter?.operator ?? words.post;
  if (state === "post_delivered") return words.delivered(operator);
  if (state === "post_returned") return words.returned(operator);
  const postedAt = letter?.postedAt ? dateTimeInWords(language, letter.postedAt) : null;
  if (postedAt !== null)
    return state === "post_unknown" ? words.unheard(operator, postedAt) : words.posted(operator, postedAt);
  return words.letter(dateInWords(language, letter?.postedBy ?? brusselsDay(now)));
}

function lastDay(language: Language, notice: NoticeView): string {
  return notice.collectUntil === null
    ? endedWords(language, notice)
    : dateInWords(language, notice.collectUntil);
}

type Words = ReturnType<typeof wordsOf>;

function wordsOf(language: Language) {
  return textsFor(language).collect.closed;
}
