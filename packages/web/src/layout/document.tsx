// The document around every layout: language, title that names the page, style, islands, skip link.

import type { PropsWithChildren } from "hono/jsx";
import type { Markup } from "../components/markup.ts";
import { textsFor } from "@posthorn/texts";
import { ICON, STYLE_SHEET } from "../assets/assets.ts";
import type { Island } from "../assets/assets.ts";
import type { PageFrame } from "./page-frame.ts";

export interface DocumentProps {
  readonly frame: PageFrame;
  /** Names the page; the brand is added. No subject or name of a person: titles end up in histories. */
  readonly title: string;
  /** The page shows a form with errors: the title says so first, as it is the first thing read out. */
  readonly hasErrors?: boolean;
  readonly islands?: readonly Island[];
  /** For a page that waits: without JavaScript it loads itself anew after so many seconds. */
  readonly refreshSeconds?: number | undefined;
}

export function Document(props: PropsWithChildren<DocumentProps>): Markup {
  const { frame, islands = [] } = props;
  const { common } = textsFor(frame.language);
  const title =
    props.hasErrors === true ? common.pageTitleWithError(props.title) : common.pageTitle(props.title);
  return (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="color-scheme" content="light dark" />
        <meta name="csrf-token" content={frame.csrfToken} />
        <title>{title}</title>
        <link rel="stylesheet" href={frame.assets.url(STYLE_SHEET)} />
        <link rel="icon" href={frame.assets.url(ICON)} type="image/svg+xml" />
        {props.refreshSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(props.refreshSeconds)} />
          </noscript>
        )}
        {islands.map((island) => (
          <script type="module" nonce={frame.nonce} src={frame.assets.url(`${island}.js`)}></script>
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {common.skipLink}
        </a>
        {props.children}
      </body>
    </html>
  );
}
