// Reads a record and its time stamp out of an evidence XML with code of its own: a second pair of eyes on the leaf and the tree.

import { createHash, createHmac } from "node:crypto";

export interface ReadStamp {
  /** RFC 3161 token, DER. */
  readonly token: Buffer;
  /** Lower-case hex: what the token must be about, reckoned from the record and its random alone. */
  readonly digest: string;
  /** The record, as JSON. */
  readonly canonical: string;
}

/** Throws where the XML does not hold what an evidence of ours holds. */
export function readStamp(xml: string): ReadStamp {
  const canonical = Buffer.from(one(xml, "x:Canonical"), "base64");
  const random = Buffer.from(one(xml, "x:Random"), "base64");
  const leaf = createHmac("sha256", random).update(canonical).digest();
  const [, index, size] = /<x:Path[^>]* index="(\d+)" size="(\d+)"/.exec(xml) ?? [];
  const siblings = Array.from(xml.matchAll(/<x:Hash>([0-9a-f]{64})<\/x:Hash>/g), ([, hex = ""]) =>
    Buffer.from(hex, "hex"),
  );
  const root = climb(sha256(Buffer.of(0), leaf), Number(index), Number(size), siblings);
  return {
    token: Buffer.from(one(xml, "x:Token"), "base64"),
    digest: root.toString("hex"),
    canonical: canonical.toString("utf8"),
  };
}

/** RFC 9162 §2.1.3: from a leaf's hash to the root, told recursively instead of by bits. */
function climb(hash: Buffer, index: number, size: number, siblings: readonly Buffer[]): Buffer {
  if (size === 1) return hash;
  const split = 2 ** Math.ceil(Math.log2(size) - 1);
  const sibling = siblings.at(-1);
  if (sibling === undefined) throw new Error("The path is too short.");
  const below = siblings.slice(0, -1);
  return index < split
    ? sha256(Buffer.of(1), climb(hash, index, split, below), sibling)
    : sha256(Buffer.of(1), sibling, climb(hash, index - split, size - split, below));
}

function sha256(...pieces: readonly Buffer[]): Buffer {
  return createHash("sha256").update(Buffer.concat(pieces)).digest();
}

function one(xml: string, name: string): string {
  const found = new RegExp(`<${name}[^>]*>([^<]+)</${name}>`).exec(xml)?.[1];
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}
