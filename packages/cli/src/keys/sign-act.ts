// `posthorn keys sign`: an officer adds his signature, on a machine of his own; no database is needed.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { signStatement } from "@posthorn/pki";
import { type Command, EXIT, tame, UsageError } from "../command.ts";
import { describeAct, readActFile, writeActFile } from "./act-file.ts";

export const signCommand: Command = {
  usage: "keys sign FILE --officer NAME --key PEM",
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { officer: { type: "string" }, key: { type: "string" } },
    });
    const [file] = positionals;
    if (!file || !values.officer || !values.key) throw new UsageError("FILE, --officer and --key are needed");
    const { signed, act } = await readActFile(terminal, file);
    let pem: string;
    try {
      pem = await readFile(resolve(terminal.folder, values.key), "utf8");
    } catch (error) {
      throw new UsageError(`--key cannot be read: ${(error as Error).message}`);
    }
    const { officer } = values;
    const others = signed.signatures.filter((signature) => signature.officer !== officer);
    const signature = { officer, signature: signStatement(signed.statement, pem) };
    await writeActFile(terminal, file, { ...signed, signatures: [...others, signature] });
    terminal.write(`${describeAct({ ...act, reason: tame(act.reason) })}signed by ${tame(officer)}\n`);
    return EXIT.passed;
  },
};
