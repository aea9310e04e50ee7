// Writes down which keys the sealer has in hand, and, where there are no officers, puts the first one in force.

import { clockNow, type Database } from "@posthorn/db";
import { AppError, keyActStatement, type KeysInForce } from "@posthorn/domain";
import { bookKeyAct } from "./book-key-act.ts";
import { keysInForce } from "./keys-in-force.ts";
import type { HeldKey, KeyActPort } from "./ports.ts";

/** At every start of the sealer; `held` in the order of the settings. */
export async function registerSealKeys(
  db: Database,
  port: KeyActPort,
  held: readonly HeldKey[],
): Promise<KeysInForce> {
  const now = await clockNow(db);
  await db
    .insertInto("seal_key")
    .values(
      held.map((key) => ({
        certificate_sha256: key.certificateSha256,
        certificate: key.certificate,
        provider: key.provider,
        not_after: key.notAfter,
        known_since: now,
      })),
    )
    .onConflict((conflict) => conflict.column("certificate_sha256").doNothing())
    .execute();
  const keys = await keysInForce(db, port);
  const [first] = held;
  if (port.officersNeeded > 0 || !first || keys.current === first.certificateSha256) return keys;
  if (keys.retired.includes(first.certificateSha256)) {
    throw new AppError("internal", "seal_key_retired", { detail: "the first configured key is retired" });
  }
  const statement = keyActStatement({
    version: 1,
    number: keys.acts + 1,
    act: "activate",
    certificate_sha256: first.certificateSha256,
    reason: "first of the configured keys; no officers are configured",
    previous: keys.head,
  });
  return bookKeyAct(db, port, { statement, signatures: [] });
}
