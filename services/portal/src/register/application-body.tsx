// The parts of an application's page: its state, who applies, the company, the form, the documents, and submitting.

import { type FieldError, formatEnterpriseNumber, type Language } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import type { OwnApplication } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  DefinitionList,
  errorAt,
  type Markup,
  Note,
  type PageFrame,
} from "@posthorn/web";
import { APPLICATION_PATH } from "./paths.ts";
import { CompanyCard } from "./company-card.tsx";
import { DocumentsCard } from "./documents-card.tsx";
import { PolicyTick } from "./policy-tick.tsx";
import { type ShownPolicy, wordsShown } from "./shown-policy.ts";

/** As typed, by the name of the field. */
export type Typed = Readonly<Record<string, string>>;

export interface ApplicationProps {
  readonly frame: PageFrame;
  readonly application: OwnApplication;
  readonly identified: boolean;
  readonly agreement: ShownPolicy;
  readonly errors: readonly FieldError[];
  readonly typed?: Typed;
  readonly agreed?: boolean;
  readonly refused?: { readonly kind: string; readonly words: string };
}

export function ApplicationBody(props: ApplicationProps): Markup {
  const { application } = props;
  const isOpen = application.state === "draft" || application.state === "refused";
  return (
    <>
      <StateNote {...props} />
      {isOpen ? (
        <>
          <IdentityCard {...props} />
          <CompanyCard {...props} />
          <FormCard {...props} />
          <DocumentsCard {...props} mayChange />
          <SubmitCard {...props} />
        </>
      ) : (
        <>
          <FactsCard {...props} />
          <DocumentsCard {...props} mayChange={false} />
        </>
      )}
    </>
  );
}

function StateNote({ frame, application }: ApplicationProps): Markup {
  const { language } = frame;
  const words = textsFor(language).registration.application;
  const { row, state } = application;
  if (state === "submitted") {
    const when = row.submitted_at ? dateTimeInWords(language, row.submitted_at) : "";
    return (
      <Note tone="info">
        <b>{words.states.submitted.title}</b>
        <p>{words.states.submitted.text(when)}</p>
      </Note>
    );
  }
  const { title, text } = words.states[state];
  return (
    <Note tone={state === "approved" ? "ok" : state === "refused" ? "stop" : "info"}>
      <b>{title}</b>
      {state === "refused" && row.refusal_reason !== null && <p>{words.refusals[row.refusal_reason]}</p>}
      {state === "refused" && row.refusal_words !== null && <p class="wrap">{row.refusal_words}</p>}
      <p>{text}</p>
    </Note>
  );
}

function IdentityCard({ frame, identified, errors }: ApplicationProps): Markup {
  const { language } = frame;
  const words = textsFor(language).registration.application.identity;
  const error = errorAt(language, errors, "identity");
  return (
    <Card id="identity" title={words.title}>
      {error !== undefined && <p class="err">{error}</p>}
      <p>{identified ? words.done : words.missing}</p>
      {(!identified || error !== undefined) && (
        <div class="row">
          <Button href="/identify">{words.go}</Button>
        </div>
      )}
    </Card>
  );
}

function FormCard({ frame, application }: ApplicationProps): Markup {
  const { language } = frame;
  const words = textsFor(language).registration.application.form;
  const { form } = application;
  return (
    <Card id="form" title={words.title}>
      {form === null ? (
        <p class="muted">{words.later}</p>
      ) : (
        <>
          <p>{words.text}</p>
          <DefinitionList
            facts={[
              { term: words.number, value: form.number },
              { term: words.made, value: dateTimeInWords(language, form.madeAt) },
            ]}
          />
          <div class="row">
            <Button href={`${APPLICATION_PATH}/form.pdf`} download>
              {words.download}
            </Button>
          </div>
          <p class="small muted">{words.changes}</p>
        </>
      )}
    </Card>
  );
}

function SubmitCard({ frame, agreement, agreed, errors }: ApplicationProps): Markup {
  const { language } = frame;
  const words = textsFor(language).registration.application.submit;
  return (
    <form method="post" action={`${APPLICATION_PATH}/submit`}>
      <CsrfField token={frame.csrfToken} />
      <input type="hidden" name="words" value={wordsShown([agreement])} />
      <Card id="submit" title={words.title}>
        <PolicyTick
          language={language}
          name="processor_agreement"
          label={words.agreement}
          hint={words.agreementHint}
          policy={agreement}
          checked={agreed === true}
          error={errorAt(language, errors, "processor_agreement")}
        />
        <p id="submit-effect">{words.effect}</p>
        <div class="row">
          <Button kind="primary" describedBy="submit-effect">
            {words.button}
          </Button>
        </div>
      </Card>
    </form>
  );
}

function FactsCard({ frame, application }: ApplicationProps): Markup {
  const { language } = frame;
  const { application: words } = textsFor(language).registration;
  const { company } = words;
  const { row } = application;
  const number = row.enterprise_number ?? "";
  const box = row.box === null ? "" : ` / ${row.box}`;
  return (
    <Card id="facts" title={words.facts}>
      <DefinitionList
        facts={[
          { term: company.name, value: row.company_name },
          { term: company.number, value: formatEnterpriseNumber(number) },
          { term: company.legalForm, value: row.legal_form },
          { term: company.vatNumber, value: row.vat_liable === true ? `BE${number}` : words.paper.noVat },
          {
            term: company.office,
            value: `${row.street ?? ""} ${row.number ?? ""}${box}, ${row.postcode ?? ""} ${row.town ?? ""}`,
          },
          {
            term: company.representative,
            value: `${row.representative_name ?? ""}, ${row.representative_function ?? ""}`,
          },
          { term: words.form.number, value: row.form_number },
        ]}
      />
    </Card>
  );
}

export function labelOfApplication(language: Language, path: string): string | undefined {
  const { application: words } = textsFor(language).registration;
  const { company } = words;
  const labels: Readonly<Record<string, string>> = {
    company_name: company.name,
    enterprise_number: company.number,
    legal_form: company.legalForm,
    vat_liable: company.vat,
    street: company.street,
    number: company.houseNumber,
    box: company.box,
    postcode: company.postcode,
    town: company.town,
    representative_name: company.representativeName,
    representative_function: company.representativeFunction,
    representative_email: company.representativeEmail,
  };
  return labels[path];
}
