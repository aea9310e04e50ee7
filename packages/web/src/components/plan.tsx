// What will happen, by date.

import type { Markup } from "./markup.ts";

export interface PlanStep {
  /** In words: "today", "24 Nov". */
  readonly when: string;
  /** ISO date, for programs. */
  readonly date?: string | undefined;
  readonly what: string;
}

export function Plan({ steps }: { readonly steps: readonly PlanStep[] }): Markup {
  return (
    <ol class="plan">
      {steps.map(({ when, date, what }) => (
        <li>
          {date === undefined ? <span class="when">{when}</span> : <time datetime={date}>{when}</time>}
          <span>{what}</span>
        </li>
      ))}
    </ol>
  );
}
