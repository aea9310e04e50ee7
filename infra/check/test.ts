// `npm test`: runs the tests and ends with one line that says how many passed and failed.

import { parseCLI, startVitest } from "vitest/node";
import type { TestModule } from "vitest/node";

const { filter, options } = parseCLI(["vitest", "run", ...process.argv.slice(2)]);
const vitest = await startVitest(filter, { ...options, run: true, watch: false });
const modules = vitest.state.getTestModules();
const unhandled = vitest.state.getUnhandledErrors().length;
await vitest.close();

const count = countResults(modules);
// What belongs to no test, a file that does not load or an error thrown later, is a failure all the same.
count.failed += unhandled;
if (modules.length === 0 && unhandled === 0) count.failed += 1;
const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`);
process.exit(count.failed > 0 ? 1 : 0);

function countResults(testModules: readonly TestModule[]): {
  passed: number;
  failed: number;
  skipped: number;
} {
  const results = { passed: 0, failed: 0, skipped: 0 };
  for (const module of testModules) {
    let failedTests = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // Still pending when the run has ended: it never gave a result.
      results[state === "pending" ? "failed" : state] += 1;
      if (state === "failed") failedTests += 1;
    }
    if (module.state() === "failed" && failedTests === 0) results.failed += 1;
  }
  return results;
}
