// Check: every table of the database is named by a retention rule, or says why none names it.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { RULE_IDS, TABLES } from "@posthorn/domain";
import { inspectTables, tablesCreated } from "./table-rules.ts";

const SOURCES = "packages/db/src";
const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  // By their names, which begin with the time: what is dropped was created before.
  .toSorted();
const created = tablesCreated(files.map((path) => readFileSync(join(SOURCES, path), "utf8")).join("\n"));
const complaints = inspectTables(TABLES, created, RULE_IDS);
for (const complaint of complaints)
  process.stderr.write(`packages/domain/src/retention/tables.ts: ${complaint}\n`);
if (complaints.length > 0) process.exit(1);
process.stdout.write(`${created.length} tables\n`);
