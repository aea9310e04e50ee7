import { expect, test } from "vitest";
import { inspectTables, tablesCreated } from "./table-rules.ts";

const SQL = `
CREATE TABLE letter (id text);
create unlogged table if not exists public.stamp (id text);
CREATE TABLE odd (id text); ALTER TABLE letter ADD COLUMN name text;
DROP TABLE IF EXISTS odd;
CREATE TABLE months.other PARTITION OF letter DEFAULT;
`;

test("the tables there are: created and not dropped again", () => {
  expect(tablesCreated(SQL)).toEqual(["letter", "stamp"]);
});

test.each([
  [{ letter: ["R1"] }, "no rule names the table stamp"],
  [{ letter: ["R1"], odd: ["R1"], stamp: "no personal data" }, "odd: there is no such table"],
  [{ letter: ["R99"], stamp: "no personal data" }, "letter: there is no rule R99"],
  [{ letter: [], stamp: "no personal data" }, "letter: neither a rule nor a reason"],
  [{ letter: ["R1"], stamp: "" }, "stamp: neither a rule nor a reason"],
  [{ letter: ["R1", "R1"], stamp: "x" }, "letter: a rule stands there twice"],
  [{ stamp: "no personal data", letter: ["R1"] }, "stamp: not in the order"],
])("%o: %s", (tables, complaint) => {
  expect(inspectTables(tables, ["letter", "stamp"], ["R1"]).join()).toContain(complaint);
});

test("a list that names every table is left alone", () => {
  expect(inspectTables({ letter: ["R1"], stamp: "no personal data" }, ["letter", "stamp"], ["R1"])).toEqual(
    [],
  );
});
