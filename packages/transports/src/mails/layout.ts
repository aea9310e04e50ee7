// Sets a mail once as blocks and renders it twice: as plain text that is complete, and as HTML that any client shows.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { oneLine } from "../mail/clean-header.ts";

export type MailBlock =
  | {
      readonly kind: "facts";
      readonly rows: readonly { readonly label: string; readonly value: string; readonly note?: string }[];
    }
  | { readonly kind: "text"; readonly text: string; readonly strong?: boolean }
  | { readonly kind: "button"; readonly label: string; readonly url: string }
  | { readonly kind: "code"; readonly value: string; readonly large?: boolean }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "small"; readonly text: string };

export interface MailToRender {
  readonly language: Language;
  readonly service: string;
  readonly subject: string;
  readonly heading: string;
  readonly blocks: readonly MailBlock[];
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const SANS = "'Source Sans 3',system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
const SERIF = "'Source Serif 4',Georgia,'Times New Roman',serif";
const MONO = "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace";

/** Values of people are escaped here; callers pass plain text. */
export function renderMail(mail: MailToRender): RenderedMail {
  return { subject: oneLine(mail.subject), text: asText(mail), html: asHtml(mail) };
}

function asText(mail: MailToRender): string {
  const parts = [
    mail.service.toUpperCase(),
    mail.heading,
    ...mail.blocks.map((block) => blockAsText(block, mail.language)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function blockAsText(block: MailBlock, language: Language): string {
  const { labelled } = textsFor(language).common;
  switch (block.kind) {
    case "facts":
      return block.rows
        .map(({ label, value, note }) =>
          labelled({ label, value: [value, note].map(plain).filter(Boolean).join(", ") }),
        )
        .join("\n");
    case "button":
      return `${labelled({ label: block.label, value: "" }).trimEnd()}\n${block.url}`;
    case "code":
      return `    ${block.value}`;
    case "text":
    case "note":
    case "small":
      return plain(block.text);
  }
}

const plain = (value: string | undefined): string => oneLine(value ?? "");

function asHtml(mail: MailToRender): string {
  const body = mail.blocks.map(blockAsHtml).join("\n");
  return `<!doctype html>
<html lang="${mail.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(mail.subject)}</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background: #11181d !important; }
  .surface { background: #18222a !important; border-color: #2a3740 !important; }
  .ink { color: #eef1f2 !important; }
  .ink-2 { color: #b9c4cb !important; }
  .seal { color: #e58a91 !important; border-color: #e58a91 !important; }
  .sunken { background: #0d1317 !important; border-color: #465762 !important; }
  .info { background: #132a3a !important; }
  .button { background: #eef1f2 !important; color: #11181d !important; }
}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#faf8f4;">
<div class="paper" style="background:#faf8f4;padding:24px 12px;">
<div class="surface" style="max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #e2dcd0;border-radius:14px;padding:24px 22px 26px;font:400 17px/1.5 ${SANS};">
<p class="seal" style="margin:0 0 22px;color:#8f1d2c;font:600 20px/1 ${SERIF};">${escapeHtml(mail.service)}</p>
<h1 class="ink" style="margin:0 0 20px;color:#17222b;font:600 28px/1.2 ${SERIF};letter-spacing:-.01em;">${escapeHtml(mail.heading)}</h1>
${body}
</div>
</div>
</body>
</html>
`;
}

function blockAsHtml(block: MailBlock): string {
  switch (block.kind) {
    case "facts":
      return `<div class="seal" style="border-left:3px solid #8f1d2c;padding:2px 0 2px 14px;margin:0 0 20px;">${block.rows
        .map(
          (row) =>
            `<p class="ink-2" style="margin:0;color:#46545f;font-size:15px;">${escapeHtml(row.label)}</p><p class="ink" style="margin:0 0 8px;color:#17222b;overflow-wrap:anywhere;"><strong>${escapeHtml(plain(row.value))}</strong>${
              row.note
                ? `<br><span class="ink-2" style="color:#46545f;">${escapeHtml(plain(row.note))}</span>`
                : ""
            }</p>`,
        )
        .join("")}</div>`;
    case "text": {
      const text = escapeHtml(plain(block.text));
      return `<p class="ink" style="margin:0 0 16px;color:#17222b;overflow-wrap:anywhere;">${block.strong ? `<strong>${text}</strong>` : text}</p>`;
    }
    case "button":
      return `<p style="margin:0 0 20px;"><a class="button" href="${escapeHtml(block.url)}" style="display:block;background:#17222b;color:#faf8f4;border-radius:8px;padding:14px 18px;text-align:center;font-weight:600;text-decoration:none;">${escapeHtml(block.label)}</a></p>`;
    case "code":
      return `<p class="ink sunken" style="margin:0 0 16px;color:#17222b;background:#f2efe8;border:1px solid #bfb6a5;border-radius:8px;padding:12px 8px;text-align:center;font:600 ${block.large ? "28px/1.2" : "20px/1.2"} ${MONO};letter-spacing:${block.large ? ".2em" : ".04em"};">${escapeHtml(block.value)}</p>`;
    case "note":
      return `<p class="ink info" style="margin:0 0 16px;color:#17222b;background:#e6f0f7;border-radius:8px;padding:14px 16px;font-size:16px;">${escapeHtml(plain(block.text))}</p>`;
    case "small":
      return `<p class="ink-2" style="margin:0 0 10px;color:#46545f;font-size:14px;">${escapeHtml(plain(block.text))}</p>`;
  }
}

function escapeHtml(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
