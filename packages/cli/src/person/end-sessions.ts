// `posthorn person end-sessions`: ends every session of an account holder at once; how he signs in stays as it is.

import { parseArgs } from "node:util";
import { AppError } from "@posthorn/domain";
import { endSessionsOf } from "@posthorn/usecases";
import { type Command, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../read-setting.ts";

export const endSessionsCommand: Command = {
  usage: "person end-sessions EMAIL",
  async run(args, terminal) {
    const [email, ...rest] = parseArgs({ args: [...args], allowPositionals: true }).positionals;
    if (email === undefined || rest.length > 0) throw new UsageError("one e-mail address is needed");
    try {
      const ended = await withDatabase(terminal, (db) => endSessionsOf({ db, service: "cli" }, email));
      terminal.write(`${ended} ${ended === 1 ? "session" : "sessions"} ended\n`);
      return EXIT.passed;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "person_unknown") throw error;
      terminal.complain("refused: nobody has this address\n");
      return EXIT.failed;
    }
  },
};
