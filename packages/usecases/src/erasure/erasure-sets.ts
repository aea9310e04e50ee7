// Which sets the eraser works off: one kind of thing that one rule erases, by the database's functions of that name (domain rules R1 to R19).

import type { RuleId } from "@posthorn/domain";

export interface ErasureSet {
  /** Names the functions `retention.due_<set>`, `erase_<set>` and `wipe_<set>`: small letters and underscores. */
  readonly set: string;
  readonly rule: RuleId;
  /** Ids of one batch. What one transaction cannot take whole (a day of a log, an account's members) its function takes in steps. */
  readonly batch: number;
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
  { set: "evidence", rule: "R9", batch: 200, leaves: true },
  { set: "refused_submission", rule: "R9", batch: 500 },
  { set: "draft", rule: "R15.drafts", batch: 200 },
  { set: "print_file", rule: "R16", batch: 500 },
  { set: "idempotency", rule: "R16", batch: 7 },
  { set: "raw_arrival", rule: "R16", batch: 7 },
  { set: "collect_session", rule: "R17", batch: 7 },
  { set: "account", rule: "R2", batch: 20 },
  { set: "person", rule: "R3", batch: 200 },
  { set: "mandate_document", rule: "R12", batch: 50 },
  { set: "contact_import", rule: "R18", batch: 200 },
  { set: "finance", rule: "R10", batch: 7 },
  { set: "credit_refund", rule: "R10", batch: 500 },
  { set: "policy_acceptance", rule: "R13", batch: 500 },
  { set: "addressee_consent", rule: "R13", batch: 500 },
  { set: "registration", rule: "R15.unfinished", batch: 500 },
  { set: "application", rule: "R15.unfinished", batch: 20 },
  { set: "invitation", rule: "R15.unfinished", batch: 500 },
  { set: "mailed_link", rule: "R15.unfinished", batch: 500 },
  { set: "person_errand", rule: "R16", batch: 7 },
  { set: "use_log", rule: "R6", batch: 7 },
  { set: "key_use", rule: "R6", batch: 7 },
  { set: "register_number_use", rule: "R6", batch: 7 },
  { set: "identification_record", rule: "R6", batch: 500 },
  { set: "identification_mismatch", rule: "R6", batch: 500 },
  { set: "rate_limit", rule: "R11", batch: 1 },
  { set: "rights_code", rule: "R11", batch: 500 },
  { set: "rights", rule: "R14", batch: 200 },
  { set: "rights_unfinished", rule: "R15.unfinished", batch: 200 },
  { set: "restriction", rule: "R14", batch: 500 },
  { set: "hold", rule: "R14", batch: 500 },
  { set: "staff_invitation", rule: "R15.unfinished", batch: 7 },
  { set: "session", rule: "R17", batch: 7 },
  { set: "staff_session", rule: "R17", batch: 7 },
  { set: "device", rule: "R17", batch: 7 },
  { set: "passkey", rule: "R17", batch: 7 },
  { set: "staff_log", rule: "R19.staff", batch: 7 },
  { set: "staff", rule: "R19.staff", batch: 100 },
  { set: "breach", rule: "R19.registers", batch: 100 },
  { set: "disclosure", rule: "R19.registers", batch: 100 },
];
