// Reads the attributes of a distinguished name as text (RFC 5280 §4.1.2.4), where OpenSSL's one line would be ambiguous.

import { OID } from "../der/oids.ts";
import { children, dottedOid, reading, readWhole, type Element } from "../der/read.ts";
import { PkiError } from "../error.ts";

export interface NameAttributes {
  readonly country?: string;
  readonly commonName?: string;
  readonly surname?: string;
  readonly givenName?: string;
  readonly serialNumber?: string;
}

const ATTRIBUTES: Readonly<Record<string, keyof NameAttributes>> = {
  [OID.country]: "country",
  [OID.commonName]: "commonName",
  [OID.surname]: "surname",
  [OID.givenName]: "givenName",
  [OID.serialNumber]: "serialNumber",
};

/** `name` is a Name in DER. An attribute that stands there twice is refused: PkiError `malformed`, as for all that is no text. */
export function readName(name: Uint8Array): NameAttributes {
  return reading("a distinguished name", () => {
    const found = new Map<string, string>();
    for (const set of children(readWhole(name))) {
      for (const attribute of children(set)) {
        const [type, value] = children(attribute);
        const key = ATTRIBUTES[dottedOid(type)];
        if (key === undefined) continue;
        if (found.has(key)) throw new PkiError("malformed", `two attributes ${key}`);
        found.set(key, directoryString(value));
      }
    }
    return Object.fromEntries(found);
  });
}

const UTF8_STRING = 0x0c;
const ONE_OCTET_STRINGS: readonly (number | undefined)[] = [0x12, 0x13, 0x14, 0x16];
const BMP_STRING = 0x1e;

/** DirectoryString: UTF-8, BMP, or one octet a character (numeric, printable, teletex as Latin-1, IA5). */
function directoryString(value: Element | undefined): string {
  if (value?.tag === UTF8_STRING) return new TextDecoder("utf-8", { fatal: true }).decode(value.content);
  if (value?.tag === BMP_STRING) return new TextDecoder("utf-16be", { fatal: true }).decode(value.content);
  if (value && ONE_OCTET_STRINGS.includes(value.tag)) return Buffer.from(value.content).toString("latin1");
  throw new PkiError("malformed", "a name that is no text");
}
