// What will happen, by date, and what it costs: as the draft stands now.

import { brusselsDay, type Language, type PlanInput, type PlannedStep, planOf } from "@posthorn/domain";
import { numberInWords, shortDate, textsFor } from "@posthorn/texts";
import type { DraftForm } from "@posthorn/usecases";
import { Card, type Markup, Plan, type PlanStep } from "@posthorn/web";

export interface PlanCardProps {
  readonly language: Language;
  readonly form: DraftForm;
  readonly now: Temporal.Instant;
}

export function PlanCard({ language, form, now }: PlanCardProps): Markup {
  const { compose: words } = textsFor(language);
  return (
    <Card title={words.plan} id="plan">
      <Plan steps={stepsInWords(language, form, now)} />
    </Card>
  );
}

export function stepsInWords(
  language: Language,
  form: DraftForm,
  now: Temporal.Instant,
): readonly PlanStep[] {
  const { compose: words } = textsFor(language);
  const steps = planOf({ acceptedAt: now, ...plannedOptions(form) });
  const reminders = steps.filter((step) => step.kind === "reminder");
  const shown = steps.filter((step) => step.kind !== "reminder" || step === reminders[0]);
  return shown.map((step) => ({
    when: step.on.equals(brusselsDay(now)) ? words.today : shortDate(language, step.on),
    date: step.on.toString(),
    what: whatHappens(language, form, step, reminders),
  }));
}

/** The last day to collect if the notice stands today. */
export function plannedLastDay(form: DraftForm, now: Temporal.Instant): Temporal.PlainDate {
  const steps = planOf({ acceptedAt: now, ...plannedOptions(form) });
  return steps.find((step) => step.kind === "last_day")?.on ?? brusselsDay(now);
}

/** While a number is being typed the plan shows the default. */
function plannedOptions(form: DraftForm): Omit<PlanInput, "acceptedAt"> {
  const days = Number(form.options["collection_days"] ?? "");
  return {
    collectionDays: Number.isInteger(days) && days >= 1 && days <= 30 ? days : 15,
    reminders: form.options["reminders"] !== "false",
    postalFallback: form.options["postal_fallback"] === "true",
  };
}

function whatHappens(
  language: Language,
  form: DraftForm,
  step: PlannedStep,
  reminders: readonly PlannedStep[],
): string {
  const { steps, and } = textsFor(language).compose;
  if (step.kind === "notice") return noticeInWords(language, form);
  if (step.kind === "reminder") {
    const others = reminders.slice(1).map(({ on }) => shortDate(language, on));
    return others.length === 0 ? steps.reminder : steps.reminders(others.join(` ${and} `));
  }
  return steps[step.kind];
}

/** Codes need a mobile number; otherwise only who has one gets an SMS. */
function noticeInWords(language: Language, form: DraftForm): string {
  const { steps } = textsFor(language).compose;
  const rows = form.addressees;
  const withSms = rows.filter((row) => (row["mobile"] ?? "").trim() !== "").length;
  const byCodes = form.options["required_identification"] !== "eid_or_itsme";
  const sms = byCodes || withSms === rows.length ? "all" : withSms > 0 ? "some" : "none";
  if (rows.length > 1) {
    const count = numberInWords(language, rows.length);
    return { all: steps.noticeAll, some: steps.noticeAllSome, none: steps.noticeAllMail }[sms](count);
  }
  const who = shortName(rows[0]);
  if (who === "") return sms === "all" ? steps.noticeNobody : steps.noticeNobodyMail;
  return sms === "all" ? steps.notice(who) : steps.noticeMail(who);
}

function shortName(row: DraftForm["addressees"][number] | undefined): string {
  const person = row?.["kind"] !== "organisation" && row?.["first_names"];
  return (person || row?.["name"] || "").trim();
}
