// The letters of a batch in its order.

import type { Language } from "@posthorn/domain";
import { numberInWords, textsFor } from "@posthorn/texts";
import { type BatchView, JOB_VIEWS, type JobLine, type JobPage, type JobView } from "@posthorn/usecases";
import { Card, type Column, type Markup, Pagination, Pill, SectionNav, Table } from "@posthorn/web";
import { AddressBlock, reasonInWords } from "./words.tsx";

export interface JobsCardProps {
  readonly language: Language;
  readonly batch: BatchView;
  readonly jobs: JobPage;
  readonly view: JobView;
  /** May open print files. */
  readonly officer: boolean;
}

export function JobsCard(props: JobsCardProps): Markup {
  const { language, batch, jobs, view } = props;
  const words = textsFor(language).postal.batch;
  const pathOf = (of: JobView, cursor?: string): string => {
    const query = { ...(of === "all" ? {} : { show: of }), ...(cursor === undefined ? {} : { cursor }) };
    return `/letters/batches/${batch.id}?${new URLSearchParams(query).toString()}#jobs`;
  };
  const to = (cursor: string | null) => (cursor === null ? undefined : pathOf(view, cursor));
  return (
    <Card id="jobs" title={words.lettersTitle}>
      <SectionNav
        label={words.views}
        sections={JOB_VIEWS.map((each) => ({
          href: pathOf(each),
          label: words.view[each],
          current: each === view,
        }))}
      />
      {jobs.lines.length === 0 ? (
        <p class="muted">{words.none}</p>
      ) : (
        <Table caption={words.caption} rows={jobs.lines} columns={columnsOf(props)} />
      )}
      <Pagination language={language} previous={to(jobs.previous)} next={to(jobs.next)} />
    </Card>
  );
}

function columnsOf({ language, officer }: JobsCardProps): readonly Column<JobLine>[] {
  const { batch: words, jobStates, said } = textsFor(language).postal;
  return [
    { heading: words.ordinal, number: true, cell: ({ ordinal }) => String(ordinal) },
    {
      heading: words.addressee,
      rowHeading: true,
      cell: ({ id, name, lines }) => (
        <>
          <a class="breaks" href={`/letters/jobs/${id}`}>
            {name === "" ? textsFor(language).track.erased.addressee : name}
          </a>
          <br />
          <span class="small muted">
            <AddressBlock lines={lines} />
          </span>
        </>
      ),
    },
    {
      heading: words.barcode,
      cell: ({ barcode }) => <span class="mono nowrap">{barcode ?? "–"}</span>,
    },
    {
      heading: words.state,
      cell: ({ state, endedReason, scannedAt }) => (
        <>
          {endedReason === null
            ? jobStates[state]
            : said(jobStates[state], reasonInWords(language, endedReason))}
          {state === "printed" && scannedAt !== null && (
            <>
              {" "}
              <Pill tone="ok">{words.scanned}</Pill>
            </>
          )}
        </>
      ),
    },
    {
      heading: words.jobSheets,
      number: true,
      cell: ({ sheets }) => (sheets === null ? "–" : numberInWords(language, sheets)),
    },
    ...(officer ? [fileColumn(language)] : []),
  ];
}

function fileColumn(language: Language): Column<JobLine> {
  const words = textsFor(language).postal.batch;
  return {
    heading: words.file,
    hideHeading: true,
    cell: ({ id, ordinal, hasFile }) =>
      hasFile && (
        <a href={`/letters/jobs/${id}/file.pdf`} aria-label={words.openFileFor(ordinal)} download="">
          {words.openFile}
        </a>
      ),
  };
}
