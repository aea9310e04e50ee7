// That an old tree is the beginning of a new one (RFC 9162 §2.1.4.2).

import { hashLogNode } from "@posthorn/domain";
import { sha256 } from "./sha256.ts";

interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** From an empty tree every proof is empty and proves nothing. False for proofs with too few or too many hashes. */
export function verifyConsistency(older: TreeHead, newer: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (older.size > newer.size) return false;
  if (older.size === 0) return proof.length === 0;
  if (older.size === newer.size) return proof.length === 0 && isSame(older.root, newer.root);
  let node = older.size - 1;
  let last = newer.size - 1;
  while (node % 2 === 1) [node, last] = [halve(node), halve(last)];
  // An old tree that is one full subtree stands in the new one as it is: the proof does not repeat it.
  const [first, ...rest] = node > 0 ? proof : [older.root, ...proof];
  if (!first) return false;
  let oldRoot = first;
  let newRoot = first;
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldRoot = hashLogNode(sha256, hash, oldRoot);
      newRoot = hashLogNode(sha256, hash, newRoot);
      while (node % 2 === 0 && node !== 0) [node, last] = [halve(node), halve(last)];
    } else {
      newRoot = hashLogNode(sha256, newRoot, hash);
    }
    [node, last] = [halve(node), halve(last)];
  }
  return last === 0 && isSame(oldRoot, older.root) && isSame(newRoot, newer.root);
}

function halve(n: number): number {
  return Math.floor(n / 2);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
