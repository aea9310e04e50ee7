// Anchors from a folder of trusted lists: pinned signers → list of lists → national lists → services. Nothing is fetched.

import { readFile } from "node:fs/promises";
import { listAnchors, type ListAnchors } from "./list-anchors.ts";
import { readList, type ListPointer, type TrustedList } from "./read-list.ts";
import { readSignedList } from "./read-signed-list.ts";
import { refuseList } from "./refuse-list.ts";
import { listPath, readFetched, readSigners, requireNotOlder } from "./trust-directory.ts";

/**
 * Of every national list that lies in the folder; one that is not there trusts nobody. A list past its next update still
 * gives its anchors, which say so: the verification then answers TRY_LATER. Throws AppError `trusted_list_refused` for a
 * list that its signers did not sign, that is older than one seen before, or that cannot be read.
 */
export async function readTrustDirectory(directory: string): Promise<ListAnchors> {
  const fetched = await readFetched(directory);
  const text = await readIfThere(listPath(directory, "EU"));
  if (text === undefined) throw refuseList("EU.xml, the list of lists, is missing");
  const lists = readList(readSignedList(text, await readSigners(directory)).xml);
  requireNotOlder(lists, fetched);
  const found: ListAnchors[] = [];
  for (const pointer of lists.pointers.filter(({ territory }) => territory !== lists.territory)) {
    const national = await readIfThere(listPath(directory, pointer.territory));
    if (national === undefined) continue;
    const list = readNationalList(national, pointer);
    requireNotOlder(list, fetched);
    found.push(listAnchors(list, earlier(lists.nextUpdate, list.nextUpdate)));
  }
  return {
    seal: found.flatMap(({ seal }) => seal),
    timestamp: found.flatMap(({ timestamp }) => timestamp),
  };
}

/** Signed by whom the list of lists names for this territory, and of this territory. */
export function readNationalList(text: string, { territory, signers }: ListPointer): TrustedList {
  const list = readList(readSignedList(text, signers).xml);
  if (list.territory !== territory) throw refuseList(`the list of ${territory} is that of ${list.territory}`);
  return list;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw refuseList(`${path} cannot be read`, error);
  }
}

function earlier(a: Temporal.Instant | null, b: Temporal.Instant | null): Temporal.Instant | null {
  if (a === null || b === null) return a ?? b;
  return Temporal.Instant.compare(a, b) < 0 ? a : b;
}
