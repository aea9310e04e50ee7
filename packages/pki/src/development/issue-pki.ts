// A small PKI for the dev stack and for tests: a root with a seal, a second root with a TSA, an OCSP signer each.

import { generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { issueCertificate, type CertificateRequest } from "../certificate/issue.ts";
import type { HashName } from "../key/algorithm.ts";
import { createSealKey, type SealKey } from "../key/seal-key.ts";

export interface Identity {
  readonly key: SealKey;
  readonly privateKey: KeyObject;
}

export interface DevelopmentPki {
  readonly root: Identity;
  readonly seal: Identity;
  /** Answers for certificates of `root`. */
  readonly ocsp: Identity;
  readonly tsaRoot: Identity;
  readonly tsa: Identity;
  /** Answers for certificates of `tsaRoot`. */
  readonly tsaOcsp: Identity;
}

export interface DevelopmentPkiRequest {
  /** Certificates start a day before; roots last 20 years from then, the others 10. */
  readonly now: Temporal.Instant;
  /**
   * Written into the certificates of seal and TSA as the place to ask for their status; the issuers' certificates are
   * to be had beside it, at `/ca/root.crt` and `/ca/tsa-root.crt`.
   */
  readonly ocspUrl?: string;
  /** Written into the TSA's certificate as the place of its authority's revocation list. */
  readonly tsaCrlUrl?: string;
  /** Of the seal key; all others are ECDSA P-256, the default. */
  readonly sealKey?: "P-256" | "P-384" | "RSA-3072";
  /** What the seal key hashes with; SHA-256 by default. */
  readonly sealHash?: HashName;
  /** Ends the seal certificate earlier, to see what an expired one does. */
  readonly sealNotAfter?: Temporal.Instant;
  /** Kept when given; the rest is issued anew below them. */
  readonly roots?: { readonly root: Identity; readonly tsaRoot: Identity };
}

const COUNTRY = "BE";
const ORGANIZATION = "Posthorn demonstration";
/** No enterprise of the register has this number; its check digits are right. */
const ORGANIZATION_IDENTIFIER = "NTRBE-0123456749";
const SEAL_POLICY = "1.3.6.1.4.1.99999.2";
const TSA_POLICY = "1.3.6.1.4.1.99999.1";

export function issueDevelopmentPki(request: DevelopmentPkiRequest): DevelopmentPki {
  const { now, ocspUrl, tsaCrlUrl, sealNotAfter } = request;
  const root = request.roots?.root ?? issueRoot("Posthorn demonstration root", now);
  const tsaRoot = request.roots?.tsaRoot ?? issueRoot("Posthorn demonstration time-stamping root", now);
  const asked = (issuer: string) =>
    ocspUrl === undefined ? {} : { ocspUrl, issuerUrl: new URL(`/ca/${issuer}.crt`, ocspUrl).href };
  return {
    root,
    tsaRoot,
    seal: issueBelow(root, now, {
      subject: { ...named("Posthorn demonstration seal"), organizationIdentifier: ORGANIZATION_IDENTIFIER },
      keyType: request.sealKey ?? "P-256",
      hash: request.sealHash ?? "SHA-256",
      keyUsage: ["digitalSignature", "nonRepudiation"],
      policies: [SEAL_POLICY],
      forSeals: true,
      ...asked("root"),
      ...(sealNotAfter === undefined ? {} : { notAfter: sealNotAfter }),
    }),
    ocsp: issueBelow(root, now, responder("Posthorn demonstration OCSP")),
    tsa: issueBelow(tsaRoot, now, {
      subject: named("Posthorn demonstration TSA"),
      keyUsage: ["digitalSignature"],
      extendedKeyUsage: ["timeStamping"],
      policies: [TSA_POLICY],
      ...asked("tsa-root"),
      ...(tsaCrlUrl === undefined ? {} : { crlUrl: tsaCrlUrl }),
    }),
    tsaOcsp: issueBelow(tsaRoot, now, responder("Posthorn demonstration time-stamping OCSP")),
  };
}

function named(commonName: string) {
  return { commonName, organization: ORGANIZATION, country: COUNTRY };
}

interface Profile extends Omit<
  CertificateRequest,
  "publicKey" | "issuer" | "serial" | "notBefore" | "notAfter"
> {
  readonly keyType?: NonNullable<DevelopmentPkiRequest["sealKey"]>;
  readonly hash?: HashName;
  readonly notAfter?: Temporal.Instant;
}

function responder(commonName: string): Profile {
  return {
    subject: named(commonName),
    keyUsage: ["digitalSignature"],
    extendedKeyUsage: ["ocspSigning"],
    ocspNoCheck: true,
  };
}

function issueRoot(commonName: string, now: Temporal.Instant): Identity {
  const { privateKey, publicKey } = generateKeyPair("P-256");
  const certificate = issueCertificate({
    subject: named(commonName),
    publicKey,
    issuer: { privateKey },
    serial: randomSerial(),
    notBefore: now.subtract({ hours: 24 }),
    notAfter: yearsAfter(now, 20),
    ca: {},
    keyUsage: ["keyCertSign", "cRLSign"],
  });
  return { privateKey, key: createSealKey(privateKey, certificate, []) };
}

function issueBelow(issuer: Identity, now: Temporal.Instant, profile: Profile): Identity {
  const { keyType = "P-256", hash = "SHA-256", notAfter = yearsAfter(now, 10), ...request } = profile;
  const { privateKey, publicKey } = generateKeyPair(keyType);
  const certificate = issueCertificate({
    ...request,
    publicKey,
    issuer: { privateKey: issuer.privateKey, certificate: issuer.key.certificate },
    serial: randomSerial(),
    notBefore: now.subtract({ hours: 24 }),
    notAfter,
  });
  return { privateKey, key: createSealKey(privateKey, certificate, [issuer.key.certificate], hash) };
}

function generateKeyPair(type: "P-256" | "P-384" | "RSA-3072"): {
  privateKey: KeyObject;
  publicKey: KeyObject;
} {
  if (type === "RSA-3072") return generateKeyPairSync("rsa", { modulusLength: 3072 });
  return generateKeyPairSync("ec", { namedCurve: type });
}

/** 127 random bits, positive. */
function randomSerial(): Uint8Array {
  const serial = new Uint8Array(randomBytes(16));
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
}

function yearsAfter(instant: Temporal.Instant, years: number): Temporal.Instant {
  return instant.toZonedDateTimeISO("UTC").add({ years }).toInstant();
}
