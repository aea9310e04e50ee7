import { RULE_IDS } from "@posthorn/domain";
import { expect, test } from "vitest";
import { scheduleChart } from "./retention-chart.ts";
import { findRuleTests, sameTable, scheduleTable, untestedRules } from "./retention-doc.ts";

// Put together here, so that this file names no rule to the check itself.
const R = "R";
const SOURCE = `
test("${R}9 evidence falls on the day after 24 months", () => {});
const CASES = [
  {
    rule: "${R}8.sender",
    set: "sender_content",
    what: "the sender's key falls after 365 days",
  },
  ["${R}16", "a raw mail falls on the day after 30 days"],
];
test("${R}14 with a request its papers go; ${R}19.staff keeps no name", () => {});
test("about ${R}10, but its title begins otherwise", () => {});
`;

test("tests are found by their titles and by the rows of their tables", () => {
  const found = findRuleTests([{ path: "a.db.test.ts", text: SOURCE }]);
  expect(found.map(({ rule }) => rule).toSorted()).toEqual(["R14", "R16", "R19.staff", "R8.sender", "R9"]);
  expect(found.find(({ rule }) => rule === "R8.sender")?.title).toBe(
    "R8.sender the sender's key falls after 365 days",
  );
});

test("a part that no test names by itself is shown by a test of the whole", () => {
  const found = findRuleTests([
    { path: "b.db.test.ts", text: `test("${R}19 a closed entry falls after five years")` },
  ]);
  expect(untestedRules(found)).not.toContain("R19.registers");
});

test("a rule without a test is named", () => {
  const found = findRuleTests([{ path: "a.db.test.ts", text: SOURCE }]);
  const untested = untestedRules(found);
  expect(untested).toContain("R10");
  expect(untested).not.toContain("R9");
  expect(untestedRules([])).toEqual(RULE_IDS);
});

test("the table has a row for each rule, and is the same however it is aligned", () => {
  const table = scheduleTable(findRuleTests([{ path: "a.db.test.ts", text: SOURCE }]));
  expect(table.split("\n")).toHaveLength(RULE_IDS.length + 2);
  expect(table).toContain("“R9 evidence falls on the day after 24 months” (`a.db.test.ts`)");
  expect(sameTable(table, table.replaceAll(" | ", "    | ").replaceAll("---", "--------"))).toBe(true);
  expect(sameTable(table, table.replace("24 months", "25 months"))).toBe(false);
});

test("the picture has a bar for each rule", () => {
  const chart = scheduleChart();
  for (const id of RULE_IDS) expect(chart).toContain(`>${id}</text>`);
});
