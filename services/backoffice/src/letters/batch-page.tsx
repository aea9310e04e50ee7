// The page of one batch: how far it is, what can be done with it, and its letters.

import { mayAct } from "@posthorn/domain";
import { dateTimeInWords, numberInWords, textsFor } from "@posthorn/texts";
import { type BatchView, JOB_STATES, type JobPage, type JobView } from "@posthorn/usecases";
import {
  Card,
  DefinitionList,
  ErrorSummary,
  linePath,
  LiveRegion,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  StateBar,
  type Tone,
  type WebContext,
} from "@posthorn/web";
import type { BackofficeDeps } from "../deps.ts";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { Reader } from "../session/staff-sessions.ts";
import { ActsCard } from "./acts-list.tsx";
import { type Answer, AnswerNotes } from "./answer.tsx";
import { FilesCard, HandOverCard, PrintedCard, type PrintedTyped } from "./batch-cards.tsx";
import { JobsCard } from "./jobs-card.tsx";
import { BatchPill, LettersNav, printerName } from "./words.tsx";

export interface BatchPageProps {
  readonly frame: PageFrame;
  readonly deps: BackofficeDeps;
  readonly reader: Reader;
  readonly batch: BatchView;
  readonly jobs: JobPage;
  readonly view: JobView;
  readonly answer: Answer;
  readonly typed?: PrintedTyped;
}

export function batchPage(c: WebContext, props: Omit<BatchPageProps, "frame">): Promise<Response> {
  const { reader, answer, batch } = props;
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).postal.batches.name(batch.number),
    current: "letters",
    islands: ["live", "passkey"],
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body: (frame) => <Page {...props} frame={frame} />,
  });
}

function Page(props: BatchPageProps): Markup {
  const { frame, reader, batch, answer } = props;
  const { language } = frame;
  const words = textsFor(language).postal;
  const line = `${linePath(`/letters/batches/${batch.id}/events`, batch.mark)}&since=${reader.arrivedAt.epochMilliseconds}`;
  return (
    <LiveRegion language={language} id="batch" eventsPath={changesByItself(batch) ? line : null}>
      <PageHead
        language={language}
        title={words.batches.name(batch.number)}
        lead={words.batch.lead(dateTimeInWords(language, batch.madeAt), batch.madeBy)}
        crumbs={[
          { label: words.queue.title, href: "/letters" },
          { label: words.batches.title, href: "/letters/batches" },
          { label: words.batches.name(batch.number) },
        ]}
        aside={<BatchPill language={language} state={batch.state} />}
      />
      <LettersNav language={language} current="batches" />
      <AnswerNotes answer={answer} />
      <ErrorSummary language={language} errors={answer.errors ?? []} />
      <Body {...props} />
    </LiveRegion>
  );
}

/** Being made, pushed or booked; otherwise it waits for people. */
function changesByItself({ state, open, push }: BatchView): boolean {
  const booking = open.some(({ needsSecond, secondedAt }) => !needsSecond || secondedAt !== null);
  return state === "making" || booking || push.nextAt !== null;
}

function Body(props: BatchPageProps): Markup {
  const { frame, reader, batch, answer } = props;
  const { language } = frame;
  const words = textsFor(language).postal;
  const officer = mayAct(reader.staff.roles, "postal_operator");
  return (
    <>
      {batch.open.map((act) => {
        if (act.needsSecond && act.secondedAt === null)
          return <Note tone="warn">{words.batch.waitsForSecond(act.by)}</Note>;
        // Who has just asked for it is told so already.
        return answer.done === undefined && <Note>{words.batch.waiting[act.kind]}</Note>;
      })}
      <Progress {...props} />
      {!officer && <Note>{words.officerOnly}</Note>}
      {officer && (
        <>
          <FilesCard {...props} />
          <PrintedCard {...props} />
          <HandOverCard language={language} batch={batch} />
        </>
      )}
      <JobsCard language={language} batch={batch} jobs={props.jobs} view={props.view} officer={officer} />
      <ActsCard language={language} acts={batch.acts} />
    </>
  );
}

const TONES: Record<(typeof JOB_STATES)[number], Tone> = {
  chosen: "plain",
  released: "plain",
  numbered: "info",
  made: "info",
  printed: "warn",
  posted: "ok",
  fallen_out: "stop",
  dropped: "plain",
};

function Progress({ frame, deps, batch }: BatchPageProps): Markup {
  const { language } = frame;
  const { batch: words, jobStates } = textsFor(language).postal;
  const number = (value: number) => numberInWords(language, value);
  const when = (at: Temporal.Instant | null) => (at === null ? words.notYet : dateTimeInWords(language, at));
  const { counts } = batch;
  const ready = counts.made + counts.printed + counts.posted;
  return (
    <Card id="progress" title={words.progressTitle}>
      {batch.state === "making" && (
        <>
          <p>
            <b>{words.making(number(ready), number(batch.letters - counts.dropped - counts.fallen_out))}</b>
          </p>
          <p class="small muted">{words.makingHint}</p>
        </>
      )}
      {batch.problem !== null && <Note tone="stop">{words.problems[batch.problem]}</Note>}
      {batch.state === "closed" && <Note>{words.empty}</Note>}
      <StateBar
        language={language}
        label={words.progress}
        shares={JOB_STATES.filter((state) => counts[state] > 0).map((state) => ({
          label: jobStates[state],
          count: counts[state],
          tone: TONES[state],
        }))}
      />
      <DefinitionList
        facts={[
          { term: words.printer, value: printerName(deps, batch.printer) },
          { term: words.letters, value: number(batch.letters) },
          { term: words.sheets, value: number(batch.sheets) },
          { term: words.pages, value: number(batch.pages) },
          { term: words.readyAt, value: when(batch.readyAt) },
          { term: words.printedAt, value: when(batch.printedAt) },
          { term: words.handedOverAt, value: when(batch.handedOverAt) },
        ]}
      />
    </Card>
  );
}
