// Leaves and nodes of the public log's tree (RFC 9162 §2.1.1); the digest itself is given by the caller.

/** SHA-256 of the octets. */
export type Sha256 = (octets: Uint8Array) => Uint8Array;

/** Octets of a hash, and of an entry of the log. */
export const HASH_OCTETS = 32;

/** SHA-256(0x00 ‖ entry): a node can never be passed off as a leaf. */
export function hashLogLeaf(sha256: Sha256, entry: Uint8Array): Uint8Array {
  const octets = new Uint8Array(1 + entry.length);
  octets.set(entry, 1);
  return sha256(octets);
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function hashLogNode(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  const octets = new Uint8Array(2 * HASH_OCTETS);
  octets.set(left);
  octets.set(right, HASH_OCTETS);
  return hashLogPair(sha256, octets);
}

/** The same for two hashes that stand one behind the other. */
export function hashLogPair(sha256: Sha256, pair: Uint8Array): Uint8Array {
  const octets = new Uint8Array(1 + 2 * HASH_OCTETS);
  octets[0] = 1;
  octets.set(pair, 1);
  return sha256(octets);
}
