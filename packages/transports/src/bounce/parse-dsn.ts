// Reads delivery status notifications (RFC 3464, internationalised by RFC 6533); what is not one is null.

import PostalMime, { type Attachment } from "postal-mime";

export type DsnAction = "failed" | "delayed" | "delivered" | "relayed" | "expanded";

export interface DsnRecipient {
  /** Address without its type. */
  readonly finalRecipient: string;
  readonly originalRecipient: string | null;
  readonly action: DsnAction;
  /** Enhanced status code, `5.1.1`. */
  readonly status: string;
  /** The remote server's words, without the type: `550 5.1.1 no such user`. */
  readonly diagnosticCode: string | null;
  readonly remoteMta: string | null;
}

export interface DsnReport {
  /** The ENVID that we gave, if the reporting server hands it back. Not authenticated: match by VERP. */
  readonly originalEnvelopeId: string | null;
  readonly reportingMta: string | null;
  /** Message-ID of the mail that is reported on, without angle brackets, where its headers came along. */
  readonly originalMessageId: string | null;
  /** At least one. */
  readonly recipients: readonly DsnRecipient[];
}

type Fields = ReadonlyMap<string, string>;

const ACTIONS: readonly DsnAction[] = ["failed", "delayed", "delivered", "relayed", "expanded"];

/** Never throws. A report without a recipient whose action and status can be read is null. */
export async function parseDsn(raw: Uint8Array): Promise<DsnReport | null> {
  try {
    const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true });
    const contentType = mail.headers.find((header) => header.key === "content-type")?.value ?? "";
    if (!/^\s*multipart\/report\b/i.test(contentType)) return null;
    const status = mail.attachments.find((part) =>
      /^message\/(global-)?delivery-status$/i.test(part.mimeType),
    );
    if (!status) return null;
    const [about, ...groups] = fieldGroups(textOf(status));
    const recipients = groups.map(recipientOf).filter((recipient) => recipient !== null);
    if (!about || recipients.length === 0) return null;
    return {
      originalEnvelopeId: about.get("original-envelope-id") ?? null,
      reportingMta: withoutType(about.get("reporting-mta")),
      originalMessageId: originalMessageId(mail.attachments),
      recipients,
    };
  } catch {
    return null;
  }
}

function recipientOf(fields: Fields): DsnRecipient | null {
  const finalRecipient = withoutType(fields.get("final-recipient"));
  const action = ACTIONS.find((known) => known === fields.get("action")?.toLowerCase());
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get("status") ?? "")?.[0];
  if (!finalRecipient || !action || !status) return null;
  return {
    finalRecipient,
    originalRecipient: withoutType(fields.get("original-recipient")),
    action,
    status,
    diagnosticCode: withoutType(fields.get("diagnostic-code")),
    remoteMta: withoutType(fields.get("remote-mta")),
  };
}

/** Groups of header-like fields, parted by empty lines; folded lines are joined (RFC 5322 §2.2.3). */
function fieldGroups(text: string): Fields[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n+/)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.replace(/\n[ \t]+/g, " ").split("\n")) {
        const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
        if (name && value !== undefined && !fields.has(name.toLowerCase()))
          fields.set(name.toLowerCase(), value.trim());
      }
      return fields;
    })
    .filter((fields) => fields.size > 0);
}

/** `rfc822; jan@example.be` → `jan@example.be`. */
function withoutType(value: string | undefined): string | null {
  const [, typed] = /^[A-Za-z0-9-]+[ \t]*;[ \t]*(.*)$/.exec(value ?? "") ?? [];
  return (typed ?? value)?.trim() || null;
}

function originalMessageId(parts: readonly Attachment[]): string | null {
  const original = parts.find((part) =>
    /^(message\/(rfc822|global)|text\/rfc822-headers|message\/(rfc822|global)-headers)$/i.test(part.mimeType),
  );
  if (!original) return null;
  const headers = fieldGroups(textOf(original).slice(0, 64 * 1024))[0];
  return headers?.get("message-id")?.replace(/^<|>$/g, "") ?? null;
}

function textOf(part: Attachment): string {
  return typeof part.content === "string" ? part.content : new TextDecoder().decode(part.content);
}
