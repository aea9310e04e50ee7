// Reads a raw DSN or provider callback, books what it reports, and notes on the row what came of it.

import { clockNow, type RawArrivalTable, type Selectable, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { bookReport } from "./book-report.ts";
import type { ArrivalPorts } from "./ports.ts";

type ArrivalRow = Selectable<RawArrivalTable>;

/** A report may overtake the booking of the answer it follows; for so long it is looked at again. */
const WAIT_MINUTES = 10;

/** Idempotent. What is unknown, forged, late or repeated changes nothing; the row's `outcome` says which it was. */
export async function readArrival(ctx: Context, ports: ArrivalPorts, arrivalId: number): Promise<void> {
  const arrival = await ctx.db
    .selectFrom("raw_arrival")
    .selectAll()
    .where("id", "=", arrivalId)
    .where("processed_at", "is", null)
    .executeTakeFirst();
  if (!arrival) return;
  const read = await ports.readReports({
    kind: arrival.kind,
    envelopeTo: arrival.envelope_to,
    body: arrival.body,
  });
  if ("unreadable" in read) return close(ctx, arrival, read.unreadable);
  const outcomes: string[] = [];
  for (const report of read) {
    outcomes.push((await bookReport(ctx, report, arrival.body)) ?? (await waitOrGiveUp(ctx, arrival)));
  }
  if (!outcomes.includes("waits")) await close(ctx, arrival, outcomes.join("; ") || "reports nothing");
}

async function waitOrGiveUp(ctx: Context, arrival: ArrivalRow): Promise<string> {
  const age = (await clockNow(ctx.db)).since(arrival.arrived_at);
  return age.total("minutes") < WAIT_MINUTES ? "waits" : "names nothing we sent";
}

async function close(ctx: Context, arrival: ArrivalRow, outcome: string): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    await trx
      .updateTable("raw_arrival")
      .set({ processed_at: await clockNow(trx), outcome: outcome.slice(0, 500) })
      .where("id", "=", arrival.id)
      .where("processed_at", "is", null)
      .execute();
  });
}
