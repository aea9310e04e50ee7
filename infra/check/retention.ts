// Check: the docs show the schedule as it is, with a test for each rule. With --write it brings table and picture up to date.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scheduleChart } from "./retention-chart.ts";
import { findRuleTests, sameTable, scheduleTable, untestedRules } from "./retention-doc.ts";

const DOC = "docs/retention.md";
const PICTURE = "docs/pictures/retention-schedule.svg";
const TABLE = /(<!-- schedule: [^\n]* -->\n)([\s\S]*?)(\n<!-- end of schedule -->)/;

const files = ["packages", "services", "test"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".db.test.ts") && !path.includes("node_modules"))
      .map((path) => join(folder, path)),
  )
  .toSorted()
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));
const tests = findRuleTests(files);
const table = scheduleTable(tests);
const picture = scheduleChart();
const doc = readFileSync(DOC, "utf8");

if (process.argv.includes("--write")) {
  writeFileSync(
    DOC,
    doc.replace(TABLE, (_, head: string, __, foot: string) => `${head}\n${table}\n${foot}`),
  );
  writeFileSync(PICTURE, picture);
}
const complaints = untestedRules(tests).map(
  (rule) => `no test on the database has a title that begins with "${rule} ": show on which day it falls`,
);
if (!sameTable(TABLE.exec(readFileSync(DOC, "utf8"))?.[2] ?? "", table))
  complaints.push(`${DOC} is not up to date. Run: node infra/check/retention.ts --write`);
if (readFileSync(PICTURE, "utf8") !== picture)
  complaints.push(`${PICTURE} is not up to date. Run: node infra/check/retention.ts --write`);
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
if (complaints.length > 0) process.exit(1);
process.stdout.write(`${tests.length} tests of rules\n`);
