// Makes the bytes of a mail (RFC 5322, DKIM by RFC 6376) before anything is sent, so that what is kept is what left.

import { createHash } from "node:crypto";
import nodemailer from "nodemailer";
import { envelopeAddress, mailDate, oneLine } from "./clean-header.ts";
import type { OutgoingMail } from "./transport.ts";

export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** PKCS#8 or PKCS#1, RSA. */
  readonly privateKeyPem: string;
}

export type ComposeMessage = (mail: OutgoingMail) => Promise<Uint8Array>;

/** Boundaries derive from the Message-ID: a repeat with the same date is the same bytes. */
export function createComposer(dkim?: DkimKey): ComposeMessage {
  const composer = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: "windows",
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && {
      dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKeyPem },
    }),
  });
  return async (mail) => {
    const { message } = await composer.sendMail({
      ...addressing(mail),
      messageId: `<${oneLine(mail.messageId)}>`,
      subject: oneLine(mail.subject),
      text: mail.text,
      html: mail.html,
      xMailer: false,
      baseBoundary: createHash("sha256").update(mail.messageId).digest("hex").slice(0, 32),
      ...(mail.date && { date: mailDate(mail.date) }),
      headers: {
        ...cleanHeaders(mail.headers ?? {}),
        "Auto-Submitted": "auto-generated",
        "Content-Language": mail.language,
      },
      attachments: (mail.attachments ?? []).map((attachment) => ({
        filename: oneLine(attachment.name),
        contentType: oneLine(attachment.type),
        content: Buffer.from(attachment.content),
      })),
    });
    if (!Buffer.isBuffer(message)) throw new TypeError("the composer returned a stream");
    return message;
  };
}

function addressing(mail: OutgoingMail) {
  const from = envelopeAddress(mail.from);
  const to = envelopeAddress(mail.to);
  return {
    envelope: { from: envelopeAddress(mail.envelopeFrom), to: [to] },
    from: mail.fromName ? { name: oneLine(mail.fromName), address: from } : from,
    to: mail.toName ? { name: oneLine(mail.toName), address: to } : to,
    ...(mail.replyTo && { replyTo: envelopeAddress(mail.replyTo) }),
  };
}

function cleanHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => /^[A-Za-z0-9-]+$/.test(name))
      .map(([name, value]) => [name, oneLine(value)]),
  );
}
