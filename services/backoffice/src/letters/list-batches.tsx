// All batches of letters, the newest first.

import type { Language } from "@posthorn/domain";
import { numberInWords, shortDateTime, textsFor } from "@posthorn/texts";
import { type BatchLine, listBatches } from "@posthorn/usecases";
import { Card, type Column, Empty, PageHead, Pagination, Pill, Table } from "@posthorn/web";
import type { BackofficeDeps } from "../deps.ts";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { BatchPill, LettersNav, printerName } from "./words.tsx";

export const batchesRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/letters/batches", async (c) => {
    const reader = await sessions.requireReader(c, "postal_operator");
    const cursor = c.req.query("cursor");
    const page = await listBatches(deps.ctx, reader, cursor ? { cursor } : {});
    const to = (place: string | null) =>
      place === null ? undefined : `/letters/batches?${new URLSearchParams({ cursor: place }).toString()}`;
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).postal.batches.title,
      current: "letters",
      body({ language }) {
        const words = textsFor(language).postal.batches;
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            <LettersNav language={language} current="batches" />
            <Card id="batches">
              {page.lines.length === 0 ? (
                <Empty title={words.emptyTitle} text={words.emptyText}>
                  <a href="/letters">{words.toQueue}</a>
                </Empty>
              ) : (
                <Table caption={words.caption} rows={page.lines} columns={columnsOf(language, deps)} />
              )}
            </Card>
            <Pagination language={language} previous={to(page.previous)} next={to(page.next)} />
          </>
        );
      },
    });
  });
};

function columnsOf(language: Language, deps: BackofficeDeps): readonly Column<BatchLine>[] {
  const words = textsFor(language).postal.batches;
  return [
    {
      heading: words.number,
      rowHeading: true,
      cell: ({ id, number }) => (
        <a class="nowrap" href={`/letters/batches/${id}`}>
          {words.name(number)}
        </a>
      ),
    },
    {
      heading: words.state,
      cell: ({ state, hasProblem }) => (
        <>
          <BatchPill language={language} state={state} />{" "}
          {hasProblem && <Pill tone="stop">{words.problem}</Pill>}
        </>
      ),
    },
    { heading: words.letters, number: true, cell: ({ letters }) => numberInWords(language, letters) },
    { heading: words.posted, number: true, cell: ({ posted }) => numberInWords(language, posted) },
    {
      heading: words.printer,
      cell: ({ printer }) => <span class="breaks">{printerName(deps, printer)}</span>,
    },
    {
      heading: words.made,
      cell: ({ madeAt, madeBy }) => words.by(madeBy, shortDateTime(language, madeAt, { year: true })),
    },
  ];
}
