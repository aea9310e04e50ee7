// Whether an API key serves, in a word, and why not.

import type { Language } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import type { ApiKeyLine } from "@posthorn/usecases";
import { type Markup, Pill } from "@posthorn/web";

export function StateInWords({
  language,
  line,
}: {
  readonly language: Language;
  readonly line: Pick<ApiKeyLine, "state" | "servesUntil">;
}): Markup {
  const words = textsFor(language).company.apiKeys;
  const { state, servesUntil } = line;
  if (state === "revoked" || state === "replaced") return <Pill>{words.states[state]}</Pill>;
  const why =
    state !== "in_force"
      ? words.why[state]
      : servesUntil && words.servesUntil(dateTimeInWords(language, servesUntil));
  return (
    <>
      <span class="nowrap">
        {state === "in_force" ? (
          <Pill tone="ok">{words.states.in_force}</Pill>
        ) : (
          <Pill tone="warn">{words.states.suspended}</Pill>
        )}
      </span>
      {why && (
        <>
          <br />
          <span class="small muted">{why}</span>
        </>
      )}
    </>
  );
}
