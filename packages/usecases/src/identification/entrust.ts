// What a sender entrusts for identification, as it is kept: the register number only as keyed digest and sealed, in one column (R7).

import type { DeliveryIdentification, Transaction } from "@posthorn/db";
import { type Addressee, AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { IdentityKeysPort } from "./ports.ts";

/** What the sealed number of a delivery is bound to. */
function numberContext(deliveryId: string): string {
  return `register number of ${deliveryId}`;
}

/** Null where nothing was given. */
export function entrustedIdentification(
  keys: IdentityKeysPort,
  deliveryId: string,
  { birthDate, registerNumber }: Addressee["identification"],
): DeliveryIdentification | null {
  if (!birthDate && registerNumber === undefined) return null;
  return {
    ...(birthDate && { birth_date: birthDate.toString() }),
    ...(registerNumber !== undefined && { register_number: keptNumber(keys, deliveryId, registerNumber) }),
  };
}

function keptNumber(
  keys: IdentityKeysPort,
  deliveryId: string,
  registerNumber: string,
): NonNullable<DeliveryIdentification["register_number"]> {
  const [newest] = keys.registerNumberDigests(registerNumber);
  if (!newest) throw new AppError("internal", "identity_keys_missing");
  const sealed = keys.seal(numberContext(deliveryId), registerNumber);
  return {
    digest: newest.digest,
    digest_version: newest.keyVersion,
    sealed: Buffer.from(sealed.bytes).toString("base64"),
    sealed_version: sealed.keyVersion,
  };
}

/**
 * Whether this account may give national register numbers: its authorisation is on file, and a ground is configured. Which of
 * the two is missing is told to nobody.
 */
export async function mayGiveRegisterNumbers(
  trx: Transaction,
  ctx: Context,
  accountId: string,
): Promise<boolean> {
  if (ctx.settings.registerNumberBasis === undefined) return false;
  const account = await trx
    .selectFrom("account")
    .select("register_number_authorised_at")
    .where("id", "=", accountId)
    .executeTakeFirst();
  return (account?.register_number_authorised_at ?? null) !== null;
}

/** Logs that numbers of these deliveries were taken in. Error: forbidden `register_number_not_allowed`. */
export async function logEntrustedNumbers(
  trx: Transaction,
  ctx: Context,
  given: {
    readonly accountId: string;
    readonly deliveryIds: readonly string[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  if (given.deliveryIds.length === 0) return;
  // Read before, when the form was; asked again where it counts.
  if (!(await mayGiveRegisterNumbers(trx, ctx, given.accountId)))
    throw new AppError("forbidden", "register_number_not_allowed");
  await trx
    .insertInto("register_number_use")
    .values(
      given.deliveryIds.map((id) => ({
        used_at: given.at,
        service: ctx.service,
        purpose: "entrusted" as const,
        delivery_id: id,
        person_id: null,
        staff_id: null,
      })),
    )
    .execute();
}
