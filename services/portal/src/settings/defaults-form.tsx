// What compose begins with for every message of the account, and how long its content is kept (R8).

import type { RequiredIdentification, TrustStatus } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { AccountSettings } from "@posthorn/usecases";
import { Button, Card, CsrfField, type Markup } from "@posthorn/web";
import { OptionFields } from "../compose/options-card.tsx";
import { SETTINGS_PATH } from "./paths.ts";
import type { SettingsFormProps } from "./told.ts";

export function DefaultsForm({
  frame,
  settings,
  told,
  identifications,
  trustStatus,
  letters,
}: SettingsFormProps & {
  readonly identifications: readonly RequiredIdentification[];
  readonly trustStatus: TrustStatus;
  readonly letters: boolean;
}): Markup {
  const { language } = frame;
  const words = textsFor(language).accountSettings;
  return (
    <Card title={words.defaultsTitle} id="defaults">
      <form method="post" action={`${SETTINGS_PATH}/defaults`} novalidate class="stack">
        <CsrfField token={frame.csrfToken} />
        <p>{words.defaultsLead}</p>
        <OptionFields
          language={language}
          options={{ ...standing(settings), ...told.typed }}
          errors={told.errors}
          identifications={identifications}
          trustStatus={trustStatus}
          letters={letters}
          retentionHint={words.retentionHint}
        />
        <Button kind="primary">{words.save}</Button>
      </form>
    </Card>
  );
}

function standing({ defaults }: AccountSettings): Readonly<Record<string, string>> {
  return {
    required_identification: defaults.requiredIdentification,
    collection_days: String(defaults.collectionDays),
    reminders: String(defaults.reminders),
    postal_fallback: String(defaults.postalFallback),
    content_retention_days: String(defaults.contentRetentionDays),
  };
}
