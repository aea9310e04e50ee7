// Who writes, as the addressee sees it first.

import type { Child } from "hono/jsx";
import type { Markup } from "./markup.ts";

export function Sender({
  heading,
  name,
  line,
}: {
  readonly heading: string;
  readonly name: string;
  readonly line?: Child;
}): Markup {
  return (
    <div class="from">
      <span class="small muted">{heading}</span>
      <b>{name}</b>
      {line !== undefined && <span class="muted">{line}</span>}
    </div>
  );
}

/** A check code as it stands in mail and SMS, unbroken. */
export function CheckCode({ code }: { readonly code: string }): Markup {
  return <span class="check-code">{code}</span>;
}
