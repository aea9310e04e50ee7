// Above every page of a company that is not approved yet: nothing can be sent, why, and the next step.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { Button, type Markup, Note } from "@posthorn/web";
import { APPLICATION_PATH } from "./paths.ts";

export function ApplyingNote({
  language,
  role,
}: {
  readonly language: Language;
  readonly role: "admin" | "user";
}): Markup {
  const words = textsFor(language).registration.applying;
  return (
    <Note tone="warn">
      <b>{words.title}</b>
      <p>{words.text}</p>
      {role === "admin" && (
        <p>
          <Button href={APPLICATION_PATH}>{words.next}</Button>
        </p>
      )}
    </Note>
  );
}
