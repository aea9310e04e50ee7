// `posthorn migrate`: brings the database to this version and to its erasure journal, as its owner and before any service starts.

import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { migrate } from "@posthorn/db";
import type { JournalFiles } from "@posthorn/runtime";
import { disownJournal, refuseLostJournal, replayJournal } from "@posthorn/usecases";
import { type Command, EXIT, type Terminal, UsageError } from "../command.ts";
import { readDatabaseUrl, readJournal, withDatabase } from "../read-setting.ts";
import { tellRefusal, tellReplayed } from "../retention/tell-replay.ts";

/** What goes without the journal types this: nobody does it by a slip. */
const WITHOUT = "what was erased since the backup comes back";

export const migrateCommand: Command = {
  usage: `migrate [--without-journal "${WITHOUT}"]`,
  async run(args, terminal) {
    const journal = chooseJournal(args, terminal);
    const ownerUrl = await readDatabaseUrl(terminal);
    return withDatabase(
      terminal,
      async (db) => {
        try {
          // Before anything changes: a database that is to be refused is left as it is.
          if (journal !== "without") await refuseLostJournal(db, journal);
          tellMigrated(terminal, await migrate({ ownerUrl, rolePassword: nobodys() }));
          if (journal === "without") {
            await disownJournal(db);
            terminal.complain(`Nothing was replayed: ${WITHOUT}, if this database was restored from one.\n`);
          } else if (journal === null || (await journal.last()) === null) {
            terminal.write("There is no journal, and the database knows of no erasure.\n");
          } else tellReplayed(terminal, await replayJournal(db, journal));
          return EXIT.passed;
        } catch (error) {
          return tellRefusal(terminal, error);
        }
      },
      { unlimited: true },
    );
  },
};

/** Null where none is set. Throws UsageError for both, or other words. */
function chooseJournal(args: readonly string[], terminal: Terminal): JournalFiles | "without" | null {
  const { values } = parseArgs({ args: [...args], options: { "without-journal": { type: "string" } } });
  const words = values["without-journal"];
  const given = (terminal.env["ERASURE_JOURNAL"] ?? "") !== "";
  if (words === undefined) return given ? readJournal(terminal) : null;
  if (given) throw new UsageError("ERASURE_JOURNAL is set: it is replayed, or it is not given at all");
  if (words !== WITHOUT) throw new UsageError("--without-journal is written out with its words");
  return "without";
}

/** Roles that are new have a password that nobody knows; the operator gives each its own. */
function nobodys(): string {
  return randomBytes(32).toString("base64url");
}

function tellMigrated(
  terminal: Terminal,
  { applied, roles }: { readonly applied: readonly string[]; readonly roles: readonly string[] },
): void {
  for (const name of applied) terminal.write(`${name}: applied\n`);
  if (applied.length === 0) terminal.write("No migration was missing.\n");
  if (roles.length > 0)
    terminal.write(`New roles, each to be given a password (ALTER ROLE … PASSWORD …): ${roles.join(", ")}\n`);
}
