// The compliance pack of any account: the officer finds the account, says why, and saves it (GDPR art. 28(3)(h)).

import { type FieldError, formatEnterpriseNumber, type Language } from "@posthorn/domain";
import { compliancePack, dateInWords, textsFor } from "@posthorn/texts";
import {
  type ExportEntry,
  findAccounts,
  type FoundAccount,
  readPackOf,
  viewSchedule,
  viewSubprocessors,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  Choices,
  Empty,
  errorAt,
  ErrorSummary,
  Field,
  type Markup,
  type PageFrame,
  PageHead,
  readForm,
  sendAttachment,
  streamOf,
  type WebContext,
} from "@posthorn/web";
import type { BackofficeDeps } from "../deps.ts";
import { ActForm } from "../frame/act-form.tsx";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { recordOf } from "../schedule/record-of.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, AnswerNotes, answerTo } from "./holds-answer.tsx";
import { COMPLIANCE_PATH, RegistersNav, typedIn } from "./registers-frame.tsx";

export const complianceRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(COMPLIANCE_PATH, async (c) => {
    const reader = await sessions.requireOfficer(c, "privacy_officer");
    const q = c.req.query("q");
    if (q === undefined) {
      await sessions.require(c);
      return packPage(c, reader, {}, null);
    }
    await deps.tries.lookUps.consume(reader.staff.staffId);
    return find(c, reader, { typed: { q } });
  });

  app.post(COMPLIANCE_PATH, async (c) => {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const form = await readForm(c);
    const typed = typedIn(form);
    await deps.tries.lookUps.consume(asked.staff.staffId);
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    if (refused) return find(c, reader, { typed, refusal: refused.words, status: refused.status });
    try {
      return await savePack(c, deps, reader, {
        accountId: typed["account"] ?? "",
        reason: typed["reason"] ?? "",
      });
    } catch (error) {
      const words = textsFor(c.get("language")).registers.compliance.desk;
      const answer = answerTo(c, error, { account_unknown: words.unknown });
      if (answer === null) throw error;
      return find(c, reader, { ...answer, typed });
    }
  });

  /** What was found stands again below whatever the page answers. */
  async function find(c: WebContext, reader: Reader, answer: Answer): Promise<Response> {
    try {
      return await packPage(
        c,
        reader,
        answer,
        await findAccounts(deps.ctx, reader, answer.typed?.["q"] ?? ""),
      );
    } catch (error) {
      const wrong = answerTo(c, error, {});
      if (wrong === null) throw error;
      return packPage(c, reader, { ...answer, ...wrong }, null);
    }
  }
};

async function savePack(
  c: WebContext,
  deps: BackofficeDeps,
  reader: Reader,
  asked: { readonly accountId: string; readonly reason: string },
): Promise<Response> {
  const language = c.get("language");
  const { account, agreement } = await readPackOf(deps.ctx, reader, asked);
  const subprocessors = await viewSubprocessors(deps.ctx);
  const at = reader.arrivedAt;
  const files = compliancePack(language, {
    account,
    agreement,
    subprocessors,
    record: recordOf(deps, language, { at, lines: await viewSchedule(deps.ctx), subprocessors }),
  });
  const day = at.toZonedDateTimeISO("Europe/Brussels").toPlainDate().toString();
  return sendAttachment(c, streamOf(deps.letters.files.zip(entriesOf(files), at)), {
    filename: `${textsFor(language).registers.compliance.fileName}-${account.id}-${day}.zip`,
    type: "application/zip",
  });
}

async function* entriesOf(files: ReturnType<typeof compliancePack>): AsyncIterable<ExportEntry> {
  const encoder = new TextEncoder();
  for (const { name, text } of files)
    yield {
      name,
      async *stream() {
        yield encoder.encode(text);
      },
    };
}

/** `found` is null before anything was looked for. */
function packPage(
  c: WebContext,
  reader: Reader,
  answer: Answer,
  found: readonly FoundAccount[] | null,
): Promise<Response> {
  const { errors = [], typed = {} } = answer;
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).registers.compliance.title,
    current: "registers",
    islands: ["passkey"],
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body(frame) {
      const { language } = frame;
      const { registers, common } = textsFor(language);
      const { title, desk: words } = registers.compliance;
      return (
        <>
          <PageHead language={language} title={title} lead={words.lead} />
          <RegistersNav language={language} roles={reader.staff.roles} current="compliance" />
          <AnswerNotes answer={answer} />
          <ErrorSummary
            language={language}
            errors={errors}
            labelOf={(path) => (path === "q" ? words.account : words.reason)}
          />
          <Card id="find">
            <form method="get" action={COMPLIANCE_PATH} role="search" class="stack">
              <Field
                language={language}
                name="q"
                label={words.account}
                hint={words.accountHint}
                value={typed["q"]}
                error={errorAt(language, errors, "q")}
                autocomplete="off"
                maxLength={200}
              />
              <div>
                <Button kind={found === null || found.length === 0 ? "primary" : "plain"} icon="search">
                  {common.buttons.search}
                </Button>
              </div>
            </form>
          </Card>
          {found !== null && (
            <Found frame={frame} reader={reader} answer={answer} errors={errors} found={found} />
          )}
        </>
      );
    },
  });
}

function Found(props: {
  readonly frame: PageFrame;
  readonly reader: Reader;
  readonly answer: Answer;
  readonly errors: readonly FieldError[];
  readonly found: readonly FoundAccount[];
}): Markup {
  const { frame, reader, answer, errors, found } = props;
  const { language } = frame;
  const { compliance } = textsFor(language).registers;
  const words = compliance.desk;
  const { typed = {} } = answer;
  if (found.length === 0)
    return (
      <Card id="found">
        <Empty title={words.none} text={words.noneText} icon="search" />
      </Card>
    );
  return (
    <Card id="found" title={words.found}>
      <ActForm
        frame={frame}
        reader={reader}
        action={COMPLIANCE_PATH}
        button={compliance.save}
        kind="primary"
        refusal={answer.refusal}
      >
        <input type="hidden" name="q" value={typed["q"] ?? ""} />
        <Choices
          language={language}
          name="account"
          legend={words.account}
          value={typed["account"] ?? found[0]?.id}
          options={found.map((account) => ({
            value: account.id,
            label: account.name,
            hint: accountLine(language, account),
          }))}
        />
        <Field
          language={language}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          type="textarea"
          rows={2}
          value={typed["reason"]}
          error={errorAt(language, errors, "reason")}
          maxLength={500}
        />
      </ActForm>
    </Card>
  );
}

/** What tells one account from another. */
function accountLine(language: Language, account: FoundAccount): string {
  const words = textsFor(language).registers.compliance.desk;
  const since = account.createdAt.toZonedDateTimeISO("Europe/Brussels").toPlainDate();
  return [
    words.kinds[account.kind],
    account.enterpriseNumber === null ? null : formatEnterpriseNumber(account.enterpriseNumber),
    account.email,
    account.id,
    words.since(dateInWords(language, since)),
    account.status === "active" ? null : words.states[account.status],
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
