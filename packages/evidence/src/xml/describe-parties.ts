// Issuer, sender and addressee of evidence as SAML attributes with their assurance (ETSI EN 319 522-3 §5).

import type { AuthenticationFacts, EvidenceFacts, PostalAddressFacts } from "@posthorn/domain";
import { digestOf } from "./describe-digest.ts";
import { attributeUri, levelUri, methodUri } from "./own-uris.ts";
import { element, type XmlElement } from "./write.ts";

/** eIDAS attribute profile where it has a name; else X.500 and LDAP attribute types. */
const ATTRIBUTE = {
  LegalName: "http://eidas.europa.eu/attributes/legalperson/LegalName",
  FamilyName: "http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName",
  FirstName: "http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName",
  CommonName: "urn:oid:2.5.4.3",
  Country: "urn:oid:2.5.4.6",
  Locality: "urn:oid:2.5.4.7",
  PostalAddress: "urn:oid:2.5.4.16",
  Email: "urn:oid:0.9.2342.19200300.100.1.3",
  Mobile: "urn:oid:0.9.2342.19200300.100.1.41",
  PreferredLanguage: "urn:oid:2.16.840.1.113730.3.1.39",
  AttentionOf: attributeUri("attention_of"),
  Member: attributeUri("member"),
  AuthenticatedName: attributeUri("authenticated_name"),
  MatchedOn: attributeUri("matched_on"),
  IdentificationCommitment: attributeUri("identification_commitment"),
  SuppliedBy: attributeUri("supplied_by"),
  ConsentBasis: attributeUri("consent_basis"),
} as const;
type Attributes = Readonly<Partial<Record<keyof typeof ATTRIBUTE, string | undefined>>>;

/** Belgian enterprise numbers in ISO 6523 are scheme 0208. */
const ENTERPRISE_SCHEME = "urn:oasis:names:tc:ebcore:partyid-type:iso6523:0208";
const EMAIL_SCHEME = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

export function describeIssuer(facts: EvidenceFacts): XmlElement {
  const { name, country, certificate_sha256: certificate } = facts.issuer;
  const named = certificate === undefined ? undefined : element("CertDigest", {}, ...digestOf(certificate));
  return element(
    "e:EvidenceIssuerDetails",
    {},
    identity({ LegalName: name, Country: country }),
    named && element("e:CertificateDetails", {}, element("CertID", {}, named)),
  );
}

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

function identity(attributes: Attributes): XmlElement {
  const names = Object.keys(ATTRIBUTE) as (keyof typeof ATTRIBUTE)[];
  const given = names.flatMap((name) => {
    const value = attributes[name];
    if (value === undefined) return [];
    const type = {
      FriendlyName: name,
      Name: ATTRIBUTE[name],
      NameFormat: "urn:oasis:names:tc:SAML:2.0:attrname-format:uri",
    };
    return [element("saml:Attribute", type, element("saml:AttributeValue", {}, value))];
  });
  return element("e:Identity", {}, ...given);
}

function identifier(value: string | undefined, scheme: string): XmlElement | undefined {
  return value === undefined ? undefined : element("Identifier", { IdentifierSchemeName: scheme }, value);
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

function addressLine({ street, number, box, postcode, town, country }: PostalAddressFacts): string {
  return `${street} ${number}${box === undefined ? "" : ` ${box}`}, ${postcode} ${town}, ${country}`;
}
