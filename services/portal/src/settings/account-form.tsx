// Who the account is: of a private one its postal address, of a company its e-mail; what staff have verified is shown alone.

import { formatEnterpriseNumber, LANGUAGES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { AccountSettings } from "@posthorn/usecases";
import { Button, Card, CsrfField, DefinitionList, errorAt, Field, type Markup } from "@posthorn/web";
import { SETTINGS_PATH } from "./paths.ts";
import type { SettingsFormProps } from "./told.ts";

const ADDRESS = ["street", "number", "box", "postcode", "town", "country"] as const;

export function AccountForm(props: SettingsFormProps): Markup {
  const { frame, settings, told } = props;
  const { language } = frame;
  const texts = textsFor(language);
  const words = texts.accountSettings;
  return (
    <Card title={words.addressTitle} id="account">
      <form method="post" action={`${SETTINGS_PATH}/account`} novalidate class="stack">
        <CsrfField token={frame.csrfToken} />
        {settings.kind === "company" ? <CompanyFields {...props} /> : <HolderFields {...props} />}
        <Field
          language={language}
          name="language"
          type="select"
          label={words.language}
          hint={words.languageHint}
          value={told.typed["language"] ?? settings.language}
          error={errorAt(language, told.errors, "language")}
          options={LANGUAGES.map((value) => ({ value, label: texts.common.languageNames[value] }))}
        />
        <Button kind="primary">{words.save}</Button>
      </form>
    </Card>
  );
}

function CompanyFields({ frame: { language }, settings, told }: SettingsFormProps): Markup {
  const words = textsFor(language).accountSettings;
  return (
    <>
      <DefinitionList
        facts={[
          { term: words.company, value: settings.name },
          {
            term: words.number,
            value:
              settings.enterpriseNumber === null
                ? words.officeUnknown
                : formatEnterpriseNumber(settings.enterpriseNumber),
          },
          { term: words.office, value: addressLine(settings) ?? words.officeUnknown },
        ]}
      />
      {settings.verified && <p class="muted">{words.officeVerified}</p>}
      <Field
        language={language}
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint}
        value={told.typed["email"] ?? settings.email}
        error={errorAt(language, told.errors, "email")}
        autocomplete="off"
      />
    </>
  );
}

function HolderFields({ frame: { language }, settings, told }: SettingsFormProps): Markup {
  const { accountSettings: words, compose } = textsFor(language);
  const labels = { ...compose, country: words.country };
  return (
    <>
      <DefinitionList
        facts={[
          { term: words.holder, value: settings.name },
          { term: words.email, value: settings.email },
        ]}
      />
      <p class="muted">
        {words.emailPrivate} <a href="/me">{words.toMyData}</a>
      </p>
      <p>{words.addressHint}</p>
      <div class="fields">
        {ADDRESS.map((field) => (
          <Field
            language={language}
            name={`postal_address.${field}`}
            label={labels[field]}
            value={told.typed[`postal_address.${field}`] ?? standing(settings, field)}
            error={errorAt(language, told.errors, `postal_address.${field}`)}
            optional={field === "box"}
            short={field === "postcode" || field === "country"}
            autocomplete="off"
          />
        ))}
      </div>
    </>
  );
}

function standing({ address }: AccountSettings, field: (typeof ADDRESS)[number]): string {
  return address?.[field] ?? (field === "country" ? "BE" : "");
}

function addressLine({ address }: AccountSettings): string | null {
  if (address === null) return null;
  const { street, number, box, postcode, town, country } = address;
  const place = country === "BE" ? `${postcode} ${town}` : `${postcode} ${town}, ${country}`;
  return `${street} ${number}${box === undefined ? "" : ` ${box}`}, ${place}`;
}
