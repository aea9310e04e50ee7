// E-mail addresses as people have them: RFC 5321 mailboxes with dot-atoms, UTF-8 (RFC 6531) and international domains.

import { failed, isBlank, parseLine } from "../input/parse-line.ts";
import type { Parsed } from "../input/parse-line.ts";

// RFC 5321 §4.5.3.1: 64 octets of local part, 256 of path with its angle brackets.
const LOCAL_MAX_OCTETS = 64;
const ADDRESS_MAX_OCTETS = 254;
const LABEL = /^(?!-)[\p{L}\p{N}\p{M}-]{1,63}(?<!-)$/u;
const ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+$/u;

/**
 * A mailbox in NFC with its domain in lower case; blank gives null. Errors: `email_invalid`, `email_too_long`, and those
 * of a line. Not accepted: quoted local parts, comments, address literals. Not checked: whether the domain takes mail.
 */
export function parseEmail(path: string, value: unknown): Parsed<string | null> {
  if (isBlank(value)) return { ok: true, value: null };
  const line = parseLine(path, value, 1000);
  if (!line.ok || line.value === null) return line;
  const at = line.value.lastIndexOf("@");
  const local = line.value.slice(0, Math.max(at, 0));
  const domain = line.value
    .slice(at + 1)
    .toLowerCase()
    .normalize("NFC");
  if (at < 1 || !isDotAtom(local)) return failed(path, "email_invalid");
  const ascii = asciiDomain(domain);
  if (ascii === null) return failed(path, "email_invalid");
  if (
    octets(local) > LOCAL_MAX_OCTETS ||
    octets(local) + 1 + Math.max(octets(domain), ascii.length) > ADDRESS_MAX_OCTETS
  ) {
    return failed(path, "email_too_long", { max: ADDRESS_MAX_OCTETS });
  }
  return { ok: true, value: `${local}@${domain}` };
}

/** The address with its domain as A-labels, for SMTP: only the local part may then still need SMTPUTF8. */
export function emailForTransport(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, at)}@${asciiDomain(email.slice(at + 1)) ?? email.slice(at + 1)}`;
}

/** Equal for addresses that people and nearly all servers take for the same. */
export function emailKey(email: string): string {
  return emailForTransport(email).toLowerCase().normalize("NFC");
}

function isDotAtom(local: string): boolean {
  return local.split(".").every((atom) => ATOM.test(atom) && !/\s/u.test(atom));
}

/** The domain as A-labels (UTS 46), or null where it is none: at least two labels, the last not a number. */
function asciiDomain(domain: string): string | null {
  const labels = domain.split(".");
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  if (/^(?:\d+|0x[\da-f]*)$/.test(labels.at(-1) ?? "")) return null;
  const url = URL.parse(`http://${domain}/`);
  if (url === null || url.hostname.length > 253) return null;
  return url.hostname.split(".").every((label) => label.length > 0 && label.length <= 63)
    ? url.hostname
    : null;
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
