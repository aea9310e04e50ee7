// The page of one request: who asks and by when, papers, whose data, and below them the acts that its state allows.

import { brusselsDay, type Language, mayAct } from "@posthorn/domain";
import { bytesInWords, dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import { DESK_FILE_KINDS, hasProvenAddress, nameOfRequest, type RequestDetail } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  DefinitionList,
  errorAt,
  ErrorSummary,
  Field,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  Table,
  type WebContext,
} from "@posthorn/web";
import type { Child } from "hono/jsx";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import { FileField } from "../letters/file-field.tsx";
import type { Reader } from "../session/staff-sessions.ts";
import { RequestActs } from "./requests-acts.tsx";
import { HistoryCard } from "./requests-history.tsx";
import type { RequestAnswer } from "./requests-show.tsx";
import { SubjectCard } from "./requests-subject.tsx";
import { arrivalInWords, ClockPill, RequestPill } from "./requests-words.tsx";

export interface RequestCardProps {
  readonly frame: PageFrame;
  readonly reader: Reader;
  readonly detail: RequestDetail;
  readonly answer: RequestAnswer;
  /** May act, and is no auditor. */
  readonly officer: boolean;
}

export function requestPage(
  c: WebContext,
  reader: Reader,
  detail: RequestDetail,
  answer: RequestAnswer,
): Promise<Response> {
  const { row } = detail;
  const officer = mayAct(reader.staff.roles, "privacy_officer");
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).rights.desk.view.title(String(row.number)),
    current: "requests",
    islands: ["passkey"],
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body(frame) {
      const { language } = frame;
      const { desk } = textsFor(language).rights;
      const title = desk.view.title(String(row.number));
      const props: RequestCardProps = { frame, reader, detail, answer, officer };
      return (
        <>
          <PageHead
            language={language}
            title={title}
            lead={`${desk.kinds[row.kind]} · ${nameOfRequest(row)}`}
            crumbs={[{ label: desk.title, href: "/privacy/requests" }, { label: title }]}
            aside={<RequestPill language={language} state={row.state} />}
          />
          {answer.done !== undefined && (
            <Note tone="ok" role="status">
              {desk.done[answer.done]}
            </Note>
          )}
          {answer.problem !== undefined && (
            <Note tone="stop" role="alert">
              {answer.problem}
            </Note>
          )}
          <ErrorSummary language={language} errors={answer.errors ?? []} />
          {detail.clock?.urgency === "overdue" && <Note tone="stop">{desk.list.overdueNote(1)}</Note>}
          <WhoCard language={language} detail={detail} />
          <FilesCard {...props} />
          <SubjectCard {...props} />
          {officer ? <RequestActs {...props} /> : <Note>{desk.view.officerOnly}</Note>}
          <HistoryCard language={language} detail={detail} />
        </>
      );
    },
  });
}

function WhoCard({
  language,
  detail,
}: {
  readonly language: Language;
  readonly detail: RequestDetail;
}): Markup {
  const { rights, common } = textsFor(language);
  const { view: words, identities, channels, answer } = rights.desk;
  const { row, clock } = detail;
  const day = (date: Temporal.PlainDate | null) => (date === null ? "" : dateInWords(language, date));
  const when = (at: Temporal.Instant | null) => (at === null ? "" : dateTimeInWords(language, at));
  const proven = hasProvenAddress(row) ? words.proven : words.unproven;
  const facts: readonly { readonly term: string; readonly value: Child }[] = [
    { term: words.name, value: nameOfRequest(row) },
    { term: words.behalf, value: row.on_behalf_name },
    { term: words.authority, value: row.on_behalf_authority },
    { term: words.channel, value: channels[row.channel] },
    { term: words.email, value: row.email === null ? null : `${row.email} (${proven})` },
    {
      term: words.postal,
      value: row.postal_address === null ? null : linesOf(row.postal_address),
    },
    { term: words.language, value: common.languageNames[row.language] },
    { term: words.letterCode, value: row.letter_code },
    { term: words.words, value: row.words },
    { term: words.received, value: arrivalInWords(language, row.received_at) },
    { term: words.identity, value: identities[row.identity] },
    { term: words.shown, value: shownBy(language, detail) },
    {
      term: words.complete,
      value: row.complete_at === null ? "" : arrivalInWords(language, row.complete_at),
    },
    {
      term: words.due,
      value: (
        <>
          {day(row.due_on)} <ClockPill language={language} clock={clock} state={row.state} />
        </>
      ),
    },
    { term: words.extended, value: row.extension_reason },
    {
      term: words.answer,
      value:
        row.answer === null
          ? null
          : [
              Object.entries(answer.outcomes).find(([name]) => name === row.answer)?.[1] ?? row.answer,
              when(row.answered_at),
              row.answer_words,
            ]
              .filter((part) => part !== null && part !== "")
              .join(" · "),
    },
    { term: words.keptUntil, value: day(row.kept_until) },
    {
      term: words.waits,
      value: row.waiting_for === null ? null : day(Temporal.PlainDate.from(row.waiting_for)),
    },
    { term: words.carriedOut, value: when(row.carried_out_at) },
  ];
  return (
    <Card id="who" title={words.who}>
      <DefinitionList facts={facts.filter(({ value }) => value !== null && value !== "")} />
    </Card>
  );
}

/** "itsme (itsme), level high, names agree: Jan Peeters"; null where neither itsme nor a card has answered. */
function shownBy(language: Language, { row }: RequestDetail): string | null {
  if (row.shown_by === null) return null;
  const { view: words, identities } = textsFor(language).rights.desk;
  const level = Object.entries(words.levels).find(([name]) => name === row.shown_level)?.[1];
  const names = row.names_agree === true ? words.namesAgree : words.namesDiffer;
  return [
    `${identities[row.shown_by]} (${row.shown_issuer ?? ""})`,
    level,
    row.shown_name === null ? names : `${names}: ${row.shown_name}`,
    row.shown_at === null ? undefined : dateTimeInWords(language, row.shown_at),
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}

/** As it stands on the envelope. */
function linesOf(text: string): Child {
  return text.split(/\r?\n/).map((line, index) => (
    <>
      {index > 0 && <br />}
      {line}
    </>
  ));
}

function FilesCard({ frame, detail, answer, officer }: RequestCardProps): Markup {
  const { language } = frame;
  const words = textsFor(language).rights.desk.files;
  const { row, files } = detail;
  const open = row.state === "identity" || row.state === "open";
  return (
    <Card id="files" title={words.title}>
      {files.length === 0 ? (
        <p class="muted">{words.none}</p>
      ) : (
        <Table
          caption={words.caption}
          rows={files}
          columns={[
            { heading: words.kind, rowHeading: true, cell: ({ kind }) => words.kinds[kind] },
            {
              heading: words.file,
              cell: ({ name, size }) => (
                <>
                  <bdi class="breaks">{name}</bdi>, <span class="nowrap">{bytesInWords(language, size)}</span>
                </>
              ),
            },
            { heading: words.arrivedOn, cell: ({ arrivedOn }) => dateInWords(language, arrivedOn) },
            { heading: words.added, cell: ({ addedAt }) => dateTimeInWords(language, addedAt) },
            {
              heading: words.save,
              hideHeading: true,
              cell: ({ id, name }) => (
                <a
                  href={`/privacy/requests/${row.id}/files/${id}`}
                  aria-label={words.saveFor(name)}
                  download=""
                >
                  {words.save}
                </a>
              ),
            },
          ]}
        />
      )}
      {answer.fileProblem !== undefined && (
        <Note tone="stop" role="alert">
          {answer.fileProblem}
        </Note>
      )}
      {officer && open && (
        <form
          method="post"
          action={`/privacy/requests/${row.id}/files`}
          enctype="multipart/form-data"
          class="stack"
        >
          <CsrfField token={frame.csrfToken} />
          <Field
            language={language}
            name="kind"
            label={words.kind}
            type="select"
            value="letter"
            options={DESK_FILE_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          />
          <Field
            language={language}
            name="arrived_on"
            label={words.arrivedOn}
            hint={words.arrivedHint}
            type="date"
            value={brusselsDay(detail.now).toString()}
            error={errorAt(language, answer.errors ?? [], "arrived_on")}
          />
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            accept="application/pdf,image/png,image/jpeg"
          />
          <div>
            <Button icon="upload">{words.add}</Button>
          </div>
        </form>
      )}
    </Card>
  );
}
