// What the company is, who represents it: as kept, or as typed where something is wrong with it.

import { formatEnterpriseNumber } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { LEGAL_FORMS, type OwnApplication } from "@posthorn/usecases";
import { Button, Card, Choices, CsrfField, DefinitionList, errorAt, Field, type Markup } from "@posthorn/web";
import type { ApplicationProps, Typed } from "./application-body.tsx";
import { APPLICATION_PATH } from "./paths.ts";

export function CompanyCard({ frame, application, errors, typed }: ApplicationProps): Markup {
  const { language } = frame;
  const words = textsFor(language).registration.application.company;
  const values = typed ?? keptValues(application);
  const at = (name: string) => ({
    language,
    name,
    value: values[name] ?? "",
    error: errorAt(language, errors, name),
  });
  const { row } = application;
  return (
    <form method="post" action={APPLICATION_PATH}>
      <CsrfField token={frame.csrfToken} />
      <Card id="company" title={words.title}>
        <div class="fields">
          <Field {...at("company_name")} label={words.name} autocomplete="organization" all />
          <Field
            {...at("enterprise_number")}
            label={words.number}
            hint={words.numberHint}
            inputMode="numeric"
          />
          <Field
            {...at("legal_form")}
            type="select"
            label={words.legalForm}
            options={[
              { value: "", label: words.choose },
              ...LEGAL_FORMS.map((value) => ({ value, label: value })),
            ]}
          />
        </div>
        <Choices
          language={language}
          name="vat_liable"
          legend={words.vat}
          value={values["vat_liable"]}
          error={errorAt(language, errors, "vat_liable")}
          options={[
            { value: "yes", label: words.yes },
            { value: "no", label: words.no },
          ]}
        />
        {row.vat_liable === true && row.enterprise_number !== null && (
          <DefinitionList facts={[{ term: words.vatNumber, value: `BE${row.enterprise_number}` }]} />
        )}
        <h3>{words.office}</h3>
        <div class="fields">
          <Field {...at("street")} label={words.street} />
          <div class="fields pair">
            <Field {...at("number")} label={words.houseNumber} />
            <Field {...at("box")} label={words.box} optional />
          </div>
          <Field {...at("postcode")} label={words.postcode} inputMode="numeric" short />
          <Field {...at("town")} label={words.town} />
        </div>
        <h3>{words.representative}</h3>
        <p class="muted">{words.representativeHint}</p>
        <div class="fields">
          <Field {...at("representative_name")} label={words.representativeName} />
          <Field
            {...at("representative_function")}
            label={words.representativeFunction}
            hint={words.functionHint}
          />
          <Field
            {...at("representative_email")}
            label={words.representativeEmail}
            type="email"
            inputMode="email"
          />
        </div>
        <div class="row">
          <Button kind="primary">{words.save}</Button>
        </div>
      </Card>
    </form>
  );
}

function keptValues({ row }: OwnApplication): Typed {
  const vat = row.vat_liable === null ? "" : row.vat_liable ? "yes" : "no";
  return {
    company_name: row.company_name ?? "",
    enterprise_number: row.enterprise_number === null ? "" : formatEnterpriseNumber(row.enterprise_number),
    legal_form: row.legal_form ?? "",
    vat_liable: vat,
    street: row.street ?? "",
    number: row.number ?? "",
    box: row.box ?? "",
    postcode: row.postcode ?? "",
    town: row.town ?? "",
    representative_name: row.representative_name ?? "",
    representative_function: row.representative_function ?? "",
    representative_email: row.representative_email ?? "",
  };
}
