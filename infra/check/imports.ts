// Check: nobody imports what the import table does not allow.

import { cruise } from "./cruise.ts";

const { modules, violations } = await cruise(["packages", "services", "infra", "test"]);
// A cruiser that reads nothing finds nothing: that is no pass.
if (modules < 100) {
  process.stderr.write(`Only ${modules} modules were cruised: the check checks nothing.\n`);
  process.exit(1);
}
for (const { rule, from, to } of violations) process.stderr.write(`${rule}: ${from} imports ${to}\n`);
if (violations.length > 0) {
  process.stderr.write("The rules and their reasons stand in .dependency-cruiser.mjs.\n");
  process.exit(1);
}
process.stdout.write(`${modules} modules\n`);
