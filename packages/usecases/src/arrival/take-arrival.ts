// Keeps a raw DSN or provider callback and wakes the worker; nothing of it is read here.

import { clockNow, transact } from "@posthorn/db";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import type { RawArrival } from "./ports.ts";

/** Durable on return. Who sent it must have been checked before, where that can be checked. */
export async function takeArrival(ctx: Pick<Context, "db">, arrival: RawArrival): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const { id } = await trx
      .insertInto("raw_arrival")
      .values({
        kind: arrival.kind,
        arrived_at: await clockNow(trx),
        envelope_to: arrival.envelopeTo,
        body: arrival.body,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await enqueue(trx, "read-arrival", { arrivalId: id });
  });
}
