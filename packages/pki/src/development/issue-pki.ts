// A small PKI for the dev stack and for tests: a root with a seal and an OCSP signer, a second root with a TSA.

import { generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { issueCertificate, type CertificateRequest } from "../certificate/issue.ts";
import { createSealKey, type SealKey } from "../key/seal-key.ts";

export interface Identity {
  readonly key: SealKey;
  readonly privateKey: KeyObject;
}

export interface DevelopmentPki {
  readonly root: Identity;
  readonly seal: Identity;
  readonly ocsp: Identity;
  readonly tsaRoot: Identity;
  readonly tsa: Identity;
}

export interface DevelopmentPkiRequest {
  /** Certificates start a day before; roots last 20 years from then, the others 10. */
  readonly now: Temporal.Instant;
  /** Written into the seal certificate as the place to ask for its status. */
  readonly ocspUrl?: string;
  /** Of the seal key; all others are ECDSA P-256, the default. */
  readonly sealKey?: "P-256" | "P-384" | "RSA-3072";
  /** Kept when given; the rest is issued anew below them. */
  readonly roots?: { readonly root: Identity; readonly tsaRoot: Identity };
}

const COUNTRY = "BE";
const ORGANIZATION = "Posthorn demonstration";

export function issueDevelopmentPki(request: DevelopmentPkiRequest): DevelopmentPki {
  const { now, ocspUrl } = request;
  const root = request.roots?.root ?? issueRoot("Posthorn demonstration root", now);
  const tsaRoot = request.roots?.tsaRoot ?? issueRoot("Posthorn demonstration time-stamping root", now);
  return {
    root,
    tsaRoot,
    seal: issueBelow(root, now, request.sealKey ?? "P-256", {
      subject: {
        commonName: "Posthorn demonstration seal",
        organization: ORGANIZATION,
        country: COUNTRY,
      },
      keyUsage: ["digitalSignature", "nonRepudiation"],
      ...(ocspUrl === undefined ? {} : { ocspUrl }),
    }),
    ocsp: issueBelow(root, now, "P-256", {
      subject: {
        commonName: "Posthorn demonstration OCSP",
        organization: ORGANIZATION,
        country: COUNTRY,
      },
      keyUsage: ["digitalSignature"],
      extendedKeyUsage: ["ocspSigning"],
      ocspNoCheck: true,
    }),
    tsa: issueBelow(tsaRoot, now, "P-256", {
      subject: {
        commonName: "Posthorn demonstration TSA",
        organization: ORGANIZATION,
        country: COUNTRY,
      },
      keyUsage: ["digitalSignature"],
      extendedKeyUsage: ["timeStamping"],
    }),
  };
}

function issueRoot(commonName: string, now: Temporal.Instant): Identity {
  const { privateKey, publicKey } = generateKeyPair("P-256");
  const certificate = issueCertificate({
    subject: { commonName, organization: ORGANIZATION, country: COUNTRY },
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

function issueBelow(
  issuer: Identity,
  now: Temporal.Instant,
  keyType: "P-256" | "P-384" | "RSA-3072",
  request: Omit<CertificateRequest, "publicKey" | "issuer" | "serial" | "notBefore" | "notAfter">,
): Identity {
  const { privateKey, publicKey } = generateKeyPair(keyType);
  const certificate = issueCertificate({
    ...request,
    publicKey,
    issuer: { privateKey: issuer.privateKey, certificate: issuer.key.certificate },
    serial: randomSerial(),
    notBefore: now.subtract({ hours: 24 }),
    notAfter: yearsAfter(now, 10),
  });
  return { privateKey, key: createSealKey(privateKey, certificate, [issuer.key.certificate]) };
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
