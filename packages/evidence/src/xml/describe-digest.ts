// A SHA-256 digest as XML signatures write it.

import { ALGORITHM } from "./namespaces.ts";
import { element, type XmlElement } from "./write.ts";

/** `ds:DigestMethod` and `ds:DigestValue`, from octets or lower-case hex. */
export function digestOf(sha256: string | Uint8Array): [XmlElement, XmlElement] {
  const octets = typeof sha256 === "string" ? Buffer.from(sha256, "hex") : Buffer.from(sha256);
  return [
    element("ds:DigestMethod", { Algorithm: ALGORITHM.sha256 }),
    element("ds:DigestValue", {}, octets.toString("base64")),
  ];
}
