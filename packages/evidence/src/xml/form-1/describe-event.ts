// The components of evidence in form 1, in the order of the schema (ETSI EN 319 522-3).

import { type EventName, eventUri, type EvidenceFacts } from "@posthorn/domain";
import { describeContent, describeReasons } from "../describe-event.ts";
import { describeIssuer } from "../describe-issuer.ts";
import { element, type XmlNode } from "../write.ts";
import { describeLog } from "./describe-log.ts";
import { describeRecipient, describeSender } from "./describe-parties.ts";

export function describeEvent(
  facts: EvidenceFacts,
  name: EventName,
): readonly (XmlNode | false | undefined)[] {
  return [
    element("e:EvidenceIdentifier", {}, facts.id),
    element("e:ERDSEventId", {}, eventUri(name)),
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
  ];
}
