// One addressee of the compose form: who, where the notice goes, and what else is known.

import { type FieldError, type Language, LANGUAGES } from "@posthorn/domain";
import { brusselsDate, dateInWords, textsFor } from "@posthorn/texts";
import type { ConsentLine, DraftAddressee } from "@posthorn/usecases";
import { Button, errorAt, Field, type Markup, Note } from "@posthorn/web";
import { IdentityFields } from "./identity-fields.tsx";
import type { RowNote } from "./row-acts.ts";

export interface AddresseeFieldsProps {
  readonly language: Language;
  readonly index: number;
  readonly row: DraftAddressee;
  readonly errors: readonly FieldError[];
  readonly defaultLanguage: Language;
  readonly removable: boolean;
  /** What the ledger says of this name and address. */
  readonly consent: ConsentLine | null;
  /** An answer to what was asked in this row. */
  readonly note?: RowNote | undefined;
  /** The ground on which this account may give register numbers; absent where it may not. */
  readonly registerNumberBasis?: string | undefined;
  /** Whether a letter is to follow, and whether it can. */
  readonly letter: "none" | "asked" | "address_missing";
}

const MORE = ["postal_address", "addressee_consent", "identification"];

export function AddresseeFields(props: AddresseeFieldsProps): Markup {
  const { language, index, row, errors } = props;
  const { common, compose: words, contacts, print } = textsFor(language);
  const base = `addressees.${index}`;
  const at = (field: string) => ({
    language,
    name: `${base}.${field}`,
    value: row[field] ?? "",
    error: errorAt(language, errors, `${base}.${field}`),
    // A browser would offer the sender's own data.
    autocomplete: "off",
  });
  const rowError = errorAt(language, errors, base);
  const moreOpen =
    props.letter === "address_missing" ||
    errors.some(({ path }) => MORE.some((part) => path.startsWith(`${base}.${part}`))) ||
    Object.entries(row).some(
      ([field, value]) => MORE.some((part) => field.startsWith(part)) && isFilled(value),
    );
  return (
    <fieldset class="party stack" id={base} tabindex={-1}>
      <legend>{words.addressee(String(index + 1))}</legend>
      {rowError !== undefined && (
        <p class="err">
          <span class="vh">{common.forms.errorPrefix} </span>
          {rowError}
        </p>
      )}
      <div class="fields">
        <div class="person-only">
          <Field {...at("first_names")} label={words.firstNames} />
        </div>
        <Field {...at("name")} label={words.name} />
        <div class="organisation-only">
          <Field
            {...at("enterprise_number")}
            label={words.enterpriseNumber}
            hint={words.enterpriseNumberHint}
            inputMode="numeric"
            optional
          />
        </div>
        <div class="organisation-only">
          <Field {...at("attention_of")} label={words.attentionOf} optional />
        </div>
        <Field {...at("email")} type="email" inputMode="email" label={words.email} />
        <Field {...at("mobile")} type="tel" inputMode="tel" label={words.mobile} hint={words.mobileHint} />
        <Field
          {...at("kind")}
          type="select"
          label={words.kind}
          value={row["kind"] === "organisation" ? "organisation" : "person"}
          options={(["person", "organisation"] as const).map((value) => ({
            value,
            label: words.kinds[value],
          }))}
        />
        <Field
          {...at("language")}
          type="select"
          label={words.language}
          value={row["language"] ?? props.defaultLanguage}
          options={LANGUAGES.map((value) => ({ value, label: common.languageNames[value] }))}
        />
      </div>
      <RowNotes {...props} />
      <div class="row">
        <div class="person-only">
          <Button kind="quiet" name="action" value={`find-registered-${index}`}>
            {contacts.compose.ask}
          </Button>
        </div>
        <Button kind="quiet" name="action" value={`save-contact-${index}`}>
          {contacts.compose.save}
        </Button>
      </div>
      {props.letter === "address_missing" && <Note tone="warn">{print.noAddress}</Note>}
      <details open={moreOpen}>
        <summary>{words.more}</summary>
        <div class="stack">
          <div class="fields">
            <Field {...at("postal_address.street")} label={words.street} optional />
            <div class="fields pair">
              <Field {...at("postal_address.number")} label={words.number} optional />
              <Field {...at("postal_address.box")} label={words.box} optional />
            </div>
            <Field
              {...at("postal_address.postcode")}
              label={words.postcode}
              inputMode="numeric"
              optional
              short
            />
            <Field {...at("postal_address.town")} label={words.town} optional />
            <Field
              {...at("postal_address.country")}
              label={print.country}
              hint={print.countryHint}
              optional
              short
            />
          </div>
          <div class="fields">
            <Field
              {...at("addressee_consent.basis")}
              type="select"
              label={words.consent}
              value={row["addressee_consent.basis"] ?? "none_stated"}
              options={Object.entries(words.consentBases).map(([value, label]) => ({ value, label }))}
              hint={words.consentAdvice}
              all
            />
            <Field {...at("addressee_consent.stated_on")} type="date" label={words.consentOn} optional />
            <Field {...at("addressee_consent.words")} label={words.consentWords} optional />
          </div>
          <IdentityFields {...props} at={at} />
        </div>
      </details>
      {props.removable && (
        <div>
          <Button kind="quiet" name="action" value={`remove-addressee-${index}`}>
            {words.remove}
            <span class="vh"> {words.addressee(String(index + 1))}</span>
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** What was just answered, and the consent of the ledger where this row does not state one. */
function RowNotes({ language, index, row, note, consent }: AddresseeFieldsProps): Markup {
  const { compose: words, consents } = textsFor(language).contacts;
  const stated = isFilled(row["addressee_consent.basis"] ?? "");
  return (
    <>
      {note !== undefined && (
        <Note tone={note.tone} role="status">
          {note.text}
        </Note>
      )}
      {consent !== null && consent.withdrawn !== null && (
        <Note tone="warn">{words.withdrawn(dateInWords(language, brusselsDate(consent.withdrawn.at)))}</Note>
      )}
      {consent !== null && consent.withdrawn === null && !stated && (
        <Note>
          <p>{words.standing(dateInWords(language, consent.statedOn), consents.grounds[consent.basis])}</p>
          <Button kind="quiet" name="action" value={`use-consent-${index}`}>
            {words.use}
          </Button>
        </Note>
      )}
    </>
  );
}

function isFilled(value: string): boolean {
  return value !== "" && value !== "none_stated";
}
