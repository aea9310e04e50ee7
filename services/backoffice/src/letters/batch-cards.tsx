// What can be done with a batch: have its files, confirm that it is printed, go on to hand it over.

import type { Language } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import { type BatchView, DESK_WORDS_LONGEST, FALL_OUT_REASONS } from "@posthorn/usecases";
import { Button, Card, CsrfField, errorAt, Field, type Markup, Note } from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import type { BatchPageProps } from "./batch-page.tsx";
import { reasonInWords } from "./words.tsx";

export interface PrintedTyped {
  readonly fallenOut: string;
  readonly reason: string;
  readonly words: string;
}

export function FilesCard(props: BatchPageProps): Markup {
  const { language } = props.frame;
  const words = textsFor(language).postal.batch;
  const { batch } = props;
  if (batch.state === "closed") return <></>;
  if (batch.state === "making") {
    return (
      <Card id="files" title={words.filesTitle}>
        <p>{words.filesNotYet}</p>
      </Card>
    );
  }
  return (
    <Card id="files" title={words.filesTitle}>
      {batch.files === 0 ? (
        <p>{words.filesGone}</p>
      ) : (
        <>
          <p>{words.filesText}</p>
          <p>
            <Button href={`/letters/batches/${batch.id}/files.zip`} icon="download" download>
              {words.download}
            </Button>
          </p>
        </>
      )}
      <Push {...props} />
    </Card>
  );
}

/** Nothing for printers that take no files. */
function Push({ frame, deps, reader, batch, answer }: BatchPageProps): Markup {
  const { language } = frame;
  const words = textsFor(language).postal.batch;
  const { push } = batch;
  const partner = deps.letters.printers.find(({ key }) => key === batch.printer)?.sftp !== undefined;
  if (!partner || batch.files === 0) return <></>;
  const when = (at: Temporal.Instant) => dateTimeInWords(language, at);
  if (push.pushedAt !== null) return <Note tone="ok">{words.pushed(when(push.pushedAt))}</Note>;
  return (
    <>
      {push.error !== null && (
        <Note tone="stop">
          <p>{words.pushFailed(push.attempts, faultInWords(language, push.error))}</p>
          {push.nextAt !== null && <p>{words.pushAgain(when(push.nextAt))}</p>}
        </Note>
      )}
      {push.nextAt !== null && push.error === null && push.askedAt !== null && (
        <Note>{words.pushing(when(push.askedAt))}</Note>
      )}
      {push.nextAt === null && (batch.state === "ready" || batch.state === "printed") && (
        <ActForm
          frame={frame}
          reader={reader}
          action={`/letters/batches/${batch.id}/push`}
          button={words.push}
          refusal={answer.refusal}
        />
      )}
    </>
  );
}

function faultInWords(language: Language, code: string): string {
  const { pushFaults } = textsFor(language).postal.batch;
  return Object.hasOwn(pushFaults, code) ? pushFaults[code as keyof typeof pushFaults] : pushFaults.other;
}

export function PrintedCard({ frame, batch, answer, typed }: BatchPageProps): Markup {
  const { language } = frame;
  const words = textsFor(language).postal.batch;
  const { errors = [] } = answer;
  const asked = batch.open.some(({ kind }) => kind === "printed");
  if (batch.state !== "ready" || batch.counts.made === 0 || asked) return <></>;
  return (
    <Card id="confirm-printed" title={words.printedTitle}>
      <form method="post" action={`/letters/batches/${batch.id}/printed`} class="stack">
        <CsrfField token={frame.csrfToken} />
        <Field
          language={language}
          name="fallen_out"
          label={words.fallenOut}
          hint={words.fallenOutHint}
          optional
          autocomplete="off"
          value={typed?.fallenOut}
          error={errorAt(language, errors, "fallen_out")}
        />
        <Field
          language={language}
          name="reason"
          label={words.fallenOutReason}
          type="select"
          optional
          value={typed?.reason ?? ""}
          options={reasonOptions(language, FALL_OUT_REASONS)}
          error={errorAt(language, errors, "reason")}
        />
        <Field
          language={language}
          name="words"
          label={words.words}
          hint={words.wordsHint}
          optional
          autocomplete="off"
          maxLength={DESK_WORDS_LONGEST}
          value={typed?.words}
          error={errorAt(language, errors, "words")}
        />
        <p id="printed-text">{words.printedText(batch.counts.made)}</p>
        <div>
          <Button kind="primary" describedBy="printed-text">
            {words.printed}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** The list of reasons, with nothing chosen first. */
export function reasonOptions(language: Language, reasons: readonly string[]) {
  return [
    { value: "", label: textsFor(language).postal.batch.choose },
    ...reasons.map((reason) => ({ value: reason, label: reasonInWords(language, reason) })),
  ];
}

export function HandOverCard({
  language,
  batch,
}: {
  readonly language: Language;
  readonly batch: BatchView;
}): Markup {
  const words = textsFor(language).postal.batch;
  const { printed, scanned } = batch.toHandOver;
  const waits = batch.open.some(({ kind }) => kind === "handed_over");
  if (printed === 0 && !waits && batch.counts.posted === 0) return <></>;
  return (
    <Card id="hand-over" title={words.handOverTitle}>
      {printed > 0 && <p>{words.handOverText(printed, scanned)}</p>}
      {printed === 0 && !waits && <p>{words.handedOverText}</p>}
      <p>
        <Button href={`/letters/batches/${batch.id}/hand-over`} icon="forward">
          {printed === 0 && !waits ? words.toReceipts : words.toHandOver}
        </Button>
      </p>
    </Card>
  );
}
