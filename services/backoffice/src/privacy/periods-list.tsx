// The rules with the periods in force, the bounds within which the provider may set others, and one page a rule.

import type { CalendarPeriod, Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { listPeriods, type PeriodLine, settableRule } from "@posthorn/usecases";
import { Card, type Column, PageHead, Table } from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { boundsInWords, periodInWords } from "./periods-words.ts";

export const PERIODS_PATH = "/privacy/periods";

export const periodsRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(PERIODS_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const lines = await listPeriods(deps.ctx, reader);
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).holds.periods.title,
      current: "periods",
      body({ language }) {
        const words = textsFor(language).holds.periods;
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            <Card id="periods">
              <Table caption={words.caption} rows={lines} columns={columnsOf(language)} />
            </Card>
          </>
        );
      },
    });
  });
};

function columnsOf(language: Language): readonly Column<PeriodLine>[] {
  const { holds, retention } = textsFor(language);
  const words = holds.periods;
  const inWords = (period: CalendarPeriod | null) =>
    period === null ? words.own : periodInWords(language, period);
  return [
    {
      heading: words.rule,
      rowHeading: true,
      cell: ({ rule }) => (
        <>
          {settableRule(rule.id) === null ? (
            words.open(rule.id)
          ) : (
            <a href={`${PERIODS_PATH}/${rule.id}`}>{words.open(rule.id)}</a>
          )}
          <br />
          <span class="small muted">{retention.data[rule.id]}</span>
        </>
      ),
    },
    { heading: words.inForce, cell: ({ inForce }) => inWords(inForce) },
    { heading: words.bounds, cell: ({ rule }) => boundsInWords(language, rule) },
  ];
}
