// `posthorn retention rewrite`: writes the tables' files anew, at night, so that nothing of what was erased stands in them.

import { rewriteTables } from "@posthorn/usecases";
import { type Command, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../read-setting.ts";

export const rewriteCommand: Command = {
  usage: "retention rewrite",
  async run(args, terminal) {
    if (args.length > 0) throw new UsageError("retention rewrite takes nothing more");
    const rewritten = await withDatabase(
      terminal,
      (db) => rewriteTables(db, (table) => terminal.write(`${table}\n`)),
      { unlimited: true },
    );
    if (rewritten === null) {
      terminal.complain("refused: only the owner of the database writes its tables anew\n");
      return EXIT.failed;
    }
    const { tables, left } = rewritten;
    terminal.write(`${tables} tables were written anew.\n`);
    if (left.length === 0) return EXIT.passed;
    terminal.complain(`left to a superuser of the server: ${left.join("; ")}\n`);
    return EXIT.open;
  },
};
