// The page of one hold: what it names and what of it is there, what was written, what happened, and what can be done.

import type { Language } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, numberInWords, textsFor } from "@posthorn/texts";
import type { HoldView } from "@posthorn/usecases";
import {
  Card,
  DefinitionList,
  ErrorSummary,
  type Markup,
  PageHead,
  Pill,
  Table,
  type WebContext,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { Reader } from "../session/staff-sessions.ts";
import { HoldActs } from "./holds-acts.tsx";
import { type Answer, AnswerNotes } from "./holds-answer.tsx";
import { HOLDS_PATH } from "./holds-list.tsx";

const TONES = { asked: "warn", placed: "ok", refused: "stop", lifted: "plain", ended: "plain" } as const;

export function holdPage(c: WebContext, reader: Reader, view: HoldView, answer: Answer): Promise<Response> {
  const { errors = [] } = answer;
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).holds.desk.view,
    current: "holds",
    islands: ["passkey"],
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body(frame) {
      const { language } = frame;
      const { holds } = textsFor(language);
      const words = holds.desk;
      const state = view.state === "placed" && !view.holds ? "ended" : view.state;
      return (
        <>
          <PageHead
            language={language}
            title={`${words.view}: ${holds.scopes[view.scope]}`}
            crumbs={[{ label: words.title, href: HOLDS_PATH }, { label: words.view }]}
            aside={<Pill tone={TONES[state]}>{holds.states[state]}</Pill>}
          />
          <AnswerNotes answer={answer} />
          <ErrorSummary language={language} errors={errors} />
          <Facts language={language} view={view} />
          <History language={language} view={view} />
          <HoldActs frame={frame} reader={reader} view={view} answer={answer} />
        </>
      );
    },
  });
}

interface PartProps {
  readonly language: Language;
  readonly view: HoldView;
}

function Facts({ language, view }: PartProps): Markup {
  const { holds } = textsFor(language);
  const words = holds.desk;
  const { subject } = view;
  return (
    <Card id="facts" title={words.facts}>
      <DefinitionList
        facts={[
          { term: words.about, value: <span class="mono breaks">{view.scopeId}</span> },
          ...(subject === null || subject.label === ""
            ? []
            : [{ term: view.scope === "person" ? words.person : words.account, value: subject.label }]),
          ...(view.scope === "person" ? [{ term: words.scope, value: words.personNames }] : []),
          ...(subject === null
            ? []
            : [{ term: words.deliveries, value: numberInWords(language, subject.deliveries) }]),
          { term: words.there, value: thereInWords(language, view) },
          { term: words.ground, value: holds.grounds[view.ground] },
          { term: words.by, value: view.bySender ? words.bySender : words.byDesk },
          {
            term: view.bySender ? words.senderWrites : words.deskWrites,
            value: <span class="breaks">{view.reason}</span>,
          },
          ...(view.endsOn === null
            ? []
            : [{ term: words.endsOn, value: dateInWords(language, view.endsOn) }]),
        ]}
      />
    </Card>
  );
}

function thereInWords(language: Language, { subject }: HoldView): string {
  const words = textsFor(language).holds.desk;
  if (subject === null || subject.gone) return words.thereNothing;
  return subject.contentGone ? words.thereNoContent : words.thereAll;
}

function History({ language, view }: PartProps): Markup {
  const { holds } = textsFor(language);
  const words = holds.desk;
  return (
    <Card id="history" title={words.history}>
      <Table
        caption={words.historyCaption}
        rows={view.history}
        columns={[
          { heading: words.when, rowHeading: true, cell: ({ at }) => dateTimeInWords(language, at) },
          { heading: words.what, cell: ({ event }) => holds.events[event] },
          { heading: words.who, cell: ({ by }) => by ?? "–" },
          {
            heading: words.words,
            cell: (line) => (
              <>
                {line.words !== null && <span class="breaks">{line.words}</span>}
                {line.endsOn !== null && (
                  <p class="small muted">{holds.until(dateInWords(language, line.endsOn))}</p>
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
