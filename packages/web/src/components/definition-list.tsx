// Facts by name: what it is, and what it says.

import type { Child } from "hono/jsx";
import type { Markup } from "./markup.ts";

export function DefinitionList({
  facts,
}: {
  readonly facts: readonly { readonly term: string; readonly value: Child }[];
}): Markup {
  return (
    <dl class="facts">
      {facts.map(({ term, value }) => (
        <>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}
