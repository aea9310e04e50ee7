// One column under a bar with brand and languages: what collect and plain pages share.

import type { PropsWithChildren } from "hono/jsx";
import type { Markup } from "../components/markup.ts";
import { Logo } from "../components/logo.tsx";
import { Document } from "./document.tsx";
import type { DocumentProps } from "./document.tsx";
import { Foot } from "./foot.tsx";
import { LanguageSwitch } from "./language-switch.tsx";

export interface ColumnProps extends DocumentProps {
  /** Where the brand leads; default `/`. */
  readonly home?: string | undefined;
}

export function Column({
  children,
  home = "/",
  plain,
  ...document
}: PropsWithChildren<ColumnProps & { readonly plain: boolean }>): Markup {
  return (
    <Document {...document}>
      <div class={plain ? "column plain" : "column"}>
        <header class="top">
          <a class="brand" href={home}>
            <Logo />
          </a>
          <LanguageSwitch frame={document.frame} />
        </header>
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <Foot frame={document.frame} />
      </div>
    </Document>
  );
}
