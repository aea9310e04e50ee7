// The record and its timestamp, which travel with the evidence so that anybody can recompute the leaf that was stamped.

import type { MerklePath } from "../merkle/hash-tree.ts";
import { element, type XmlElement } from "./write.ts";

/** The timestamp of a record. */
export interface RecordStamp {
  /** RFC 3161 token (ContentInfo, DER) over the root of the tree. */
  readonly token: Uint8Array;
  /** From the record's leaf value to that root. */
  readonly path: MerklePath;
  readonly genTime: Temporal.Instant;
}

/** Of the function that makes the XML; the version of a record decides which is its own. */
export type EvidenceForm = "1" | "2";

export function recordExtension(form: EvidenceForm, canonical: string, random: Uint8Array): XmlElement {
  return element(
    "e:Extension",
    { isCritical: "false" },
    element(
      "x:Record",
      { form },
      element("x:Canonical", {}, Buffer.from(canonical, "utf8").toString("base64")),
      element("x:Random", {}, Buffer.from(random).toString("base64")),
    ),
  );
}

export function stampExtension({ token, path, genTime }: RecordStamp): XmlElement {
  return element(
    "e:Extension",
    { isCritical: "false" },
    element(
      "x:Stamp",
      { genTime: genTime.toString({ smallestUnit: "millisecond" }) },
      element("x:Token", {}, Buffer.from(token).toString("base64")),
      element(
        "x:Path",
        { index: String(path.index), size: String(path.size) },
        ...path.hashes.map((hash) => element("x:Hash", {}, hash)),
      ),
    ),
  );
}
