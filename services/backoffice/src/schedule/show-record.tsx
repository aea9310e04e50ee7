// The record of processing activities (GDPR art. 30(1), 30(2)): as a page, and to be saved as CSV or PDF.

import { csvLine, type Language } from "@posthorn/domain";
import { type ProcessingRecord, type RecordPart, recordInWords, textsFor } from "@posthorn/texts";
import { readSchedule, viewSubprocessors } from "@posthorn/usecases";
import { Button, Card, DefinitionList, type Markup, PageHead, sendAttachment, Table } from "@posthorn/web";
import type { BackofficeDeps } from "../deps.ts";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { RECORD_PATH, SCHEDULE_PATH } from "./paths.ts";
import { recordOf } from "./record-of.ts";

const BYTE_ORDER_MARK = "\uFEFF";

export const recordRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(RECORD_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const record = await recordFor(deps, reader, c.get("language"), "processing_record_viewed");
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).privacyPages.record.title,
      current: "schedule",
      body({ language }) {
        const { record: words, schedule } = textsFor(language).privacyPages;
        return (
          <>
            <PageHead
              language={language}
              title={words.title}
              lead={words.lead}
              crumbs={[{ label: schedule.title, href: SCHEDULE_PATH }, { label: words.title }]}
            />
            <p class="row">
              <Button href={`${RECORD_PATH}.csv`} icon="download">
                {words.csv}
              </Button>
              <Button href={`${RECORD_PATH}.pdf`} icon="download">
                {words.pdf}
              </Button>
            </p>
            {recordInWords(language, record).map((part) => (
              <Part language={language} part={part} />
            ))}
          </>
        );
      },
    });
  });

  app.get(`${RECORD_PATH}.csv`, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const record = await recordFor(deps, reader, c.get("language"), "processing_record_saved");
    const bytes = new TextEncoder().encode(BYTE_ORDER_MARK + csvOf(c.get("language"), record));
    return sendAttachment(c, bytes, {
      filename: "record-of-processing.csv",
      type: "text/csv; charset=utf-8",
    });
  });

  app.get(`${RECORD_PATH}.pdf`, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const record = await recordFor(deps, reader, c.get("language"), "processing_record_saved");
    const bytes = Uint8Array.from(await deps.privacy.renderRecord(c.get("language"), record));
    return sendAttachment(c, bytes, { filename: "record-of-processing.pdf", type: "application/pdf" });
  });
};

async function recordFor(
  deps: BackofficeDeps,
  reader: Reader,
  language: Language,
  act: "processing_record_viewed" | "processing_record_saved",
): Promise<ProcessingRecord> {
  const lines = await readSchedule(deps.ctx, reader, act);
  const subprocessors = await viewSubprocessors(deps.ctx);
  return recordOf(deps, language, { at: reader.arrivedAt, lines, subprocessors });
}

function Part({ language, part }: { readonly language: Language; readonly part: RecordPart }): Markup {
  const words = textsFor(language).privacyPages.record;
  return (
    <Card id={part.role} title={part.title}>
      <DefinitionList
        facts={part.facts.map(({ term, texts }) => ({
          term,
          value: (
            <>
              {texts.map((text) => (
                <div>{text}</div>
              ))}
            </>
          ),
        }))}
      />
      <Table
        caption={part.title}
        rows={part.activities}
        columns={[
          {
            heading: words.data,
            rowHeading: true,
            cell: ({ id, data }) => (
              <>
                <span class="mono">{id}</span> {data}
              </>
            ),
          },
          { heading: words.purpose, cell: ({ purpose }) => purpose },
          {
            heading: words.ground,
            cell: ({ ground, citations }) => (
              <>
                {ground}
                <br />
                <span class="small muted">{citations}</span>
              </>
            ),
          },
          { heading: words.people, cell: ({ people }) => people },
          {
            heading: words.limit,
            cell: ({ period, joint, trigger }) => (
              <>
                <b>{period}</b>
                {joint}
                {trigger}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** A line an activity; what holds for all of a part is repeated on each, so that every line stands alone. */
function csvOf(language: Language, record: ProcessingRecord): string {
  const { notice, record: words, schedule } = textsFor(language).privacyPages;
  const parts = recordInWords(language, record);
  const terms = [...new Set(parts.flatMap(({ facts }) => facts.map(({ term }) => term)))];
  const { rule, role } = schedule;
  const heads = [rule, role, words.data, words.people, words.purpose, words.ground, words.limit, notice.from];
  const lines = parts.flatMap(({ role: of, facts, activities }) =>
    activities.map((activity) => [
      activity.id,
      schedule.roles[of],
      activity.data,
      activity.people,
      activity.purpose,
      `${activity.ground} (${activity.citations})`,
      activity.period,
      activity.trigger,
      ...terms.map((term) => facts.find((fact) => fact.term === term)?.texts.join("; ") ?? ""),
    ]),
  );
  return [[...heads, ...terms], ...lines].map(csvLine).join("");
}
