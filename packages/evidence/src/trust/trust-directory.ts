// The folder in which trusted lists are kept: who signs the list of lists, the lists, when each was fetched, its stamp.

import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fromPem } from "@posthorn/pki";
import { refuseList } from "./refuse-list.ts";
import type { TrustedList } from "./read-list.ts";

/** Certificates that may sign the list of lists, PEM, from the Official Journal; put there by whoever runs this. */
export const SIGNERS_FILE = "lotl-signers.pem";
const STATE_FILE = "fetched.json";

export interface FetchedList {
  readonly fetched_at: string;
  readonly sequence: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** By territory; the list of lists is `EU`. */
export type FetchedLists = Readonly<Record<string, FetchedList>>;

export function listPath(directory: string, territory: string): string {
  if (!/^[A-Z]{2}$/u.test(territory)) throw refuseList(`no territory: ${territory.slice(0, 20)}`);
  return join(directory, `${territory}.xml`);
}

export async function readSigners(directory: string): Promise<readonly Uint8Array[]> {
  try {
    return fromPem(await readFile(join(directory, SIGNERS_FILE), "utf8"));
  } catch (cause) {
    throw refuseList(`${SIGNERS_FILE} is missing: the signers of the list of lists are pinned there`, cause);
  }
}

/** Empty before anything was fetched. */
export async function readFetched(directory: string): Promise<FetchedLists> {
  let text: string;
  try {
    text = await readFile(join(directory, STATE_FILE), "utf8");
  } catch {
    return {};
  }
  try {
    const lists: unknown = JSON.parse(text);
    if (!isFetched(lists)) throw new TypeError("of another form");
    return lists;
  } catch (cause) {
    throw refuseList(`${STATE_FILE} cannot be read`, cause);
  }
}

function isFetched(value: unknown): value is FetchedLists {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every(
      (one: unknown) =>
        typeof one === "object" && one !== null && "sequence" in one && typeof one.sequence === "number",
    )
  );
}

/** An older list than the one last seen may hide that a service lost its status. */
export function requireNotOlder(list: TrustedList, fetched: FetchedLists): void {
  const known = fetched[list.territory]?.sequence ?? 0;
  if (!Number.isSafeInteger(list.sequence) || list.sequence < known) {
    throw refuseList(
      `list ${list.territory} #${list.sequence} is older than #${known}, which was seen before`,
    );
  }
}

/** Whole or not at all. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.new`, content);
  await rename(`${path}.new`, path);
}

export async function writeFetched(directory: string, fetched: FetchedLists): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeWhole(join(directory, STATE_FILE), `${JSON.stringify(fetched, null, 2)}\n`);
}
