// The settings of itsme from the variables of a service: all of them, or none and itsme is not offered.

import { readFileSync } from "node:fs";
import { readItsmeKeys } from "./keys.ts";
import type { ItsmeSettings } from "./open-itsme.ts";

/** As a service's environment holds them. */
export interface ItsmeVariables {
  readonly ITSME_ISSUER?: URL | undefined;
  readonly ITSME_CLIENT_ID?: string | undefined;
  readonly ITSME_SERVICE_CODE?: string | undefined;
  /** PEM, or a `file:` URL of it. */
  readonly ITSME_SIGNING_KEY?: string | undefined;
  /** Likewise; published beside the other while signing keys are changed, never used. */
  readonly ITSME_OTHER_SIGNING_KEY?: string | undefined;
  /** `file:` URLs; the first is current, a second is the one before. */
  readonly ITSME_DECRYPTION_KEYS?: readonly string[] | undefined;
  /** In words, such as the decision that allows it; without it no register number is asked for. */
  readonly NRN_LEGAL_BASIS?: string | undefined;
}

/**
 * Undefined where none of the ITSME variables is set. Throws an Error, in words for the operator, where some are missing, a file
 * cannot be read or a key is not what it should be.
 */
export function readItsmeSettings(variables: ItsmeVariables): ItsmeSettings | undefined {
  const {
    ITSME_ISSUER: issuer,
    ITSME_CLIENT_ID: clientId,
    ITSME_SERVICE_CODE: serviceCode,
    ITSME_SIGNING_KEY: signing,
    ITSME_OTHER_SIGNING_KEY: other,
    ITSME_DECRYPTION_KEYS: decryption,
  } = variables;
  if (issuer && clientId && serviceCode && signing && decryption && decryption.length > 0) {
    return {
      issuer,
      clientId,
      serviceCode,
      keys: readItsmeKeys({
        signing: readPem(signing),
        otherSigning: other ? readPem(other) : undefined,
        decryption: decryption.map(readPem),
      }),
      askRegisterNumber: (variables.NRN_LEGAL_BASIS ?? "").trim() !== "",
    };
  }
  const given = { issuer, clientId, serviceCode, signing, decryption: decryption?.join("") };
  if (Object.values(given).every((value) => value === undefined || value === "")) return undefined;
  throw new Error(
    "itsme needs all of ITSME_ISSUER, ITSME_CLIENT_ID, ITSME_SERVICE_CODE, ITSME_SIGNING_KEY and ITSME_DECRYPTION_KEYS, or none",
  );
}

function readPem(given: string): string {
  return given.startsWith("file:") ? readFileSync(new URL(given), "utf8") : given;
}
