// The officers who decide on seal keys: their names, their public keys, and whether one of them signed.

import { isStatementSigned, statementDigest } from "./sign-statement.ts";

/** Names and Ed25519 public keys (PEM). */
export type Officers = Readonly<Record<string, string>>;

/** None, or at least `least` with keys of their own. Throws an Error in words that follow the name of the setting. */
export function parseOfficers(text: string, least: number): Officers {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error("is not JSON", { cause });
  }
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject || Object.values(value as object).some((pem) => typeof pem !== "string")) {
    throw new Error("is not an object of names and public keys in PEM");
  }
  const officers = value as Officers;
  const keys = Object.values(officers);
  if (keys.length > 0 && new Set(keys.map((pem) => pem.replaceAll(/\s/gu, ""))).size < least) {
    throw new Error(`names fewer than ${least} officers with keys of their own`);
  }
  // An unreadable key is found here and not at the first act.
  for (const pem of keys) isStatementSigned("", "", pem);
  return officers;
}

/** How statements are digested, and who signed them; nobody unknown ever did. */
export function officerChecks(officers: Officers): {
  digest(statement: string): string;
  signed(officer: string, signature: string, statement: string): boolean;
} {
  return {
    digest: statementDigest,
    signed(officer, signature, statement) {
      const publicKey = Object.hasOwn(officers, officer) ? officers[officer] : undefined;
      return publicKey !== undefined && isStatementSigned(statement, signature, publicKey);
    },
  };
}
