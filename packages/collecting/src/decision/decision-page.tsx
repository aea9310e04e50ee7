// The page on which is chosen: what it shows is kept under the evidence, so it depends on nothing but notice, collector and language.

import { createHash } from "node:crypto";
import { type CollectorFacts, LANGUAGES, type Language } from "@posthorn/domain";
import { numberInWords, textsFor } from "@posthorn/texts";
import type { CollectedView, NoticeView } from "@posthorn/usecases";
import { Button, CsrfField, type Markup, Note } from "@posthorn/web";
import { html } from "hono/html";
import { pathOf } from "../door/paths.ts";
import { type Frame, Layout } from "../frame.tsx";
import { collectorWords } from "../identify/name-collector.ts";
import { ForLine, SenderOf, SetOff, untilWords } from "../notice/describe-notice.tsx";

/** Raised whenever words, order or buttons of the page change. */
export const DECISION_PAGE_VERSION = "3";

interface DecisionPageProps {
  readonly frame: Frame;
  readonly notice: NoticeView;
  /** Who chooses. */
  readonly collector: CollectorFacts;
  /** Digest of what is shown, sent along with the choice; empty in what is kept. */
  readonly shown: string;
  /** A remark above the page itself; never in what is kept. */
  readonly remark?: string | undefined;
}

export function DecisionPage({ frame, notice, collector, shown, remark }: DecisionPageProps): Markup {
  const { language } = frame;
  const { collect } = textsFor(language);
  const words = collect.decide;
  const mayRefuse = notice.state !== "to_print";
  const until = untilWords(language, notice);
  const identity = textsFor(language).collectIdentify.decide;
  const { identified, proof } = collectorWords(language, notice, collector);
  const later = identified === undefined ? words.laterText : identity.later;
  return (
    <Layout frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      {remark !== undefined && (
        <Note tone="warn" role="alert">
          <p>{remark}</p>
        </Note>
      )}
      <SenderOf frame={frame} notice={notice} />
      <ForLine language={language} notice={notice} />
      <p class="lead">{identified === undefined ? words.lead : `${identified} ${identity.choose}`}</p>
      <Choice frame={frame} notice={notice} shown={shown} act="accept" />
      {mayRefuse && <Choice frame={frame} notice={notice} shown={shown} act="refuse" />}
      {!mayRefuse && <p>{collect.notice.afterWindow}</p>}
      {until !== undefined && mayRefuse && (
        <>
          <h2>{words.later}</h2>
          <p>
            <SetOff sentence={later(until)} part={until} />
          </p>
        </>
      )}
      <Note>
        <p>
          <b>{words.worth}</b>
        </p>
        <p>{proof ?? words.possession}</p>
        <p>{textsFor(language).common.trust[notice.trustStatus].line}</p>
      </Note>
    </Layout>
  );
}

interface ChoiceProps {
  readonly frame: Frame;
  readonly notice: NoticeView;
  readonly shown: string;
  readonly act: "accept" | "refuse";
}

function Choice({ frame, notice, shown, act }: ChoiceProps): Markup {
  const { collect } = textsFor(frame.language);
  const words = collect.decide;
  const isAccept = act === "accept";
  const { registeredDays } = notice.kept;
  return (
    <form method="post" action={pathOf(frame, notice.deliveryId, `/${act}`)} class="card">
      <CsrfField token={frame.csrfToken} />
      <input type="hidden" name="shown" value={shown} />
      <input type="hidden" name="language" value={frame.language} />
      <h2>{words[act]}</h2>
      <p id={`${act}-means`}>{isAccept ? collect.notice.accepting : collect.notice.refusing}</p>
      {isAccept && registeredDays !== null && (
        <p>{textsFor(frame.language).inbox.decideKept(numberInWords(frame.language, registeredDays))}</p>
      )}
      <Button kind={isAccept ? "seal" : "plain"} wide describedBy={`${act}-means`}>
        {isAccept ? words.acceptButton : words.refuseButton}
      </Button>
    </form>
  );
}

/** The page as it is kept: as shown, but for the secrets that keep strangers' forms out and the digest of itself. */
export async function renderKept(
  frame: Frame,
  { notice, collector }: Pick<CollectedView, "notice" | "collector">,
): Promise<{ readonly html: string; readonly digest: string }> {
  const kept = { ...decisionFrame(frame, notice.deliveryId), csrfToken: "", nonce: "" };
  const page = String(
    await html`<!doctype html>
      ${<DecisionPage frame={kept} notice={notice} collector={collector} shown="" />}`,
  );
  return { html: page, digest: createHash("sha256").update(page, "utf8").digest("hex") };
}

/** The same links to other languages whether the page is opened or its choice is being checked. */
export function decisionFrame(frame: Frame, deliveryId: string): Frame {
  const links = LANGUAGES.map((language): [Language, string] => [
    language,
    `${pathOf(frame, deliveryId, "/decide")}?lang=${language}`,
  ]);
  return { ...frame, languageLinks: Object.fromEntries(links) as Record<Language, string> };
}
