// The name of a private account, to be corrected by its holder until he is identified.

import type { FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { Button, Card, CsrfField, errorAt, Field, type Markup, type PageFrame } from "@posthorn/web";

export interface TypedName {
  readonly firstNames: string;
  readonly familyName: string;
}

export function CorrectNameCard(props: {
  readonly frame: PageFrame;
  readonly open: boolean;
  readonly errors?: readonly FieldError[];
  readonly typed?: TypedName;
}): Markup {
  const { frame, errors = [], typed } = props;
  const { language } = frame;
  const words = textsFor(language).identify.correct;
  return (
    <Card id="own-name">
      <details open={props.open}>
        <summary>{words.title}</summary>
        <p>{words.lead}</p>
        <form method="post" action="/identify/own-name" class="stack" novalidate>
          <CsrfField token={frame.csrfToken} />
          <Field
            language={language}
            name="first_names"
            label={words.firstNames}
            autocomplete="given-name"
            value={typed?.firstNames}
            error={errorAt(language, errors, "first_names")}
          />
          <Field
            language={language}
            name="family_name"
            label={words.familyName}
            autocomplete="family-name"
            value={typed?.familyName}
            error={errorAt(language, errors, "family_name")}
          />
          <Button>{words.button}</Button>
        </form>
      </details>
    </Card>
  );
}
