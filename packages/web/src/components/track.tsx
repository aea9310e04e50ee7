// A delivery drawn as a line with stations: done, now, to come; upright on phones.

import { textsFor } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";
import type { Markup } from "./markup.ts";

export type StationState = "done" | "now" | "next" | "failed";

export interface Station {
  readonly state: StationState;
  readonly title: string;
  /** In words, one line each. */
  readonly lines: readonly string[];
  /** ISO instant or date of the first line, for programs. */
  readonly at?: string | undefined;
}

export function Track({
  language,
  stations,
  label,
}: {
  readonly language: Language;
  readonly stations: readonly Station[];
  readonly label: string;
}): Markup {
  const words = textsFor(language).common.track;
  return (
    <div class="track-box">
      <ol class="track" aria-label={label}>
        {stations.map(({ state, title, lines, at }) => (
          <li class={state} {...(state === "now" ? { "aria-current": "step" as const } : {})}>
            <b>
              {title}
              <span class="vh"> ({words[state]})</span>
            </b>
            {lines.map((line, index) =>
              index === 0 && at !== undefined ? <time datetime={at}>{line}</time> : <span>{line}</span>,
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
