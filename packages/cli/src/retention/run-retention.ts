// `posthorn retention run`: one pass now, as the eraser makes them; `--dry-run` says what would go.

import { parseArgs } from "node:util";
import { AppError } from "@posthorn/domain";
import { newId } from "@posthorn/runtime";
import { runErasure } from "@posthorn/usecases";
import { type Command, EXIT } from "../command.ts";
import { withDatabase } from "../read-setting.ts";
import { writePlan } from "./plan-retention.ts";

/** One for the lock, one for the work. */
const CONNECTIONS = { max: 2 };

export const runRetentionCommand: Command = {
  usage: "retention run [--dry-run]",
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { "dry-run": { type: "boolean" } } });
    if (values["dry-run"]) {
      await writePlan(terminal, 0, false);
      return EXIT.passed;
    }
    try {
      const run = await withDatabase(terminal, (db) => runErasure({ db, newId }), CONNECTIONS);
      if (run === null) {
        terminal.complain("refused: the eraser is at it; try again later\n");
        return EXIT.open;
      }
      for (const [key, { erased, held }] of Object.entries(run.counts))
        terminal.write(`${key}: ${erased} erased${held > 0 ? `, ${held} held` : ""}\n`);
      for (const { set, error } of run.failures)
        terminal.complain(`${set} was not finished: ${String(error)}\n`);
      terminal.write(
        `Run ${run.id} of ${run.day.toString()}: ${run.receipts} ${run.receipts === 1 ? "receipt" : "receipts"}\n`,
      );
      return run.failures.length === 0 ? EXIT.passed : EXIT.failed;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "clock_set_back") throw error;
      terminal.complain(`refused: ${error.detail}; the clock was set back, nothing was erased\n`);
      return EXIT.failed;
    }
  },
};
