// Which sets the eraser works off: one kind of thing that one rule erases, by the database's functions of that name (domain rules R1 to R19).

import type { RuleId } from "@posthorn/domain";

export interface ErasureSet {
  /** Names the functions `retention.due_<set>`, `erase_<set>` and `wipe_<set>`: small letters and underscores. */
  readonly set: string;
  readonly rule: RuleId;
  /** Ids that one transaction takes. */
  readonly batch: number;
}

export const ERASURE_SETS: readonly ErasureSet[] = [];
