// Makes an identity of the claims of an ID token whose signature, addressee and times have been checked.

import { assuranceOf, ITSME_ACR_ADVANCED, ITSME_ACR_BASIC, parseRegisterNumber } from "@posthorn/domain";
import type { AuthenticatedIdentity } from "@posthorn/domain";
import { BE_NATIONAL_NUMBER } from "./claims.ts";
import { readCountry } from "./read-country.ts";
import { refused } from "./refuse.ts";

export type ItsmeAcr = typeof ITSME_ACR_BASIC | typeof ITSME_ACR_ADVANCED;

export interface CheckedToken {
  readonly claims: Readonly<Record<string, unknown>>;
  /** The ID token itself, decrypted, as itsme signed it (JWS, compact). */
  readonly signed: string;
  readonly authenticatedAt: Temporal.Instant;
}

export interface Asked {
  readonly minimumAcr: ItsmeAcr;
  readonly registerNumber: boolean;
}

const RANK: readonly unknown[] = [ITSME_ACR_BASIC, ITSME_ACR_ADVANCED];

/** Throws AppError `itsme_answer_refused`: acr_too_low, incomplete, register_number. */
export function readIdentity(token: CheckedToken, asked: Asked): AuthenticatedIdentity {
  const { claims, authenticatedAt } = token;
  const { acr } = claims;
  if (typeof acr !== "string" || RANK.indexOf(acr) < RANK.indexOf(asked.minimumAcr))
    throw refused("acr_too_low");
  const familyName = textOf(claims["family_name"]);
  const subject = textOf(claims["sub"]);
  if (familyName === undefined || subject === undefined) throw refused("incomplete");
  const country = readCountry(claims);
  const level = assuranceOf({ method: "itsme", acr, country });
  const givenNames = textOf(claims["given_name"]);
  const birthDate = readBirthDate(claims["birthdate"]);
  const registerNumber = asked.registerNumber ? readRegisterNumber(claims[BE_NATIONAL_NUMBER]) : undefined;
  return {
    method: "itsme",
    issuer: "itsme",
    country,
    ...(level === undefined ? {} : { level }),
    authenticatedAt,
    familyName,
    ...(givenNames === undefined ? {} : { givenNames }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(registerNumber === undefined ? {} : { registerNumber }),
    subject,
    received: receivedOf(token, asked),
  };
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? undefined : text;
}

/** Absent where day or month is unknown: documents show zeros or a year alone then. */
function readBirthDate(value: unknown): Temporal.PlainDate | undefined {
  if (typeof value !== "string" || !/^(?!0000)\d{4}-\d{2}-\d{2}$/u.test(value)) return undefined;
  try {
    return Temporal.PlainDate.from(value);
  } catch {
    return undefined;
  }
}

/** Absent for accounts on a foreign document. */
function readRegisterNumber(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const number = typeof value === "string" ? parseRegisterNumber(value) : null;
  if (number === null) throw refused("register_number");
  return number.digits;
}

/** Whole, but for a register number that nobody asked for: what may not be processed is not kept either, and the token holds it. */
function receivedOf({ claims, signed }: CheckedToken, asked: Asked): AuthenticatedIdentity["received"] {
  const unasked = !asked.registerNumber && BE_NATIONAL_NUMBER in claims;
  const kept = Object.entries(claims).filter(([name]) => !(unasked && name === BE_NATIONAL_NUMBER));
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, flat(value)])),
    ...(unasked ? {} : { id_token: signed }),
  };
}

function flat(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  return JSON.stringify(value);
}
