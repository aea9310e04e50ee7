// Who somebody is, as SAML attributes and identifiers (ETSI EN 319 522-3 §5); every form of the XML writes them alike.

import type { PostalAddressFacts } from "@posthorn/domain";
import { attributeUri } from "./own-uris.ts";
import { element, type XmlElement } from "./write.ts";

/** Written in this order, so new ones come last. eIDAS attribute profile where it has a name; else X.500 and LDAP attribute types. */
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
  ConsentStatedOn: attributeUri("consent_stated_on"),
  ConsentWords: attributeUri("consent_words"),
  ActsBy: attributeUri("acts_by"),
} as const;
type Attributes = Readonly<Partial<Record<keyof typeof ATTRIBUTE, string | undefined>>>;

/** Belgian enterprise numbers in ISO 6523 are scheme 0208. */
export const ENTERPRISE_SCHEME = "urn:oasis:names:tc:ebcore:partyid-type:iso6523:0208";
export const EMAIL_SCHEME = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

export function identity(attributes: Attributes): XmlElement {
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

export function identifier(value: string | undefined, scheme: string): XmlElement | undefined {
  return value === undefined ? undefined : element("Identifier", { IdentifierSchemeName: scheme }, value);
}

export function addressLine({ street, number, box, postcode, town, country }: PostalAddressFacts): string {
  return `${street} ${number}${box === undefined ? "" : ` ${box}`}, ${postcode} ${town}, ${country}`;
}
