// Our own schedule as a pack of rules: each rule's data is a kind of record under the rule's id.

import type { PackRule, RulePack, Start } from "./rule-pack.ts";
import type { RetentionRule, RuleId, Trigger } from "./rule.ts";
import { RETENTION_RULES } from "./rules.ts";

const STARTS: Readonly<Partial<Record<Trigger, PackRule["from"]>>> = {
  // What belongs to a delivery waits for its end; any other use of the platform counts for itself.
  final_state_or_act: [{ event: "final_state", when: "of_delivery" }, { event: "act" }],
  validated_or_account_ended: [{ event: "validated", when: "identity_document" }, { event: "account_ended" }],
  arrival_or_posting: [{ event: "posted_or_failed", when: "print_file" }, { event: "arrival" }],
};

/** Content is never kept longer than the evidence, and goes with the account where that ends first. */
const ENDS_WITH: Readonly<Partial<Record<RuleId, readonly RuleId[]>>> = {
  R1: ["R8.sender", "R8.registered"],
  R2: ["R8.sender", "R8.registered"],
  R9: ["R8.sender", "R8.registered"],
};

/** Events are named as the triggers; where a trigger is one of two, as above. */
export const SCHEDULE_PACK: RulePack = (Object.values(RETENTION_RULES) as readonly RetentionRule[]).map(
  ({ id, role, trigger, period }) => ({
    id,
    role,
    kinds: [id, ...(ENDS_WITH[id] ?? [])],
    from: STARTS[trigger] ?? [{ event: trigger } satisfies Start],
    period,
  }),
);
