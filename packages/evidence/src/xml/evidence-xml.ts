// Evidence as XML (ETSI EN 319 522-3), made from the record alone: the same record always gives the same octets.

import { isEventName, type EvidenceFacts } from "@posthorn/domain";
import { type EvidenceForm, recordExtension, type RecordStamp, stampExtension } from "./describe-record.ts";
import { describeEvent as describeEventInForm1 } from "./form-1/describe-event.ts";
import { describeEvent as describeEventInForm2 } from "./form-2/describe-event.ts";
import { element, writeXml } from "./write.ts";

export type { RecordStamp } from "./describe-record.ts";

const STANDARD_VERSION = "EN319522v1.2.1";
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * Old evidence is remade to check it, so a form never changes: other octets for the records to come are a new version of
 * the record and a new form beside these.
 */
const FORMS = { 1: "1", 2: "2" } as const satisfies Record<EvidenceFacts["version"], EvidenceForm>;

/** The form that evidence of this record has. Throws TypeError for a version unknown here. */
export function evidenceFormOf({ version }: Pick<EvidenceFacts, "version">): EvidenceForm {
  if (!Object.hasOwn(FORMS, version)) throw new TypeError(`a record of version ${version} is unknown here`);
  return FORMS[version];
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
  const form = evidenceFormOf(facts);
  const event =
    form === "1" ? describeEventInForm1(facts, facts.type) : describeEventInForm2(facts, facts.type);
  const root = element(
    "e:Evidence",
    { Id: `E-${facts.id}`, version: STANDARD_VERSION },
    ...event,
    element("e:Extensions", {}, recordExtension(form, canonical, random), stampExtension(stamp)),
  );
  return XML_DECLARATION + writeXml(root);
}
