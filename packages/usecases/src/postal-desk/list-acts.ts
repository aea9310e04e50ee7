// What was done at the desk with a batch as a whole, or with one letter: by whom, when, why, and what came of it.

import type { PostalActDetails, PostalActKind, PostalActOutcome, Transaction } from "@posthorn/db";

export interface ActLine {
  readonly id: string;
  readonly kind: PostalActKind;
  readonly staffId: string;
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly reason: string | null;
  readonly details: PostalActDetails | null;
  readonly needsSecond: boolean;
  /** Who agreed; null as long as nobody has. */
  readonly secondedBy: string | null;
  readonly secondedAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
  /** Who declined it and why; null where whoever asked withdrew it himself. */
  readonly declined: { readonly by: string; readonly words: string } | null;
  readonly doneAt: Temporal.Instant | null;
  readonly outcome: PostalActOutcome | null;
}

const SHOWN = 100;

/** The newest first, 100 at most. */
export async function listActs(
  trx: Transaction,
  about: { readonly batchId: string } | { readonly deliveryId: string },
): Promise<readonly ActLine[]> {
  const rows = await trx
    .selectFrom("postal_act as a")
    .innerJoin("staff as s", "s.id", "a.staff_id")
    .leftJoin("staff as o", "o.id", "a.seconded_by")
    .leftJoin("staff as w", (join) =>
      join.onRef("w.id", "=", "a.withdrawn_by").onRef("w.id", "<>", "a.staff_id"),
    )
    .selectAll("a")
    .select([
      "s.first_names",
      "s.family_name",
      "o.first_names as other_first_names",
      "o.family_name as other_family_name",
      "w.first_names as decliner_first_names",
      "w.family_name as decliner_family_name",
    ])
    .$if("batchId" in about, (some) =>
      some.where("a.batch_id", "=", "batchId" in about ? about.batchId : "").where("a.job_id", "is", null),
    )
    .$if("deliveryId" in about, (some) =>
      some.where(({ eb, or, and, selectFrom }) => {
        const deliveryId = "deliveryId" in about ? about.deliveryId : "";
        const batches = selectFrom("print_job")
          .select("batch_id")
          .where("delivery_id", "=", deliveryId)
          .where("state", "in", ["printed", "posted"]);
        return or([
          eb("a.delivery_id", "=", deliveryId),
          // What was done with its whole batch was done with it.
          and([eb("a.job_id", "is", null), eb("a.batch_id", "in", batches)]),
        ]);
      }),
    )
    .orderBy("a.acted_at", "desc")
    .orderBy("a.id", "desc")
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    staffId: row.staff_id,
    by: `${row.first_names} ${row.family_name}`,
    at: row.acted_at,
    reason: row.reason,
    details: row.details,
    needsSecond: row.needs_second,
    secondedBy: row.other_family_name === null ? null : `${row.other_first_names} ${row.other_family_name}`,
    secondedAt: row.seconded_at,
    withdrawnAt: row.withdrawn_at,
    declined:
      row.decliner_family_name === null
        ? null
        : {
            by: `${row.decliner_first_names} ${row.decliner_family_name}`,
            words: row.withdrawn_words ?? "",
          },
    doneAt: row.done_at,
    outcome: row.outcome,
  }));
}
