// What the sender chooses for the whole message; what this installation does not offer is shown, and said so.

import {
  type FieldError,
  type Language,
  QUALIFIED_METHODS_DEFAULT,
  qualifiedClaim,
  REQUIRED_IDENTIFICATIONS,
  type RequiredIdentification,
  type TrustStatus,
} from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { DraftForm } from "@posthorn/usecases";
import { Card, Checkbox, Choices, errorAt, Field, type Markup } from "@posthorn/web";

export interface OptionsCardProps {
  readonly language: Language;
  readonly options: DraftForm["options"];
  readonly errors: readonly FieldError[];
  /** What senders may ask of addressees here. */
  readonly identifications: readonly RequiredIdentification[];
  readonly trustStatus: TrustStatus;
  /** Whether letters are posted here. */
  readonly letters: boolean;
  /** Whether the sender is a private person, who may have letters come back to his own address. */
  readonly ownReturnAddress?: boolean;
}

export function OptionsCard(props: OptionsCardProps): Markup {
  return (
    <Card title={textsFor(props.language).compose.options} id="options">
      <OptionFields {...props} />
      {props.ownReturnAddress && props.letters && <ReturnAddressFields {...props} />}
    </Card>
  );
}

/** Left empty a letter that finds nobody comes back to us: filling it in is asking for it. */
function ReturnAddressFields({ language, options, errors }: OptionsCardProps): Markup {
  const { compose, print } = textsFor(language);
  const at = (field: string) => {
    const name = `return_address.${field}`;
    return { language, name, value: options[name], error: errorAt(language, errors, name) };
  };
  const fields = [at("street"), at("number"), at("box"), at("postcode"), at("town")] as const;
  const [street, number, box, postcode, town] = fields;
  const open = fields.some(({ value, error }) => (value ?? "") !== "" || error !== undefined);
  return (
    <details open={open}>
      <summary>{print.returnAddress.title}</summary>
      <div class="stack">
        <p class="small muted">{print.returnAddress.hint}</p>
        <div class="fields">
          <Field {...street} label={compose.street} optional />
          <div class="fields pair">
            <Field {...number} label={compose.number} optional />
            <Field {...box} label={compose.box} optional />
          </div>
          <Field {...postcode} label={compose.postcode} inputMode="numeric" optional short />
          <Field {...town} label={compose.town} optional />
        </div>
      </div>
    </details>
  );
}

/** Also where an account chooses what its messages begin with. */
export function OptionFields(props: OptionsCardProps & { readonly retentionHint?: string }): Markup {
  const { language, options, errors } = props;
  const words = textsFor(language).compose;
  const error = (path: string) => errorAt(language, errors, path);
  return (
    <>
      <Choices
        language={language}
        name="required_identification"
        legend={words.identification}
        value={options["required_identification"] ?? props.identifications[0]}
        error={error("required_identification")}
        options={REQUIRED_IDENTIFICATIONS.map((value) => ({
          value,
          label: value === "codes" ? words.codes : words.strong,
          hint: hintOf(props, value),
          disabled: !props.identifications.includes(value),
        }))}
      />
      <div class="fields">
        <Field
          language={language}
          name="collection_days"
          label={words.window}
          type="number"
          min={1}
          max={30}
          value={options["collection_days"] ?? "15"}
          hint={words.windowHint}
          error={error("collection_days")}
          short
        />
        <Field
          language={language}
          name="content_retention_days"
          label={words.retention}
          type="number"
          min={30}
          max={730}
          value={options["content_retention_days"] ?? "365"}
          hint={props.retentionHint ?? words.retentionHint}
          error={error("content_retention_days")}
          short
        />
      </div>
      {/* A box that is not ticked sends nothing: the hidden field says no. */}
      <input type="hidden" name="reminders" value="false" />
      <Checkbox
        language={language}
        name="reminders"
        value="true"
        label={words.reminders}
        hint={words.remindersHint}
        checked={options["reminders"] !== "false"}
        error={error("reminders")}
      />
      <Choices
        language={language}
        name="postal_fallback"
        legend={words.fallback}
        value={props.letters && options["postal_fallback"] === "true" ? "true" : "false"}
        error={error("postal_fallback")}
        options={[
          { value: "false", label: textsFor(language).common.no },
          {
            value: "true",
            label: textsFor(language).common.yes,
            hint: props.letters ? textsFor(language).print.fallbackHint : words.fallbackHint,
            disabled: !props.letters,
          },
        ]}
      />
    </>
  );
}

/** What the choice proves, and whether a delivery collected so would be a qualified one. */
function hintOf({ language, identifications, trustStatus }: OptionsCardProps, asked: RequiredIdentification) {
  const words = textsFor(language).compose;
  if (!identifications.includes(asked)) return words.notOffered;
  const proves = asked === "codes" ? words.codesHint : words.strongHint;
  return `${proves} ${claimInWords(language, trustStatus, asked)}`;
}

function claimInWords(language: Language, trustStatus: TrustStatus, asked: RequiredIdentification): string {
  const { claims } = textsFor(language).compose;
  const claim = qualifiedClaim({
    trustStatus,
    method: asked === "codes" ? "codes" : null,
    level: null,
    matched: false,
    viaApiKey: false,
    qualifiedMethods: QUALIFIED_METHODS_DEFAULT,
  });
  if (claim.kind !== "if_collected_with") return claims.not_qualified;
  const names: Readonly<Record<string, string>> = claims.methods;
  return claims.if_collected_with(
    claim.methods.map((method) => names[method] ?? method).join(` ${claims.or} `),
  );
}
