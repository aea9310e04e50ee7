// Asking for the two codes and typing them: the first by a button, since following a link must change nothing.

import type { FieldError } from "@posthorn/domain";
import { durationInWords, textsFor } from "@posthorn/texts";
import { askForCodes, checkCodes, COLLECT_SESSION_MINUTES, type NoticeView } from "@posthorn/usecases";
import {
  Button,
  CodeField,
  Countdown,
  CsrfField,
  errorAt,
  ErrorSummary,
  Note,
  readForm,
  renderPage,
  type WebContext,
  type WebEnv,
} from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { keepSession } from "../door/keep-session.ts";
import { withNotice } from "../door/open-notice.ts";
import { pathOf, routeOf } from "../door/paths.ts";
import { addressOf, visitorOf } from "../door/visitor.ts";
import { frameOf, Layout } from "../frame.tsx";
import { ForLine, mobileWords, SenderOf } from "../notice/describe-notice.tsx";
import { NoticeLinks } from "../notice/notice-links.tsx";
import { showClosed } from "../notice/show-closed.tsx";

/** The answer never tells which of the two was wrong, nor why. */
const WRONG: readonly FieldError[] = [{ path: "email", code: "code_wrong" }];

export function codesRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  app.post(routeOf(deps, "/codes"), (c) =>
    withNotice(c, deps, async (notice) => {
      await deps.limits.asking.consume(addressOf(c));
      const door = deps.place.presented(c, notice.deliveryId);
      const asked = await askForCodes(deps.ctx, deps.codes, {
        door,
        arrivedAt: deps.arrivedAt(),
        visitor: visitorOf(c),
      });
      if (asked.kind === "closed") return showClosed(c, deps, notice, asked.reason, 409);
      if (asked.kind === "wait") return showForm(c, deps, notice, { waitSeconds: asked.retryAfterSeconds });
      return c.redirect(pathOf(deps, notice.deliveryId, "/codes"), 303);
    }),
  );
  app.get(routeOf(deps, "/codes"), (c) =>
    withNotice(c, deps, (notice) => {
      const isOver = notice.closed !== null && notice.state !== "collected";
      return isOver || notice.codesAgainAt === null
        ? c.redirect(pathOf(deps, notice.deliveryId), 303)
        : showForm(c, deps, notice);
    }),
  );
  app.post(routeOf(deps, "/codes/check"), (c) =>
    withNotice(c, deps, async (notice) => {
      await deps.limits.codes.consume(addressOf(c));
      const form = await readForm(c);
      const checked = await checkCodes(deps.ctx, deps.codes, deps.sessions, {
        door: deps.place.presented(c, notice.deliveryId),
        typed: { email: form.get("email") ?? "", sms: form.get("sms") ?? "" },
        arrivedAt: deps.arrivedAt(),
        visitor: visitorOf(c),
      });
      if (!checked.ok) return showForm(c, deps, notice, { errors: WRONG });
      await deps.limits.codes.forget(addressOf(c));
      keepSession(c, notice.deliveryId, checked.token, COLLECT_SESSION_MINUTES * 60);
      return c.redirect(
        pathOf(deps, notice.deliveryId, notice.state === "collected" ? "/message" : "/decide"),
        303,
      );
    }),
  );
}

/** Counted from when the pair was made, so a reload does not start it anew. */
function secondsToResend(notice: NoticeView): number {
  return notice.codesAgainAt === null ? 0 : notice.now.until(notice.codesAgainAt).total("seconds");
}

interface FormState {
  readonly errors?: readonly FieldError[];
  readonly waitSeconds?: number;
}

async function showForm(
  c: WebContext,
  deps: CollectingDeps,
  notice: NoticeView,
  state: FormState = {},
): Promise<Response> {
  const frame = frameOf(c, deps);
  const { language } = frame;
  const { collect } = textsFor(language);
  const words = collect.codes;
  const { errors = [], waitSeconds } = state;
  if (waitSeconds !== undefined) c.header("Retry-After", String(waitSeconds));
  const error = errorAt(language, errors, "email");
  return renderPage(
    c,
    <Layout
      frame={frame}
      title={words.title}
      hasErrors={errors.length > 0}
      islands={["code-entry", "countdown"]}
    >
      <h1>{words.title}</h1>
      <ErrorSummary language={language} errors={errors} />
      {waitSeconds !== undefined && (
        <Note tone="warn" role="alert">
          <p>{words.tooMany(durationInWords(language, Temporal.Duration.from({ seconds: waitSeconds })))}</p>
        </Note>
      )}
      <SenderOf frame={frame} notice={notice} />
      <ForLine language={language} notice={notice} />
      <p>{errors.length > 0 ? words.wrongHelp : words.sent}</p>
      <form
        method="post"
        action={pathOf(frame, notice.deliveryId, "/codes/check")}
        class="stack"
        autocomplete="off"
      >
        <CsrfField token={frame.csrfToken} />
        <CodeField
          language={language}
          name="email"
          label={words.email(notice.maskedEmail)}
          error={error}
          autofill={false}
        />
        <CodeField language={language} name="sms" label={words.sms(mobileWords(notice))} error={error} />
        <Button kind="primary" wide>
          {words.button}
        </Button>
      </form>
      {notice.state !== "collected" && (
        <Note>
          <p>{collect.notYetAccepting}</p>
        </Note>
      )}
      <h2>{words.nothingArrived}</h2>
      <form method="post" action={pathOf(frame, notice.deliveryId, "/codes")} class="stack tight">
        <CsrfField token={frame.csrfToken} />
        <p id="resend-help">{words.help}</p>
        <p>
          <Countdown
            language={language}
            seconds={waitSeconds ?? secondsToResend(notice)}
            sentence={words.resendIn}
            holds="resend"
          />
        </p>
        <Button id="resend" wide describedBy="resend-help">
          {words.resend}
        </Button>
      </form>
      <NoticeLinks frame={frame} deliveryId={notice.deliveryId} />
    </Layout>,
    waitSeconds !== undefined ? 429 : errors.length > 0 ? 422 : 200,
  );
}
