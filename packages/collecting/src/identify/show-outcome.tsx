// Pages for who was not let in: what happened, that nothing changed, and the ways that are open.

import type { AppError, Language } from "@posthorn/domain";
import { problemText, textsFor } from "@posthorn/texts";
import type { IdentificationFinished, NoticeView } from "@posthorn/usecases";
import { Button, type Markup, Note, renderPage, type WebContext } from "@posthorn/web";
import type { CollectingDeps } from "../deps.ts";
import { frameOf, Layout } from "../frame.tsx";
import { ForLine, nameToAsk, SenderOf } from "../notice/describe-notice.tsx";
import { NoticeLinks } from "../notice/notice-links.tsx";
import { offerOf, OfferWays } from "./offer-ways.tsx";

type Field = Extract<IdentificationFinished, { kind: "mismatch" }>["field"];
type Failure = Pick<AppError, "kind" | "code" | "retryAfterSeconds">;

/** The answer was turned back, refused, or did not come. */
export async function showFailure(
  c: WebContext,
  deps: CollectingDeps,
  notice: NoticeView,
  failure: Failure,
): Promise<Response> {
  const { language } = frameOf(c, deps);
  const { title, happened, next } = problemText(language, failure);
  if (failure.retryAfterSeconds !== undefined) c.header("Retry-After", String(failure.retryAfterSeconds));
  const cancelled = failure.code === "identification_cancelled";
  const status = cancelled ? 200 : failure.kind === "unavailable" ? 503 : 403;
  return showOutcome(c, deps, notice, { title, status }, [
    <p class="lead">{happened}</p>,
    <Note {...(cancelled ? {} : { tone: "warn" })}>
      <p>{next}</p>
    </Note>,
  ]);
}

/** Identified, and somebody else than the sender meant. */
export async function showMismatch(
  c: WebContext,
  deps: CollectingDeps,
  notice: NoticeView,
  field: Field,
): Promise<Response> {
  const { language } = frameOf(c, deps);
  const words = textsFor(language).collectIdentify.mismatch;
  const advice = [
    ...(field === "not_a_member" ? [] : [words.next(nameToAsk(language, notice))]),
    ...(offerOf(deps, notice).codes ? [words.codes] : []),
  ];
  return showOutcome(c, deps, notice, { title: words.title, status: 403 }, [
    <p class="lead">{words.happened[field](notice.addressee)}</p>,
    <p>{words.told}</p>,
    advice.length > 0 && (
      <Note tone="warn">
        {advice.map((line) => (
          <p>{line}</p>
        ))}
      </Note>
    ),
  ]);
}

async function showOutcome(
  c: WebContext,
  deps: CollectingDeps,
  notice: NoticeView,
  page: { readonly title: string; readonly status: 200 | 403 | 503 },
  told: (Markup | false)[],
): Promise<Response> {
  const frame = frameOf(c, deps);
  const { language } = frame;
  return renderPage(
    c,
    <Layout frame={frame} title={page.title}>
      <h1>{page.title}</h1>
      <SenderOf frame={frame} notice={notice} />
      <ForLine language={language} notice={notice} />
      {told}
      <OfferWays frame={frame} notice={notice} offer={offerOf(deps, notice)} />
      <NoticeLinks frame={frame} deliveryId={notice.deliveryId} />
    </Layout>,
    page.status,
  );
}

/** Of another browser, too old, or used before: which delivery it was of is not told, and may not be known. */
export async function showLostTry(c: WebContext, deps: CollectingDeps): Promise<Response> {
  const frame = frameOf(c, deps);
  const { language } = frame;
  const { title, happened } = lostWords(language);
  const start = deps.place.start(language);
  return renderPage(
    c,
    <Layout frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lead">{happened}</p>
      <Note>
        <p>{textsFor(language).collectIdentify.lost.next}</p>
      </Note>
      <Button kind="primary" href={start.href} wide>
        {start.label}
      </Button>
    </Layout>,
    403,
  );
}

function lostWords(language: Language) {
  return problemText(language, { kind: "forbidden", code: "identification_try_unknown" });
}
