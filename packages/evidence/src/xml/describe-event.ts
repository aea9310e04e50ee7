// Reasons of the event, and the parts that it is about with their digests (ETSI EN 319 522-3 §5); alike in every form.

import type { EvidenceFacts } from "@posthorn/domain";
import { digestOf } from "./describe-digest.ts";
import { reasonUri } from "./own-uris.ts";
import { element, type XmlElement } from "./write.ts";

export function describeReasons(facts: EvidenceFacts): XmlElement | undefined {
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

export function describeContent(facts: EvidenceFacts): XmlElement | undefined {
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
