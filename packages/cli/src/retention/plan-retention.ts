// `posthorn retention plan`: how much falls by which rule on which of the next days; nothing is erased.

import { parseArgs } from "node:util";
import { planErasure } from "@posthorn/usecases";
import { type Command, EXIT, type Terminal, UsageError } from "../command.ts";
import { withDatabase } from "../read-setting.ts";

const MOST_DAYS = 3_650;
const DEFAULT_DAYS = 30;

export const planCommand: Command = {
  usage: "retention plan [--days N] [--json]",
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: { days: { type: "string" }, json: { type: "boolean" } },
    });
    await writePlan(terminal, readDays(values.days), values.json === true);
    return EXIT.passed;
  },
};

/** Through so many days from today; 0 is what would go now. */
export async function writePlan(terminal: Terminal, days: number, json: boolean): Promise<void> {
  const plan = await withDatabase(terminal, (db) => planErasure(db, days));
  if (json) {
    terminal.write(`${JSON.stringify(plan, undefined, 2)}\n`);
    return;
  }
  const due = new Map<string, string>();
  for (const { day, rule, set, count } of plan.falls) {
    const now = Temporal.PlainDate.compare(day, plan.today) <= 0;
    const when = now ? "due now   " : day.toString();
    const key = `${when}  ${rule.padEnd(15)} ${set}`;
    due.set(key, String(Number(due.get(key) ?? 0) + count));
  }
  for (const [key, count] of due) terminal.write(`${key}: ${count}\n`);
  if (due.size === 0) terminal.write(`Nothing falls through ${plan.until.toString()}.\n`);
  if (plan.uncounted.length > 0) terminal.write(`More than was counted: ${plan.uncounted.join(", ")}\n`);
  if (plan.holds > 0)
    terminal.write(
      `${plan.holds} ${plan.holds === 1 ? "hold is" : "holds are"} placed: what they name stays.\n`,
    );
}

function readDays(given: string | undefined): number {
  if (given === undefined) return DEFAULT_DAYS;
  const days = Number(given);
  if (!/^\d+$/.test(given) || days > MOST_DAYS)
    throw new UsageError(`--days is a whole number from 0 to ${MOST_DAYS}`);
  return days;
}
