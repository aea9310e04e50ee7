// Signs a stand-in trusted list: an enveloped XML signature as ETSI TS 119 612 Annex B asks for, over the whole list.

import { createHash, sign, type KeyObject } from "node:crypto";

const DS = "http://www.w3.org/2000/09/xmldsig#";
const C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
const ENVELOPED = `${DS}enveloped-signature`;
const SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
const ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

/** `list` must be written in canonical form already, because it is hashed as written. `key` is on P-256. */
export function signList(list: string, key: KeyObject): string {
  const end = list.lastIndexOf("</");
  const digest = createHash("sha256").update(list, "utf8").digest("base64");
  const signedInfo = (namespace: string) =>
    `<ds:SignedInfo${namespace}><ds:CanonicalizationMethod Algorithm="${C14N}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${ECDSA}"></ds:SignatureMethod><ds:Reference URI=""><ds:Transforms>` +
    `<ds:Transform Algorithm="${ENVELOPED}"></ds:Transform><ds:Transform Algorithm="${C14N}"></ds:Transform>` +
    `</ds:Transforms><ds:DigestMethod Algorithm="${SHA256}"></ds:DigestMethod>` +
    `<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`;
  const octets = Buffer.from(signedInfo(` xmlns:ds="${DS}"`), "utf8");
  const value = sign("sha256", octets, { key, dsaEncoding: "ieee-p1363" }).toString("base64");
  const signature = `<ds:Signature xmlns:ds="${DS}">${signedInfo("")}<ds:SignatureValue>${value}</ds:SignatureValue></ds:Signature>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${list.slice(0, end)}${signature}${list.slice(end)}`;
}
