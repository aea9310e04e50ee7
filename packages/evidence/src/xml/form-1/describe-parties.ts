// Sender and addressee in form 1, with their assurance (ETSI EN 319 522-3 §5).

import type { AuthenticationFacts, EvidenceFacts } from "@posthorn/domain";
import { addressLine, EMAIL_SCHEME, ENTERPRISE_SCHEME, identifier, identity } from "../describe-identity.ts";
import { levelUri, methodUri } from "../own-uris.ts";
import { element, type XmlElement } from "../write.ts";

export function describeSender(facts: EvidenceFacts): XmlElement {
  const { sender } = facts;
  const name = sender.kind === "company" ? { LegalName: sender.name } : { CommonName: sender.name };
  return element(
    "e:SenderDetails",
    {},
    identity({ ...name, Locality: sender.town, Member: sender.member }),
    identifier(sender.enterprise_number, ENTERPRISE_SCHEME),
    element(
      "AssuranceLevelsDetails",
      {},
      element(
        "e:AuthenticationDetsAndAssuranceLevel",
        {},
        element("AssuranceLevel", {}, level(facts, sender.authentication)),
        authentication(facts, sender.authentication),
      ),
      element(
        "IdentityProofAssuranceLevel",
        {},
        level(facts, sender.identified),
        element("PolicyID", {}, methodUri(facts, sender.identified.method)),
        element(
          "PolicyIDDetails",
          {},
          [sender.identified.at, sender.identified.issuer].filter(Boolean).join(" "),
        ),
      ),
    ),
  );
}

export function describeRecipient(facts: EvidenceFacts): XmlElement {
  const { recipient, collector } = facts;
  const name =
    recipient.kind === "organisation"
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
      AuthenticatedName: collector?.name,
      MatchedOn: collector?.matched_on,
      IdentificationCommitment: collector?.identification_commitment,
    }),
    recipient.enterprise_number === undefined
      ? identifier(recipient.email, EMAIL_SCHEME)
      : identifier(recipient.enterprise_number, ENTERPRISE_SCHEME),
    collector &&
      element(
        "AssuranceLevelsDetails",
        {},
        element("GlobalAssuranceLevel", {}, level(facts, collector.authentication)),
        authentication(facts, collector.authentication),
      ),
  );
}

function level(facts: EvidenceFacts, { method, level: established }: AuthenticationFacts): XmlElement {
  return element("AssuranceLevel", {}, levelUri(facts, method, established));
}

function authentication(facts: EvidenceFacts, { method, at }: AuthenticationFacts): XmlElement {
  return element(
    "e:AuthenticationDetails",
    {},
    element("AuthenticationTime", {}, at),
    element("AuthenticationMethod", {}, methodUri(facts, method)),
  );
}
