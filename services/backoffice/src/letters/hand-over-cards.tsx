// Handing over itself: how many letters go and what follows, and the second person where two must agree.

import { dateTimeInWords, numberInWords, textsFor } from "@posthorn/texts";
import { type ActLine, DESK_WORDS_LONGEST } from "@posthorn/usecases";
import { Card, errorAt, Field, type Markup, Note } from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import type { HandOverProps } from "./hand-over-page.tsx";

export function ConfirmCard(props: HandOverProps): Markup {
  const { frame, deps, reader, batch, answer } = props;
  const { language } = frame;
  const words = textsFor(language).postal.carrier.handOver;
  const waiting = batch.open.find(
    ({ kind, needsSecond, secondedAt }) => kind === "handed_over" && needsSecond && secondedAt === null,
  );
  if (waiting) return <SecondCard {...props} act={waiting} />;
  const { printed, scanned, going } = batch.toHandOver;
  if (going === 0 || batch.open.some(({ kind }) => kind === "handed_over")) return <></>;
  const number = (value: number) => numberInWords(language, value);
  return (
    <Card id="confirm" title={words.confirmTitle}>
      <p>{scanned === 0 ? words.all(number(printed)) : words.some(number(scanned), printed - scanned)}</p>
      <ActForm
        frame={frame}
        reader={reader}
        action={`/letters/batches/${batch.id}/hand-over`}
        button={words.confirm}
        kind="seal"
        describedBy="confirm-text"
        refusal={answer.refusal}
      >
        <input type="hidden" name="count" value={String(going)} />
        <Note tone="warn" id="confirm-text">
          <p>{words.consequence}</p>
          {deps.letters.twoPersons && <p>{words.twoPersons}</p>}
        </Note>
      </ActForm>
    </Card>
  );
}

function SecondCard(props: HandOverProps & { readonly act: ActLine }): Markup {
  const { frame, reader, batch, answer, act } = props;
  const { language } = frame;
  const words = textsFor(language).postal.carrier.handOver;
  const own = act.staffId === reader.staff.staffId;
  const count = numberInWords(language, batch.toHandOver.going);
  const path = `/letters/batches/${batch.id}/hand-over`;
  return (
    <Card id="second" title={words.secondTitle}>
      <p>{own ? words.own : words.secondText(act.by, dateTimeInWords(language, act.at), count)}</p>
      {!own && (
        <ActForm
          frame={frame}
          reader={reader}
          action={`${path}/second`}
          button={words.second}
          kind="seal"
          describedBy="second-text"
          refusal={answer.refusal}
        >
          <input type="hidden" name="count" value={String(batch.toHandOver.going)} />
          <Note tone="warn" id="second-text">
            {words.consequence}
          </Note>
        </ActForm>
      )}
      <ActForm
        frame={frame}
        reader={reader}
        action={`${path}/withdraw`}
        button={own ? words.withdraw : words.decline}
        refusal={own ? answer.refusal : undefined}
      >
        {!own && (
          <Field
            language={language}
            name="words"
            label={words.declineWords}
            hint={words.declineHint}
            autocomplete="off"
            maxLength={DESK_WORDS_LONGEST}
            value={props.declined}
            error={errorAt(language, answer.errors ?? [], "words")}
          />
        )}
      </ActForm>
    </Card>
  );
}
