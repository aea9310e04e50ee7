// The code from the mail: typed, sent anew, or itsme, a card or paper instead; then that the request is complete, with its number and day.

import { AppError, type Language } from "@posthorn/domain";
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
import { begin } from "../identify/begin.ts";
import { SmallWays } from "../identify/choose-way.tsx";
import { FailureNote, failureOf } from "../identify/failure-note.tsx";
import { isOffered } from "../identify/offered.ts";
import { DeskReached } from "../privacy/desk-reached.tsx";
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

  for (const [way, method] of [
    ["itsme", "itsme"],
    ["card", "web_eid"],
  ] as const)
    app.post(`${CODE_PATH}/${way}`, (c) =>
      limited(c, async () => {
        const { requestId } = act(c);
        if (!(await viewRequestCode(deps.ctx, requestId))) return gone(c);
        const nextPath = `${PUBLIC_PATH}/code/${requestId}`;
        return begin(c, deps, method, { purpose: "rights", requestId, nextPath });
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
    const failure = failureAt(frame.language, c.req.query("failed"));
    if (view.proof === "document") return paperPage(c, view.number, told, failure);
    const status = told.tooMany === true ? 429 : told.wrong === true ? 422 : (failure?.status ?? 200);
    return renderPage(
      c,
      <PlainLayout frame={frame} title={words.title} hasErrors={status !== 200} islands={["code-entry"]}>
        <PageHead
          language={frame.language}
          title={words.title}
          lead={(view.byLetter ? words.letter.lead : words.lead)(String(view.number))}
        />
        {told.sent === true && (
          <Note tone="ok" role="status">
            {words.sent}
          </Note>
        )}
        {told.tooMany === true && <TooMany language={frame.language} />}
        <FailureNote failure={failure} />
        <form method="post" action={`${PUBLIC_PATH}/code/${requestId}`} novalidate>
          <CsrfField token={frame.csrfToken} />
          <Card id="code-card">
            <CodeField
              language={frame.language}
              name="code"
              label={words.label}
              below={view.byLetter ? words.letter.hint : words.hint}
              error={told.wrong === true ? words.wrong : undefined}
            />
            <Button kind="primary">{words.check}</Button>
          </Card>
        </form>
        <form method="post" action={`${PUBLIC_PATH}/code/${requestId}/again`}>
          <CsrfField token={frame.csrfToken} />
          <Button>{words.again}</Button>
        </form>
        <Ways c={c} heading={words.ways.other} />
      </PlainLayout>,
      status,
    );
  }

  /** Without a code: by itsme or a card where they are offered, else on paper. */
  function paperPage(c: WebContext, number: number, told: Told, failure: FailureAt): Promise<Response> {
    const frame = pageFrame(c);
    const { paper, ways } = textsFor(frame.language).rights.portal.code;
    const offered = isOffered(deps);
    const title = offered ? ways.title : paper.title;
    const lead = offered ? ways.lead(String(number)) : paper.lead(String(number));
    const status = told.tooMany === true ? 429 : (failure?.status ?? 200);
    return renderPage(
      c,
      <PlainLayout frame={frame} title={title} hasErrors={status !== 200}>
        <PageHead language={frame.language} title={title} lead={lead} />
        {told.tooMany === true && <TooMany language={frame.language} />}
        <FailureNote failure={failure} />
        <Ways c={c} heading={textsFor(frame.language).identify.ways.title} />
        <Card id="paper" {...(offered ? { title: ways.paper } : {})}>
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
          <DeskReached language={frame.language} privacy={deps.privacy} />
        </Card>
        <p class="small muted">{textsFor(frame.language).rights.portal.authority}</p>
      </PlainLayout>,
      status,
    );
  }

  /** Each a try at once; nothing where no way is configured. */
  function Ways({ c, heading }: { readonly c: WebContext; readonly heading: string }): Markup {
    if (!isOffered(deps)) return <></>;
    const frame = pageFrame(c);
    const at = `${PUBLIC_PATH}/code/${act(c).requestId}`;
    return (
      <>
        <SmallWays frame={frame} ways={deps.identification.ways} at={at} heading={heading} />
        <p class="small muted">{textsFor(frame.language).rights.portal.code.ways.kept}</p>
      </>
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

type FailureAt = ReturnType<typeof failureOf>;

/** A name that is another one has its own words here: there is no account whose name could be corrected. */
function failureAt(language: Language, code: string | undefined): FailureAt {
  if (code !== "name_differs") return failureOf(language, code);
  return { ...textsFor(language).rights.portal.code.ways.differs, status: 403 };
}

function TooMany({ language }: { readonly language: Language }): Markup {
  return (
    <Note tone="stop" role="alert">
      {textsFor(language).rights.portal.code.tooMany}
    </Note>
  );
}

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
