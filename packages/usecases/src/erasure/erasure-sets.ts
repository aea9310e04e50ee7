// Which sets the eraser works off: one kind of thing that one rule erases, by the database's functions of that name (domain rules R1 to R19).

import type { RuleId } from "@posthorn/domain";

export interface ErasureSet {
  /** Names the functions `retention.due_<set>`, `erase_<set>` and `wipe_<set>`: small letters and underscores. */
  readonly set: string;
  readonly rule: RuleId;
  /** Ids that one transaction takes. */
  readonly batch: number;
  /** Its id is a day, erased in slices: the function answers the day once nothing of it is left, and is called again while it deletes. */
  readonly days?: true;
  /** Its ids are deliveries whose records go: the leaves of these stand in the erasure receipt. */
  readonly leaves?: true;
}

export const ERASURE_SETS: readonly ErasureSet[] = [
  { set: "code_challenge", rule: "R11", batch: 1000 },
  { set: "addressee", rule: "R7", batch: 500 },
  { set: "uncollected_content", rule: "R8.uncollected", batch: 500 },
  { set: "unregistered_content", rule: "R8.unregistered", batch: 500 },
  { set: "registered_content", rule: "R8.registered", batch: 500 },
  { set: "sender_content", rule: "R8.sender", batch: 500 },
  { set: "evidence", rule: "R9", batch: 200 },
  { set: "refused_submission", rule: "R9", batch: 500 },
  { set: "draft", rule: "R15.drafts", batch: 200 },
  { set: "print_file", rule: "R16", batch: 500 },
  { set: "idempotency", rule: "R16", batch: 7 },
  { set: "raw_arrival", rule: "R16", batch: 7 },
  { set: "collect_session", rule: "R17", batch: 7 },
];
