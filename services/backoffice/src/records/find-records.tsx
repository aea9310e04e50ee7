// The privacy desk's first page: finds identification records by delivery or commitment; lists nothing by itself.

import type { FieldError, Language } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import { findRecords, parseRecordQuery, type RecordSummary } from "@posthorn/usecases";
import {
  Button,
  Card,
  Empty,
  errorAt,
  ErrorSummary,
  Field,
  type Markup,
  PageHead,
  Table,
  type WebContext,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { methodInWords } from "./words.ts";

export const findRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/identification-records", async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const typed = c.req.query("q");
    if (typed === undefined) {
      await sessions.require(c);
      return findPage(c, reader, { typed: "" });
    }
    const query = parseRecordQuery(typed);
    if (!query.ok) {
      await sessions.require(c);
      return findPage(c, reader, { typed, errors: query.errors });
    }
    await deps.tries.lookUps.consume(reader.staff.staffId);
    return findPage(c, reader, { typed, found: await findRecords(deps.ctx, reader, query.value) });
  });
};

interface FindPage {
  readonly typed: string;
  readonly errors?: readonly FieldError[];
  /** Absent before anything was asked. */
  readonly found?: readonly RecordSummary[];
}

function findPage(c: WebContext, reader: Reader, page: FindPage): Promise<Response> {
  const { errors = [] } = page;
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).backoffice.records.title,
    current: "records",
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 400 : 200,
    body({ language }) {
      const { backoffice, common } = textsFor(language);
      const words = backoffice.records;
      return (
        <>
          <PageHead language={language} title={words.title} lead={words.lead} />
          <ErrorSummary language={language} errors={errors} />
          <Card id="find">
            <form method="get" action="/identification-records" role="search" class="stack">
              <Field
                language={language}
                name="q"
                label={words.search}
                hint={words.searchHint}
                value={page.typed}
                error={errorAt(language, errors, "q")}
                autocomplete="off"
                maxLength={200}
              />
              <div>
                <Button kind="primary" icon="search">
                  {common.buttons.search}
                </Button>
              </div>
            </form>
          </Card>
          <Found language={language} found={page.found} />
        </>
      );
    },
  });
}

function Found({
  language,
  found,
}: {
  readonly language: Language;
  readonly found: readonly RecordSummary[] | undefined;
}): Markup {
  const words = textsFor(language).backoffice.records;
  if (found === undefined || found.length === 0) {
    return (
      <Card id="found">
        {found === undefined ? (
          <Empty title={words.firstTitle} text={words.firstText} icon="search" />
        ) : (
          <Empty title={words.emptyTitle} text={words.emptyText} icon="search" />
        )}
      </Card>
    );
  }
  return (
    <Card id="found" title={words.found}>
      <Table
        caption={words.caption}
        rows={found}
        columns={[
          {
            heading: words.when,
            rowHeading: true,
            cell: (record) => dateTimeInWords(language, record.identifiedAt),
          },
          {
            heading: words.whom,
            cell: (record) => (record.personId === null ? words.addressee : words.member),
          },
          { heading: words.how, cell: (record) => methodInWords(language, record) },
          { heading: words.purpose, cell: (record) => words.purposes[record.purpose] },
          {
            heading: words.view,
            hideHeading: true,
            cell: (record) => {
              const when = dateTimeInWords(language, record.identifiedAt, { seconds: true });
              return (
                <a href={`/identification-records/${record.id}`} aria-label={words.viewFor(when)}>
                  {words.view}
                </a>
              );
            },
          },
        ]}
      />
    </Card>
  );
}
