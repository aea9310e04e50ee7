// What is wrong with a form, above it, each with a link to its field; takes the focus when the page opens.

import { fieldErrorText, textsFor } from "@posthorn/texts";
import type { FieldError, Language } from "@posthorn/domain";
import type { Markup } from "./markup.ts";

export interface ErrorSummaryProps {
  readonly language: Language;
  readonly errors: readonly FieldError[];
  /** Says which field is meant, where the error's own text does not ("E-mail of addressee 2"). */
  readonly labelOf?: (path: string) => string | undefined;
}

/** Nothing where nothing is wrong. The links lead to the ids of the fields, which are their names. */
export function ErrorSummary({ language, errors, labelOf }: ErrorSummaryProps): Markup {
  if (errors.length === 0) return <></>;
  return (
    <div
      class="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabindex={-1}
      id="error-summary"
      autofocus
    >
      <h2 id="error-summary-title">{textsFor(language).common.forms.summary(errors.length)}</h2>
      <ul>
        {errors.map((error) => (
          <li>
            <a href={`#${error.path}`}>
              {withLabel(language, labelOf?.(error.path), fieldErrorText(language, error))}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A label that asks has its mark already. */
function withLabel(language: Language, label: string | undefined, value: string): string {
  if (label === undefined) return value;
  return label.endsWith("?") ? `${label} ${value}` : textsFor(language).common.labelled({ label, value });
}

/** The text beside the field at `path`, or undefined. */
export function errorAt(language: Language, errors: readonly FieldError[], path: string): string | undefined {
  const error = errors.find((candidate) => candidate.path === path);
  return error === undefined ? undefined : fieldErrorText(language, error);
}
