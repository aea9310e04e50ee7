// Acts on seal keys: what two officers sign before a key is put in force or out of it (ETSI EN 319 401 §7.5, dual control).

import { canonicalJson } from "../record/canonical-json.ts";

export type KeyActName = "activate" | "retire";

/** One act; the acts of a service form a chain, so that none can be left out, repeated or put in between. */
export interface KeyAct {
  readonly version: 1;
  /** From 1, without gap. */
  readonly number: number;
  readonly act: KeyActName;
  /** Of the key's certificate, lower-case hex. */
  readonly certificate_sha256: string;
  readonly reason: string;
  /** SHA-256 of the statement before, lower-case hex; 64 zeros for the first. */
  readonly previous: string;
}

export interface OfficerSignature {
  readonly officer: string;
  /** Ed25519 over the statement, base64. */
  readonly signature: string;
}

export interface SignedKeyAct {
  /** Canonical JSON of the act: the octets that are signed (UTF-8). */
  readonly statement: string;
  readonly signatures: readonly OfficerSignature[];
}

export const FIRST_PREVIOUS = "0".repeat(64);

/** How many different officers must have signed, where there are any. */
export const OFFICERS_NEEDED = 2;

export function officersNeeded(officers: Readonly<Record<string, unknown>>): number {
  return Object.keys(officers).length > 0 ? OFFICERS_NEEDED : 0;
}

export function keyActStatement(act: KeyAct): string {
  return canonicalJson(act);
}

/** The act a statement holds; null where it is none. */
export function parseKeyAct(statement: string): KeyAct | null {
  let value: unknown;
  try {
    value = JSON.parse(statement);
  } catch {
    return null;
  }
  if (!isAct(value) || canonicalJson(value) !== statement) return null;
  return value;
}

function isAct(value: unknown): value is KeyAct {
  const act = value as Partial<KeyAct> | null;
  return (
    act?.version === 1 &&
    Number.isSafeInteger(act.number) &&
    (act.act === "activate" || act.act === "retire") &&
    /^[0-9a-f]{64}$/u.test(act.certificate_sha256 ?? "") &&
    typeof act.reason === "string" &&
    /^[0-9a-f]{64}$/u.test(act.previous ?? "")
  );
}
