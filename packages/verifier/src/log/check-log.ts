// That a leaf stands in the public log: path, checkpoint signature, timestamp (C2SP signed-note and tlog-checkpoint).

import { checkStamp } from "../cms/check-cms.ts";
import { concat, digest, fromBase64, fromUtf8, isSame, toHex, utf8, fromHex } from "../octets/octets.ts";
import type { Collector } from "../report.ts";
import { rootOfPath } from "./merkle.ts";

interface LogProof {
  readonly index: number;
  readonly leaf: string;
  readonly inclusion: readonly string[];
  readonly checkpoint: string;
  readonly timestamp: string | null;
}

/** Throws TypeError or SyntaxError for anything else. */
function readLogProof(text: string): LogProof {
  const value: unknown = JSON.parse(text);
  if (!isLogProof(value)) throw new TypeError("not a proof from the log");
  return value;
}

function isLogProof(value: unknown): value is LogProof {
  if (typeof value !== "object" || value === null) return false;
  return (
    "index" in value &&
    typeof value.index === "number" &&
    "leaf" in value &&
    typeof value.leaf === "string" &&
    "inclusion" in value &&
    Array.isArray(value.inclusion) &&
    "checkpoint" in value &&
    typeof value.checkpoint === "string" &&
    "timestamp" in value
  );
}

interface Checkpoint {
  /** What is signed and time-stamped. */
  readonly text: string;
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly signatures: readonly { readonly name: string; readonly value: Uint8Array }[];
}

function readCheckpoint(note: string): Checkpoint {
  const split = note.lastIndexOf("\n\n");
  const text = note.slice(0, split + 1);
  const [origin, size, root] = text.split("\n");
  const signatures = [...note.slice(split + 2).matchAll(/^\u2014 (\S+) (\S+)$/gmu)].map(
    ([, name = "", value = ""]) => ({ name, value: fromBase64(value) }),
  );
  if (split < 0 || !origin || !root || !/^(?:0|[1-9]\d{0,15})$/u.test(size ?? ""))
    throw new TypeError("not a checkpoint");
  return { text, origin, size: Number(size), root: fromBase64(root), signatures };
}

export interface LogProofToCheck {
  /** JSON, as bundles hold it. */
  readonly octets: Uint8Array;
  /** Of the record it should be about. */
  readonly leaf: string | undefined;
  /** As a C2SP vkey; null where there is none. */
  readonly key: string | null;
}

export async function checkLogProof(
  report: Collector,
  about: string,
  { octets, leaf, key }: LogProofToCheck,
): Promise<void> {
  const found = await report.check("log_inclusion", about, async () => {
    const proof = readLogProof(fromUtf8(octets));
    if (proof.leaf !== leaf) throw new TypeError("the proof is of another record");
    const checkpoint = readCheckpoint(proof.checkpoint);
    const path = { index: proof.index, size: checkpoint.size, hashes: proof.inclusion };
    if (!isSame(await rootOfPath(fromHex(proof.leaf), path), checkpoint.root))
      throw new TypeError("the path leads to another root");
    return { checkpoint, timestamp: proof.timestamp };
  });
  if (!found) return;
  const { checkpoint, timestamp } = found;
  if (key === null) report.open("log_signature", about);
  else await report.check("log_signature", about, () => requireSigned(checkpoint, key));
  if (timestamp === null) report.open("log_timestamp", about);
  else
    await report.check("log_timestamp", about, async () => {
      const { authority } = await checkStamp(fromBase64(timestamp), await digest(utf8(checkpoint.text)));
      report.certificates.push({ ...authority, use: "timestamp" });
    });
}

const ED25519 = 1;

/** `name+hash+key`: the hash is of name and key, the key begins with its kind. */
async function requireSigned({ text, origin, signatures }: Checkpoint, vkey: string): Promise<void> {
  const [, name = "", id = "", encoded = ""] =
    /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(vkey.trim()) ?? [];
  const key = fromBase64(encoded);
  const expected = await digest(concat(utf8(`${name}\n`), key));
  if (key[0] !== ED25519 || key.length !== 33 || toHex(expected.subarray(0, 4)) !== id)
    throw new TypeError("not a key of a log");
  if (name !== origin) throw new TypeError("the key is of another log");
  const imported = await crypto.subtle.importKey("raw", key.subarray(1), "Ed25519", false, ["verify"]);
  for (const { name: signer, value } of signatures) {
    if (signer !== name || toHex(value.subarray(0, 4)) !== id) continue;
    if (await crypto.subtle.verify("Ed25519", imported, Uint8Array.from(value.subarray(4)), utf8(text)))
      return;
  }
  throw new TypeError("the checkpoint is not signed by this key");
}
