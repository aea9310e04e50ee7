// What a mail program would show of a stored mail, and what a test wants to find in it.

import PostalMime, { type Address } from "postal-mime";
import type { StoredMail } from "./store.ts";

export interface ReadMail {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Names in lower case; of repeated ones the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** In order of appearance, HTML before text, each once. */
  readonly links: readonly string[];
  /** One-time codes: 6 digits standing alone. */
  readonly codes: readonly string[];
  readonly check_codes: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
  readonly envelope: { readonly from: string; readonly to: readonly string[]; readonly id: string | null };
  readonly raw_url: string;
}

const known = new WeakMap<StoredMail, Promise<ReadMail>>();

/** Read once per mail. A broken mail shows what can be read of it. */
export function readMail(mail: StoredMail): Promise<ReadMail> {
  const reading = known.get(mail) ?? parse(mail);
  known.set(mail, reading);
  return reading;
}

async function parse(mail: StoredMail): Promise<ReadMail> {
  const parsed = await PostalMime.parse(mail.raw, { forceRfc822Attachments: true }).catch(() => null);
  const text = parsed?.text ?? "";
  const html = parsed?.html ?? "";
  return {
    id: mail.id,
    at: mail.at.toString({ fractionalSecondDigits: 3 }),
    from: shown(parsed?.from),
    to: mail.envelope.to,
    subject: parsed?.subject ?? "",
    text,
    html,
    headers: Object.fromEntries(
      (parsed?.headers ?? []).toReversed().map((header) => [header.key, header.value]),
    ),
    links: linksIn(html, text),
    codes: unique(text.match(/(?<![\w-])\d{6}(?![\w-])/g) ?? []),
    check_codes: checkCodesIn(text),
    attachments: (parsed?.attachments ?? []).map((part) => ({
      name: part.filename ?? "",
      type: part.mimeType,
      size: typeof part.content === "string" ? part.content.length : part.content.byteLength,
    })),
    envelope: { from: mail.envelope.from, to: mail.envelope.to, id: mail.envelope.id },
    raw_url: `/api/messages/${mail.id}/raw`,
  };
}

/** Three groups of four of Crockford's base 32: `K7QM-4RTX-92VB`. */
function checkCodesIn(text: string): readonly string[] {
  return unique(text.match(/\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/g) ?? []);
}

function linksIn(html: string, text: string): readonly string[] {
  const fromHtml = Array.from(html.matchAll(/<a\b[^>]*?\shref="([^"]+)"/gi), (match) =>
    decoded(match[1] ?? ""),
  );
  const fromText = Array.from(text.matchAll(/https?:\/\/[^\s<>"')\]]+/g), (match) =>
    match[0].replace(/[.,;:]+$/, ""),
  );
  return unique([...fromHtml, ...fromText].filter((link) => URL.canParse(link)));
}

const decoded = (value: string): string =>
  value
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const unique = (values: readonly string[]): readonly string[] => Array.from(new Set(values));

function shown(address: Address | undefined): string {
  if (!address) return "";
  return address.name ? `${address.name} <${address.address ?? ""}>` : (address.address ?? "");
}
