// Whether what the verbs wrote about a delivery fits together, by the linter that auditors use.

import type { Database } from "@posthorn/db";
import type { EvidenceFacts } from "@posthorn/domain";
import { type LintFinding, lintEvidence } from "@posthorn/evidence";

/** Of the chain in the database, as owner or back end sees it. */
export async function lintDelivery(db: Database, deliveryId: string): Promise<readonly LintFinding[]> {
  const rows = await db
    .selectFrom("evidence_record")
    .leftJoin("evidence_stamp", "evidence_stamp.record_id", "evidence_record.id")
    .select([
      "evidence_record.canonical",
      "evidence_record.random",
      "evidence_record.leaf",
      "evidence_stamp.stamped_at",
    ])
    .where("evidence_record.delivery_id", "=", deliveryId)
    .execute();
  return lintEvidence({
    records: rows.map((row) => ({
      facts: JSON.parse(row.canonical) as EvidenceFacts,
      canonical: row.canonical,
      random: row.random,
      leaf: Buffer.from(row.leaf).toString("hex"),
      stampedAt: row.stamped_at,
    })),
  });
}

/** Of every delivery there is, each finding with its delivery; but for those that a test has tampered with. */
export async function lintAll(
  db: Database,
  tampered: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const deliveries = await db.selectFrom("delivery").select("id").orderBy("id").execute();
  const found: string[] = [];
  for (const { id } of deliveries) {
    if (tampered.has(id)) continue;
    for (const { rule, seq, detail } of await lintDelivery(db, id))
      found.push(`${id} ${seq} ${rule}: ${detail}`);
  }
  return found;
}
