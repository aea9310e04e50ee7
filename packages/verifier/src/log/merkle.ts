// From a leaf up to the root of its tree (RFC 9162 §2.1.3.2).

import { concat, digest, fromHex, type Octets } from "../octets/octets.ts";

export interface MerklePath {
  /** Zero-based. */
  readonly index: number;
  readonly size: number;
  /** Sibling hashes, lower-case hex, from the leaf upwards. */
  readonly hashes: readonly string[];
}

/** Throws TypeError where such a path cannot belong to such a tree. */
export async function rootOfPath(leaf: Uint8Array, { index, size, hashes }: MerklePath): Promise<Octets> {
  if (![index, size].every(Number.isSafeInteger) || index < 0 || index >= size)
    throw new TypeError("a place outside the tree");
  let position = index;
  let last = size - 1;
  let hash = await digest(concat(Uint8Array.of(0), leaf));
  for (const text of hashes) {
    const sibling = fromHex(text);
    if (last === 0 || sibling.length !== 32) throw new TypeError("a path that leads nowhere");
    if (position % 2 === 1 || position === last) {
      hash = await digest(concat(Uint8Array.of(1), sibling, hash));
      while (position % 2 === 0 && position !== 0) {
        position = Math.floor(position / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = await digest(concat(Uint8Array.of(1), hash, sibling));
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) throw new TypeError("a path that ends too early");
  return hash;
}
