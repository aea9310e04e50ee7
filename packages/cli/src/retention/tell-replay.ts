// What a replay of the erasure journal answers an operator, and why it is refused.

import { AppError } from "@posthorn/domain";
import type { replayJournal } from "@posthorn/usecases";
import { EXIT, type Terminal } from "../command.ts";

const REFUSALS: Readonly<Record<string, string>> = {
  journal_missing:
    "the database knows of erasures, and there is no journal of them at ERASURE_JOURNAL: what was erased since a backup would be served again",
  journal_unreadable: "the journal's files cannot be read: take the damaged one from its copy",
  journal_outdated: "the files are an older copy: find the newest",
  journal_of_another:
    "the files are another database's, or services ran before the replay: restore again, then replay before anything starts",
  journal_unknown:
    "this version knows no way to erase what the files name: replay with the version that wrote them",
};

export function tellReplayed(
  terminal: Pick<Terminal, "write">,
  replayed: Awaited<ReturnType<typeof replayJournal>>,
): void {
  for (const [key, count] of Object.entries(replayed)) terminal.write(`${key}: ${count} erased again\n`);
  if (Object.keys(replayed).length === 0) terminal.write("The database is where its journal is.\n");
}

/** Answers the exit code; throws anew what is no refusal. */
export function tellRefusal(terminal: Pick<Terminal, "complain">, error: unknown): number {
  if (!(error instanceof AppError) || !(error.code in REFUSALS)) throw error;
  terminal.complain(`refused: ${REFUSALS[error.code] ?? ""} (${error.detail})\n`);
  return EXIT.failed;
}
