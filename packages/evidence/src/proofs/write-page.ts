// The accessible twin of a proof: the same content as one HTML file that needs nothing from elsewhere (WCAG 2.2).

import { COLORS, type Cell, type Span } from "@posthorn/documents";
import { textsFor } from "@posthorn/texts";
import type { TableWords } from "./list-parts.ts";
import type { ProofContent, Station } from "./proof-content.ts";

/** UTF-8. Everything that anybody wrote is escaped. */
export function writePage(content: ProofContent): string {
  const { words, title, reference, track, deliveries, limits, seal, check } = content;
  const { texts, language } = words;
  const brand = textsFor(language).common.brand;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escape(`${title} · ${reference} · ${brand}`)}</title>
<style>${STYLES}</style>
</head>
<body>
<a class="skip" href="#proof">${escape(texts.twin.skip)}</a>
<header><p><strong>${escape(brand)}</strong> · ${escape(content.statusLine)}</p></header>
<main id="proof">
<h1>${escape(title)}</h1>
<p class="lead">${escape(content.sentence)}</p>
<p class="small">${escape(texts.twin.note)}</p>
<dl>
${content.definitions.map(({ term, texts: cell }) => `<div><dt>${plain(term)}</dt><dd>${lines(cell)}</dd></div>`).join("\n")}
</dl>
${section(content.parts.title, writeTable(content.parts.table))}
${deliveries ? section(deliveries.title, writeTable(deliveries.table)) : ""}
${track ? section(track.title, writeTrack(track)) : ""}
${section(limits.title, `<p>${escape(limits.text)}</p>\n<p><strong>${escape(limits.effect)}</strong></p>`)}
${section(seal.title, `<p>${escape(seal.text)}</p>\n<p class="small">${escape(seal.policies)}</p>\n<p><a href="${escape(seal.link)}">${escape(seal.link)}</a></p>`)}
${section(check.title, writeCheck(check))}
${section(texts.twin.files, `<ul>${content.files.map(({ name, description }) => `<li><code>${escape(name)}</code> ${escape(description)}</li>`).join("")}</ul>`)}
</main>
</body>
</html>
`;
}

function section(title: string, inner: string): string {
  return `<section>\n<h2>${escape(title.replace(/\s*:$/u, ""))}</h2>\n${inner}\n</section>`;
}

function writeTable({ head, rows }: TableWords): string {
  const heads = head.map((text) => `<th scope="col">${escape(text)}</th>`).join("");
  const body = rows
    .map((cells) => {
      const [first = [], ...others] = cells;
      return `<tr><th scope="row">${lines(first)}</th>${others.map((cell) => `<td>${lines(cell)}</td>`).join("")}</tr>`;
    })
    .join("\n");
  // The frame scrolls, not the page, and can be reached by the keyboard.
  return `<div class="table" tabindex="0" role="group"><table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table></div>`;
}

function writeTrack({ note, stations, chain }: NonNullable<ProofContent["track"]>): string {
  const items = stations.map(writeStation).join("\n");
  return `<p class="small">${escape(note)}</p>\n<ol class="track">\n${items}\n</ol>${chain ? `\n<p>${escape(chain)}</p>` : ""}`;
}

function writeStation({ day, time, lines: texts }: Station): string {
  return `<li><p class="small">${escape(`${day} ${time}`)}</p>${lines(texts)}</li>`;
}

function writeCheck({ drop, steps }: ProofContent["check"]): string {
  const written = steps.map(
    ({ text, commands }) =>
      `<p>${escape(text)}</p>\n<pre tabindex="0"><code>${escape(commands.join("\n"))}</code></pre>`,
  );
  return [`<p>${escape(drop)}</p>`, ...written].join("\n");
}

function lines(cell: Cell): string {
  // Hashes are cut for the printed page only: here the digits of one stand together.
  const joined: string[] = [];
  let digits = "";
  for (const spans of cell) {
    const text = spans.map((part) => part.text).join("");
    if (/^[0-9a-f]{32}$/u.test(text)) {
      digits += text;
      continue;
    }
    if (digits) joined.push(`<p><code>${digits}</code></p>`);
    digits = "";
    joined.push(`<p>${spans.map(writeSpan).join("")}</p>`);
  }
  if (digits) joined.push(`<p><code>${digits}</code></p>`);
  return joined.join("");
}

function writeSpan({ text, style }: Span): string {
  const written = escape(text);
  if (style.face === "mono") return `<code>${written}</code>`;
  if (style.face === "sansBold") return `<strong>${written}</strong>`;
  return style.color === COLORS.ink3 ? `<span class="small">${written}</span>` : written;
}

function plain(spans: readonly Span[]): string {
  return escape(spans.map(({ text }) => text).join(""));
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}

const STYLES = `
:root{--paper:#fbfaf7;--ink:#17222b;--ink2:#46545f;--line:#e2dcd0;--seal:#8f1d2c;--sunken:#f2efe8}
@media(prefers-color-scheme:dark){:root{--paper:#10161b;--ink:#edf1f3;--ink2:#b4c0c8;--line:#2c3842;--seal:#f0a0a8;--sunken:#1a232b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.55 system-ui,sans-serif}
header,main{max-width:52rem;margin:0 auto;padding:1rem}
h1,h2{font-family:Georgia,serif;line-height:1.2}h2{margin-top:2rem}
p{margin:.2rem 0}.lead{font-size:1.15rem;color:var(--ink2)}.small{color:var(--ink2);font-size:.9rem}
dl>div{display:grid;grid-template-columns:12rem 1fr;gap:.25rem 1rem;padding:.5rem 0;border-top:1px solid var(--line)}
dt{color:var(--ink2)}dd{margin:0;overflow-wrap:anywhere}
.table{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{font-weight:700;color:var(--ink2)}
code{font-size:.85em;overflow-wrap:anywhere}
pre{background:var(--sunken);padding:.75rem;border-radius:6px;overflow-x:auto}
.track{padding-left:1.4rem;border-left:2px solid var(--line)}.track li{margin-bottom:1rem}
a{color:var(--seal);overflow-wrap:anywhere}a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--seal);outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{position:static}
@media(max-width:40rem){dl>div{grid-template-columns:1fr}}
@media print{:root{--paper:#fff}}
`;
