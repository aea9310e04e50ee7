// `posthorn trust fetch`: brings the EU trusted lists in a folder up to date; a timer of the operator's calls it once a day.

import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "@posthorn/domain";
import { fetchTrustedLists } from "@posthorn/evidence";
import { type Command, EXIT, tame, UsageError } from "../command.ts";

const EU_LISTS = "https://ec.europa.eu/tools/lotl/eu-lotl.xml";
const TIMEOUT_MS = 30_000;

export const fetchCommand: Command = {
  usage: "trust fetch FOLDER --host NAME… [--url LIST-OF-LISTS] [--territory BE]…",
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        host: { type: "string", multiple: true },
        url: { type: "string", default: EU_LISTS },
        territory: { type: "string", multiple: true, default: ["BE"] },
      },
    });
    const [folder, ...rest] = positionals;
    if (!folder || rest.length > 0) throw new UsageError("one FOLDER with lotl-signers.pem in it is needed");
    if (!values.host) throw new UsageError("--host names the hosts that may be asked; none was given");
    try {
      const lists = await fetchTrustedLists({
        directory: resolve(terminal.folder, folder),
        url: values.url,
        hosts: values.host,
        territories: values.territory,
        now: terminal.now(),
        timeoutMs: TIMEOUT_MS,
      });
      for (const [territory, { sequence, sha256 }] of Object.entries(lists)) {
        terminal.write(`${territory}  number ${sequence}  ${sha256}\n`);
      }
      return EXIT.passed;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      terminal.complain(`${tame(`${error.code}: ${error.detail}`)}\n`);
      return EXIT.failed;
    }
  },
};
