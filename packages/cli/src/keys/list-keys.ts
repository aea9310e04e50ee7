// `posthorn keys list`: the keys the sealer has held, which is in force, and every act on them.

import { parseKeyAct } from "@posthorn/domain";
import { keysInForce, listSealKeys } from "@posthorn/usecases";
import { type Command, EXIT, tame, UsageError } from "../command.ts";
import { readOfficers, withDatabase } from "../read-setting.ts";

export const listCommand: Command = {
  usage: "keys list",
  async run(args, terminal) {
    if (args.length > 0) throw new UsageError("keys list takes nothing more");
    const officers = await readOfficers(terminal);
    await withDatabase(terminal, async (db) => {
      const { current, retired } = await keysInForce(db, officers);
      const { keys, acts } = await listSealKeys(db);
      for (const key of keys) {
        const { certificateSha256: certificate, provider, notAfter } = key;
        const state =
          certificate === current ? "in force" : retired.includes(certificate) ? "retired" : "held";
        terminal.write(`${certificate}  ${state.padEnd(8)}  ${provider}  until ${notAfter.toString()}\n`);
      }
      for (const { statement, signatures } of acts) {
        const act = parseKeyAct(statement);
        if (!act) continue;
        const by = signatures.map(({ officer }) => tame(officer)).join(", ") || "nobody";
        const { number, act: name, certificate_sha256: certificate, reason } = act;
        terminal.write(
          `${number}. ${name} ${certificate.slice(0, 16)}… (${tame(reason)}), signed by ${by}\n`,
        );
      }
    });
    return EXIT.passed;
  },
};
