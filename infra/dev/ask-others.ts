// Has software that is not ours look at what the demonstration leaves behind: xmlsec1, pdfsig and qpdf, where they are installed.

import { spawnSync } from "node:child_process";

export interface Checks {
  /** A line a file and tool, with what the tool said where it objects. */
  readonly text: string;
  readonly passed: number;
  readonly failed: number;
  /** Tools that are not installed. */
  readonly absent: readonly string[];
}

interface Check {
  readonly tool: string;
  readonly asks: (path: string) => boolean;
  readonly args: (path: string) => readonly string[];
  readonly passes: (status: number | null, said: string) => boolean;
}

const isProof = (path: string) => /(^|\/)proof-[\w-]+\.pdf$/.test(path);

const CHECKS: readonly Check[] = [
  {
    tool: "xmlsec1",
    asks: (path) => path.endsWith(".xml"),
    args: (path) => [
      "--verify",
      "--enabled-key-data",
      "x509",
      "--trusted-pem",
      "trust/root.pem",
      "--id-attr:Id",
      "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
      path,
    ],
    passes: (status, said) => status === 0 && said.includes("OK"),
  },
  {
    tool: "pdfsig",
    asks: isProof,
    args: (path) => ["-nocert", path],
    // The seal, and the document time stamp over the whole file.
    passes: (_, said) => said.includes("Signature is Valid") && said.includes("Total document signed"),
  },
  {
    tool: "qpdf",
    asks: (path) => path.endsWith(".pdf"),
    args: (path) => ["--check", path],
    passes: (status) => status === 0,
  },
];

/** `folder` holds the files, and trust/root.pem beside them. */
export function askOthers(folder: string, paths: readonly string[]): Checks {
  const absent = CHECKS.map(({ tool }) => tool).filter(
    (tool) => spawnSync(tool, ["--version"]).error !== undefined,
  );
  const lines: string[] = [];
  let failed = 0;
  for (const { tool, asks, args, passes } of CHECKS.filter((check) => !absent.includes(check.tool)))
    for (const path of paths.filter(asks)) {
      const { status, stdout, stderr } = spawnSync(tool, args(path), { cwd: folder, encoding: "utf8" });
      const said = `${stdout}${stderr}`;
      const good = passes(status, said);
      if (!good) failed += 1;
      lines.push(`${good ? "good" : "BAD "}  ${tool.padEnd(8)} ${path}\n${good ? "" : said}`);
    }
  for (const tool of absent) lines.push(`skipped: ${tool} is not installed\n`);
  return { text: lines.join(""), passed: lines.length - absent.length - failed, failed, absent };
}
