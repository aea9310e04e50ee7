// The authorities behind the stand-in's identity cards: a root, one for citizens, one for foreigners, and one that nobody believes.

import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { createSealKey, issueCertificate } from "@posthorn/pki";
import type { CertificateRequest, Identity } from "@posthorn/pki";

export type AuthorityName = "citizen" | "foreigner" | "stranger";

export interface CardAuthority {
  readonly ca: Identity;
  /** Signs the answers about this authority's cards. */
  readonly responder: Identity;
}

export interface CardAuthorities extends Readonly<Record<AuthorityName, CardAuthority>> {
  readonly root: Identity;
}

export interface Issuing {
  /** Certificates are valid from the day before. */
  readonly now: Temporal.Instant;
  /** Written into the cards' certificates as the place to ask for their status. */
  readonly ocspUrl: string;
}

/** Takes some milliseconds: all keys are on elliptic curves. */
export function issueAuthorities({ now, ocspUrl }: Issuing): CardAuthorities {
  const root = issue({ now, years: 20, name: "Belgium Root CA (demonstration)", as: AUTHORITY });
  const stranger = issue({ now, years: 20, name: "Citizen CA", as: AUTHORITY });
  const below = (name: string) =>
    withResponder(now, issue({ now, years: 15, name, as: { ...AUTHORITY, ocspUrl }, issuer: root }));
  return {
    root,
    citizen: below("Citizen CA (demonstration)"),
    foreigner: below("Foreigner CA (demonstration)"),
    stranger: withResponder(now, stranger),
  };
}

type Purpose = Pick<
  CertificateRequest,
  "ca" | "keyUsage" | "extendedKeyUsage" | "ocspNoCheck" | "ocspUrl" | "hostNames"
>;

const AUTHORITY: Purpose = { ca: {}, keyUsage: ["keyCertSign", "cRLSign"] };
const RESPONDER: Purpose = {
  keyUsage: ["digitalSignature"],
  extendedKeyUsage: ["ocspSigning"],
  ocspNoCheck: true,
};

function withResponder(now: Temporal.Instant, ca: Identity): CardAuthority {
  return { ca, responder: issue({ now, years: 10, name: "OCSP responder", as: RESPONDER, issuer: ca }) };
}

/** Certificate of a TLS listener with this name or address, issued by the root. */
export function issueServer(root: Identity, now: Temporal.Instant, hostName: string): Identity {
  const as: Purpose = {
    keyUsage: ["digitalSignature"],
    extendedKeyUsage: ["serverAuth"],
    hostNames: [hostName],
  };
  return issue({ now, years: 10, name: hostName, as, issuer: root });
}

function issue(v: {
  now: Temporal.Instant;
  years: number;
  name: string;
  as: Purpose;
  issuer?: Identity;
}): Identity {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: v.issuer ? "P-256" : "P-384" });
  const certificate = issueCertificate({
    ...v.as,
    subject: { commonName: v.name, country: "BE" },
    publicKey,
    issuer: v.issuer
      ? { privateKey: v.issuer.privateKey, certificate: v.issuer.key.certificate }
      : { privateKey },
    serial: randomSerial(),
    notBefore: v.now.subtract({ hours: 24 }),
    notAfter: yearsAfter(v.now, v.years),
  });
  const chain = v.issuer ? [v.issuer.key.certificate] : [];
  return { privateKey, key: createSealKey(privateKey, certificate, chain) };
}

/** A pair of the kind that cards carry: P-384 on the newer ones, RSA 2048 on the older ones. */
export function cardKeys(kind: "EC" | "RSA"): { privateKey: KeyObject; publicKey: KeyObject } {
  if (kind === "RSA") return generateKeyPairSync("rsa", { modulusLength: 2048 });
  return generateKeyPairSync("ec", { namedCurve: "P-384" });
}

/** 127 random bits, positive. */
export function randomSerial(): Uint8Array {
  const serial = new Uint8Array(randomBytes(16));
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
}

export function yearsAfter(instant: Temporal.Instant, years: number): Temporal.Instant {
  return instant.toZonedDateTimeISO("UTC").add({ years }).toInstant();
}
