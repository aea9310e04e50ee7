// The code from the mail: typed, sent anew, or shown on paper instead; then that the request is complete, with its number and day.

import { AppError } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import { askNewCode, confirmRequest, viewConfirmed, viewRequestCode } from "@posthorn/usecases";
import {
  Button,
  Card,
  CodeField,
  CsrfField,
  type Markup,
  Note,
  PageHead,
  pageFrame,
  PlainLayout,
  renderPage,
  readForm,
  type WebContext,
} from "@posthorn/web";
import type { Child } from "hono/jsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { PUBLIC_PATH } from "./paths.ts";

const CODE_PATH = `${PUBLIC_PATH}/code/:request{rrq_[0-9A-Za-z_]+}` as const;
const COMPLETE_PATH = `${PUBLIC_PATH}/complete/:request{rrq_[0-9A-Za-z_]+}` as const;

interface Told {
  readonly wrong?: true;
  readonly sent?: true;
  readonly tooMany?: true;
}

export const publicCodeRoutes: PortalRoutes = (app, deps) => {
  app.get(CODE_PATH, (c) => codePage(c, c.req.query("done") === "sent" ? { sent: true } : {}));

  app.post(CODE_PATH, async (c) => {
    const typed = (await readForm(c)).get("code") ?? "";
    return limited(c, async () => {
      const ports = { limits: deps.rights.limits, hash: deps.rights.codeHash };
      const outcome = await confirmRequest(deps.ctx, ports, { ...act(c), typed });
      if (outcome.kind === "wrong") return codePage(c, { wrong: true });
      return c.redirect(`${PUBLIC_PATH}/complete/${c.req.param("request")}`, 303);
    });
  });

  app.post(`${CODE_PATH}/again`, (c) =>
    limited(c, async () => {
      await askNewCode(deps.ctx, deps.rights.limits, act(c));
      return c.redirect(`${PUBLIC_PATH}/code/${c.req.param("request")}?done=sent`, 303);
    }),
  );

  app.get(COMPLETE_PATH, async (c) => {
    const view = await viewConfirmed(deps.ctx, c.req.param("request"));
    if (!view) return c.notFound();
    const { language } = pageFrame(c);
    const words = textsFor(language).rights.portal.complete;
    const number = String(view.number);
    if (view.dueOn === null) return plain(c, words.authorityTitle, 200, <p>{words.authorityText(number)}</p>);
    const text = words.text(number, dateInWords(language, view.dueOn));
    return plain(
      c,
      words.title,
      200,
      <Note tone="ok">
        <p>{text}</p>
        <p>{words.link}</p>
      </Note>,
    );
  });

  function act(c: WebContext) {
    return { requestId: c.req.param("request") ?? "", visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
  }

  /** A request that waits for no code, and none at all, look the same. */
  async function limited(c: WebContext, work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "rights_request_unknown") return gone(c);
      if (error.code !== "too_many_tries") throw error;
      if (error.retryAfterSeconds !== undefined) c.header("Retry-After", String(error.retryAfterSeconds));
      return codePage(c, { tooMany: true });
    }
  }

  async function codePage(c: WebContext, told: Told): Promise<Response> {
    const { requestId } = act(c);
    const view = await viewRequestCode(deps.ctx, requestId);
    if (!view) return told.tooMany === true ? tooMany(c) : gone(c);
    const frame = pageFrame(c);
    const words = textsFor(frame.language).rights.portal.code;
    if (view.proof === "document") return paperPage(c, view.number);
    const status = told.tooMany === true ? 429 : told.wrong === true ? 422 : 200;
    return renderPage(
      c,
      <PlainLayout frame={frame} title={words.title} hasErrors={status !== 200} islands={["code-entry"]}>
        <PageHead language={frame.language} title={words.title} lead={words.lead(String(view.number))} />
        {told.sent === true && (
          <Note tone="ok" role="status">
            {words.sent}
          </Note>
        )}
        {told.tooMany === true && (
          <Note tone="stop" role="alert">
            {words.tooMany}
          </Note>
        )}
        <form method="post" action={`${PUBLIC_PATH}/code/${requestId}`} novalidate>
          <CsrfField token={frame.csrfToken} />
          <Card id="code-card">
            <CodeField
              language={frame.language}
              name="code"
              label={words.label}
              below={words.hint}
              error={told.wrong === true ? words.wrong : undefined}
            />
            <Button kind="primary">{words.check}</Button>
          </Card>
        </form>
        <form method="post" action={`${PUBLIC_PATH}/code/${requestId}/again`}>
          <CsrfField token={frame.csrfToken} />
          <Button>{words.again}</Button>
        </form>
      </PlainLayout>,
      status,
    );
  }

  function paperPage(c: WebContext, number: number): Promise<Response> {
    const { paper } = textsFor(c.get("language")).rights.portal.code;
    return plain(
      c,
      paper.title,
      200,
      <Card id="paper">
        <p>{paper.lead(String(number))}</p>
        <ol>
          {paper.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <p>
          <a class="target" href="/privacy">
            {paper.notice}
          </a>
        </p>
      </Card>,
    );
  }

  function tooMany(c: WebContext): Promise<Response> {
    const words = textsFor(c.get("language")).rights.portal.code;
    return plain(c, words.title, 429, <Note tone="stop">{words.tooMany}</Note>);
  }

  function gone(c: WebContext): Promise<Response> {
    const words = textsFor(c.get("language")).rights.portal.code;
    return plain(
      c,
      words.gone,
      404,
      <Card id="gone">
        <p>{words.goneText}</p>
        <Button href={PUBLIC_PATH}>{words.home}</Button>
      </Card>,
    );
  }
};

function plain(c: WebContext, title: string, status: 200 | 404 | 429, body: Child): Promise<Response> {
  const frame = pageFrame(c);
  const { authority } = textsFor(frame.language).rights.portal;
  const page: Markup = (
    <PlainLayout frame={frame} title={title}>
      <PageHead language={frame.language} title={title} />
      {body}
      <p class="small muted">{authority}</p>
    </PlainLayout>
  );
  return renderPage(c, page, status);
}
