// URIs for what the standards have no name for: they are anchors of the provider's practice statement.

import type { AssuranceLevel, EvidenceFacts, IdentificationMethod } from "@posthorn/domain";

/** Where a record names no policy. */
const NO_POLICY = "urn:x-posthorn:policy";

function anchor(facts: EvidenceFacts, name: string): string {
  const [policy = NO_POLICY] = facts.policies;
  return `${policy.replace(/#.*$/u, "")}#${name}`;
}

/** ETSI EN 319 522-2 §8 for reasons that it knows. */
export function reasonUri(facts: EvidenceFacts, reason: string): string {
  if (reason.startsWith("own:")) return anchor(facts, `reason-${reason.slice(4)}`);
  return `http://uri.etsi.org/19522/EventReason/${reason}`;
}

export function methodUri(facts: EvidenceFacts, method: IdentificationMethod): string {
  return anchor(facts, `identification-${method.replaceAll("+", "-")}`);
}

/** The eIDAS level where one was established; else what the method gives, which is described in the policy. */
export function levelUri(
  facts: EvidenceFacts,
  method: IdentificationMethod,
  level: AssuranceLevel | undefined,
): string {
  if (level !== undefined && method !== "codes") return `http://eidas.europa.eu/LoA/${level}`;
  return anchor(facts, `assurance-${method.replaceAll("+", "-")}`);
}

/** An attribute of a party that neither X.500 nor eIDAS names. */
export function attributeUri(name: string): string {
  return `urn:x-posthorn:attribute:${name}`;
}

/** Of a company's member, known to the other side by a random identifier only. */
export const MEMBER_SCHEME = "urn:x-posthorn:identifier:member";
