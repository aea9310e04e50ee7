// The retention schedule for the privacy officer and the auditor: every rule with its period in force.

import type { Language, RetentionRule } from "@posthorn/domain";
import { brusselsDate, dateInWords, periodInWords, ruleInWords, textsFor } from "@posthorn/texts";
import { readSchedule, type ScheduleLine } from "@posthorn/usecases";
import { Button, Card, type Markup, PageHead, Table } from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { RECORD_PATH, SCHEDULE_PATH } from "./paths.ts";

export const scheduleRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(SCHEDULE_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const lines = await readSchedule(deps.ctx, reader, "schedule_viewed");
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).privacyPages.schedule.title,
      current: "schedule",
      body({ language }) {
        const { privacyPages, retention } = textsFor(language);
        const words = privacyPages.schedule;
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            <Card id="record" title={words.record}>
              <p>{words.recordLead}</p>
              <p>
                <Button href={RECORD_PATH} icon="forward">
                  {words.record}
                </Button>
              </p>
            </Card>
            <Card id="rules">
              <Rules language={language} lines={lines} />
              <p class="small muted">{retention.counted}</p>
              <p class="small muted">{retention.held}</p>
            </Card>
          </>
        );
      },
    });
  });
};

function Rules({
  language,
  lines,
}: {
  readonly language: Language;
  readonly lines: readonly ScheduleLine[];
}): Markup {
  const { notice, schedule: words } = textsFor(language).privacyPages;
  const rows = lines.map((line) => ({ ...line, said: ruleInWords(language, line.rule, line.period) }));
  return (
    <Table
      caption={words.caption}
      rows={rows}
      columns={[
        {
          heading: words.rule,
          rowHeading: true,
          cell: ({ said, rule }) => (
            <>
              <span class="mono" id={said.id}>
                {said.id}
              </span>{" "}
              {said.data}
              <br />
              <span class="small muted">
                {words.roles[rule.role]} · {said.people}
              </span>
            </>
          ),
        },
        {
          heading: notice.columns.why,
          cell: ({ said }) => (
            <>
              {said.purpose}
              <br />
              <span class="small muted">
                {said.ground} ({said.citations})
              </span>
            </>
          ),
        },
        {
          heading: notice.columns.howLong,
          cell: ({ said, rule, changedAt }) => (
            <>
              <b>{said.period}</b>
              {said.joint}
              {said.trigger}. {said.action}.
              {changedAt !== null && (
                <>
                  <br />
                  <span class="small">
                    {words.changed(
                      dateInWords(language, brusselsDate(changedAt)),
                      periodInWords(language, rule.period),
                    )}
                  </span>
                </>
              )}
            </>
          ),
        },
        { heading: words.adjustable, cell: ({ said }) => said.adjustable ?? words.nobody },
        { heading: words.since, cell: ({ rule }) => decisionOf(language, rule) },
      ]}
    />
  );
}

/** `22 November 2026, privacy officer`. */
function decisionOf(language: Language, rule: RetentionRule): string {
  const { offices } = textsFor(language).privacyPages.schedule;
  return `${dateInWords(language, Temporal.PlainDate.from(rule.since))}, ${offices[rule.decidedBy]}`;
}
