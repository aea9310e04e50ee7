// The register of consents at the privacy desk: a page of it, by address or account where one is looked for, and the file of all of it.

import { csvLine, type Language } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import {
  type ConsentRegisterPage,
  exportConsentRegister,
  listConsentRegister,
  type RegisterConsent,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  Empty,
  errorAt,
  ErrorSummary,
  Field,
  type Markup,
  PageHead,
  Pagination,
  sendAttachment,
  streamOf,
  Table,
  type WebContext,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, answerTo } from "./holds-answer.tsx";
import { CONSENTS_PATH, RegistersNav } from "./registers-frame.tsx";

const BYTE_ORDER_MARK = "\uFEFF";
const NOTHING: ConsentRegisterPage = { lines: [], previous: null, next: null };

export const consentsRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(CONSENTS_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const of = (c.req.query("of") ?? "").trim();
    const cursor = c.req.query("cursor");
    if (of !== "") await deps.tries.lookUps.consume(reader.staff.staffId);
    try {
      const query = { ...(of ? { of } : {}), ...(cursor ? { cursor } : {}) };
      return await consentsPage(c, reader, of, await listConsentRegister(deps.ctx, reader, query), {});
    } catch (error) {
      const answer = answerTo(c, error, {});
      if (answer === null) throw error;
      return consentsPage(c, reader, of, NOTHING, answer);
    }
  });

  app.get(`${CONSENTS_PATH}.csv`, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const of = (c.req.query("of") ?? "").trim();
    if (of !== "") await deps.tries.lookUps.consume(reader.staff.staffId);
    const lines = await exportConsentRegister(deps.ctx, reader, of ? { of } : {});
    return sendAttachment(c, streamOf(csvOf(c.get("language"), lines)), {
      filename: "consents.csv",
      type: "text/csv; charset=utf-8",
    });
  });
};

function pathOf(path: string, query: Readonly<Record<string, string>>): string {
  const filled = Object.entries(query).filter(([, value]) => value !== "");
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(Object.fromEntries(filled)).toString()}`;
}

function consentsPage(
  c: WebContext,
  reader: Reader,
  of: string,
  page: ConsentRegisterPage,
  answer: Answer,
): Promise<Response> {
  const { errors = [] } = answer;
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).registers.consents.title,
    current: "registers",
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body({ language }) {
      const { registers, common } = textsFor(language);
      const words = registers.consents;
      const to = (cursor: string | null) =>
        cursor === null ? undefined : pathOf(CONSENTS_PATH, { of, cursor });
      return (
        <>
          <PageHead language={language} title={words.title} lead={words.lead} />
          <RegistersNav language={language} roles={reader.staff.roles} current="consents" />
          <ErrorSummary language={language} errors={errors} />
          <Card id="find">
            <form method="get" action={CONSENTS_PATH} role="search" class="stack">
              <Field
                language={language}
                name="of"
                label={words.of}
                hint={words.ofHint}
                value={of}
                error={errorAt(language, errors, "of")}
                autocomplete="off"
                maxLength={200}
                optional
              />
              <div class="row">
                <Button kind="primary" icon="search">
                  {common.buttons.search}
                </Button>
                {of !== "" && <Button href={CONSENTS_PATH}>{words.all}</Button>}
              </div>
            </form>
          </Card>
          {errors.length === 0 && (
            <>
              <p>
                <Button href={pathOf(`${CONSENTS_PATH}.csv`, { of })} icon="download" download>
                  {words.export}
                </Button>
              </p>
              <Card id="consents">
                {page.lines.length === 0 ? (
                  <Empty
                    title={of === "" ? words.none : words.noneFound}
                    text={of === "" ? words.noneText : words.noneFoundText}
                    icon="search"
                  />
                ) : (
                  <Lines language={language} lines={page.lines} />
                )}
                <Pagination language={language} previous={to(page.previous)} next={to(page.next)} />
              </Card>
            </>
          )}
        </>
      );
    },
  });
}

function Lines(props: { readonly language: Language; readonly lines: readonly RegisterConsent[] }): Markup {
  const { language, lines } = props;
  const words = textsFor(language).registers.consents;
  return (
    <Table
      caption={words.caption}
      rows={lines}
      columns={[
        {
          heading: words.who,
          rowHeading: true,
          cell: ({ name, email, personId }) => (
            <>
              {name ?? words.erased}
              <br />
              <span class="small muted breaks">{email ?? personId}</span>
            </>
          ),
        },
        { heading: words.what, cell: (line) => <What language={language} line={line} /> },
        {
          heading: words.account,
          cell: ({ accountId, accountName }) =>
            accountId === null ? (
              words.own
            ) : (
              <>
                {accountName ?? words.erased}
                <br />
                <span class="small muted mono breaks">{accountId}</span>
              </>
            ),
        },
        { heading: words.given, cell: ({ givenAt }) => <When language={language} at={givenAt} /> },
        {
          heading: words.withdrawn,
          cell: ({ withdrawnAt, addressee }) =>
            withdrawnAt === null ? (
              words.stands
            ) : (
              <>
                <When language={language} at={withdrawnAt} />
                {addressee !== null && addressee.withdrawnBy !== null && (
                  <>
                    <br />
                    <span class="small muted">{words.withdrawnBy[addressee.withdrawnBy]}</span>
                  </>
                )}
              </>
            ),
        },
      ]}
    />
  );
}

function When({ language, at }: { readonly language: Language; readonly at: Temporal.Instant }): Markup {
  return <time datetime={at.toString()}>{dateTimeInWords(language, at)}</time>;
}

function What({ language, line }: { readonly language: Language; readonly line: RegisterConsent }): Markup {
  const { registers, contacts, common } = textsFor(language);
  const words = registers.consents;
  const { consents } = contacts;
  const { agreement, addressee } = line;
  return (
    <>
      {whatInWords(language, line)}
      <br />
      <span class="small muted">
        {agreement !== null && words.shown(agreement.version, common.languageNames[agreement.language])}
        {addressee !== null && `${consents.grounds[addressee.basis]}, ${consents.sources[addressee.source]}`}
      </span>
    </>
  );
}

function whatInWords(language: Language, { agreement }: RegisterConsent): string {
  const { registers, policies } = textsFor(language);
  return agreement === null ? registers.consents.registeredMail : policies[agreement.policy].name;
}

async function* csvOf(
  language: Language,
  lines: AsyncIterable<RegisterConsent>,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const { registers, contacts } = textsFor(language);
  const words = registers.consents;
  const { consents } = contacts;
  const { columns } = words;
  const encoder = new TextEncoder();
  const heads = [
    columns.id,
    words.given,
    words.withdrawn,
    columns.withdrawnBy,
    words.what,
    columns.version,
    columns.language,
    columns.sha256,
    words.who,
    columns.email,
    columns.person,
    columns.account,
    words.account,
    columns.basis,
    columns.source,
    columns.statedOn,
  ];
  yield encoder.encode(BYTE_ORDER_MARK + csvLine(heads));
  for await (const line of lines) {
    const { agreement, addressee } = line;
    yield encoder.encode(
      csvLine([
        line.id,
        line.givenAt.toString(),
        line.withdrawnAt?.toString() ?? "",
        addressee?.withdrawnBy ? words.withdrawnBy[addressee.withdrawnBy] : "",
        whatInWords(language, line),
        agreement?.version ?? "",
        agreement?.language ?? "",
        agreement?.sha256 ?? "",
        line.name ?? "",
        line.email ?? "",
        line.personId ?? "",
        line.accountId ?? "",
        line.accountName ?? "",
        addressee === null ? "" : consents.grounds[addressee.basis],
        addressee === null ? "" : consents.sources[addressee.source],
        addressee?.statedOn.toString() ?? "",
      ]),
    );
  }
}
