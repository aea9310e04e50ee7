// What an admin says of a team: its name, the name it sends under, who sees its messages.

import type { FieldError } from "@posthorn/domain";
import type { Texts } from "@posthorn/texts";
import type { TeamFields } from "@posthorn/usecases";
import { Choices, errorAt, Field, type Markup, type PageFrame } from "@posthorn/web";

type Words = Texts["teams"];

export function TeamFieldset({
  frame: { language },
  words,
  typed,
  errors,
}: {
  readonly frame: PageFrame;
  readonly words: Words;
  readonly typed: TeamFields;
  readonly errors: readonly FieldError[];
}): Markup {
  return (
    <>
      <Field
        language={language}
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={typed.name}
        error={errorAt(language, errors, "name")}
      />
      <Field
        language={language}
        name="sender_name"
        label={words.senderName}
        hint={words.senderNameHint}
        value={typed.senderName}
        error={errorAt(language, errors, "sender_name")}
        optional
      />
      <Choices
        language={language}
        name="visibility"
        legend={words.visibility}
        value={typed.visibility}
        options={(["account", "team"] as const).map((value) => ({ value, label: words.visibilities[value] }))}
      />
    </>
  );
}

export function fieldsOf(form: URLSearchParams): TeamFields {
  return {
    name: form.get("name") ?? "",
    senderName: form.get("sender_name") ?? "",
    visibility: form.get("visibility") === "team" ? "team" : "account",
  };
}
