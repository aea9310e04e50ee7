// `posthorn retention explain ID`: by which rules a delivery, message, account or person falls, when, and what keeps it.

import { explainItem } from "@posthorn/usecases";
import { type Command, EXIT, tame, UsageError } from "../command.ts";
import { withDatabase } from "../read-setting.ts";

export const explainCommand: Command = {
  usage: "retention explain ID",
  async run(args, terminal) {
    const [id, ...rest] = args;
    if (id === undefined || rest.length > 0 || !/^[A-Za-z0-9_-]{4,128}$/.test(id))
      throw new UsageError("one id of a delivery, message, account or person is needed");
    const { rules, holds, erased } = await withDatabase(terminal, (db) => explainItem(db, id));
    for (const rule of rules)
      terminal.write(
        `${rule.rule.padEnd(15)} ${rule.what.padEnd(15)} ${rule.id}  ${standing(rule)}${rule.held ? "; a hold keeps it" : ""}\n`,
      );
    for (const { id: holdId, scope, ground, endsOn } of holds)
      terminal.write(`hold ${tame(holdId)} on ${scope}: ${ground}, through ${endsOn.toString()}\n`);
    for (const { at, rule, kind, atLatest } of erased) {
      const when = `${at.toString({ smallestUnit: "second" })}${atLatest ? " at the latest" : ""}`;
      terminal.write(`erased ${when} by ${tame(rule)}: ${tame(kind)}\n`);
    }
    if (rules.length + holds.length + erased.length > 0) return EXIT.passed;
    terminal.complain("nothing has this id, and neither journal nor receipts know it\n");
    return EXIT.failed;
  },
};

type Rule = Awaited<ReturnType<typeof explainItem>>["rules"][number];

function standing({ startsOn, fallsOn, gone }: Rule): string {
  if (gone) return "gone";
  if (startsOn === null) return "stays: what its days are counted from has not come";
  return `counted from ${startsOn.toString()}, falls on ${fallsOn?.toString() ?? "no day yet"}`;
}
