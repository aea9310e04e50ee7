// What the privacy officer can do about an open breach: settle a duty, tell the senders, mend what is written, close it.

import { BREACH_REPORT_LONGEST, BREACH_SETTLED_LONGEST, mayAct } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { BreachView } from "@posthorn/usecases";
import { Card, errorAt, Field, type Markup, Note, type PageFrame } from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import type { Reader } from "../session/staff-sessions.ts";
import { BreachFields, typedOf } from "./breaches-fields.tsx";
import type { Answer } from "./holds-answer.tsx";
import { BREACHES_PATH } from "./registers-frame.tsx";

interface ActsProps {
  readonly frame: PageFrame;
  readonly reader: Reader;
  readonly view: BreachView;
  readonly answer: Answer;
}

export function BreachActs(props: ActsProps): Markup {
  const { frame, reader, view } = props;
  if (view.closedAt !== null) return <></>;
  if (!mayAct(reader.staff.roles, "privacy_officer"))
    return <p>{textsFor(frame.language).registers.officerOnly}</p>;
  const open = view.duties.filter(({ state }) => state === "open");
  return (
    <>
      {open.length > 0 && <SettleCard {...props} />}
      {open.some(({ duty }) => duty === "senders") && <ReleaseCard {...props} />}
      <ChangeCard {...props} />
      {open.length === 0 && <CloseCard {...props} />}
    </>
  );
}

/** What was typed for this act, and what refused its passkey; nothing where the page answers another. */
function about({ answer }: ActsProps, act: string) {
  const { typed = {}, errors = [], refusal } = answer.act === act ? answer : {};
  return { typed, errors, refusal };
}

function SettleCard(props: ActsProps): Markup {
  const { frame, reader, view } = props;
  const { language } = frame;
  const words = textsFor(language).registers.breaches;
  const { typed, errors, refusal } = about(props, "settle");
  const open = view.duties.filter(({ state }) => state === "open");
  return (
    <Card id="settle" title={words.settleTitle}>
      <ActForm
        frame={frame}
        reader={reader}
        action={`${BREACHES_PATH}/${view.id}/settle`}
        button={words.settle}
        kind="primary"
        refusal={refusal}
      >
        <Field
          language={language}
          name="duty"
          label={words.duty}
          type="select"
          value={typed["duty"] ?? open.find(({ duty }) => duty !== "senders")?.duty}
          options={open.map(({ duty }) => ({ value: duty, label: words.duties[duty] }))}
        />
        <Field
          language={language}
          name="outcome"
          label={words.outcome}
          type="select"
          value={typed["outcome"] ?? "done"}
          options={(["done", "not_required"] as const).map((state) => ({
            value: state,
            label: words.states[state],
          }))}
        />
        <Field
          language={language}
          name="words"
          label={words.settleWords}
          type="textarea"
          rows={2}
          value={typed["words"]}
          error={errorAt(language, errors, "words")}
          maxLength={BREACH_SETTLED_LONGEST}
        />
      </ActForm>
    </Card>
  );
}

function ReleaseCard(props: ActsProps): Markup {
  const { frame, reader, view } = props;
  const words = textsFor(frame.language).registers.breaches;
  return (
    <Card id="release" title={words.releaseTitle}>
      <ActForm
        frame={frame}
        reader={reader}
        action={`${BREACHES_PATH}/${view.id}/release`}
        button={words.release}
        kind="seal"
        describedBy="release-text"
        refusal={about(props, "release").refusal}
      >
        <Note tone="warn" id="release-text">
          {words.releaseText} {words.wordsHint}
        </Note>
      </ActForm>
    </Card>
  );
}

function ChangeCard(props: ActsProps): Markup {
  const { frame, reader, view, answer } = props;
  const { language } = frame;
  const words = textsFor(language).registers.breaches;
  const { typed, refusal } = about(props, "change");
  // What keeps senders from being told is mended in these fields.
  const errors = answer.act === "change" || answer.act === "release" ? (answer.errors ?? []) : [];
  return (
    <Card id="change" title={words.changeTitle}>
      <ActForm
        frame={frame}
        reader={reader}
        action={`${BREACHES_PATH}/${view.id}/change`}
        button={words.change}
        refusal={refusal}
      >
        {view.told !== null && <Note tone="info">{words.addedHint}</Note>}
        <input type="hidden" name="seen_at" value={String(view.changedAt.epochMilliseconds)} />
        <BreachFields
          language={language}
          typed={answer.act === "change" ? typed : typedOf(view)}
          errors={errors}
        />
      </ActForm>
    </Card>
  );
}

function CloseCard(props: ActsProps): Markup {
  const { frame, reader, view } = props;
  const { language } = frame;
  const words = textsFor(language).registers.breaches;
  const { typed, errors, refusal } = about(props, "close");
  return (
    <Card id="close" title={words.closeTitle}>
      <ActForm
        frame={frame}
        reader={reader}
        action={`${BREACHES_PATH}/${view.id}/close`}
        button={words.close}
        kind="seal"
        refusal={refusal}
      >
        <Field
          language={language}
          name="report"
          label={words.report}
          hint={words.reportHint}
          type="textarea"
          rows={6}
          value={typed["report"]}
          error={errorAt(language, errors, "report")}
          maxLength={BREACH_REPORT_LONGEST}
        />
      </ActForm>
    </Card>
  );
}
