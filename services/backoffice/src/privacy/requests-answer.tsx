// The answer to a request, with its grounds and words; before it the two months more, with a reason.

import { extendedDueOn, groundsOf, mayExtend, RIGHTS_ANSWERS, type RightsGround } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import { ANSWER_WORDS_LONGEST, REASON_LONGEST } from "@posthorn/usecases";
import { Card, Choices, errorAt, Field, type Markup, Note } from "@posthorn/web";
import { Act, typedOf } from "./requests-act.tsx";
import type { RequestCardProps } from "./requests-page.tsx";

export function AnswerCard(props: RequestCardProps): Markup {
  const { frame, detail, answer } = props;
  const { language } = frame;
  const { desk, letters } = textsFor(language).rights;
  const words = desk.answer;
  const { row, deliveries } = detail;
  const typed = typedOf(props, "answer");
  const errors = answer.act === "answer" ? (answer.errors ?? []) : [];
  const early: readonly RightsGround[] = ["not_identified", "no_authority", "excessive"];
  const open = row.state === "open";
  const grounds = groundsOf(row.kind).filter((ground) => open || early.includes(ground));
  const outcomes = RIGHTS_ANSWERS.filter((outcome) => open || outcome === "refused");
  return (
    <Card id="answer-card" title={words.title}>
      {deliveries.some(({ finalAt }) => finalAt === null) && <Note>{words.flight.text}</Note>}
      <Act {...props} act="answer" button={words.save}>
        <Choices
          language={language}
          name="answer"
          legend={words.legend}
          value={typed.get("answer") ?? ""}
          error={errorAt(language, errors, "answer")}
          options={outcomes.map((outcome) => ({ value: outcome, label: words.outcomes[outcome] }))}
        />
        <Choices
          language={language}
          name="grounds"
          legend={words.grounds}
          values={typed.getAll("grounds")}
          error={errorAt(language, errors, "grounds")}
          options={grounds.map((ground) => ({ value: ground, label: letters.grounds[ground] }))}
        />
        <Field
          language={language}
          name="words"
          label={words.words}
          hint={words.wordsHint}
          type="textarea"
          rows={5}
          optional
          maxLength={ANSWER_WORDS_LONGEST}
          value={typed.get("words") ?? ""}
          error={errorAt(language, errors, "words")}
        />
        <p>{words.text}</p>
      </Act>
    </Card>
  );
}

export function ExtendCard(props: RequestCardProps): Markup {
  const { frame, detail, answer } = props;
  const { language } = frame;
  const words = textsFor(language).rights.desk.extend;
  const { row, now } = detail;
  const term = { kind: row.kind, completeAt: row.complete_at, extended: row.extended_at !== null };
  if (row.complete_at === null || !mayExtend(term, now)) return <></>;
  return (
    <Card id="extend" title={words.title}>
      <p>{words.text(dateInWords(language, extendedDueOn(row.complete_at)))}</p>
      <Act {...props} act="extend" button={words.save}>
        <Field
          language={language}
          name="reason"
          label={words.reason}
          type="textarea"
          rows={3}
          maxLength={REASON_LONGEST}
          value={typedOf(props, "extend").get("reason") ?? ""}
          error={errorAt(language, answer.errors ?? [], "reason")}
        />
      </Act>
    </Card>
  );
}
