// When something was erased, by its id: from the journal's rows, and of what the database has let go of there from the receipts.

import { type Queryable, sql } from "@posthorn/db";
import { ERASURE_SETS } from "./erasure-sets.ts";
import { erasureDigest } from "./make-receipts.ts";
import { trimmedNumber } from "./trim-journal.ts";

export interface Erased {
  readonly at: Temporal.Instant;
  readonly rule: string;
  readonly kind: string;
  /** From a receipt: then at the latest, with all that it tells of. */
  readonly atLatest: boolean;
}

/** What is noted besides the sets: by verbs that erase at once. */
const AT_ONCE = ["membership", "identity_document"];

/** In the order of the erasing. Reads every receipt where the journal was trimmed: for an operator, and not for a page. */
export async function findErased(db: Queryable, id: string): Promise<readonly Erased[]> {
  const noted = await sql<Erased>`
    SELECT erased_at AS at, rule, kind, false AS "atLatest" FROM erasure_journal WHERE subject_id = ${id} ORDER BY number`.execute(
    db,
  );
  const trimmed = await trimmedNumber(db);
  if (trimmed === 0) return noted.rows;
  const kinds = [...ERASURE_SETS.map(({ set }) => set), ...AT_ONCE];
  const digests = kinds.map((kind) => erasureDigest(kind, id));
  const told = await sql<Erased>`
    SELECT (r.statement::jsonb ->> 'last_erased_at')::timestamptz AS at, r.rule, k.kind, true AS "atLatest"
    FROM erasure_receipt r JOIN unnest(${kinds}::text[], ${digests}::text[]) AS k (kind, digest) ON position('"' || k.digest || '"' IN r.statement) > 0
    WHERE (r.statement::jsonb ->> 'from')::int8 <= ${trimmed}::int8
      AND NOT EXISTS (SELECT FROM erasure_journal j WHERE j.subject_id = ${id} AND j.kind = k.kind AND j.rule = r.rule)
    ORDER BY 1, (r.statement::jsonb ->> 'from')::int8`.execute(db);
  return [...told.rows, ...noted.rows];
}
