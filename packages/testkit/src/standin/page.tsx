// The frame of the stand-ins' pages: self-contained, readable at 360 px, light and dark, no script.

import type { Context } from "hono";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";

const STYLE = `
:root { --paper:#faf8f4; --surface:#fff; --sunken:#f2efe8; --line:#e2dcd0; --line-strong:#bfb6a5; --ink:#17222b; --ink-2:#46545f; --seal:#8f1d2c; --link:#14507a; --stop:#a12622; --stop-soft:#fbe9e7; --ok:#1d6b47; --ok-soft:#e4f2ea; --info-soft:#e6f0f7; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --paper:#11181d; --surface:#18222a; --sunken:#0d1317; --line:#2a3740; --line-strong:#465762; --ink:#eef1f2; --ink-2:#b9c4cb; --seal:#e58a91; --link:#8ec5ec; --stop:#f19c94; --stop-soft:#391917; --ok:#7fd0a5; --ok-soft:#15301f; --info-soft:#132a3a; } }
* { box-sizing: border-box; }
body { margin:0; background:var(--paper); color:var(--ink); font:400 17px/1.5 "Source Sans 3", system-ui, sans-serif; font-variant-numeric:tabular-nums; overflow-wrap:anywhere; }
header { padding:14px 16px; border-bottom:1px solid var(--line); }
header a { color:var(--seal); font:600 20px/1.2 "Source Serif 4", Georgia, serif; text-decoration:none; }
header span { color:var(--ink-2); font-size:15px; margin-left:10px; }
main { max-width:860px; margin:0 auto; padding:24px 16px 48px; display:grid; gap:18px; }
h1 { font:600 27px/1.2 "Source Serif 4", Georgia, serif; margin:0; } h2 { font:600 19px/1.2 "Source Serif 4", Georgia, serif; margin:8px 0 0; } p { margin:0; }
a { color:var(--link); text-underline-offset:3px; } a:focus-visible, button:focus-visible { outline:3px solid var(--link); outline-offset:2px; }
.muted { color:var(--ink-2); } .small { font-size:15px; }
.card { display:block; background:var(--surface); border:1px solid var(--line); border-radius:14px; padding:14px 16px; }
ul.plain { list-style:none; margin:0; padding:0; display:grid; gap:10px; }
a.card { color:inherit; text-decoration:none; } a.card:hover { border-color:var(--line-strong); } a.card strong { color:var(--link); text-decoration:underline; text-underline-offset:3px; }
.pill { display:inline-block; padding:1px 10px; border-radius:99px; font-size:14px; font-weight:600; background:var(--info-soft); } .pill.ok { background:var(--ok-soft); color:var(--ok); } .pill.stop { background:var(--stop-soft); color:var(--stop); }
.row { display:flex; flex-wrap:wrap; gap:10px; align-items:center; }
button, .btn { min-height:44px; padding:8px 16px; border:1px solid var(--line-strong); border-radius:8px; background:var(--surface); color:var(--ink); font:inherit; font-size:16px; font-weight:600; cursor:pointer; text-decoration:none; display:inline-flex; align-items:center; }
pre { margin:0; white-space:pre-wrap; font:400 14px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; background:var(--sunken); border-radius:8px; padding:14px; overflow-wrap:anywhere; }
iframe { width:100%; height:760px; border:1px solid var(--line); border-radius:14px; background:#fff; }
dl { display:grid; grid-template-columns:minmax(90px, auto) 1fr; gap:4px 14px; margin:0; } dt { color:var(--ink-2); } dd { margin:0; }
.handset { width:100%; max-width:390px; margin:0 auto; background:var(--surface); border:1px solid var(--line-strong); border-radius:34px; padding:18px 16px 24px; display:grid; gap:14px; align-content:start; min-height:560px; }
.bubble { background:var(--sunken); border-radius:18px 18px 18px 4px; padding:12px 14px; margin-right:18px; } .bubble p { white-space:pre-wrap; } .bubble footer { margin-top:6px; }
`;

const csp = (formsLeadTo: readonly string[]) =>
  `default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action ${["'self'", ...formsLeadTo].join(" ")}; base-uri 'none'; frame-ancestors 'self'`;

export interface StandInPage {
  readonly name: string;
  /** Said beside the name: what this stands in for. */
  readonly about: string;
  readonly title: string;
  readonly body: Child;
  /** Default English. */
  readonly language?: string;
  /** Rules of this page alone. */
  readonly style?: string;
  /** Other origins that the answer to a form may lead to. */
  readonly formsLeadTo?: readonly string[];
}

/** A whole page as the answer. */
export function page(c: Context, v: StandInPage) {
  c.header("Content-Security-Policy", csp(v.formsLeadTo ?? []));
  c.header("Cache-Control", "no-store");
  return c.html(
    <>
      {raw("<!doctype html>")}
      <html lang={v.language ?? "en"}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${v.title} · ${v.name}`}</title>
          <style>{raw(STYLE + (v.style ?? ""))}</style>
        </head>
        <body>
          <header>
            <a href="/">{v.name}</a>
            <span>{v.about}</span>
          </header>
          <main>{v.body}</main>
        </body>
      </html>
    </>,
  );
}

/** `21 Nov 2026 14:05:09` in Brussels time. */
export function shownAt(instant: Temporal.Instant): string {
  const at = instant.toZonedDateTimeISO("Europe/Brussels");
  const month = at.toLocaleString("en-GB", { month: "short" });
  return `${at.day} ${month} ${at.year} ${at.toPlainTime().toString({ smallestUnit: "second" })}`;
}
