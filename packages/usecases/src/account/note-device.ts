// Notes the browser a person signs in from; the first time of a further one is told by mail.

import type { Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import type { Visitor } from "../record/log-use.ts";
import { owePersonErrand } from "./owe-person-errand.ts";
import { touchDevice } from "./touch-device.ts";

export interface NotedDevice {
  readonly id: string;
  readonly browser: string;
  readonly os: string;
}

export async function noteDevice(
  trx: Transaction,
  ctx: Context,
  seen: { readonly personId: string; readonly deviceHash: string; readonly visitor: Visitor },
  at: Temporal.Instant,
): Promise<NotedDevice> {
  const { id, browser, os, standing } = await touchDevice(
    trx,
    ctx,
    {
      holder: { kind: "person", id: seen.personId },
      deviceHash: seen.deviceHash,
      userAgent: seen.visitor.userAgent,
    },
    at,
  );
  // The first browser of all is the one the account was opened with.
  if (standing === "further")
    await owePersonErrand(trx, ctx, seen.personId, "new_device", { browser, os }, at);
  return { id, browser, os };
}

/** Whether this person has signed in from this browser before. */
export async function knowsDevice(trx: Transaction, personId: string, deviceHash: string): Promise<boolean> {
  const known = await trx
    .selectFrom("device")
    .select("id")
    .where("holder_kind", "=", "person")
    .where("holder_id", "=", personId)
    .where("token_hash", "=", deviceHash)
    .executeTakeFirst();
  return known !== undefined;
}
