// A one-time code of six digits: filled in by the phone itself, pasted, or typed.

import { textsFor } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";
import type { Child } from "hono/jsx";
import type { Markup } from "./markup.ts";
import { classes } from "./tone.ts";

export interface CodeFieldProps {
  readonly language: Language;
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly error?: string | undefined;
  /** Below the field, e.g. a countdown to new codes. */
  readonly below?: Child;
  /** Only one field of a page should ask for autofill from SMS; default true. */
  readonly autofill?: boolean;
}

/** The page loads the island `code-entry`. Spaces in the value are for the eye: take only its digits. */
export function CodeField({
  language,
  name,
  label,
  value,
  error,
  below,
  autofill = true,
}: CodeFieldProps): Markup {
  const { common } = textsFor(language);
  return (
    <div class={classes("field", error !== undefined && "bad")}>
      <label for={name}>{label}</label>
      <input
        class="input code"
        id={name}
        name={name}
        value={value}
        type="text"
        inputmode="numeric"
        autocomplete={autofill ? "one-time-code" : "off"}
        maxlength={16}
        spellcheck={false}
        data-island="code-entry"
        aria-describedby={classes(`${name}-hint`, error !== undefined && `${name}-error`)}
        aria-invalid={error === undefined ? undefined : "true"}
        aria-required="true"
      />
      <p class={below === undefined ? "vh" : "hint"} id={`${name}-hint`}>
        {below ?? common.codeHint}
      </p>
      {error !== undefined && (
        <p class="err" id={`${name}-error`}>
          <span class="vh">{common.forms.errorPrefix} </span>
          {error}
        </p>
      )}
    </div>
  );
}

/** The six digits of what was typed, pasted or filled in, or undefined. */
export function codeDigits(value: string): string | undefined {
  const digits = value.replace(/[\s.\-\u00a0]/g, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
