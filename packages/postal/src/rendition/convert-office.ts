// Makes a PDF of an office document by LibreOffice: one at a time, in a home of its own, without macros, links or network.

import { execFile } from "node:child_process";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { runProgram } from "./run-program.ts";
import { createTurns } from "./take-turns.ts";

export interface OfficeConverter {
  /** Of `input` in `folder` makes a PDF in its place. `ending` says what it is. Waits for its turn. */
  convert(
    account: string,
    folder: string,
    input: string,
    ending: OfficeEnding,
  ): Promise<"converted" | "converter_failed" | "too_slow">;
  /** "LibreOffice 7.4.7.2". */
  name(): Promise<string>;
}

export type OfficeEnding = keyof typeof FILTERS;

const FILTERS = {
  docx: "writer_pdf_Export",
  odt: "writer_pdf_Export",
  xlsx: "calc_pdf_Export",
  ods: "calc_pdf_Export",
  pptx: "impress_pdf_Export",
} as const;

export function createOfficeConverter(soffice: string, timeoutMs: number): OfficeConverter {
  const turns = createTurns();
  let named: Promise<string> | null = null;

  async function run(
    folder: string,
    input: string,
    ending: OfficeEnding,
  ): Promise<"converted" | "converter_failed" | "too_slow"> {
    const home = join(folder, "office");
    const profile = join(home, "profile");
    await mkdir(join(profile, "user"), { recursive: true, mode: 0o700 });
    await writeFile(join(profile, "user", "registrymodifications.xcu"), SETTINGS);
    const document = join(home, `document.${ending}`);
    await rename(input, document);
    const end = await runProgram({
      command: [
        soffice,
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nologo",
        "--convert-to",
        `pdf:${FILTERS[ending]}`,
        "--outdir",
        home,
        document,
      ],
      folder: home,
      timeoutMs,
    });
    if (end === "too_slow") return end;
    // It ends well even where it understood nothing; what counts is whether there is a file.
    const made = await rename(join(home, "document.pdf"), input).then(
      () => true,
      () => false,
    );
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
    return made ? "converted" : "converter_failed";
  }

  return {
    convert: (account, folder, input, ending) => turns(account, () => run(folder, input, ending)),
    name: () => (named ??= askName(soffice)),
  };
}

/** Without the number of its build. */
async function askName(soffice: string): Promise<string> {
  const { stdout } = await promisify(execFile)(soffice, ["--version"], { timeout: 30_000 });
  return /^\S+ [\d.]+/.exec(stdout)?.[0] ?? "LibreOffice";
}

const SETTINGS = settings([
  ["org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"],
  ["org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"],
  // Pictures and sections that are only referred to: neither the network's nor this machine's.
  ["org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"],
  ["org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"],
  ["org.openoffice.Office.Writer/Content/Update", "Link", "2"],
  ["org.openoffice.Office.Calc/Content/Update", "Link", "2"],
  ["org.openoffice.Office.Common/Misc", "FirstRun", "false"],
]);

function settings(items: readonly (readonly [path: string, name: string, value: string])[]): string {
  const lines = items.map(
    ([path, name, value]) =>
      `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">',
    ...lines,
    "</oor:items>",
  ].join("\n");
}
