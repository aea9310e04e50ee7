// `posthorn retention replay`: after a restore, and before anything starts, erases again what the journal's files say.

import { refuseLostJournal, replayJournal } from "@posthorn/usecases";
import { type Command, EXIT, UsageError } from "../command.ts";
import { readJournal, withDatabase } from "../read-setting.ts";
import { tellRefusal, tellReplayed } from "./tell-replay.ts";

export const replayCommand: Command = {
  usage: "retention replay",
  async run(args, terminal) {
    if (args.length > 0) throw new UsageError("retention replay takes nothing more");
    const files = readJournal(terminal);
    if ((await files.last()) === null) {
      terminal.complain(
        "refused: no journal is at ERASURE_JOURNAL; a replay of nothing would look like one\n",
      );
      return EXIT.failed;
    }
    try {
      const replayed = await withDatabase(
        terminal,
        async (db) => {
          await refuseLostJournal(db, files);
          return replayJournal(db, files);
        },
        { unlimited: true },
      );
      tellReplayed(terminal, replayed);
      return EXIT.passed;
    } catch (error) {
      return tellRefusal(terminal, error);
    }
  },
};
