// What a company's admins, or a private sender, are asked to decide as controllers of what they entrusted.

import { AppError, type FieldError, type Language, SENDER_DECISIONS } from "@posthorn/domain";
import { brusselsDate, dateInWords, numberInWords, textsFor } from "@posthorn/texts";
import {
  type AskedOfSender,
  type AskedOfSenderView,
  decideAsSender,
  listAskedOfSender,
  requireAdminRole,
  RIGHTS_WORDS_MAX,
  type SessionMember,
  viewAskedOfSender,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  Choices,
  CsrfField,
  DefinitionList,
  Empty,
  ErrorSummary,
  errorAt,
  Field,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  readForm,
  Table,
  type WebContext,
} from "@posthorn/web";
import { renderAccountPage } from "../company/account-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { SENDER_PATH } from "./paths.ts";
import { Words } from "./request-facts.tsx";

interface Typed {
  readonly decision?: string;
  readonly words?: string;
  readonly errors?: readonly FieldError[];
  readonly failure?: "sender_has_decided" | "rights_request_final";
}

export const senderRequestRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(SENDER_PATH, async (c) => {
    const member = await sessions.require(c);
    requireAdminRole(member);
    const lines = await listAskedOfSender(deps.ctx, member);
    const words = textsFor(c.get("language")).rights.portal.sender;
    return renderAccountPage(c, deps.ctx, member, {
      title: words.title,
      section: "requests",
      body: ({ language }) => (
        <>
          <PageHead language={language} title={words.title} lead={words.lead} />
          <Card id="asked">
            {lines.length === 0 ? (
              <Empty title={words.empty} text={words.emptyText} />
            ) : (
              <AskedTable language={language} lines={lines} />
            )}
          </Card>
        </>
      ),
    });
  });

  app.get(`${SENDER_PATH}/:asked{rrq_[0-9A-Za-z_]+}`, async (c) => {
    const member = await sessions.require(c);
    requireAdminRole(member);
    return show(c, member, {});
  });

  app.post(`${SENDER_PATH}/:asked{rrq_[0-9A-Za-z_]+}`, async (c) => {
    const member = await sessions.require(c);
    requireAdminRole(member);
    const form = await readForm(c);
    const typed = { decision: form.get("decision") ?? "", words: form.get("words") ?? "" };
    const requestId = c.req.param("asked");
    try {
      const act = { member, requestId, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
      await decideAsSender(deps.ctx, { ...act, ...typed });
      return c.redirect(`${SENDER_PATH}/${requestId}?done=1`, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "sender_decision_invalid")
        return await show(c, member, { ...typed, errors: error.fields ?? [] });
      if (error.code !== "sender_has_decided" && error.code !== "rights_request_final") throw error;
      return show(c, member, { failure: error.code });
    }
  });

  async function show(c: WebContext, member: SessionMember, typed: Typed): Promise<Response> {
    const view = await viewAskedOfSender(deps.ctx, member, c.req.param("asked") ?? "");
    const { portal } = textsFor(c.get("language")).rights;
    const title = portal.number(String(view.number));
    const { errors = [], failure } = typed;
    const status = failure === undefined ? (errors.length > 0 ? 400 : 200) : 409;
    return renderAccountPage(c, deps.ctx, member, {
      title,
      section: "requests",
      status,
      hasErrors: status !== 200,
      body: (frame) => (
        <>
          <PageHead
            language={frame.language}
            title={title}
            lead={portal.sender.lead}
            crumbs={[{ label: portal.sender.title, href: SENDER_PATH }]}
          />
          {c.req.query("done") === "1" && view.decision !== null && (
            <Note tone="ok" role="status">
              {portal.sender.done}
            </Note>
          )}
          {failure !== undefined && (
            <Note tone="stop" role="alert">
              {portal.sender.failures[failure]}
            </Note>
          )}
          <ErrorSummary
            language={frame.language}
            errors={errors}
            labelOf={(path) => (path === "words" ? portal.sender.words : portal.sender.legend)}
          />
          <FactsCard language={frame.language} view={view} />
          <LettersCard language={frame.language} view={view} />
          {view.waits && <DecisionForm frame={frame} view={view} typed={typed} />}
        </>
      ),
    });
  }
};

function AskedTable({
  language,
  lines,
}: {
  readonly language: Language;
  readonly lines: readonly AskedOfSender[];
}): Markup {
  const { portal } = textsFor(language).rights;
  const words = portal.sender;
  return (
    <Table
      caption={words.caption}
      rows={lines}
      columns={[
        { heading: portal.facts.number, rowHeading: true, cell: ({ number }) => String(number) },
        { heading: words.who, cell: ({ person }) => person },
        { heading: words.what, cell: ({ kind }) => words.kinds[kind] },
        { heading: words.letters, number: true, cell: ({ letters }) => numberInWords(language, letters) },
        { heading: words.by, cell: ({ decideBy }) => dateInWords(language, decideBy) },
        {
          heading: words.decision,
          cell: ({ decision }) => (decision === null ? words.none : words.decisions[decision]),
        },
        {
          heading: words.open,
          hideHeading: true,
          cell: ({ requestId, number }) => (
            <a class="target" href={`${SENDER_PATH}/${requestId}`} aria-label={words.openOne(String(number))}>
              {words.open}
            </a>
          ),
        },
      ]}
    />
  );
}

function FactsCard({
  language,
  view,
}: {
  readonly language: Language;
  readonly view: AskedOfSenderView;
}): Markup {
  const { portal } = textsFor(language).rights;
  const words = portal.sender;
  const day = (at: Temporal.Instant) => dateInWords(language, brusselsDate(at));
  return (
    <Card id="facts">
      <DefinitionList
        facts={[
          { term: words.who, value: view.person },
          { term: words.what, value: words.kinds[view.kind] },
          ...(view.words === null ? [] : [{ term: words.theirWords, value: <Words text={view.words} /> }]),
          { term: words.toldAt, value: day(view.toldAt) },
          { term: words.by, value: dateInWords(language, view.decideBy) },
          {
            term: words.decision,
            value: view.decision === null ? words.none : words.decisions[view.decision],
          },
          ...(view.answer ? [{ term: words.decidedAt, value: day(view.answer.at) }] : []),
          ...(view.answer?.words
            ? [{ term: words.yourWords, value: <Words text={view.answer.words} /> }]
            : []),
          ...(view.carriedOutAt ? [{ term: words.carriedOut, value: day(view.carriedOutAt) }] : []),
        ]}
      />
      <h2>{words.terms}</h2>
      <p>{words.termsText(dateInWords(language, view.decideBy))}</p>
      <p class="small muted">{portal.inFlight}</p>
    </Card>
  );
}

function LettersCard({
  language,
  view,
}: {
  readonly language: Language;
  readonly view: AskedOfSenderView;
}): Markup {
  const words = textsFor(language).rights.portal.sender;
  const more = view.letters - view.lettersShown.length;
  return (
    <Card id="letters" title={words.lettersTitle}>
      <Table
        caption={words.lettersTitle}
        rows={view.lettersShown}
        columns={[
          {
            heading: words.letter,
            rowHeading: true,
            cell: ({ id, subject }) => <a href={`/deliveries/${id}`}>{subject}</a>,
          },
          { heading: words.addressee, cell: ({ addressee, email }) => `${addressee} ${email}`.trim() },
          {
            heading: words.sent,
            cell: ({ acceptedAt }) => dateInWords(language, brusselsDate(acceptedAt)),
          },
          {
            heading: words.end,
            cell: ({ endedOn }) => (endedOn === null ? words.onItsWay : dateInWords(language, endedOn)),
          },
        ]}
      />
      {more > 0 && <p>{words.moreLetters(numberInWords(language, more))}</p>}
    </Card>
  );
}

function DecisionForm({
  frame,
  view,
  typed,
}: {
  readonly frame: PageFrame;
  readonly view: AskedOfSenderView;
  readonly typed: Typed;
}): Markup {
  const { language } = frame;
  const words = textsFor(language).rights.portal.sender;
  const errors = typed.errors ?? [];
  return (
    <form method="post" action={`${SENDER_PATH}/${view.requestId}`} novalidate>
      <CsrfField token={frame.csrfToken} />
      <Card id="decide" title={words.decideTitle}>
        <Choices
          language={language}
          name="decision"
          legend={words.legend}
          value={typed.decision}
          error={errorAt(language, errors, "decision")}
          options={SENDER_DECISIONS.map((decision) => ({
            value: decision,
            label: words.options[decision],
            hint:
              decision === "granted" && view.kind === "erasure"
                ? words.grantedErasure
                : words.hints[decision],
          }))}
        />
        <Field
          language={language}
          name="words"
          label={words.words}
          type="textarea"
          optional
          maxLength={RIGHTS_WORDS_MAX}
          value={typed.words}
          hint={words.wordsHint}
          error={errorAt(language, errors, "words")}
        />
        <Button kind="primary">{words.decide}</Button>
      </Card>
    </form>
  );
}
