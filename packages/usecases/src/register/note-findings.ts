// Opens a breach by itself for what the check of chains and log found, or adds it to the one that stands open.

import type { Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { insertBreach, writeBreachEvent } from "./write-breach.ts";

/** English, for whoever reads the register; the officer writes on in his own words. */
const FACTS = (finding: string) =>
  `The check of records and log found what does not fit: ${finding}. A chain of evidence, or the log, was changed otherwise than by the service, or storage is damaged. This entry opened by itself.`;

/** The caller holds the lock of the check. Each finding is noted once, ever; what is changed once more is another finding. */
export async function noteFindings(
  trx: Transaction,
  ctx: Context,
  findings: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  const known = await trx
    .selectFrom("breach_finding")
    .select("finding")
    .where("finding", "in", [...findings])
    .execute();
  const old = new Set(known.map(({ finding }) => finding));
  const fresh = findings.filter((finding) => !old.has(finding));
  const [first] = fresh;
  if (first === undefined) return;
  const standing = await trx
    .selectFrom("breach")
    .select("id")
    .where("source_key", "is not", null)
    .where("closed_at", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const breachId = standing?.id ?? ctx.newId("bre", at);
  if (standing) {
    const words = `${fresh.length} more: ${first}`;
    await writeBreachEvent(trx, { breachId, event: "changed", at, staffId: null, words });
  } else {
    await insertBreach(trx, {
      id: breachId,
      openedAt: at,
      noticedAt: at,
      staffId: null,
      sourceKey: first,
      facts: FACTS(first),
      natures: ["integrity"],
      people: ["unknown"],
      data: ["evidence"],
      persons: null,
      accountIds: null,
      assessment: "",
      words: {},
    });
  }
  await trx
    .insertInto("breach_finding")
    .values(fresh.map((finding) => ({ finding, breach_id: breachId, found_at: at })))
    .execute();
}
