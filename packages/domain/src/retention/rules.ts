// The schedule: every rule by which we keep and erase. The only source of the engine, the notice, the record of processing and the countdown.

import type { RetentionRule, RuleId } from "./rule.ts";

const SINCE = "2026-11-22";
const OFFICER = "privacy officer";

export const RETENTION_RULES: { readonly [Id in RuleId]: RetentionRule<Id> } = {
  R1: rule("R1", "controller", { kind: "days", count: 45, atMost: true }, "GDPR art. 6(1)(b)"),
  R2: rule("R2", "controller", { kind: "days", count: 45, atMost: true }, "GDPR art. 6(1)(b)"),
  R3: rule("R3", "controller", { kind: "at_once" }, "GDPR art. 6(1)(b)"),
  R4: rule("R4", "controller", { kind: "at_once" }, "GDPR art. 6(1)(b)"),
  R5: rule("R5", "controller", { kind: "with", rules: ["R1", "R2", "R3", "R4"] }, "GDPR art. 6(1)(b)"),
  R6: rule("R6", "controller", { kind: "months", count: 24 }, "eIDAS art. 24(2)(h)"),
  R7: rule("R7", "processor", { kind: "days", count: 60 }, "GDPR art. 28(3)"),
  "R8.sender": rule("R8.sender", "processor", { kind: "days", count: 365 }, "GDPR art. 28(3)"),
  "R8.registered": rule("R8.registered", "controller", { kind: "days", count: 365 }, "GDPR art. 6(1)(b)"),
  "R8.unregistered": rule("R8.unregistered", "processor", { kind: "days", count: 60 }, "GDPR art. 28(3)"),
  "R8.uncollected": rule("R8.uncollected", "processor", { kind: "at_once" }, "GDPR art. 28(3)"),
  R9: rule("R9", "controller", { kind: "months", count: 24 }, "eIDAS art. 24(2)(h)"),
  R10: rule("R10", "controller", { kind: "years", count: 10 }, "Wetboek van economische recht art. III.86"),
  R11: rule("R11", "controller", { kind: "hours", hours: 24 }, "GDPR art. 5(1)(e)"),
  R12: rule("R12", "controller", { kind: "at_once" }, "GDPR art. 5(1)(e)"),
  R13: rule("R13", "controller", { kind: "years", count: 5 }, "GDPR art. 7(1)"),
  R14: rule("R14", "controller", { kind: "years", count: 5 }, "GDPR art. 5(2)"),
  "R15.drafts": rule("R15.drafts", "processor", { kind: "days", count: 90 }, "GDPR art. 28(3)"),
  "R15.unfinished": rule("R15.unfinished", "controller", { kind: "days", count: 30 }, "GDPR art. 6(1)(b)"),
  R16: rule("R16", "processor", { kind: "days", count: 30 }, "GDPR art. 28(3)"),
  R17: rule("R17", "controller", { kind: "days", count: 90 }, "GDPR art. 32"),
  R18: rule("R18", "processor", { kind: "with", rules: ["R1", "R2"] }, "GDPR art. 28(3)"),
  "R19.staff": rule("R19.staff", "controller", { kind: "months", count: 24 }, "eIDAS art. 24(2)(h)"),
  "R19.registers": rule("R19.registers", "controller", { kind: "years", count: 5 }, "GDPR art. 33(5)"),
};

function rule<Id extends RuleId>(
  id: Id,
  role: RetentionRule["role"],
  period: RetentionRule["period"],
  source: string,
): RetentionRule<Id> {
  return { id, role, period, action: "erased", source, decidedBy: OFFICER, since: SINCE };
}
