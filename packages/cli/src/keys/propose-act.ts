// `posthorn keys propose`: writes an act that follows the last one, for the officers to sign.

import { parseArgs } from "node:util";
import { keyActStatement, parseKeyAct } from "@posthorn/domain";
import { keysInForce } from "@posthorn/usecases";
import { type Command, EXIT, tame, UsageError } from "../command.ts";
import { readOfficers, withDatabase } from "../read-setting.ts";
import { describeAct, writeActFile } from "./act-file.ts";

export const proposeCommand: Command = {
  usage: "keys propose activate|retire CERTIFICATE-SHA256 --reason TEXT --out FILE",
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { reason: { type: "string" }, out: { type: "string" } },
    });
    const [name, certificate = ""] = positionals;
    if (name !== "activate" && name !== "retire") throw new UsageError("an act is activate or retire");
    if (!/^[0-9a-f]{64}$/u.test(certificate)) throw new UsageError("a certificate is named by 64 hex digits");
    if (!values.reason || !values.out) throw new UsageError("--reason and --out are needed");
    const officers = await readOfficers(terminal);
    const keys = await withDatabase(terminal, (db) => keysInForce(db, officers));
    const statement = keyActStatement({
      version: 1,
      number: keys.acts + 1,
      act: name,
      certificate_sha256: certificate,
      reason: values.reason,
      previous: keys.head,
    });
    await writeActFile(terminal, values.out, { statement, signatures: [] });
    const act = parseKeyAct(statement);
    terminal.write(act ? `${describeAct({ ...act, reason: tame(act.reason) })}\n` : "");
    return EXIT.passed;
  },
};
