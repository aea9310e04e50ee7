// What an authentication certificate says about its holder, in the terms of the domain.

import { createHash } from "node:crypto";
import { assuranceOf, parseRegisterNumber } from "@posthorn/domain";
import type { AuthenticatedIdentity } from "@posthorn/domain";
import { readCertificate, readName } from "@posthorn/pki";
import { birthDateOf } from "./birth-date.ts";
import { refused } from "./refuse.ts";

export interface VerifiedCard {
  /** DER. */
  readonly certificate: Uint8Array;
  readonly policies: readonly string[];
  readonly at: Temporal.Instant;
  readonly received: AuthenticatedIdentity["received"];
}

/** Semantics identifier of EN 319 412-1 §5.1.3, where it is used before the number itself. */
const PERSONAL_NUMBER = /^(?:PNOBE-)?(\d{11})$/u;

/**
 * Country is the card's: that of the authority which issued it, since a foreigner's card may name his nationality. Without
 * a legal basis the number on the card is not used at all: no date of birth is read from it, and the holder is known again
 * by his key, which is another on his next card. Throws AppError `eid_no_legal_name` where there is no family name.
 */
export function identityOf(
  card: VerifiedCard,
  { useRegisterNumber }: { readonly useRegisterNumber: boolean },
): AuthenticatedIdentity {
  const certificate = readCertificate(card.certificate);
  const holder = readName(certificate.subjectDer);
  const authority = readName(certificate.issuerDer);
  const familyName = written(holder.surname);
  const givenNames = written(holder.givenName);
  const country = written(authority.country)?.toUpperCase();
  const issuer = written(authority.commonName);
  if (familyName === undefined) throw refused("eid_no_legal_name");
  if (country === undefined || issuer === undefined)
    throw refused("eid_certificate_untrusted", "issuer_name");
  const serialNumber = useRegisterNumber ? written(holder.serialNumber) : undefined;
  const level = assuranceOf({ method: "eid", policies: card.policies, country });
  const authenticatedAt = card.at.round({ smallestUnit: "millisecond", roundingMode: "floor" });
  const registerNumber = registerNumberOf(serialNumber);
  const today = authenticatedAt.toZonedDateTimeISO("Europe/Brussels").toPlainDate();
  const birthDate = registerNumber === undefined ? undefined : birthDateOf(registerNumber, today);
  return {
    method: "eid",
    issuer,
    country,
    ...(level === undefined ? {} : { level }),
    authenticatedAt,
    familyName,
    ...(givenNames === undefined ? {} : { givenNames }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(registerNumber === undefined ? {} : { registerNumber }),
    subject: serialNumber ?? createHash("sha256").update(certificate.keyOctets).digest("hex"),
    received: card.received,
  };
}

/** Absent where the certificate has none, or something else in its place. */
function registerNumberOf(serialNumber: string | undefined): string | undefined {
  const digits = PERSONAL_NUMBER.exec(serialNumber ?? "")?.[1];
  return digits === undefined ? undefined : parseRegisterNumber(digits)?.digits;
}

function written(text: string | undefined): string | undefined {
  const trimmed = text?.normalize("NFC").trim();
  return trimmed === "" ? undefined : trimmed;
}
