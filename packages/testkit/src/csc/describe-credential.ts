// What the stand-in for a remote sealing service says of itself and of its one credential (CSC API v2 §11.1, §11.5).

import { readCertificate, type Identity } from "@posthorn/pki";

export interface CscCredential {
  readonly id: string;
  readonly identity: Identity;
  /** "2" asks for Signature Activation Data bound to the digests. */
  readonly scal: "1" | "2";
  /** Asked for before it signs; nothing when absent. */
  readonly pin?: string;
}

export function describeService(name: string) {
  return {
    specs: "2.0.0.2",
    name,
    logo: "",
    region: "BE",
    lang: "en-US",
    description: "Stand-in for a remote sealing service; nothing it signs has any effect.",
    authType: ["oauth2client"],
    methods: ["credentials/list", "credentials/info", "credentials/authorize", "signatures/signHash"],
  };
}

/** `certificate` replaces the credential's own, as a service that mixes up its customers would. */
export function describeCredential(
  { identity, scal, pin }: CscCredential,
  { enabled = true, certificate = identity.key.certificate } = {},
) {
  const facts = readCertificate(certificate);
  const { asymmetricKeyDetails: details, asymmetricKeyType } = facts.publicKey;
  const curve = details?.namedCurve;
  return {
    description: "Seal",
    signatureQualifier: "eu_eidas_aeseal",
    key: {
      status: enabled ? "enabled" : "disabled",
      algo: ALGORITHMS[curve ?? asymmetricKeyType ?? ""] ?? [],
      len: details?.modulusLength ?? (curve === "secp384r1" ? 384 : 256),
      ...(curve === undefined ? {} : { curve: CURVES[curve] }),
    },
    cert: {
      status: "valid",
      certificates: [certificate, ...identity.key.chain].map((der) => Buffer.from(der).toString("base64")),
      issuerDN: facts.issuerName,
      serialNumber: facts.serial,
      subjectDN: facts.subjectName,
      validFrom: generalized(facts.notBefore),
      validTo: generalized(facts.notAfter),
    },
    auth: pin === undefined ? { mode: "implicit" } : { mode: "explicit", expression: "PIN", objects: [PIN] },
    SCAL: scal,
    multisign: 10,
  };
}

const PIN = { type: "Password", id: "PIN", format: "N", label: "PIN", description: "PIN of the seal" };

const CURVES: Readonly<Record<string, string>> = {
  prime256v1: "1.2.840.10045.3.1.7",
  secp384r1: "1.3.132.0.34",
};

const ALGORITHMS: Readonly<Record<string, readonly string[]>> = {
  prime256v1: ["1.2.840.10045.4.3.2"],
  secp384r1: ["1.2.840.10045.4.3.3"],
  rsa: ["1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11"],
};

/** `YYYYMMDDHHMMSSZ`. */
function generalized(instant: Temporal.Instant): string {
  return `${instant.toString({ smallestUnit: "second" }).replaceAll(/[^0-9]/gu, "")}Z`;
}
