// `posthorn keys book`: books a signed act; the sealers obey it from their next batch on.

import { parseArgs } from "node:util";
import { AppError } from "@posthorn/domain";
import { bookKeyAct } from "@posthorn/usecases";
import { type Command, EXIT, UsageError } from "../command.ts";
import { readOfficers, withDatabase } from "../read-setting.ts";
import { readActFile } from "./act-file.ts";

export const bookCommand: Command = {
  usage: "keys book FILE",
  async run(args, terminal) {
    const [file, ...rest] = parseArgs({ args: [...args], allowPositionals: true }).positionals;
    if (!file || rest.length > 0) throw new UsageError("one FILE is needed");
    const { signed } = await readActFile(terminal, file);
    const officers = await readOfficers(terminal);
    try {
      const keys = await withDatabase(terminal, (db) => bookKeyAct(db, officers, signed));
      terminal.write(`booked; in force: ${keys.current ?? "none"}\n`);
      return EXIT.passed;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      terminal.complain(`not booked: ${error.code} ${error.detail}\n`);
      return EXIT.failed;
    }
  },
};
