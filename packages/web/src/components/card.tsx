// A sheet on the page with an optional heading and something beside it.

import type { Child, PropsWithChildren } from "hono/jsx";
import type { Markup } from "./markup.ts";

export interface CardProps {
  readonly title?: string | undefined;
  /** Beside the heading: a link, a state, a date. */
  readonly aside?: Child;
  /** Of the card, for links and islands; the heading gets `<id>-title`. */
  readonly id?: string | undefined;
}

export function Card({ title, aside, id, children }: PropsWithChildren<CardProps>): Markup {
  const titleId = id === undefined ? undefined : `${id}-title`;
  return (
    <section class="card" id={id} aria-labelledby={title === undefined ? undefined : titleId}>
      {(title !== undefined || aside !== undefined) && (
        <div class="head">
          {title !== undefined && <h2 id={titleId}>{title}</h2>}
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
