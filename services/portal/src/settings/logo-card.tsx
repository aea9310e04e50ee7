// The logo: how addressees see it, another one, or none.

import { textsFor } from "@posthorn/texts";
import { Button, Card, CsrfField, errorAt, type Markup, Sender } from "@posthorn/web";
import { LOGO_PATH } from "./paths.ts";
import type { SettingsFormProps } from "./told.ts";

export function LogoCard({ frame, settings, told }: SettingsFormProps): Markup {
  const { language, csrfToken } = frame;
  const words = textsFor(language).accountSettings;
  const { logo } = settings;
  return (
    <Card title={words.logoTitle} id="logo-card">
      <p>{words.logoLead}</p>
      {logo === null ? (
        <p class="muted">{words.logoNone}</p>
      ) : (
        <>
          <Sender
            heading={words.logoNow}
            name={settings.name}
            logo={{ ...logo, src: `${LOGO_PATH}/${logo.sha256}` }}
          />
          {settings.senderShown === "after" && <p class="muted">{words.logoHidden}</p>}
          <form method="post" action={`${LOGO_PATH}/remove`}>
            <CsrfField token={csrfToken} />
            <Button>{words.logoRemove}</Button>
          </form>
        </>
      )}
      <form method="post" action={LOGO_PATH} enctype="multipart/form-data" class="stack">
        <CsrfField token={csrfToken} />
        <PictureField
          label={words.logoFile}
          hint={words.logoHint}
          error={errorAt(language, told.errors, "logo")}
          prefix={textsFor(language).common.forms.errorPrefix}
        />
        <Button>{words.logoSave}</Button>
      </form>
    </Card>
  );
}

function PictureField({
  label,
  hint,
  error,
  prefix,
}: {
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly prefix: string;
}): Markup {
  return (
    <div class={error === undefined ? "field" : "field bad"}>
      <label for="logo">{label}</label>
      <input
        class="input"
        type="file"
        id="logo"
        name="logo"
        accept="image/png,image/jpeg,image/webp"
        aria-describedby={error === undefined ? "logo-hint" : "logo-hint logo-error"}
        aria-invalid={error === undefined ? undefined : "true"}
      />
      <p class="hint" id="logo-hint">
        {hint}
      </p>
      {error !== undefined && (
        <p class="err" id="logo-error">
          <span class="vh">{prefix} </span>
          {error}
        </p>
      )}
    </div>
  );
}
