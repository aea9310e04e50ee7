// Time that is left, counting down where there is JavaScript; the server alone decides when it is over.

import { textsFor } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";
import type { Markup } from "./markup.ts";
import { clockFace } from "../islands/clock-face.ts";

export interface CountdownProps {
  readonly language: Language;
  readonly seconds: number;
  /** The sentence around it, with `{time}` where minutes and seconds go: "New codes in {time}". */
  readonly sentence: string;
  /** Id of a button that is held back until then; without JavaScript it stays usable and the server answers. */
  readonly holds?: string | undefined;
}

/** The page loads the island `countdown`. */
export function Countdown({ language, seconds, sentence, holds }: CountdownProps): Markup {
  const rest = Math.max(0, Math.ceil(seconds));
  const over = textsFor(language).common.countdown.over;
  return (
    <span
      class="count-down"
      role="timer"
      data-island="countdown"
      data-seconds={String(rest)}
      data-sentence={sentence}
      data-over={over}
      data-holds={holds}
    >
      {rest === 0 ? over : sentence.replace("{time}", clockFace(rest))}
    </span>
  );
}
