// A field with its label, hint and error; keeps what was typed and ties the words to the input for screen readers.

import { textsFor } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";
import type { Markup } from "./markup.ts";
import { classes } from "./tone.ts";

export interface FieldProps {
  readonly language: Language;
  /** Also the id; dots are fine (`addressees.0.email`). */
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly type?:
    | "text"
    | "email"
    | "tel"
    | "password"
    | "date"
    | "time"
    | "number"
    | "search"
    | "textarea"
    | "select";
  /** For `select`. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** The browser's autofill token, e.g. `email`, `family-name`, `one-time-code`. */
  readonly autocomplete?: string | undefined;
  readonly inputMode?: "text" | "numeric" | "tel" | "email" | undefined;
  readonly rows?: number;
  readonly maxLength?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  /** Takes the whole width of a grid of fields. */
  readonly all?: boolean | undefined;
  /** For a value of few characters, like a postcode. */
  readonly short?: boolean | undefined;
  /** Where the text is in another language than the page. */
  readonly lang?: Language | undefined;
  /** Takes the focus when the page opens: where nothing else is done there, like scanning. */
  readonly autofocus?: boolean | undefined;
}

export function Field(props: FieldProps): Markup {
  const { name, hint, error } = props;
  const words = textsFor(props.language).common.forms;
  const describedBy = classes(hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`);
  return (
    <div class={classes("field", error !== undefined && "bad", props.all === true && "all")}>
      <label for={name}>
        {props.label}
        {props.optional === true && <span class="optional"> ({words.optional})</span>}
      </label>
      {/* Hint and error stand below, so that the inputs of one row stand in one line. */}
      <Control {...props} describedBy={describedBy === "" ? undefined : describedBy} />
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="err" id={`${name}-error`}>
          <span class="vh">{words.errorPrefix} </span>
          {error}
        </p>
      )}
    </div>
  );
}

function Control(props: FieldProps & { readonly describedBy: string | undefined }): Markup {
  const shared = {
    class: classes("input", props.short === true && "short"),
    id: props.name,
    name: props.name,
    "aria-describedby": props.describedBy,
    "aria-invalid": props.error === undefined ? undefined : ("true" as const),
    // Said to screen readers only: the browser's own bubble would hide our words and is not in the page's language.
    "aria-required": props.optional === true ? undefined : ("true" as const),
    disabled: props.disabled,
    autocomplete: props.autocomplete,
    lang: props.lang,
    autofocus: props.autofocus,
  };
  if (props.type === "textarea") {
    return (
      <textarea {...shared} rows={props.rows ?? 6} maxlength={props.maxLength} readonly={props.readOnly}>
        {/* Browsers drop one line end after the tag. */}
        {props.value?.startsWith("\n") === true ? `\n${props.value}` : (props.value ?? "")}
      </textarea>
    );
  }
  if (props.type === "select") {
    return (
      <select {...shared}>
        {(props.options ?? []).map(({ value, label }) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      type={props.type ?? "text"}
      value={props.value}
      inputmode={props.inputMode}
      maxlength={props.maxLength}
      min={props.min}
      max={props.max}
      readonly={props.readOnly}
    />
  );
}
