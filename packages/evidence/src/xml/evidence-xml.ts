// Evidence as XML (ETSI EN 319 522-3), made from the record alone: the same record always gives the same octets.

import { eventUri, isEventName, type EvidenceFacts } from "@posthorn/domain";
import type { MerklePath } from "../merkle/hash-tree.ts";
import { digestOf } from "./describe-digest.ts";
import { describeIssuer, describeRecipient, describeSender } from "./describe-parties.ts";
import { describeLog } from "./describe-log.ts";
import { reasonUri } from "./own-uris.ts";
import { element, writeXml, type XmlElement } from "./write.ts";

/** Of this function: a change that gives other octets for an old record needs a new form beside this one. */
export const EVIDENCE_FORM = "1";

const STANDARD_VERSION = "EN319522v1.2.1";
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The timestamp of a record. */
export interface RecordStamp {
  /** RFC 3161 token (ContentInfo, DER) over the root of the tree. */
  readonly token: Uint8Array;
  /** From the record's leaf value to that root. */
  readonly path: MerklePath;
  readonly genTime: Temporal.Instant;
}

/** Whether records of this type become evidence of the standard; others (`SmsFailure`, say) are records only. */
export function hasEvidenceXml(type: string): boolean {
  return isEventName(type);
}

/**
 * Unsigned evidence of one record. `canonical` must be the canonical JSON of `facts`, `random` its 32 octets; both
 * travel with it, so that anybody can recompute the leaf value that was stamped.
 * Throws TypeError for a type that is no event of the standard.
 */
export function evidenceXml(
  facts: EvidenceFacts,
  canonical: string,
  random: Uint8Array,
  stamp: RecordStamp,
): string {
  if (!isEventName(facts.type)) throw new TypeError(`${facts.type} is no event of EN 319 522`);
  const root = element(
    "e:Evidence",
    { Id: `E-${facts.id}`, version: STANDARD_VERSION },
    element("e:EvidenceIdentifier", {}, facts.id),
    element("e:ERDSEventId", {}, eventUri(facts.type)),
    describeReasons(facts),
    element("EventTime", {}, facts.event_at),
    facts.policies.length > 0 &&
      element(
        "e:EvidenceIssuerPolicyID",
        {},
        ...facts.policies.map((policy) => element("PolicyID", {}, policy)),
      ),
    describeIssuer(facts),
    describeSender(facts),
    describeRecipient(facts),
    element("e:SubmissionTime", {}, facts.submitted_at),
    element("EvidenceRefersToRecipient", {}, "1"),
    element("e:MessageIdentifier", {}, facts.delivery),
    describeContent(facts),
    describeLog(facts),
    element("e:Extensions", {}, recordExtension(canonical, random), stampExtension(stamp)),
  );
  return XML_DECLARATION + writeXml(root);
}

function describeReasons(facts: EvidenceFacts): XmlElement | undefined {
  const reasons = facts.reasons ?? [];
  if (reasons.length === 0) return undefined;
  const described = reasons.map((reason) =>
    element(
      "e:EventReason",
      {},
      element("Code", {}, reasonUri(facts, reason)),
      element("Details", {}, reason),
    ),
  );
  return element("e:EventReasons", {}, ...described);
}

function describeContent(facts: EvidenceFacts): XmlElement | undefined {
  if (facts.parts.length === 0) return undefined;
  const parts = facts.parts.map((part) =>
    element(
      "e:PartInfo",
      {},
      element("Identifier", {}, part.name),
      element("ContentType", {}, part.type),
      ...digestOf(part.sha256),
    ),
  );
  return element(
    "e:UserContentInfo",
    {},
    element("ComposingParts", {}, String(facts.parts.length)),
    element("e:PartsInfo", {}, ...parts),
  );
}

function recordExtension(canonical: string, random: Uint8Array): XmlElement {
  return element(
    "e:Extension",
    { isCritical: "false" },
    element(
      "x:Record",
      { form: EVIDENCE_FORM },
      element("x:Canonical", {}, Buffer.from(canonical, "utf8").toString("base64")),
      element("x:Random", {}, Buffer.from(random).toString("base64")),
    ),
  );
}

function stampExtension({ token, path, genTime }: RecordStamp): XmlElement {
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
