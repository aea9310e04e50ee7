// Writes a contact as a vCard 4.0 (RFC 6350): escaped, folded, with CRLF.

import type { Contact } from "./contact.ts";

/** RFC 6350 §3.2: 75 octets a line, the break not counted. */
const LINE_OCTETS = 75;

/** One card, its last line ended. `uid`: of the contact, so that a program that reads it twice knows it. */
export function writeVcard(uid: string, contact: Contact): string {
  const { postalAddress: address } = contact;
  const isPerson = contact.kind === "person";
  const formatted = isPerson ? `${contact.firstNames ?? ""} ${contact.name}`.trim() : contact.name;
  const street =
    address && [address.street, address.number, ...(address.box ? [`bus ${address.box}`] : [])].join(" ");
  const lines = [
    "BEGIN:VCARD",
    "VERSION:4.0",
    `KIND:${isPerson ? "individual" : "org"}`,
    `UID:${escape(uid)}`,
    `FN:${escape(formatted)}`,
    isPerson
      ? `N:${escape(contact.name)};${escape(contact.firstNames ?? "")};;;`
      : `ORG:${escape(contact.name)}`,
    `EMAIL:${escape(contact.email)}`,
    ...(contact.mobile === undefined ? [] : [`TEL;VALUE=uri;TYPE=cell:tel:${contact.mobile}`]),
    ...(address === undefined
      ? []
      : [
          `ADR:;;${escape(street ?? "")};${escape(address.town)};;${escape(address.postcode)};${escape(address.country)}`,
        ]),
    `LANG:${contact.language}`,
    // What the standard has no property for: names beginning with X- are ours (§6.10).
    ...(contact.enterpriseNumber === undefined ? [] : [`X-ENTERPRISE-NUMBER:${contact.enterpriseNumber}`]),
    ...(contact.attentionOf === undefined ? [] : [`X-ATTENTION-OF:${escape(contact.attentionOf)}`]),
    ...(address === undefined
      ? []
      : [
          `X-STREET:${escape(address.street)}`,
          `X-NUMBER:${escape(address.number)}`,
          ...(address.box === undefined ? [] : [`X-BOX:${escape(address.box)}`]),
        ]),
    "END:VCARD",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** §3.4. */
function escape(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll(/\r?\n/g, "\\n");
}

/** Breaks between characters, never within one; a line that goes on begins with a space, which counts. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > LINE_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += sign;
    octets += size;
  }
  return folded;
}
