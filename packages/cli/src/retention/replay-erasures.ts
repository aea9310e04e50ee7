// `posthorn retention replay`: after a restore, and before anything starts, erases again what the journal's files say.

import { AppError } from "@posthorn/domain";
import { type JournalFiles, journalFromUrl } from "@posthorn/runtime";
import { replayJournal } from "@posthorn/usecases";
import { type Command, EXIT, type Terminal, UsageError } from "../command.ts";
import { withDatabase } from "../read-setting.ts";

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
      const replayed = await withDatabase(terminal, (db) => replayJournal(db, files));
      for (const [key, count] of Object.entries(replayed)) terminal.write(`${key}: ${count} erased again\n`);
      if (Object.keys(replayed).length === 0) terminal.write("The database is where its journal is.\n");
      return EXIT.passed;
    } catch (error) {
      if (!(error instanceof AppError) || !(error.code in REFUSALS)) throw error;
      terminal.complain(`refused: ${REFUSALS[error.code] ?? ""} (${error.detail})\n`);
      return EXIT.failed;
    }
  },
};

const REFUSALS: Readonly<Record<string, string>> = {
  journal_of_another:
    "the files are another database's, or services ran before the replay: restore again, then replay before anything starts",
  journal_unknown:
    "this version knows no way to erase what the files name: replay with the version that wrote them",
};

function readJournal({ env }: Terminal): JournalFiles {
  try {
    return journalFromUrl(env["ERASURE_JOURNAL"] ?? "");
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
