// Whether notices name the account or only the accepted message does, with what follows from each.

import { textsFor } from "@posthorn/texts";
import { Button, Card, Choices, CsrfField, errorAt, type Markup } from "@posthorn/web";
import { SETTINGS_PATH } from "./paths.ts";
import type { SettingsFormProps } from "./told.ts";

export function SenderForm({ frame, settings, told }: SettingsFormProps): Markup {
  const { language } = frame;
  const words = textsFor(language).accountSettings;
  return (
    <Card title={words.senderTitle} id="sender">
      <form method="post" action={`${SETTINGS_PATH}/sender`} class="stack">
        <CsrfField token={frame.csrfToken} />
        <Choices
          language={language}
          name="sender_shown"
          legend={words.senderLegend}
          value={told.typed["sender_shown"] ?? settings.senderShown}
          error={errorAt(language, told.errors, "sender_shown")}
          options={[
            { value: "before", label: words.senderBefore, hint: words.senderBeforeHint },
            { value: "after", label: words.senderAfter, hint: words.senderAfterHint },
          ]}
        />
        <Button kind="primary">{words.save}</Button>
      </form>
    </Card>
  );
}
