// Whoever came in with a password alone is told what would protect his account better.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { type Markup, Note } from "@posthorn/web";

export function PasswordAloneNote({ language }: { readonly language: Language }): Markup {
  const { security } = textsFor(language);
  return (
    <Note>
      <p>
        {security.app.urge} <a href="/security">{security.title}</a>
      </p>
    </Note>
  );
}
