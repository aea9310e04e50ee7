// What is known of a breach: the clock on each duty with its drafts, the facts, what the check found, and the trail.

import { isBefore, type Language, LANGUAGES } from "@posthorn/domain";
import { dateTimeInWords, numberInWords, textsFor } from "@posthorn/texts";
import type { BreachView, DutyLine } from "@posthorn/usecases";
import { Card, DefinitionList, type Markup, Pill, Table } from "@posthorn/web";
import { BREACHES_PATH } from "./registers-frame.tsx";

interface PartProps {
  readonly language: Language;
  readonly view: BreachView;
}

export function DutiesCard({ language, view, now }: PartProps & { readonly now: Temporal.Instant }): Markup {
  const { common, registers } = textsFor(language);
  const words = registers.breaches;
  return (
    <Card id="duties" title={words.dutiesTitle}>
      <Table
        caption={words.dutiesTitle}
        rows={view.duties}
        columns={[
          { heading: words.duty, rowHeading: true, cell: ({ duty }) => words.duties[duty] },
          {
            heading: words.due,
            cell: ({ duty, dueAt }) =>
              duty === "senders" ? (
                words.atOnce
              ) : (
                <time datetime={dueAt.toString()}>{dateTimeInWords(language, dueAt)}</time>
              ),
          },
          { heading: words.standing, cell: (line) => <Standing language={language} line={line} now={now} /> },
          {
            heading: words.drafts,
            cell: ({ duty }) => (
              <span class="row">
                {LANGUAGES.map((each) => (
                  <a
                    class="target"
                    href={`${BREACHES_PATH}/${view.id}/drafts/${duty}/${each}`}
                    aria-label={words.draft(words.duties[duty], common.languageNames[each])}
                    download
                  >
                    {each}
                  </a>
                ))}
              </span>
            ),
          },
        ]}
      />
      {view.told !== null && <p>{words.told(view.told.mails, view.told.all)}</p>}
    </Card>
  );
}

function Standing({
  language,
  line,
  now,
}: {
  readonly language: Language;
  readonly line: DutyLine;
  readonly now: Temporal.Instant;
}): Markup {
  const words = textsFor(language).registers.breaches;
  if (line.state === "open") {
    const late = !isBefore(now, line.dueAt);
    return (
      <span class="nowrap">
        <Pill tone={late ? "stop" : "warn"}>{late ? words.overdue : words.states.open}</Pill>
      </span>
    );
  }
  return (
    <>
      <Pill tone={line.state === "done" ? "ok" : "plain"}>{words.states[line.state]}</Pill>
      <br />
      <span class="small muted">
        {line.settledAt !== null && dateTimeInWords(language, line.settledAt)}
        {line.settledBy !== null && `, ${line.settledBy}`}
      </span>
      {line.words !== null && <div class="small breaks">{line.words}</div>}
    </>
  );
}

export function FactsCard({ language, view }: PartProps): Markup {
  const words = textsFor(language).registers.breaches;
  const known = <Name extends string>(labels: Readonly<Record<Name, string>>, names: readonly string[]) =>
    names
      .map((name) => Object.entries<string>(labels).find(([each]) => each === name)?.[1] ?? name)
      .join("; ");
  return (
    <Card id="facts" title={words.factsTitle}>
      <DefinitionList
        facts={[
          { term: words.noticed, value: dateTimeInWords(language, view.noticedAt) },
          { term: words.openedBy, value: view.openedBy ?? words.byItself },
          { term: words.facts, value: view.facts },
          { term: words.naturesTitle, value: known(words.natures, view.natures) },
          { term: words.peopleTitle, value: known(words.people, view.people) },
          { term: words.dataTitle, value: known(words.data, view.data) },
          {
            term: words.persons,
            value: view.persons === null ? words.notKnown : numberInWords(language, view.persons),
          },
          {
            term: words.accounts,
            value:
              view.accountIds === null ? (
                words.allAccounts
              ) : (
                <span class="mono breaks">{view.accountIds.join(" ")}</span>
              ),
          },
          ...(view.assessment === "" ? [] : [{ term: words.assessment, value: view.assessment }]),
          ...(view.report === null ? [] : [{ term: words.report, value: view.report }]),
        ]}
      />
      {view.findingsInAll > 0 && (
        <>
          <h3>{words.findingsTitle}</h3>
          <p>{words.findings(view.findingsInAll)}</p>
          <ul class="mono breaks">
            {view.findings.map((finding) => (
              <li>{finding}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

export function TrailCard({ language, view }: PartProps): Markup {
  const words = textsFor(language).registers.breaches;
  return (
    <Card id="trail" title={words.trail}>
      <ul>
        {view.events.map(({ at, event, by, duty, words: said }) => (
          <li>
            <time datetime={at.toString()}>{dateTimeInWords(language, at)}</time>{" "}
            <b>
              {words.events[event]}
              {duty !== null && `: ${words.duties[duty]}`}
            </b>
            , {by ?? words.service}
            {said !== null && <div class="small muted breaks">{said}</div>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
