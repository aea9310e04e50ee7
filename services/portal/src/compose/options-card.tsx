// What the sender chooses for the whole message; what this installation does not offer is shown, and said so.

import type { FieldError, Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { DraftForm } from "@posthorn/usecases";
import { Card, Checkbox, Choices, errorAt, Field, type Markup } from "@posthorn/web";

export interface OptionsCardProps {
  readonly language: Language;
  readonly options: DraftForm["options"];
  readonly errors: readonly FieldError[];
}

export function OptionsCard({ language, options, errors }: OptionsCardProps): Markup {
  const words = textsFor(language).compose;
  const error = (path: string) => errorAt(language, errors, path);
  return (
    <Card title={words.options} id="options">
      <Choices
        language={language}
        name="required_identification"
        legend={words.identification}
        value={options["required_identification"] ?? "codes"}
        error={error("required_identification")}
        options={[
          { value: "codes", label: words.codes, hint: words.codesHint },
          { value: "eid_or_itsme", label: words.strong, hint: words.strongHint, disabled: true },
        ]}
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
          hint={words.retentionHint}
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
        value="false"
        error={error("postal_fallback")}
        options={[
          { value: "false", label: textsFor(language).common.no },
          { value: "true", label: textsFor(language).common.yes, hint: words.fallbackHint, disabled: true },
        ]}
      />
    </Card>
  );
}
