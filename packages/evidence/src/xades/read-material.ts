// Certificates and revocation values that a seal carries for long-term validation (ETSI EN 319 132-1 §5.4, §5.5.1).

import type { ValidationMaterial } from "@posthorn/pki";
import { childElements, octetsOf, type DomElement } from "../xml/parse.ts";
import { unique } from "./unique-octets.ts";

/** From the unsigned properties; each value once, in the order found. Throws TypeError for what is not Base64. */
export function readMaterial(unsigned: DomElement): ValidationMaterial {
  const holders = [
    unsigned,
    ...childElements(unsigned, "xadesv141:TimeStampValidationData"),
    ...childElements(unsigned, "xadesv141:AnyValidationData"),
  ];
  const values = (...path: readonly string[]) =>
    unique(
      path
        .reduce(
          (found, name) => found.flatMap((element) => childElements(element, name)),
          holders as readonly DomElement[],
        )
        .map(octetsOf),
    );
  return {
    certificates: values("xades:CertificateValues", "xades:EncapsulatedX509Certificate"),
    ocsps: values("xades:RevocationValues", "xades:OCSPValues", "xades:EncapsulatedOCSPValue"),
    crls: values("xades:RevocationValues", "xades:CRLValues", "xades:EncapsulatedCRLValue"),
  };
}
