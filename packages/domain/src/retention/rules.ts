// The schedule: every rule by which we keep and erase. The only source of the engine, the notice, the record of processing and the countdown.

import { isCalendarPeriod } from "./period.ts";
import type {
  CalendarPeriod,
  Citation,
  Ground,
  PeopleCategory,
  Period,
  PeriodBounds,
  RetentionRule,
  RuleId,
  Trigger,
} from "./rule.ts";

const CONTRACT = gdpr("6(1)(b)");
const DUTY = gdpr("6(1)(c)");
const INTEREST = gdpr("6(1)(f)");
const INSTRUCTIONS = gdpr("28(3)(a)");
const TRUST_SERVICE_RECORDS: Citation = { law: "eidas", article: "24(2)(h)" };

const AT_ONCE: Period = { kind: "at_once" };
const CLOSED_ACCOUNT: Period = { kind: "days", count: 45, atMost: true };
const EVIDENCE_MONTHS = 24;
/** As long as a personal claim can be brought before a Belgian court. */
const CLAIM_MONTHS = 120;

/** By the setting of the account whose access it is; told in advance. */
const CONTENT_SETTING: PeriodBounds = { by: ["account"], min: days(30), max: days(730) };
/** The law asks for it: never shorter. */
const NOT_SHORTER: PeriodBounds = {
  by: ["provider"],
  min: months(EVIDENCE_MONTHS),
  max: months(CLAIM_MONTHS),
};

const HOLDER: readonly PeopleCategory[] = ["account_holder"];
const MEMBER: readonly PeopleCategory[] = ["company_member"];
const BOTH: readonly PeopleCategory[] = [...HOLDER, ...MEMBER];
const ADDRESSEE: readonly PeopleCategory[] = ["addressee"];
const EVERYBODY: readonly PeopleCategory[] = [...BOTH, ...ADDRESSEE];

const PEOPLE: Readonly<Record<RuleId, readonly PeopleCategory[]>> = {
  R1: HOLDER,
  R2: MEMBER,
  R3: MEMBER,
  R4: MEMBER,
  R5: BOTH,
  R6: EVERYBODY,
  R7: ADDRESSEE,
  "R8.sender": ADDRESSEE,
  "R8.registered": HOLDER,
  "R8.unregistered": ADDRESSEE,
  "R8.uncollected": ADDRESSEE,
  R9: EVERYBODY,
  R10: BOTH,
  R11: EVERYBODY,
  R12: ["company_member", "requester"],
  R13: EVERYBODY,
  R14: ["requester"],
  "R15.drafts": ADDRESSEE,
  "R15.unfinished": BOTH,
  R16: ADDRESSEE,
  R17: EVERYBODY,
  R18: ADDRESSEE,
  "R19.staff": ["staff"],
  "R19.registers": EVERYBODY,
};

export const RETENTION_RULES: { readonly [Id in RuleId]: RetentionRule<Id> } = {
  R1: own("R1", "contract", [CONTRACT, gdpr("18(1)(c)")], "account_closed", CLOSED_ACCOUNT),
  R2: own("R2", "contract", [CONTRACT, gdpr("18(1)(c)")], "account_closed", CLOSED_ACCOUNT),
  R3: own("R3", "contract", [CONTRACT], "member_left", AT_ONCE),
  R4: own("R4", "contract", [CONTRACT], "member_left", AT_ONCE),
  R5: own("R5", "contract", [CONTRACT], "other_membership", {
    kind: "with",
    rules: ["R1", "R2", "R3", "R4"],
  }),
  R6: own(
    "R6",
    "legal_duty",
    [DUTY, TRUST_SERVICE_RECORDS],
    "final_state_or_act",
    months(EVIDENCE_MONTHS),
    NOT_SHORTER,
  ),
  R7: entrusted("R7", "final_state", days(60), upTo(30, 60)),
  "R8.sender": {
    ...entrusted("R8.sender", "last_final_state", days(365), CONTENT_SETTING),
    action: "wrap_destroyed",
  },
  "R8.registered": {
    ...own("R8.registered", "contract", [CONTRACT], "final_state", days(365), CONTENT_SETTING),
    action: "wrap_destroyed",
  },
  "R8.unregistered": {
    ...entrusted("R8.unregistered", "final_state", days(60), upTo(30, 60)),
    action: "wrap_destroyed",
  },
  "R8.uncollected": { ...entrusted("R8.uncollected", "final_state", AT_ONCE), action: "wrap_destroyed" },
  R9: own(
    "R9",
    "legal_duty",
    [DUTY, TRUST_SERVICE_RECORDS, { law: "eidas", article: "44(1)" }],
    "final_state",
    months(EVIDENCE_MONTHS),
    NOT_SHORTER,
  ),
  R10: own(
    "R10",
    "legal_duty",
    [DUTY, { law: "vat_code", article: "60" }, { law: "economic_code", article: "III.86" }],
    "financial_year_end",
    years(10),
  ),
  R11: own("R11", "contract", [CONTRACT, gdpr("32")], "used_or_expired", { kind: "hours", hours: 24 }),
  R12: own("R12", "contract", [CONTRACT, gdpr("5(1)(c)")], "validated_or_account_ended", AT_ONCE),
  R13: own("R13", "legal_duty", [DUTY, gdpr("7(1)")], "consent_withdrawn", years(5)),
  R14: own("R14", "legal_duty", [DUTY, gdpr("5(2)"), gdpr("12")], "answered", years(5)),
  "R15.drafts": entrusted("R15.drafts", "last_change", days(90), upTo(30, 90)),
  "R15.unfinished": own("R15.unfinished", "contract", [CONTRACT], "last_change", days(30), upTo(7, 30)),
  R16: entrusted("R16", "arrival_or_posting", days(30), upTo(7, 30)),
  R17: own("R17", "interest", [INTEREST, gdpr("32")], "session_end", days(90), upTo(30, 90)),
  R18: entrusted("R18", "account_closed", { kind: "with", rules: ["R1", "R2"] }),
  "R19.staff": own(
    "R19.staff",
    "legal_duty",
    [DUTY, TRUST_SERVICE_RECORDS],
    "staff_left",
    months(EVIDENCE_MONTHS),
    NOT_SHORTER,
  ),
  "R19.registers": own(
    "R19.registers",
    "legal_duty",
    [DUTY, gdpr("33(5)"), gdpr("5(2)")],
    "entry_closed",
    years(5),
  ),
};

/** The period of a rule that has one in days, months or years; throws for every other. */
export function calendarPeriodOf(id: RuleId): CalendarPeriod {
  const { period } = RETENTION_RULES[id];
  if (!isCalendarPeriod(period)) throw new Error(`${id} has no period in days, months or years`);
  return period;
}

/** What we hold as controller. */
function own<Id extends RuleId>(
  id: Id,
  ground: Ground,
  basis: RetentionRule["basis"],
  trigger: Trigger,
  period: Period,
  adjustable?: PeriodBounds,
): RetentionRule<Id> {
  return {
    id,
    role: "controller",
    people: PEOPLE[id],
    ground,
    basis,
    trigger,
    period,
    ...(adjustable !== undefined && { adjustable }),
    action: "erased",
    decidedBy: "privacy_officer",
    since: "2026-11-22",
  };
}

/** What senders entrust to us: as processor, on their instructions. */
function entrusted<Id extends RuleId>(
  id: Id,
  trigger: Trigger,
  period: Period,
  adjustable?: PeriodBounds,
): RetentionRule<Id> {
  return { ...own(id, "instructions", [INSTRUCTIONS], trigger, period, adjustable), role: "processor" };
}

/** The provider may keep it for less, not for more than was promised. */
function upTo(min: number, max: number): PeriodBounds {
  return { by: ["provider"], min: days(min), max: days(max) };
}

function gdpr(article: string): Citation {
  return { law: "gdpr", article };
}

function days(count: number): CalendarPeriod {
  return { kind: "days", count };
}

function months(count: number): CalendarPeriod {
  return { kind: "months", count };
}

function years(count: number): CalendarPeriod {
  return { kind: "years", count };
}
