// Keeps what was received at an identification, sealed: the privacy desk alone opens it, and evidence carries a commitment to it (domain rules R6).

import type { RecordedPurpose, RegisterNumberUseTable, Transaction } from "@posthorn/db";
import { type AuthenticatedIdentity, canonicalJson } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { writeIdentity } from "./identity-json.ts";
import type { IdentityKeysPort } from "./ports.ts";

export interface KeptIdentification {
  readonly recordId: string;
  /** HMAC-SHA-256 of the record's canonical JSON under a key kept beside it, lower-case hex. */
  readonly commitment: string;
}

/** In the caller's transaction. Of the delivery, of the person, or of both, who it is for. */
export async function keepIdentification(
  trx: Transaction,
  ctx: Context,
  keys: IdentityKeysPort,
  kept: {
    readonly identity: AuthenticatedIdentity;
    readonly purpose: RecordedPurpose;
    readonly deliveryId?: string;
    readonly personId?: string;
    readonly at: Temporal.Instant;
  },
): Promise<KeptIdentification> {
  const { identity, purpose, deliveryId, personId, at } = kept;
  const recordId = ctx.newId("idr", at);
  const canonical = canonicalJson({
    version: 1,
    record: recordId,
    purpose,
    delivery: deliveryId,
    person: personId,
    identity: writeIdentity(identity),
  });
  const { key, commitment } = keys.commit(canonical);
  const sealed = keys.seal(identificationContext(recordId), canonical);
  await trx
    .insertInto("identification_record")
    .values({
      id: recordId,
      delivery_id: deliveryId ?? null,
      person_id: personId ?? null,
      purpose,
      method: identity.method,
      issuer: identity.issuer,
      level: identity.level ?? null,
      identified_at: identity.authenticatedAt,
      commitment,
      commitment_key: key,
      sealed: sealed.bytes,
      key_version: sealed.keyVersion,
      kept_at: at,
    })
    .execute();
  if (identity.registerNumber !== undefined)
    await noteNumberUse(trx, ctx, {
      purpose: "recorded",
      at,
      ...(deliveryId === undefined ? {} : { deliveryId }),
      ...(personId === undefined ? {} : { personId }),
    });
  return { recordId, commitment };
}

/** What an identification record is sealed for; who opens it names the same. */
export function identificationContext(recordId: string): string {
  return `identification_record/${recordId}`;
}

/** Every reading of a national register number leaves a row: by which service, for what. */
export async function noteNumberUse(
  trx: Transaction,
  ctx: Context,
  use: {
    readonly purpose: RegisterNumberUseTable["purpose"];
    readonly at: Temporal.Instant;
    readonly deliveryId?: string;
    readonly personId?: string;
    readonly staffId?: string;
  },
): Promise<void> {
  await trx
    .insertInto("register_number_use")
    .values({
      used_at: use.at,
      service: ctx.service,
      purpose: use.purpose,
      delivery_id: use.deliveryId ?? null,
      person_id: use.personId ?? null,
      staff_id: use.staffId ?? null,
    })
    .execute();
}
