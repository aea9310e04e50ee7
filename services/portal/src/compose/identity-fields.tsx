// What an addressee is compared with when he identifies himself: date of birth, and register number where the account may.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { type DraftAddressee, GIVEN_NUMBER_FIELD, REMOVED_NUMBER_FIELD } from "@posthorn/usecases";
import { Checkbox, Field, type Markup } from "@posthorn/web";

export interface IdentityFieldsProps {
  readonly language: Language;
  readonly index: number;
  readonly row: DraftAddressee;
  readonly registerNumberBasis?: string | undefined;
  /** Name, value and error of a field of this row. */
  at(field: string): {
    readonly language: Language;
    readonly name: string;
    readonly value: string;
    readonly error: string | undefined;
    readonly autocomplete: string;
  };
}

export function IdentityFields(props: IdentityFieldsProps): Markup {
  const { language, at } = props;
  const words = textsFor(language).compose;
  return (
    <div class="fields person-only">
      <Field
        {...at("identification.birth_date")}
        type="date"
        label={words.birthDate}
        hint={words.birthDateHint}
        optional
      />
      <RegisterNumber {...props} />
    </div>
  );
}

/** Once given, the number travels sealed and is never shown; one of an account that may not is shown to be taken away. */
function RegisterNumber({ language, index, row, registerNumberBasis, at }: IdentityFieldsProps): Markup {
  const words = textsFor(language).compose;
  const field = at("identification.national_register_number");
  const given = row[GIVEN_NUMBER_FIELD] ?? "";
  if (registerNumberBasis === undefined && given === "" && field.value === "") return <></>;
  return (
    <div class="stack">
      <Field
        {...field}
        label={words.registerNumber}
        inputMode="numeric"
        hint={given === "" ? words.registerNumberHint(registerNumberBasis ?? "–") : words.registerNumberGiven}
        optional
      />
      {given !== "" && (
        <>
          <input type="hidden" name={`addressees.${index}.${GIVEN_NUMBER_FIELD}`} value={given} />
          <Checkbox
            language={language}
            name={`addressees.${index}.${REMOVED_NUMBER_FIELD}`}
            value="true"
            label={words.registerNumberRemove}
          />
        </>
      )}
    </div>
  );
}
