// The post horn and the name beside it.

import { textsFor } from "@posthorn/texts";
import type { Markup } from "./markup.ts";

export function Logo({ size = 30 }: { readonly size?: number }): Markup {
  return (
    <>
      <svg
        viewBox="0 0 32 32"
        width={size}
        height={size}
        fill="none"
        stroke="currentColor"
        stroke-width="2.4"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        <circle cx="13.5" cy="17" r="6.2" />
        <path d="M13.5 10.8H3.5M13.5 10.8h7.2c3 0 5.2-1.6 7.8-4.3v14.6c-2.6-2.7-4.8-4.1-7.8-4.1" />
      </svg>
      {textsFor("en").common.brand}
    </>
  );
}
