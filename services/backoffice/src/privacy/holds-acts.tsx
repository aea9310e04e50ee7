// What the privacy desk can do with a hold as it stands: decide about a question, renew what holds, end it sooner with another.

import { HOLD_REASON_LONGEST, mayAct } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { HoldView } from "@posthorn/usecases";
import { Card, errorAt, Field, type Markup, type PageFrame } from "@posthorn/web";
import type { PropsWithChildren } from "hono/jsx";
import { ActForm, type ActFormProps } from "../frame/act-form.tsx";
import type { Reader } from "../session/staff-sessions.ts";
import type { Answer } from "./holds-answer.tsx";
import { HOLDS_PATH } from "./holds-list.tsx";

interface ActsProps {
  readonly frame: PageFrame;
  readonly reader: Reader;
  readonly view: HoldView;
  readonly answer: Answer;
}

export function HoldActs(props: ActsProps): Markup {
  const { frame, reader, view } = props;
  const words = textsFor(frame.language).holds.desk;
  const open = view.state === "asked" || view.holds;
  if (!open) return <></>;
  if (!mayAct(reader.staff.roles, "privacy_officer"))
    return (
      <Card id="decide">
        <p>{words.officerOnly}</p>
      </Card>
    );
  if (view.state === "asked")
    return (
      <>
        <PlaceCard {...props} />
        <RefuseCard {...props} />
      </>
    );
  return (
    <>
      <RenewCard {...props} />
      {view.liftAsked ? <SecondCard {...props} /> : <LiftCard {...props} />}
    </>
  );
}

interface HoldFormProps extends ActsProps {
  readonly act: string;
  readonly path: string;
  readonly button: string;
  readonly kind?: ActFormProps["kind"];
}

function HoldForm(props: PropsWithChildren<HoldFormProps>): Markup {
  const { answer, act } = props;
  return (
    <ActForm
      frame={props.frame}
      reader={props.reader}
      action={`${HOLDS_PATH}/${props.view.id}/${props.path}`}
      button={props.button}
      kind={props.kind ?? "plain"}
      refusal={answer.act === act ? answer.refusal : undefined}
    >
      {props.children}
    </ActForm>
  );
}

function DayField({
  frame,
  answer,
  name,
  label,
}: ActsProps & { readonly name: string; readonly label: string }): Markup {
  const { language } = frame;
  return (
    <Field
      language={language}
      name={name}
      label={label}
      hint={textsFor(language).holds.desk.endsOnHint}
      type="date"
      value={answer.typed?.[name]}
      error={errorAt(language, answer.errors ?? [], name)}
    />
  );
}

function WordsField({
  frame,
  answer,
  name,
  label,
  hint,
  optional,
}: ActsProps & {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}): Markup {
  const { language } = frame;
  return (
    <Field
      language={language}
      name={name}
      label={label}
      hint={hint}
      type="textarea"
      rows={3}
      optional={optional}
      maxLength={HOLD_REASON_LONGEST}
      value={answer.typed?.[name]}
      error={errorAt(language, answer.errors ?? [], name)}
    />
  );
}

function PlaceCard(props: ActsProps): Markup {
  const words = textsFor(props.frame.language).holds.desk;
  return (
    <Card id="place" title={words.decide}>
      <HoldForm {...props} act="place" path="place" button={words.place} kind="primary">
        <DayField {...props} name="ends_on" label={words.endsOn} />
        <WordsField {...props} name="words" label={words.placeWords} optional />
        <p>{words.placeText}</p>
      </HoldForm>
    </Card>
  );
}

function RefuseCard(props: ActsProps): Markup {
  const words = textsFor(props.frame.language).holds.desk;
  return (
    <Card id="refuse" title={words.refuseTitle}>
      <HoldForm {...props} act="refuse" path="refuse" button={words.refuse}>
        <WordsField {...props} name="refusal" label={words.refuseWords} hint={words.refuseHint} />
      </HoldForm>
    </Card>
  );
}

function RenewCard(props: ActsProps): Markup {
  const words = textsFor(props.frame.language).holds.desk;
  return (
    <Card id="renew" title={words.renewTitle}>
      <p>{words.renewText}</p>
      <HoldForm {...props} act="renew" path="renew" button={words.renew} kind="primary">
        <DayField {...props} name="new_end" label={words.newEnd} />
        <WordsField {...props} name="reason" label={words.reason} />
      </HoldForm>
    </Card>
  );
}

function LiftCard(props: ActsProps): Markup {
  const words = textsFor(props.frame.language).holds.desk;
  return (
    <Card id="lift" title={words.liftTitle}>
      <p>{words.liftText}</p>
      <HoldForm {...props} act="lift" path="lift" button={words.lift}>
        <WordsField {...props} name="lift_reason" label={words.liftReason} />
      </HoldForm>
    </Card>
  );
}

function SecondCard(props: ActsProps): Markup {
  const { view, reader } = props;
  const words = textsFor(props.frame.language).holds.desk;
  return (
    <Card id="lift" title={words.liftTitle}>
      <p class="breaks">{words.liftWaits(view.liftReason ?? "")}</p>
      {view.liftAskedBy === reader.staff.staffId ? (
        <p>{words.liftOwn}</p>
      ) : (
        <HoldForm {...props} act="second" path="lift/second" button={words.liftSecond} kind="seal" />
      )}
      <HoldForm {...props} act="withdraw" path="lift/withdraw" button={words.liftWithdraw} />
    </Card>
  );
}
