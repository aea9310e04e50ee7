// The digest of the log's tree.

import { hash } from "node:crypto";

export function sha256(octets: Uint8Array): Uint8Array {
  // Through text it takes half the time: no memory outside of the heap is asked for.
  return Buffer.from(hash("sha256", octets, "hex"), "hex");
}
