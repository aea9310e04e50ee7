// Books an act on seal keys that the officers have signed; records name the new certificate from the next one on.

import { clockNow, type Database, sql, transact } from "@posthorn/db";
import { AppError, judgeKeyActs, type KeysInForce, parseKeyAct, type SignedKeyAct } from "@posthorn/domain";
import { loadKeyActs } from "./keys-in-force.ts";
import type { KeyActPort } from "./ports.ts";

/**
 * Idempotent: an act that is booked already changes nothing. Throws AppError `key_act_refused` when it does not follow the
 * last one or too few officers signed, `seal_key_unknown` when the sealer has never had that key in hand.
 */
export async function bookKeyAct(db: Database, port: KeyActPort, signed: SignedKeyAct): Promise<KeysInForce> {
  return transact(db, {}, async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('posthorn.seal_key'))`.execute(trx);
    const booked = await loadKeyActs(trx);
    const repeated = booked.some(({ statement }) => statement === signed.statement);
    const judged = judgeKeyActs(repeated ? booked : [...booked, signed], port, port.officersNeeded);
    const act = parseKeyAct(signed.statement);
    if (!judged.ok || !act) {
      throw new AppError("conflict", "key_act_refused", {
        detail: judged.ok ? "not an act" : `act ${judged.number}: ${judged.fault}`,
      });
    }
    if (repeated) return judged.keys;
    const known = await trx
      .selectFrom("seal_key")
      .select("certificate_sha256")
      .where("certificate_sha256", "=", act.certificate_sha256)
      .executeTakeFirst();
    if (!known) throw new AppError("not_found", "seal_key_unknown");
    await trx
      .insertInto("seal_key_act")
      .values({
        number: act.number,
        act: act.act,
        certificate_sha256: act.certificate_sha256,
        statement: signed.statement,
        signatures: JSON.stringify(signed.signatures),
        booked_at: await clockNow(trx),
      })
      .execute();
    return judged.keys;
  });
}
