import { expect, test } from "vitest";
import { brusselsDay } from "../deadline/brussels-day.ts";
import { whenFalls } from "./rule-pack.ts";
import { SCHEDULE_PACK } from "./schedule-pack.ts";

const at = (text: string) => Temporal.Instant.from(`${text}T12:00:00Z`);

/** Our own schedule by the machinery of the packs: [record, what happened, flags, last day kept]. */
test.each([
  ["R1", { account_closed: "2026-11-22" }, [], "2027-01-05"],
  ["R2", { account_closed: "2028-01-31" }, [], "2028-03-15"],
  ["R6", { act: "2028-02-29" }, [], "2030-02-28"],
  // What belongs to a delivery waits for its final state, however long ago the act was.
  ["R6", { act: "2026-02-01", final_state: "2026-03-31" }, ["of_delivery"], "2028-03-31"],
  ["R7", { final_state: "2026-11-22" }, [], "2027-01-21"],
  ["R8.sender", { last_final_state: "2026-11-22" }, [], "2027-11-22"],
  // The account ends first: its access to content goes with it.
  ["R8.sender", { last_final_state: "2026-11-22", account_closed: "2026-12-01" }, [], "2027-01-14"],
  ["R8.registered", { final_state: "2026-11-22" }, [], "2027-11-22"],
  ["R8.unregistered", { final_state: "2026-11-22" }, [], "2027-01-21"],
  ["R9", { final_state: "2028-02-29" }, [], "2030-02-28"],
  ["R10", { financial_year_end: "2026-12-31" }, [], "2036-12-31"],
  ["R13", { consent_withdrawn: "2028-02-29" }, [], "2033-02-28"],
  ["R14", { answered: "2026-11-22" }, [], "2031-11-22"],
  ["R15.drafts", { last_change: "2026-11-22" }, [], "2027-02-20"],
  ["R15.unfinished", { last_change: "2026-11-22" }, [], "2026-12-22"],
  ["R16", { arrival: "2026-11-22" }, [], "2026-12-22"],
  ["R16", { arrival: "2026-11-01", posted_or_failed: "2026-11-22" }, ["print_file"], "2026-12-22"],
  ["R17", { session_end: "2026-11-22" }, [], "2027-02-20"],
  ["R18", { account_closed: "2026-11-22" }, [], "2027-01-05"],
  ["R19.staff", { staff_left: "2026-08-31" }, [], "2028-08-31"],
  ["R19.registers", { entry_closed: "2028-02-29" }, [], "2033-02-28"],
] as const)("%s with %o %o: last day %s", (kind, happened, flags, last) => {
  const events = Object.fromEntries(Object.entries(happened).map(([name, text]) => [name, at(text)]));
  const due = whenFalls(SCHEDULE_PACK, { kind, events, flags }, [])?.dueAt;
  expect(due && brusselsDay(due.subtract({ milliseconds: 1 })).toString()).toBe(last);
  expect(due && brusselsDay(due).toString()).not.toBe(last);
});

test.each([
  ["R3", "member_left", [], 0],
  ["R4", "member_left", [], 0],
  ["R5", "member_left", [], 0],
  ["R8.uncollected", "final_state", [], 0],
  ["R11", "used_or_expired", [], 24],
  ["R12", "account_ended", [], 0],
  ["R12", "validated", ["identity_document"], 0],
] as const)("%s: due %s %o and %i hours", (kind, event, flags, hours) => {
  const happened = at("2027-03-27");
  expect(whenFalls(SCHEDULE_PACK, { kind, events: { [event]: happened }, flags }, [])?.dueAt).toEqual(
    happened.add({ hours }),
  );
  expect(whenFalls(SCHEDULE_PACK, { kind, events: {}, flags }, [])).toBeNull();
});

test("content is not kept longer than the evidence, whatever an account sets", () => {
  const pack = SCHEDULE_PACK.map((rule) =>
    rule.id === "R8.registered" ? { ...rule, period: { kind: "years", count: 3 } as const } : rule,
  );
  const record = { kind: "R8.registered", events: { final_state: at("2026-11-22") } };
  expect(whenFalls(pack, record, [])).toMatchObject({ rule: "R9" });
});
