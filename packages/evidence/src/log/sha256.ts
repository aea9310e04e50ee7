// The digest of the log's tree.

import { hash } from "node:crypto";

export function sha256(octets: Uint8Array): Uint8Array {
  return hash("sha256", octets, "buffer");
}
