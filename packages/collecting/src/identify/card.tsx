// The identity card: the page on which it answers through Web eID.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { beginIdentification, type IdentificationBegun, type NoticeView } from "@posthorn/usecases";
import {
  Button,
  CsrfField,
  type Markup,
  Note,
  readForm,
  renderPage,
  WEB_EID_FIELD,
  WebEidForm,
  type WebContext,
  type WebEnv,
} from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { withNotice, withNoticeOf } from "../door/open-notice.ts";
import { deliveryOf, pathOf, routeOf } from "../door/paths.ts";
import { addressOf, visitorOf } from "../door/visitor.ts";
import { type Frame, frameOf, Layout } from "../frame.tsx";
import { ForLine, SenderOf } from "../notice/describe-notice.tsx";
import { NoticeLinks } from "../notice/notice-links.tsx";
import { showClosed } from "../notice/show-closed.tsx";
import { finishTry } from "./finish.ts";
import {
  type CardQuestion,
  dropCardQuestion,
  keepBrowser,
  keepCardQuestion,
  readCardQuestion,
} from "./keep-try.ts";
import { showLostTry } from "./show-outcome.tsx";

export function cardRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  app.post(routeOf(deps, "/identify/card"), (c) => {
    const arrivedAt = deps.arrivedAt();
    return withNotice(c, deps, async (notice) => {
      const asked = await ask(c, deps, notice, arrivedAt);
      if ("kind" in asked) return showClosed(c, deps, notice, asked.reason, 409);
      return c.redirect(pathOf(deps, notice.deliveryId, "/card"), 303);
    });
  });
  app.get(routeOf(deps, "/card"), (c) =>
    withNotice(c, deps, (notice) => {
      const question = readCardQuestion(c, notice.deliveryId);
      const isOver = notice.closed !== null && notice.state !== "collected";
      return isOver || question === undefined || deps.identification.eid === undefined
        ? c.redirect(pathOf(deps, notice.deliveryId), 303)
        : showCardPage(c, deps, notice, { question });
    }),
  );
  app.post(routeOf(deps, "/card"), async (c) => {
    const question = readCardQuestion(c, deliveryOf(c));
    if (question === undefined) return showLostTry(c, deps);
    const token = parseToken((await readForm(c)).get(WEB_EID_FIELD) ?? "");
    dropCardQuestion(c, deliveryOf(c));
    const { origin } = deps.site;
    const stateHash = deps.digest.session(question.state);
    return finishTry(c, deps, { method: "web_eid", stateHash, token, origin }, (error, deliveryId) =>
      askAgain(c, deps, deliveryId, error),
    );
  });
}

/** The extension's token is JSON; what is not is refused as one that cannot be read. */
function parseToken(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A fresh question in this browser: each is good for one answer. */
async function ask(
  c: WebContext,
  deps: CollectingDeps,
  notice: NoticeView,
  arrivedAt: Temporal.Instant,
): Promise<CardQuestion | Extract<IdentificationBegun, { kind: "closed" }>> {
  const { eid } = deps.identification;
  if (eid === undefined) throw new AppError("not_found", "identification_way_unknown");
  const nonce = eid.newNonce();
  const { begun, state } = await beginCard(c, deps, notice, { method: "web_eid", nonce, arrivedAt });
  if (begun.kind === "closed") return begun;
  const question = { state, nonce };
  keepCardQuestion(c, notice.deliveryId, question);
  return question;
}

export async function beginCard(
  c: WebContext,
  deps: CollectingDeps,
  notice: NoticeView,
  given: {
    readonly method: "web_eid" | "eid_tls";
    readonly nonce: string;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<{ readonly begun: IdentificationBegun; readonly state: string }> {
  await deps.limits.asking.consume(addressOf(c));
  await deps.limits.identifying.consume(notice.deliveryId);
  const { token: state, hash: stateHash } = deps.sessions.newToken();
  const begun = await beginIdentification(deps.ctx, {
    ...given,
    door: deps.place.presented(c, notice.deliveryId),
    browserHash: deps.digest.session(keepBrowser(c)),
    stateHash,
    language: c.get("language"),
    visitor: visitorOf(c),
  });
  return { begun, state };
}

/** The answer was refused: why stands on the page, which asks anew. */
async function askAgain(
  c: WebContext,
  deps: CollectingDeps,
  deliveryId: string,
  error: AppError,
): Promise<Response> {
  return withNoticeOf(c, deps, deliveryId, async (notice) => {
    const asked = await ask(c, deps, notice, deps.arrivedAt());
    if ("kind" in asked) return showClosed(c, deps, notice, asked.reason, 409);
    if (error.retryAfterSeconds !== undefined) c.header("Retry-After", String(error.retryAfterSeconds));
    return showCardPage(c, deps, notice, { question: asked, refused: error });
  });
}

async function showCardPage(
  c: WebContext,
  deps: CollectingDeps,
  notice: NoticeView,
  shown: { readonly question: CardQuestion; readonly refused?: AppError },
): Promise<Response> {
  const frame = frameOf(c, deps);
  const { language } = frame;
  const { collect, collectIdentify } = textsFor(language);
  const words = collectIdentify.cardPage;
  const { question, refused } = shown;
  return renderPage(
    c,
    <Layout frame={frame} title={words.title} hasErrors={refused !== undefined} islands={["web-eid"]}>
      <h1>{words.title}</h1>
      <SenderOf frame={frame} notice={notice} />
      <ForLine language={language} notice={notice} />
      <WebEidForm
        language={language}
        action={pathOf(frame, notice.deliveryId, "/card")}
        csrfToken={frame.csrfToken}
        nonce={question.nonce}
        origin={deps.site.origin}
        refusal={refused?.code}
      />
      {deps.identification.cardHost !== undefined && <ByBrowser frame={frame} notice={notice} />}
      {notice.state !== "collected" && (
        <Note>
          <p>{collect.notYetAccepting}</p>
        </Note>
      )}
      <Button href={pathOf(frame, notice.deliveryId)} icon="back" kind="quiet">
        {collect.backToNotice}
      </Button>
      <NoticeLinks frame={frame} deliveryId={notice.deliveryId} />
    </Layout>,
    refused === undefined ? 200 : refused.kind === "unavailable" ? 503 : 422,
  );
}

function ByBrowser({ frame, notice }: { readonly frame: Frame; readonly notice: NoticeView }): Markup {
  const { tls } = textsFor(frame.language).collectIdentify.cardPage;
  return (
    <form method="post" action={pathOf(frame, notice.deliveryId, "/identify/card-host")} class="stack tight">
      <CsrfField token={frame.csrfToken} />
      <h2>{tls.title}</h2>
      <p id="card-host-means">{tls.text}</p>
      <Button wide describedBy="card-host-means">
        {tls.button}
      </Button>
    </form>
  );
}
