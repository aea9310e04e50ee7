// What an officer can do with an application: approve or refuse one that waits, and give or end the use of national register numbers.

import {
  APPLICATION_REFUSALS,
  COMPANY_NAME_LONGEST,
  MANDATE_CHECKS,
  mayAct,
  REFUSAL_WORDS_LONGEST,
} from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import { type ApplicationView, REASON_LONGEST } from "@posthorn/usecases";
import { Card, Checkbox, errorAt, Field, type Markup, Note, type PageFrame } from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import type { Reader } from "../session/staff-sessions.ts";
import type { Answer } from "./company-page.tsx";
import type { DeskAct, Typed } from "./typed.ts";

interface CardsProps {
  readonly frame: PageFrame;
  readonly reader: Reader;
  readonly view: ApplicationView;
  readonly answer: Answer;
}

export function DecisionCards(props: CardsProps): Markup {
  const { frame, reader, view } = props;
  const words = textsFor(frame.language).mandates.decide;
  const officer = mayAct(reader.staff.roles, "registration_officer");
  if (view.state === "approved") return <NumbersCard {...props} officer={officer} />;
  if (view.state !== "submitted") return <></>;
  if (view.account.status !== "applying") return <Note>{words.takenBack}</Note>;
  if (!officer) {
    return (
      <Card id="decide">
        <p>{words.officerOnly}</p>
      </Card>
    );
  }
  return (
    <>
      <ApproveCard {...props} />
      <RefuseCard {...props} />
    </>
  );
}

/** What was typed for this act, and what refused its passkey; nothing where the page answers another. */
function about({ answer }: CardsProps, act: DeskAct): { readonly typed?: Typed; readonly refusal?: string } {
  if (answer.act !== act) return {};
  return {
    ...(answer.typed === undefined ? {} : { typed: answer.typed }),
    ...(answer.refusal === undefined ? {} : { refusal: answer.refusal }),
  };
}

function SeenAt({ view }: Pick<CardsProps, "view">): Markup {
  return <input type="hidden" name="seen_at" value={String(view.changedAt.epochMilliseconds)} />;
}

function ApproveCard(props: CardsProps): Markup {
  const { frame, reader, view, answer } = props;
  const { language } = frame;
  const words = textsFor(language).mandates.decide;
  const { typed, refusal } = about(props, "approve");
  const { errors = [] } = answer;
  return (
    <Card id="approve" title={words.approveTitle}>
      <ActForm
        frame={frame}
        reader={reader}
        action={`/companies/${view.id}/approve`}
        button={words.approve}
        kind="primary"
        describedBy="approve-text"
        refusal={refusal}
      >
        <SeenAt view={view} />
        <fieldset class="choices">
          <legend>{words.checksTitle}</legend>
          {MANDATE_CHECKS.map((check) => (
            <Checkbox
              language={language}
              name={check}
              label={words.checks[check]}
              checked={typed?.checks.includes(check) === true}
              error={errorAt(language, errors, check)}
            />
          ))}
        </fieldset>
        <Field
          language={language}
          name="name"
          label={words.name}
          value={typed?.name ?? view.company.name}
          error={errorAt(language, errors, "name")}
          autocomplete="off"
          maxLength={COMPANY_NAME_LONGEST}
        />
        <Checkbox
          language={language}
          name="register_numbers"
          label={words.registerNumbers}
          hint={words.registerNumbersHint}
          checked={typed?.registerNumbers === true}
        />
        <Note tone="warn" id="approve-text">
          {words.approveText}
        </Note>
      </ActForm>
    </Card>
  );
}

function RefuseCard(props: CardsProps): Markup {
  const { frame, reader, view, answer } = props;
  const { language } = frame;
  const { mandates, common } = textsFor(language);
  const words = mandates.decide;
  const { typed, refusal } = about(props, "refuse");
  const { errors = [] } = answer;
  const applicants = view.applicant?.language ?? language;
  return (
    <Card id="refuse" title={words.refuseTitle}>
      <ActForm
        frame={frame}
        reader={reader}
        action={`/companies/${view.id}/refuse`}
        button={words.refuse}
        kind="seal"
        describedBy="refuse-text"
        refusal={refusal}
      >
        <SeenAt view={view} />
        <Field
          language={language}
          name="refusal"
          label={words.reason}
          type="select"
          value={typed?.refusal ?? ""}
          error={errorAt(language, errors, "refusal")}
          options={[
            { value: "", label: words.choose },
            ...APPLICATION_REFUSALS.map((reason) => ({ value: reason, label: mandates.reasons[reason] })),
          ]}
        />
        <Field
          language={language}
          name="words"
          label={words.words}
          hint={words.wordsHint(common.languageNames[applicants])}
          type="textarea"
          rows={3}
          optional
          maxLength={REFUSAL_WORDS_LONGEST}
          value={typed?.words ?? ""}
          error={errorAt(language, errors, "words")}
        />
        <p id="refuse-text">{words.refuseText}</p>
      </ActForm>
    </Card>
  );
}

function NumbersCard(props: CardsProps & { readonly officer: boolean }): Markup {
  const { frame, reader, view, answer, officer } = props;
  const { language } = frame;
  const { numbers: words, decide } = textsFor(language).mandates;
  const { typed, refusal } = about(props, "numbers");
  const since = view.account.registerNumbersSince;
  return (
    <Card id="register-numbers" title={words.title}>
      <p>{since === null ? words.not : words.since(dateTimeInWords(language, since))}</p>
      {!officer && <p>{decide.officerOnly}</p>}
      {officer && view.account.status === "active" && (
        <ActForm
          frame={frame}
          reader={reader}
          action={`/companies/${view.id}/register-numbers`}
          button={since === null ? words.authorise : words.withdraw}
          refusal={refusal}
        >
          <input type="hidden" name="allowed" value={since === null ? "yes" : "no"} />
          <Field
            language={language}
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            type="textarea"
            rows={3}
            maxLength={REASON_LONGEST}
            value={typed?.reason ?? ""}
            error={errorAt(language, answer.errors ?? [], "reason")}
          />
        </ActForm>
      )}
    </Card>
  );
}
