// EU DSS, the Commission's validator, as a process that is asked file by file (test/conformance/dss).

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { toPem } from "@posthorn/pki";
import { validatorIn } from "./build-validator.ts";

const VALIDATOR = validatorIn("dss");

export interface Judged {
  readonly indication: string;
  readonly subIndication: string | null;
  /** As `XAdES-BASELINE-LTA`. */
  readonly level: string;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly timestamps: readonly { readonly type: string; readonly indication: string }[];
}

export interface Judgement {
  /** Empty where the file holds no signature that can be read. */
  readonly signatures: readonly Judged[];
  /** Why the file was not read at all. */
  readonly failure?: string;
}

export interface Question {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Anchors, DER. */
  readonly trust: readonly Uint8Array[];
  /** When the validator is asked. */
  readonly at: Temporal.Instant;
  /** OCSP responses that the validator has by itself, DER. */
  readonly ocsps?: readonly Uint8Array[];
}

export interface Dss {
  /** Questions are answered one after the other. */
  judge(question: Question): Promise<Judgement>;
  stop(): Promise<void>;
}

/** Empty where the validator can run; see `Validator`. */
export function whyNoDss(): string {
  return VALIDATOR.whyNot();
}

export function startDss(): Dss {
  const folder = mkdtempSync(join(tmpdir(), "posthorn-dss-"));
  const java = spawn("java", [...VALIDATOR.command, "serve"], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: java.stdout })[Symbol.asyncIterator]();
  let last: Promise<unknown> = Promise.resolve();

  async function ask(question: Question): Promise<Judgement> {
    java.stdin.write(`${describe(question, folder).join("\t")}\n`);
    const { value, done } = await lines.next();
    if (done === true) throw new Error("the validator has ended");
    const [judgement] = JSON.parse(value) as readonly Judgement[];
    if (!judgement) throw new Error("the validator did not answer");
    return judgement;
  }

  return {
    judge(question) {
      const answer = last.then(() => ask(question));
      last = answer.catch(() => undefined);
      return answer;
    },
    async stop() {
      await ended(java);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function describe({ name, content, trust, at, ocsps = [] }: Question, folder: string): string[] {
  const put = (file: string, octets: Uint8Array | string) => {
    writeFileSync(join(folder, file), octets);
    return join(folder, file);
  };
  return [
    "validate",
    ...trust.flatMap((der, index) => ["--trust", put(`anchor-${index}.pem`, toPem(der))]),
    ...ocsps.flatMap((der, index) => ["--ocsp", put(`ocsp-${index}.der`, der)]),
    "--at",
    at.toString(),
    put(name.replaceAll(/[^\w.-]/gu, "_"), content),
  ];
}

async function ended(java: ChildProcess): Promise<void> {
  const gone = new Promise((done) => java.once("exit", done));
  java.stdin?.end();
  await gone;
}

/** Runs one command to its end, without keeping this process from answering it, and gives what it printed. */
export async function runDss(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("java", [...VALIDATOR.command, ...args]);
  return stdout;
}
