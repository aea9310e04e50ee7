// Binds the officers' public keys to the judging of acts on seal keys.

import { isStatementSigned, statementDigest } from "@posthorn/pki";
import { OFFICERS_NEEDED } from "@posthorn/domain";
import type { KeyActPort } from "@posthorn/usecases";

/** Names and Ed25519 public keys (PEM). */
export type Officers = Readonly<Record<string, string>>;

/** Throws an Error that says what is wrong, in words that follow the name of the variable. */
export function parseOfficers(text: string): Officers {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error("is not JSON", { cause });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error("is not an object of names and public keys in PEM");
  }
  const officers = value as Officers;
  const names = Object.keys(officers);
  if (names.length > 0 && new Set(Object.values(officers)).size < OFFICERS_NEEDED) {
    throw new Error(`names fewer than ${OFFICERS_NEEDED} officers with keys of their own`);
  }
  for (const name of names) isStatementSigned("", "", officers[name] ?? "");
  return officers;
}

export function keyActPort(officers: Officers): KeyActPort {
  return {
    officersNeeded: Object.keys(officers).length > 0 ? OFFICERS_NEEDED : 0,
    digest: statementDigest,
    signed: (officer, signature, statement) => {
      const publicKey = officers[officer];
      return publicKey !== undefined && isStatementSigned(statement, signature, publicKey);
    },
  };
}
