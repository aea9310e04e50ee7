// The file in which an act on a seal key travels from the one who proposes it to the officers and back.

import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type KeyAct, parseKeyAct, type SignedKeyAct } from "@posthorn/domain";
import { type Terminal, UsageError } from "../command.ts";

/** Throws UsageError where the file cannot be read or holds no act. */
export async function readActFile(
  { folder }: Terminal,
  name: string,
): Promise<{ readonly signed: SignedKeyAct; readonly act: KeyAct }> {
  let signed: SignedKeyAct;
  try {
    signed = JSON.parse(await readFile(resolve(folder, name), "utf8")) as SignedKeyAct;
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${(error as Error).message}`);
  }
  const act = typeof signed?.statement === "string" ? parseKeyAct(signed.statement) : null;
  if (!act || !Array.isArray(signed.signatures)) throw new UsageError(`${name} holds no act on a seal key`);
  return { signed, act };
}

export async function writeActFile({ folder }: Terminal, name: string, signed: SignedKeyAct): Promise<void> {
  await writeFile(resolve(folder, name), `${JSON.stringify(signed, undefined, 2)}\n`);
}

/** What an officer reads before he signs. */
export function describeAct({
  number,
  act,
  certificate_sha256: certificate,
  reason,
  previous,
}: KeyAct): string {
  return [
    `act ${number}: ${act}`,
    `  certificate ${certificate}`,
    `  reason      ${reason}`,
    `  follows     ${previous}`,
    "",
  ].join("\n");
}
