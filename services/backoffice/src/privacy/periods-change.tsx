// Another period for a rule: first what it would do, then the proposal with its reason.

import { isCalendarPeriod } from "@posthorn/domain";
import { numberInWords, textsFor } from "@posthorn/texts";
import { type PeriodEffect, type PeriodLine, REASON_LONGEST } from "@posthorn/usecases";
import { Button, Card, errorAt, Field, type Markup, Note, type PageFrame } from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import type { Reader } from "../session/staff-sessions.ts";
import type { Answer } from "./holds-answer.tsx";
import { PERIODS_PATH } from "./periods-list.tsx";

export function ForeseeCard({
  frame,
  line,
  answer,
}: {
  readonly frame: PageFrame;
  readonly line: PeriodLine;
  readonly answer: Answer;
}): Markup {
  const { language } = frame;
  const words = textsFor(language).holds.periods;
  const { period } = line.rule;
  const unit = isCalendarPeriod(period) ? period.kind : "days";
  const { errors = [], typed = {} } = answer;
  return (
    <Card id="change" title={words.changeTitle}>
      <form method="get" action={`${PERIODS_PATH}/${line.rule.id}`} class="stack" novalidate>
        <Field
          language={language}
          name="count"
          label={words.count(words.units[unit])}
          type="number"
          min={line.rule.adjustable?.min.count}
          max={line.rule.adjustable?.max.count}
          value={typed["count"]}
          error={errorAt(language, errors, "count")}
        />
        <Field
          language={language}
          name="account"
          label={words.account}
          hint={words.accountHint}
          optional
          autocomplete="off"
          maxLength={64}
          value={typed["account"]}
          error={errorAt(language, errors, "account")}
        />
        <div>
          <Button>{words.foresee}</Button>
        </div>
      </form>
    </Card>
  );
}

export function EffectCard({
  frame,
  reader,
  effect,
  answer,
}: {
  readonly frame: PageFrame;
  readonly reader: Reader;
  readonly effect: PeriodEffect;
  readonly answer: Answer;
}): Markup {
  const { language } = frame;
  const words = textsFor(language).holds.periods;
  const shorter = effect.verdict === "shorter";
  const falls =
    effect.falls === null ? words.fallsUnknown : words.falls(numberInWords(language, effect.falls));
  return (
    <Card id="effect" title={words.effectTitle}>
      <Note tone={shorter ? "warn" : "info"} id="effect-text">
        {shorter ? words.shorter : words.longer}
      </Note>
      {shorter && <p>{falls}</p>}
      <ActForm
        frame={frame}
        reader={reader}
        action={`${PERIODS_PATH}/${effect.rule}`}
        button={shorter ? words.propose : words.set}
        kind="primary"
        describedBy="effect-text"
        refusal={answer.refusal}
      >
        <input type="hidden" name="count" value={String(effect.period.count)} />
        <input type="hidden" name="account" value={effect.accountId ?? ""} />
        <Field
          language={language}
          name="reason"
          label={words.reason}
          type="textarea"
          rows={3}
          maxLength={REASON_LONGEST}
          value={answer.typed?.["reason"]}
          error={errorAt(language, answer.errors ?? [], "reason")}
        />
      </ActForm>
    </Card>
  );
}
