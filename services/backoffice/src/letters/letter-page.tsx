// The page of one letter: where it stands, its batches, what was done with it, what the carrier states, and the acts.

import { endShown, type Language, mayAct } from "@posthorn/domain";
import { brusselsDate, dateInWords, dateTimeInWords, numberInWords, textsFor } from "@posthorn/texts";
import type { DeskJob, DeskLetter } from "@posthorn/usecases";
import {
  Card,
  DefinitionList,
  ErrorSummary,
  type Markup,
  PageHead,
  type PageFrame,
  Table,
  type WebContext,
} from "@posthorn/web";
import type { Child } from "hono/jsx";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { Reader } from "../session/staff-sessions.ts";
import { ActsCard } from "./acts-list.tsx";
import { type Answer, AnswerNotes } from "./answer.tsx";
import { FellOutCard, NotPostableCard } from "./letter-cards.tsx";
import { AddressBlock, LettersNav, reasonInWords } from "./words.tsx";

/** What was asked for and typed, where it was not done. */
export interface LetterAct {
  readonly kind: "fell_out" | "not_postable";
  readonly reason: string;
  readonly words: string;
}

export interface LetterPageProps {
  readonly frame: PageFrame;
  readonly reader: Reader;
  readonly letter: DeskLetter;
  readonly answer: Answer;
  readonly act?: LetterAct;
}

export function letterPage(c: WebContext, props: Omit<LetterPageProps, "frame">): Promise<Response> {
  const { reader, answer } = props;
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).postal.letter.title,
    current: "letters",
    islands: ["passkey"],
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body: (frame) => <Page {...props} frame={frame} />,
  });
}

function Page(props: LetterPageProps): Markup {
  const { frame, reader, letter, answer } = props;
  const { language } = frame;
  const { queue, letter: words } = textsFor(language).postal;
  return (
    <>
      <PageHead
        language={language}
        title={nameOf(language, letter)}
        lead={asSentence(language, stateInWords(language, letter))}
        crumbs={[{ label: queue.title, href: "/letters" }, { label: words.title }]}
      />
      <LettersNav language={language} current="find" />
      <AnswerNotes answer={answer} />
      <ErrorSummary language={language} errors={answer.errors ?? []} />
      <Standing language={language} letter={letter} />
      <Jobs language={language} letter={letter} />
      <Statements language={language} letter={letter} />
      {mayAct(reader.staff.roles, "postal_operator") && (
        <>
          <FellOutCard {...props} />
          <NotPostableCard {...props} />
        </>
      )}
      <ActsCard language={language} acts={letter.acts} />
    </>
  );
}

function stateInWords(language: Language, { state }: DeskLetter): string {
  const { states } = textsFor(language).postal.letter;
  return Object.hasOwn(states, state) ? states[state as keyof typeof states] : states.other;
}

function asSentence(language: Language, words: string): string {
  return words.slice(0, 1).toLocaleUpperCase(language) + words.slice(1);
}

function Standing({
  language,
  letter,
}: {
  readonly language: Language;
  readonly letter: DeskLetter;
}): Markup {
  const { letter: words, problems } = textsFor(language).postal;
  const { lines, lastDay, releasedAt, postedAt, finalAt, problem } = letter;
  const when = (term: string, at: Temporal.Instant | null) =>
    at === null ? [] : [{ term, value: dateTimeInWords(language, at) as Child }];
  return (
    <Card id="standing" title={words.standing}>
      <DefinitionList
        facts={[
          { term: words.state, value: stateInWords(language, letter) },
          { term: words.addressee, value: nameOf(language, letter) },
          {
            term: words.address,
            value: lines === null ? withoutAddress(language, letter) : <AddressBlock lines={lines} />,
          },
          ...(problem === null || finalAt !== null
            ? []
            : [{ term: words.problem, value: problems[problem] }]),
          ...(lastDay === null || postedAt !== null || finalAt !== null
            ? []
            : [{ term: words.lastDay, value: dateInWords(language, lastDay) }]),
          ...when(words.released, releasedAt),
          ...when(words.posted, postedAt),
          ...when(words.ended, finalAt && endShown(letter.state, finalAt)),
          { term: words.number, value: <span class="mono breaks">{letter.deliveryId}</span> },
        ]}
      />
    </Card>
  );
}

function nameOf(language: Language, { name, erasedAt }: DeskLetter): string {
  return erasedAt === null ? name : textsFor(language).track.erased.addressee;
}

function withoutAddress(language: Language, { erasedAt }: DeskLetter): string {
  const words = textsFor(language).postal.letter;
  return erasedAt === null ? words.noAddress : words.erased(dateInWords(language, brusselsDate(erasedAt)));
}

function Jobs({ language, letter }: { readonly language: Language; readonly letter: DeskLetter }): Markup {
  const { letter: words, batch, batches, jobStates, said } = textsFor(language).postal;
  return (
    <Card id="jobs" title={words.jobsTitle}>
      {letter.jobs.length === 0 ? (
        <p class="muted">{words.noJobs}</p>
      ) : (
        <Table
          caption={words.jobsCaption}
          rows={letter.jobs}
          columns={[
            {
              heading: batches.number,
              rowHeading: true,
              cell: ({ batchId, batchNumber, ordinal }) => (
                <a href={`/letters/batches/${batchId}`}>{words.inBatch(batchNumber, ordinal)}</a>
              ),
            },
            {
              heading: batch.state,
              cell: (job) => (
                <>
                  {job.endedReason === null
                    ? jobStates[job.state]
                    : said(jobStates[job.state], reasonInWords(language, job.endedReason))}
                  {job.scannedAt !== null && job.scannedBy !== null && (
                    <>
                      <br />
                      <span class="small muted">
                        {words.scanned(job.scannedBy, dateTimeInWords(language, job.scannedAt))}
                      </span>
                    </>
                  )}
                </>
              ),
            },
            {
              heading: batch.barcode,
              cell: ({ barcode }) => <span class="mono nowrap">{barcode ?? "–"}</span>,
            },
            {
              heading: words.printedAddress,
              cell: (job) => <Printed language={language} job={job} />,
            },
            {
              heading: batch.jobSheets,
              number: true,
              cell: ({ sheets }) => (sheets === null ? "–" : numberInWords(language, sheets)),
            },
          ]}
        />
      )}
    </Card>
  );
}

function Printed({ language, job }: { readonly language: Language; readonly job: DeskJob }): Markup {
  const words = textsFor(language).postal.letter;
  if (job.address === null) return <>–</>;
  return (
    <>
      <AddressBlock lines={job.address} />
      {job.sha256 !== null && (
        <>
          <br />
          <span class="small muted">{words.digest}</span>
          <br />
          <span class="small muted mono breaks">{job.sha256}</span>
        </>
      )}
    </>
  );
}

function Statements({
  language,
  letter,
}: {
  readonly language: Language;
  readonly letter: DeskLetter;
}): Markup {
  const { returns: words, outcomes } = textsFor(language).postal.carrier;
  if (letter.statements.length === 0 && letter.postedAt === null) return <></>;
  return (
    <Card id="statements" title={words.statementsTitle}>
      {letter.statements.length === 0 ? (
        <p class="muted">{words.none}</p>
      ) : (
        <Table
          caption={words.caption}
          rows={letter.statements}
          columns={[
            {
              heading: words.what,
              rowHeading: true,
              cell: ({ source, outcome, words: said }) => (
                <>
                  {words.states(source)}: <b>{outcomes[outcome]}</b>
                  {said !== null && (
                    <>
                      <br />
                      <span class="small breaks">{said}</span>
                    </>
                  )}
                </>
              ),
            },
            {
              heading: words.when,
              cell: ({ saidAt }) => (saidAt === null ? "–" : dateTimeInWords(language, saidAt)),
            },
            { heading: words.received, cell: ({ receivedAt }) => dateTimeInWords(language, receivedAt) },
          ]}
        />
      )}
    </Card>
  );
}
