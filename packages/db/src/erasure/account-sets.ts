// What falls of accounts and people by nothing but its own day: money, agreements, mails, and what nobody finished (R10, R13, R15, R16).

import type { DaySet } from "./day-set.ts";
import type { RowSet } from "./row-set.ts";

/** The last day of the financial year, which is the calendar's, as an instant in Brussels. */
const yearEnd = (at: string) =>
  `(date_trunc('year', ${at} AT TIME ZONE 'Europe/Brussels') + interval '1 year' - interval '1 day') AT TIME ZONE 'Europe/Brussels'`;

export const ACCOUNT_DAY_SETS: readonly DaySet[] = [
  {
    set: "finance",
    rule: "R10",
    table: "credit_entry",
    key: "id",
    keyType: "bigint",
    trigger: yearEnd("entered_at"),
    account: "account_id",
  },
  {
    set: "person_errand",
    rule: "R16",
    table: "person_errand",
    key: "id",
    keyType: "text",
    trigger: "done_at",
    person: "person_id",
  },
];

/** Links by mail of ids that go, and the mails they were in. */
const UNUSED_LINKS = (purpose: string) => `
  DELETE FROM person_errand e USING mailed_link l WHERE l.purpose = '${purpose}' AND l.subject_id = ANY (ids) AND e.mailed_link_id = l.id;
  DELETE FROM mailed_link l WHERE l.purpose = '${purpose}' AND l.subject_id = ANY (ids);`;

export const ACCOUNT_ROW_SETS: readonly RowSet[] = [
  {
    set: "credit_refund",
    rule: "R10",
    table: "credit_refund",
    key: "id",
    trigger: yearEnd("paid_at"),
    account: "account_id",
  },
  {
    set: "policy_acceptance",
    rule: "R13",
    table: "policy_acceptance",
    key: "id",
    trigger: "withdrawn_at",
    account: "account_id",
    person: "person_id",
  },
  {
    set: "addressee_consent",
    rule: "R13",
    table: "addressee_consent",
    key: "id",
    trigger: "withdrawn_at",
    account: "account_id",
  },
  {
    set: "registration",
    rule: "R15.unfinished",
    table: "registration",
    key: "id",
    trigger: "changed_at",
    where: "finished_at IS NULL",
    person: "person_id",
    wipe: `${UNUSED_LINKS("registration")}
  DELETE FROM registration t WHERE t.id = ANY (ids);`,
  },
  {
    set: "invitation",
    rule: "R15.unfinished",
    table: "invitation",
    key: "id",
    // Sent anew, it is good for 14 days more: the last change is that long before its end.
    trigger:
      "greatest(created_at, (expires_at AT TIME ZONE 'UTC' - interval '336 hours') AT TIME ZONE 'UTC', withdrawn_at, declined_at)",
    where: "accepted_at IS NULL",
    account: "account_id",
    wipe: `${UNUSED_LINKS("invitation")}
  DELETE FROM invitation t WHERE t.id = ANY (ids);`,
  },
  {
    set: "mailed_link",
    rule: "R15.unfinished",
    table: "mailed_link",
    key: "id",
    // By the link of a request it is followed as long as it is good.
    trigger:
      "greatest(created_at, used_at, voided_at, CASE WHEN purpose = 'rights' AND voided_at IS NULL THEN expires_at END)",
    wipe: `DELETE FROM person_errand e WHERE e.mailed_link_id = ANY (ids);
  DELETE FROM mailed_link t WHERE t.id = ANY (ids);`,
  },
];
