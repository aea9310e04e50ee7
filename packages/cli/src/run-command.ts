// The command line: finds the command, runs it, and answers with its exit code.

import { type Command, EXIT, type Terminal, UsageError } from "./command.ts";
import { doctorCommand } from "./doctor/check-readiness.ts";
import { bookCommand } from "./keys/book-act.ts";
import { listCommand } from "./keys/list-keys.ts";
import { proposeCommand } from "./keys/propose-act.ts";
import { signCommand } from "./keys/sign-act.ts";
import { migrateCommand } from "./migrate/migrate-database.ts";
import { endSessionsCommand } from "./person/end-sessions.ts";
import { explainCommand } from "./retention/explain-item.ts";
import { receiptsCommand } from "./retention/fetch-receipts.ts";
import { planCommand } from "./retention/plan-retention.ts";
import { replayCommand } from "./retention/replay-erasures.ts";
import { rewriteCommand } from "./retention/rewrite-files.ts";
import { runRetentionCommand } from "./retention/run-retention.ts";
import { rolesCommand } from "./staff/change-roles.ts";
import { inviteAgainCommand } from "./staff/invite-again.ts";
import { inviteCommand } from "./staff/invite-staff.ts";
import { leaveCommand } from "./staff/leave-staff.ts";
import { listStaffCommand } from "./staff/list-staff.ts";
import { fetchCommand } from "./trust/fetch-lists.ts";
import { lintCommand } from "./lint/lint-files.ts";
import { verifyCommand } from "./verify/verify-files.ts";

/** By the words that call them. */
const COMMANDS: Readonly<Record<string, Command>> = {
  verify: verifyCommand,
  "evidence lint": lintCommand,
  "keys list": listCommand,
  "keys propose": proposeCommand,
  "keys sign": signCommand,
  "keys book": bookCommand,
  doctor: doctorCommand,
  migrate: migrateCommand,
  "trust fetch": fetchCommand,
  "staff invite": inviteCommand,
  "staff invite-again": inviteAgainCommand,
  "staff roles": rolesCommand,
  "staff list": listStaffCommand,
  "staff leave": leaveCommand,
  "person end-sessions": endSessionsCommand,
  "retention plan": planCommand,
  "retention run": runRetentionCommand,
  "retention explain": explainCommand,
  "retention replay": replayCommand,
  "retention receipts": receiptsCommand,
  "retention rewrite": rewriteCommand,
};

/** Never throws for what a user typed or gave. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const found = Object.entries(COMMANDS).find(([words]) => startsWith(args, words));
  if (!found) {
    const list = Object.values(COMMANDS).map(({ usage }) => `  posthorn ${usage}`);
    terminal.complain(`${list.join("\n")}\n`);
    return EXIT.usage;
  }
  const [words, command] = found;
  try {
    return await command.run(args.slice(words.split(" ").length), terminal);
  } catch (error) {
    if (!isWrongUse(error)) throw error;
    terminal.complain(`${error.message}\n\n  posthorn ${command.usage}\n`);
    return EXIT.usage;
  }
}

function startsWith(args: readonly string[], words: string): boolean {
  return words.split(" ").every((word, index) => args[index] === word);
}

function isWrongUse(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
