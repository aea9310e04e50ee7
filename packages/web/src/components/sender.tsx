// Who writes, as the addressee sees it first.

import type { Child } from "hono/jsx";
import type { Markup } from "./markup.ts";

export function Sender({
  heading,
  name,
  line,
  logo,
}: {
  readonly heading: string;
  readonly name: string;
  readonly line?: Child;
  /** Beside the name, which says the same: nothing is read out for it. */
  readonly logo?: { readonly src: string; readonly width: number; readonly height: number } | null;
}): Markup {
  return (
    <div class="from">
      {logo && <img class="sender-logo" src={logo.src} width={logo.width} height={logo.height} alt="" />}
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
