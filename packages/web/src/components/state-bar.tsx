// How many deliveries stand where: one bar in parts, with the figures as a list beneath.

import { numberInWords } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";
import type { Markup } from "./markup.ts";
import type { Tone } from "./tone.ts";

export interface StateShare {
  readonly label: string;
  readonly count: number;
  readonly tone: Tone;
  /** Leads to those deliveries. */
  readonly href?: string | undefined;
}

export function StateBar({
  language,
  label,
  shares,
}: {
  readonly language: Language;
  readonly label: string;
  readonly shares: readonly StateShare[];
}): Markup {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  const parts = shares
    .filter(({ count }) => count > 0)
    .map(({ count, tone }) => {
      const x = from;
      const width = (count / total) * 1000;
      from += width;
      return { x, width, tone };
    });
  return (
    <div class="states">
      {/* The picture repeats the list, so it is hidden from screen readers. Gaps of 3 keep parts apart without colour. */}
      <svg viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ x, width, tone }) => (
          <rect
            class={`tone-${tone}`}
            x={x.toFixed(1)}
            y="0"
            width={Math.max(width - 3, 1).toFixed(1)}
            height="14"
          />
        ))}
      </svg>
      <ul class="legend" aria-label={label}>
        {shares.map(({ label: name, count, tone, href }) => (
          <li>
            <span class={`key tone-${tone}`}></span>
            {href === undefined ? name : <a href={href}>{name}</a>}
            <b>{numberInWords(language, count)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
