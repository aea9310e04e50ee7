// Fetches trusted lists into their folder: over https, from named hosts only, checked before they replace older ones.

import { createHash } from "node:crypto";
import type { StampDigest } from "@posthorn/pki";
import { readList, type ListPointer, type TrustedList } from "./read-list.ts";
import { MAX_LIST_OCTETS, readSignedList } from "./read-signed-list.ts";
import { readNationalList } from "./read-trust-directory.ts";
import { refuseList } from "./refuse-list.ts";
import {
  listPath,
  readFetched,
  readSigners,
  requireNotOlder,
  writeFetched,
  writeWhole,
  type FetchedLists,
} from "./trust-directory.ts";

export interface FetchListsOptions {
  /** Holds the pinned signers; receives the lists. */
  readonly directory: string;
  /** Of the list of lists. */
  readonly url: string;
  /** Hosts that may be asked; others are refused even where a list points to them. */
  readonly hosts: readonly string[];
  /** National lists that are wanted, ISO 3166 alpha-2. */
  readonly territories: readonly string[];
  readonly now: Temporal.Instant;
  readonly timeoutMs: number;
  /** Where given, every list is stamped as fetched; the token lies beside it as `BE.xml.tst`. */
  readonly timestamp?: StampDigest;
  readonly fetch?: typeof globalThis.fetch;
}

/** What lies in the folder afterwards. Throws AppError `trusted_list_refused`; lists fetched before that stay. */
export async function fetchTrustedLists(options: FetchListsOptions): Promise<FetchedLists> {
  const { directory, territories } = options;
  let fetched = await readFetched(directory);
  const keep = async (list: TrustedList, text: string) => {
    requireNotOlder(list, fetched);
    const digest = createHash("sha256").update(text).digest();
    await writeWhole(listPath(directory, list.territory), text);
    const token = await options.timestamp?.(digest);
    if (token) await writeWhole(`${listPath(directory, list.territory)}.tst`, token);
    const entry = {
      fetched_at: options.now.toString(),
      sequence: list.sequence,
      sha256: digest.toString("hex"),
    };
    fetched = { ...fetched, [list.territory]: entry };
    await writeFetched(directory, fetched);
  };
  const text = await download(options.url, options);
  const lists = readList(readSignedList(text, await readSigners(directory)).xml);
  if (lists.territory !== "EU") throw refuseList("the list of lists is not that of the EU");
  await keep(lists, text);
  for (const territory of territories) {
    const pointer = findPointer(lists.pointers, territory);
    const national = await download(pointer.location, options);
    await keep(readNationalList(national, pointer), national);
  }
  return fetched;
}

function findPointer(pointers: readonly ListPointer[], territory: string): ListPointer {
  const pointer = pointers.find((one) => one.territory === territory);
  if (!pointer) throw refuseList(`the list of lists names none for ${territory}`);
  return pointer;
}

async function download(
  url: string,
  { hosts, timeoutMs, fetch = globalThis.fetch }: FetchListsOptions,
): Promise<string> {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: "", hostname: "" };
  if (protocol !== "https:" || !hosts.includes(hostname))
    throw refuseList(`${url} is not on a host that may be asked`);
  try {
    const answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(timeoutMs) });
    if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of answer.body) {
      const octets: Uint8Array = piece;
      size += octets.length;
      if (size > MAX_LIST_OCTETS) throw new Error("larger than any list");
      pieces.push(octets);
    }
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces));
  } catch (cause) {
    throw refuseList(`${url}: ${cause instanceof Error ? cause.message : "no answer"}`, cause);
  }
}
