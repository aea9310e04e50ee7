// `posthorn retention receipts`: the receipts of what was erased; one by its id is written out as sealed.

import { parseArgs } from "node:util";
import { listReceipts, RECEIPTS_AT_ONCE } from "@posthorn/usecases";
import { type Command, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../read-setting.ts";

export const receiptsCommand: Command = {
  usage: "retention receipts [ID | --run RUN] [--before ID]",
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { run: { type: "string" }, before: { type: "string" } },
      allowPositionals: true,
    });
    const [id, ...rest] = positionals;
    if (rest.length > 0 || (id !== undefined && (values.run ?? values.before) !== undefined))
      throw new UsageError("one id, or --run and --before");
    const receipts = await withDatabase(terminal, (db) =>
      listReceipts(db, { id, runId: values.run, before: values.before }),
    );
    if (id === undefined) {
      for (const { id: receiptId, runId, rule, madeAt, sealedAt } of receipts)
        terminal.write(
          `${receiptId}  ${rule.padEnd(15)} ${runId}  ${seconds(madeAt)}  ${sealedAt === null ? "waits for its seal" : `sealed ${seconds(sealedAt)}`}\n`,
        );
      if (receipts.length === RECEIPTS_AT_ONCE)
        terminal.write(`There may be more: --before ${receipts.at(-1)?.id ?? ""}\n`);
      return EXIT.passed;
    }
    const [receipt] = receipts;
    if (!receipt?.sealed) {
      terminal.complain(receipt ? "it is not sealed yet\n" : "there is no such receipt\n");
      return receipt ? EXIT.open : EXIT.failed;
    }
    terminal.write(`${receipt.sealed}\n`);
    return EXIT.passed;
  },
};

function seconds(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: "second" });
}
