// Books what the carrier says of letters: one by one, or a file of them.

import { AppError, CARRIER_WORDS, type FieldError, type Language, mayAct } from "@posthorn/domain";
import { fieldErrorText, textsFor } from "@posthorn/texts";
import {
  bookStatement,
  bookStatements,
  DESK_WORDS_LONGEST,
  readStatements,
  STATEMENT_FILE_BYTES,
  type StatementReport,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  errorAt,
  ErrorSummary,
  Field,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  readForm,
  Table,
  type WebContext,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, AnswerNotes, answerTo } from "./answer.tsx";
import { FileField, readPosted } from "./file-field.tsx";
import { LettersNav } from "./words.tsx";

interface Typed {
  readonly barcode: string;
  readonly outcome: string;
  readonly date: string;
  readonly time: string;
  readonly words: string;
}

interface Shown {
  readonly answer: Answer;
  readonly typed?: Typed;
  /** The letter that was booked last. */
  readonly jobId?: string;
  readonly report?: StatementReport;
  /** Why the file was not read, in words. */
  readonly fileProblem?: string;
}

export const returnsRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/letters/returns", async (c) => {
    const reader = await sessions.requireReader(c, "postal_operator");
    await sessions.require(c);
    const words = textsFor(c.get("language")).postal.carrier.returns;
    const done = c.req.query("done");
    const said = done === "booked" ? words.booked : done === "before" ? words.before : undefined;
    const jobId = /^job_\w{1,40}$/.exec(c.req.query("letter") ?? "")?.[0];
    return show(c, reader, {
      answer: said === undefined ? {} : { done: said },
      ...(jobId === undefined ? {} : { jobId }),
    });
  });

  app.post("/letters/returns", async (c) => {
    const reader = await sessions.requireOfficer(c, "postal_operator");
    const form = await readForm(c);
    const of = (name: string) => form.get(name) ?? "";
    const typed: Typed = {
      barcode: of("barcode"),
      outcome: of("outcome"),
      date: of("at"),
      time: of("time"),
      words: of("words"),
    };
    const { barcode, outcome, date, time, words } = typed;
    try {
      const at = `${date} ${time}`.trim();
      const { jobId, before } = await bookStatement(deps.ctx, reader, { barcode, outcome, at, words });
      return c.redirect(`/letters/returns?done=${before ? "before" : "booked"}&letter=${jobId}`, 303);
    } catch (error) {
      const answer = answerTo(c, error);
      if (answer === null) throw error;
      return show(c, reader, { answer, typed });
    }
  });

  app.post("/letters/returns/file", async (c) => {
    const reader = await sessions.requireOfficer(c, "postal_operator");
    const words: Readonly<Record<string, string>> = textsFor(c.get("language")).postal.carrier.returns
      .refused;
    try {
      const { bytes } = await readPosted(c, STATEMENT_FILE_BYTES);
      if (bytes === null) throw new AppError("bad_request", "no_file");
      return await show(c, reader, {
        answer: {},
        report: await bookStatements(deps.ctx, reader, readStatements(bytes)),
      });
    } catch (error) {
      const fileProblem = error instanceof AppError ? words[error.code] : undefined;
      if (fileProblem === undefined) throw error;
      return show(c, reader, { answer: { status: 400 }, fileProblem });
    }
  });
};

function show(c: WebContext, reader: Reader, shown: Shown): Promise<Response> {
  const { answer, jobId } = shown;
  // What was just done stands on top, where it is seen.
  const ofFile = shown.report !== undefined || shown.fileProblem !== undefined;
  const { carrier, officerOnly } = textsFor(c.get("language")).postal;
  const words = carrier.returns;
  return renderBackoffice(c, reader, {
    title: words.title,
    current: "letters",
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body(frame) {
      const { language } = frame;
      return (
        <>
          <PageHead language={language} title={words.title} lead={words.lead} />
          <LettersNav language={language} current="returns" />
          <AnswerNotes answer={answer} />
          {jobId !== undefined && (
            <p>
              <a href={`/letters/jobs/${jobId}`}>{words.toLetter}</a>
            </p>
          )}
          <ErrorSummary language={language} errors={answer.errors ?? []} />
          {mayAct(reader.staff.roles, "postal_operator") ? (
            <>
              {ofFile && <FileCard frame={frame} shown={shown} />}
              <OneCard
                frame={frame}
                typed={shown.typed}
                errors={answer.errors ?? []}
                autofocus={answer.errors === undefined && !ofFile}
              />
              {!ofFile && <FileCard frame={frame} shown={shown} />}
            </>
          ) : (
            <Note>{officerOnly}</Note>
          )}
        </>
      );
    },
  });
}

function OneCard(props: {
  readonly frame: PageFrame;
  readonly typed: Typed | undefined;
  readonly errors: readonly FieldError[];
  readonly autofocus: boolean;
}): Markup {
  const { frame, typed, errors } = props;
  const { language } = frame;
  const { returns: words, outcomes } = textsFor(language).postal.carrier;
  const shared = { language, autocomplete: "off" } as const;
  return (
    <Card id="one" title={words.oneTitle}>
      <form method="post" action="/letters/returns" class="stack">
        <CsrfField token={frame.csrfToken} />
        <Field
          {...shared}
          name="barcode"
          label={words.barcode}
          maxLength={200}
          value={typed?.barcode}
          error={errorAt(language, errors, "barcode")}
          autofocus={props.autofocus}
        />
        <Field
          {...shared}
          name="outcome"
          label={words.outcome}
          type="select"
          value={typed?.outcome ?? ""}
          options={[
            { value: "", label: words.choose },
            ...CARRIER_WORDS.map((outcome) => ({ value: outcome, label: outcomes[outcome] })),
          ]}
          error={errorAt(language, errors, "outcome")}
        />
        <div class="fields">
          <Field
            {...shared}
            name="at"
            label={words.date}
            type="date"
            value={typed?.date}
            error={errorAt(language, errors, "at")}
          />
          <Field
            {...shared}
            name="time"
            label={words.time}
            type="time"
            hint={words.timeHint}
            value={typed?.time}
          />
        </div>
        <Field
          {...shared}
          name="words"
          label={words.words}
          hint={words.wordsHint}
          optional
          maxLength={DESK_WORDS_LONGEST}
          value={typed?.words}
          error={errorAt(language, errors, "words")}
        />
        <div>
          <Button kind="primary">{words.book}</Button>
        </div>
      </form>
    </Card>
  );
}

function FileCard({ frame, shown }: { readonly frame: PageFrame; readonly shown: Shown }): Markup {
  const { language } = frame;
  const words = textsFor(language).postal.carrier.returns;
  const { report, fileProblem } = shown;
  return (
    <Card id="file-card" title={words.fileTitle}>
      {fileProblem !== undefined && (
        <Note tone="stop" role="alert">
          {fileProblem}
        </Note>
      )}
      {report !== undefined && <Report language={language} report={report} />}
      <form method="post" action="/letters/returns/file" enctype="multipart/form-data" class="stack">
        <CsrfField token={frame.csrfToken} />
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept=".csv,.txt,text/csv,text/plain"
        />
        <div>
          <Button icon="upload">{words.read}</Button>
        </div>
      </form>
    </Card>
  );
}

function Report({
  language,
  report,
}: {
  readonly language: Language;
  readonly report: StatementReport;
}): Markup {
  const words = textsFor(language).postal.carrier.returns;
  const { booked, before, bad } = report;
  return (
    <>
      <Note tone={bad.length === 0 ? "ok" : "warn"} role="status">
        {words.report(booked, before)}
      </Note>
      {bad.length > 0 && (
        <>
          <h3>{words.badTitle}</h3>
          <Table
            caption={words.badCaption}
            rows={bad}
            columns={[
              { heading: words.line, number: true, cell: ({ row }) => String(row.line) },
              {
                heading: words.content,
                rowHeading: true,
                cell: ({ row }) => (
                  <span class="mono breaks">{[row.barcode, row.outcome, row.at, row.words].join("; ")}</span>
                ),
              },
              {
                heading: words.why,
                cell: ({ errors }) =>
                  errors
                    .map((error) =>
                      error.path === "outcome" && error.code === "choose"
                        ? words.badOutcome
                        : fieldErrorText(language, error),
                    )
                    .join(" "),
              },
            ]}
          />
        </>
      )}
    </>
  );
}
