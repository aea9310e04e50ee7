// A box to tick with a link to the words that are agreed to, which open beside the form so that nothing typed is lost.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { Checkbox, type Markup } from "@posthorn/web";
import type { ShownPolicy } from "./shown-policy.ts";

export function PolicyTick(props: {
  readonly language: Language;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly policy: ShownPolicy;
  readonly checked: boolean;
  readonly error?: string | undefined;
}): Markup {
  const { language, name, label, hint, policy, checked, error } = props;
  return (
    <div class="stack">
      <Checkbox language={language} name={name} label={label} hint={hint} checked={checked} error={error} />
      <p>
        <PolicyLink language={language} policy={policy} />
      </p>
    </div>
  );
}

export function PolicyLink({
  language,
  policy,
}: {
  readonly language: Language;
  readonly policy: ShownPolicy;
}): Markup {
  const words = textsFor(language).registration;
  return (
    <a href={policy.url} target="_blank" rel="noopener">
      {words.version(policy.name, policy.version)}
      <span class="vh"> ({words.opensNew})</span>
    </a>
  );
}
