// What can be done with one letter: it fell out of its batch, or it cannot be posted.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { DESK_WORDS_LONGEST, FALL_OUT_REASONS, notPostableReasons } from "@posthorn/usecases";
import { Button, Card, CsrfField, errorAt, Field, type Markup, Note } from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import { reasonOptions } from "./batch-cards.tsx";
import type { LetterPageProps } from "./letter-page.tsx";

const MAY_FALL_OUT = new Set(["released", "numbered", "made", "printed"]);

export function FellOutCard(props: LetterPageProps): Markup {
  const { frame, letter } = props;
  const { language } = frame;
  const words = textsFor(language).postal.letter;
  const job = letter.jobs.find(({ state }) => MAY_FALL_OUT.has(state));
  const asked = letter.acts.some(({ kind, doneAt }) => kind === "fell_out" && doneAt === null);
  if (job === undefined || asked) return <></>;
  return (
    <Card id="fell-out" title={words.fellOutTitle}>
      <form method="post" action={`/letters/jobs/${job.id}/fell-out`} class="stack">
        <CsrfField token={frame.csrfToken} />
        <ReasonFields {...props} kind="fell_out" names={["reason", "words"]} reasons={FALL_OUT_REASONS} />
        <p id="fell-out-text">{words.fellOutText}</p>
        <div>
          <Button describedBy="fell-out-text">{words.fellOut}</Button>
        </div>
      </form>
    </Card>
  );
}

export function NotPostableCard(props: LetterPageProps): Markup {
  const { frame, reader, letter, answer } = props;
  const words = textsFor(frame.language).postal.letter;
  const asked = letter.acts.some(({ kind, doneAt }) => kind === "not_postable" && doneAt === null);
  if (letter.state !== "to_print" || asked) return <></>;
  const released = letter.releasedAt !== null;
  return (
    <Card id="not-postable" title={words.notPostableTitle}>
      <ActForm
        frame={frame}
        reader={reader}
        action={`/letters/deliveries/${letter.deliveryId}/not-postable`}
        button={words.notPostable}
        kind="seal"
        describedBy="not-postable-text"
        refusal={answer.refusal}
      >
        <ReasonFields
          {...props}
          kind="not_postable"
          names={["problem", "problem_words"]}
          reasons={notPostableReasons(released)}
        />
        <Note tone="warn" id="not-postable-text">
          {released ? words.notPostableReleased : words.notPostableText}
        </Note>
      </ActForm>
    </Card>
  );
}

function ReasonFields(
  props: LetterPageProps & {
    readonly kind: "fell_out" | "not_postable";
    readonly names: readonly [reason: string, words: string];
    readonly reasons: readonly string[];
  },
): Markup {
  const { frame, answer, act, kind, names } = props;
  const language: Language = frame.language;
  const { batch, letter } = textsFor(language).postal;
  const typed = act?.kind === kind ? act : undefined;
  const { errors = [] } = answer;
  return (
    <>
      <Field
        language={language}
        name={names[0]}
        label={letter.reason}
        type="select"
        value={typed?.reason ?? ""}
        options={reasonOptions(language, props.reasons)}
        error={errorAt(language, errors, names[0])}
      />
      <Field
        language={language}
        name={names[1]}
        label={batch.words}
        hint={batch.wordsHint}
        optional
        autocomplete="off"
        maxLength={DESK_WORDS_LONGEST}
        value={typed?.words ?? ""}
        error={errorAt(language, errors, names[1])}
      />
    </>
  );
}
