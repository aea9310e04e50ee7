// Issues the certificate of a card as the Belgian authorities write it: name, number, policy and purposes in the same places.

import type { KeyObject } from "node:crypto";
import { issueCertificate } from "@posthorn/pki";
import type { CertificateRequest } from "@posthorn/pki";
import { cardKeys, randomSerial, yearsAfter } from "./authorities.ts";
import type { CardAuthorities } from "./authorities.ts";
import type { CardProfile } from "./card-list.ts";

export interface StandInCard {
  readonly profile: CardProfile;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly privateKey: KeyObject;
  /** Lower-case hex, as an OCSP responder is asked for it. */
  readonly serial: string;
}

/** Policy arcs below the fourth root (2.16.56.12): kind of card, then signature or authentication. */
const POLICY_ARC = { citizen: 2, foreigner: 7, stranger: 2 } as const;

/** `change` makes certificates that no authority would issue. RSA keys take some 100 ms, others none. */
export function issueCard(
  authorities: CardAuthorities,
  profile: CardProfile,
  { now, ocspUrl }: { readonly now: Temporal.Instant; readonly ocspUrl: string | undefined },
  change: Partial<CertificateRequest> = {},
): StandInCard {
  const { holder, fault } = profile;
  const { ca } = authorities[profile.authority];
  const { privateKey, publicKey } = cardKeys(profile.key);
  const signs = fault === "signature_certificate";
  const given = holder.givenNames?.split(" ")[0];
  const name = given === undefined ? holder.familyName : `${given} ${holder.familyName}`;
  const serial = randomSerial();
  const certificate = issueCertificate({
    subject: {
      country: "BE",
      commonName: `${name} (${signs ? "Signature" : "Authentication"})`,
      surname: holder.familyName,
      ...(holder.givenNames === undefined ? {} : { givenName: holder.givenNames }),
      ...(holder.registerNumber === undefined ? {} : { serialNumber: holder.registerNumber }),
    },
    publicKey,
    issuer: { privateKey: ca.privateKey, certificate: ca.key.certificate },
    serial,
    notBefore: fault === "not_yet_valid" ? now.add({ hours: 24 * 7 }) : yearsAfter(now, -2),
    notAfter: fault === "expired" ? now.subtract({ hours: 24 }) : yearsAfter(now, 10),
    keyUsage: [signs ? "nonRepudiation" : "digitalSignature"],
    ...(signs ? {} : { extendedKeyUsage: ["clientAuth"] as const }),
    policies: [`2.16.56.12.1.1.${POLICY_ARC[profile.authority]}.${signs ? 1 : 2}`],
    ...(ocspUrl === undefined ? {} : { ocspUrl }),
    ...change,
  });
  return { profile, certificate, privateKey, serial: Buffer.from(serial).toString("hex") };
}
