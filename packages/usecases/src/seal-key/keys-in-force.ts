// Which seal keys are in force, judged anew from all acts: what the database says of itself is not relied on.

import type { Queryable } from "@posthorn/db";
import { AppError, judgeKeyActs, type KeysInForce, type SignedKeyAct } from "@posthorn/domain";
import type { KeyActPort } from "./ports.ts";

export async function loadKeyActs(db: Queryable): Promise<readonly SignedKeyAct[]> {
  return db.selectFrom("seal_key_act").select(["statement", "signatures"]).orderBy("number").execute();
}

/** Throws AppError `seal_key_acts_broken` when the chain of acts does not hold: nothing is sealed then. */
export async function keysInForce(db: Queryable, port: KeyActPort): Promise<KeysInForce> {
  const judged = judgeKeyActs(await loadKeyActs(db), port, port.officersNeeded);
  if (judged.ok) return judged.keys;
  throw new AppError("internal", "seal_key_acts_broken", {
    detail: `act ${judged.number} on the seal keys does not hold: ${judged.fault}`,
  });
}
