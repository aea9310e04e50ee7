// One of several (radio buttons), some of several (boxes to tick), or one yes or no (a box to tick), each with a sentence about what it means.

import { textsFor } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";
import type { Markup } from "./markup.ts";
import { classes } from "./tone.ts";

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface ChoicesProps {
  readonly language: Language;
  readonly name: string;
  readonly legend: string;
  readonly options: readonly ChoiceOption[];
  readonly value?: string | undefined;
  /** Several may be chosen: boxes to tick. */
  readonly values?: readonly string[] | undefined;
  readonly error?: string | undefined;
}

export function Choices({ language, name, legend, options, value, values, error }: ChoicesProps): Markup {
  return (
    <fieldset
      class={classes("choices", error !== undefined && "bad")}
      id={name}
      tabindex={error === undefined ? undefined : -1}
      aria-describedby={error === undefined ? undefined : `${name}-error`}
    >
      <legend>{legend}</legend>
      {error !== undefined && (
        <p class="err" id={`${name}-error`}>
          <span class="vh">{textsFor(language).common.forms.errorPrefix} </span>
          {error}
        </p>
      )}
      {options.map((option) => (
        <Choice
          type={values === undefined ? "radio" : "checkbox"}
          name={name}
          id={`${name}-${option.value}`}
          checked={values?.includes(option.value) ?? option.value === value}
          option={option}
        />
      ))}
    </fieldset>
  );
}

export interface CheckboxProps {
  readonly language: Language;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly error?: string | undefined;
  /** Sent when ticked; default `on`. */
  readonly value?: string | undefined;
}

export function Checkbox(props: CheckboxProps): Markup {
  const option = { value: props.value ?? "on", label: props.label, hint: props.hint };
  return (
    <div class={classes("field", props.error !== undefined && "bad")}>
      <Choice
        type="checkbox"
        name={props.name}
        id={props.name}
        checked={props.checked === true}
        option={option}
        bare
        {...(props.error === undefined ? {} : { errorId: `${props.name}-error` })}
      />
      {props.error !== undefined && (
        <p class="err" id={`${props.name}-error`}>
          <span class="vh">{textsFor(props.language).common.forms.errorPrefix} </span>
          {props.error}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly id: string;
  readonly checked: boolean;
  readonly option: ChoiceOption;
  readonly bare?: boolean;
  readonly errorId?: string;
}

function Choice({ type, name, id, checked, option, bare, errorId }: ChoiceProps): Markup {
  const describedBy = classes(option.hint !== undefined && `${id}-hint`, errorId);
  return (
    <label class={classes("choice", bare === true && "bare")} for={id}>
      <input
        type={type}
        name={name}
        id={id}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy === "" ? undefined : describedBy}
        aria-invalid={errorId === undefined ? undefined : "true"}
      />
      <span>
        <span id={`${id}-label`}>{option.label}</span>
        {option.hint !== undefined && (
          <span class="hint" id={`${id}-hint`}>
            {option.hint}
          </span>
        )}
      </span>
    </label>
  );
}
