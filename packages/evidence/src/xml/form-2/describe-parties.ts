// Sender and addressee in form 2, and who acted for them, with their assurance (ETSI EN 319 522-2 §7, 522-3 §5).

import type { AuthenticationFacts, EvidenceFacts } from "@posthorn/domain";
import { addressLine, EMAIL_SCHEME, ENTERPRISE_SCHEME, identifier, identity } from "../describe-identity.ts";
import { levelUri, MEMBER_SCHEME, methodUri } from "../own-uris.ts";
import { element, type XmlElement } from "../write.ts";

/** A company is nobody that could be authenticated: that is said of the member who acted for it. */
export function describeSender(facts: EvidenceFacts): XmlElement {
  const { sender } = facts;
  const company = sender.kind === "company";
  const name = company ? { LegalName: sender.name } : { CommonName: sender.name };
  return element(
    "e:SenderDetails",
    {},
    identity({ ...name, Locality: sender.town }),
    identifier(sender.enterprise_number, ENTERPRISE_SCHEME),
    company ? undefined : assuranceOfSender(facts),
  );
}

/** Of a company its member, by his random id; of a person the key by which his program acts. */
export function describeSenderDelegate(facts: EvidenceFacts): XmlElement | undefined {
  const { sender } = facts;
  const byKey = sender.authentication.method === "api_key";
  const acts = { ActsBy: byKey ? "api_key" : "session" };
  if (sender.kind === "company") {
    return element(
      "e:SenderDelegateDetails",
      {},
      identity({ Member: sender.member, ...acts }),
      identifier(sender.member, MEMBER_SCHEME),
      assuranceOfSender(facts),
    );
  }
  if (!byKey) return undefined;
  return element("e:SenderDelegateDetails", {}, identity(acts), assuranceOfAct(facts, sender.authentication));
}

export function describeRecipient(facts: EvidenceFacts): XmlElement {
  const { recipient } = facts;
  const organisation = recipient.kind === "organisation";
  const collector = organisation ? undefined : facts.collector;
  const name = organisation
    ? { LegalName: recipient.name, AttentionOf: recipient.attention_of }
    : { FamilyName: recipient.name, FirstName: recipient.first_names };
  return element(
    "e:RecipientDetails",
    {},
    identity({
      ...name,
      Email: recipient.email,
      Mobile: recipient.mobile,
      PostalAddress: recipient.postal_address && addressLine(recipient.postal_address),
      PreferredLanguage: recipient.language,
      SuppliedBy: recipient.supplied_by,
      ConsentBasis: recipient.consent.basis,
      ConsentStatedOn: recipient.consent.stated_on,
      ConsentWords: recipient.consent.words,
      ...whyHeIsTheAddressee(collector),
    }),
    recipient.enterprise_number === undefined
      ? identifier(recipient.email, EMAIL_SCHEME)
      : identifier(recipient.enterprise_number, ENTERPRISE_SCHEME),
    collector && assuranceOfAct(facts, collector.authentication),
  );
}

/** Who collected or refused for an organisation: its member, by his random id; with codes a person who is not identified. */
export function describeRecipientsDelegate(facts: EvidenceFacts): XmlElement | undefined {
  const { recipient, collector } = facts;
  if (recipient.kind !== "organisation" || !collector) return undefined;
  return element(
    "e:RecipientsDelegateDetails",
    {},
    identity({ ...whyHeIsTheAddressee(collector), Member: collector.member }),
    identifier(collector.member, MEMBER_SCHEME),
    assuranceOfAct(facts, collector.authentication),
    // The evidence names one addressee: this one.
    element("DelegatingRecipients", {}, "1"),
  );
}

function whyHeIsTheAddressee(collector: EvidenceFacts["collector"]) {
  return {
    AuthenticatedName: collector?.name,
    MatchedOn: collector?.matched_on,
    IdentificationCommitment: collector?.identification_commitment,
  };
}

/** How he was authenticated for this submission, and how he was first identified. */
function assuranceOfSender(facts: EvidenceFacts): XmlElement {
  const { authentication: by, identified } = facts.sender;
  return element(
    "AssuranceLevelsDetails",
    {},
    element(
      "e:AuthenticationDetsAndAssuranceLevel",
      {},
      element("AssuranceLevel", {}, ...level(facts, by)),
      authentication(facts, by),
    ),
    element(
      "IdentityProofAssuranceLevel",
      {},
      ...level(facts, identified),
      element("PolicyIDDetails", {}, [identified.at, identified.issuer].filter(Boolean).join(" ")),
    ),
  );
}

function assuranceOfAct(facts: EvidenceFacts, by: AuthenticationFacts): XmlElement {
  const issuer = by.issuer === undefined ? undefined : element("PolicyIDDetails", {}, by.issuer);
  return element(
    "AssuranceLevelsDetails",
    {},
    element("GlobalAssuranceLevel", {}, ...level(facts, by), ...(issuer ? [issuer] : [])),
    authentication(facts, by),
  );
}

function level(facts: EvidenceFacts, by: AuthenticationFacts): readonly XmlElement[] {
  return [
    element("AssuranceLevel", {}, levelUri(facts, by.method, by.level)),
    element("PolicyID", {}, methodUri(facts, by.method)),
  ];
}

function authentication(facts: EvidenceFacts, { method, at }: AuthenticationFacts): XmlElement {
  return element(
    "e:AuthenticationDetails",
    {},
    element("AuthenticationTime", {}, at),
    element("AuthenticationMethod", {}, methodUri(facts, method)),
  );
}
