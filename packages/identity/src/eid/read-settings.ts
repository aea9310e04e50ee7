// The settings of identity cards from the variables of a service: roots and their digests, or neither and cards are not offered.

import { readFileSync } from "node:fs";
import type { EidSettings } from "./open-eid.ts";
import { readEidTrust } from "./trust.ts";

/** As a service's environment holds them; each PEM is the text itself or a `file:` URL of it. */
export interface EidVariables {
  readonly EID_ROOTS?: string | undefined;
  readonly EID_ROOT_DIGESTS?: string | undefined;
  readonly EID_INTERMEDIATES?: string | undefined;
  readonly EID_HOSTS?: string | undefined;
  readonly EID_OCSP_NONCE?: string | undefined;
  /** In words, such as the decision that allows it; without it the number on a card is not used. */
  readonly NRN_LEGAL_BASIS?: string | undefined;
}

/**
 * Undefined where no roots are set. Throws an Error, in words for the operator, where a file cannot be read or the digests
 * are not those of the roots.
 */
export function readEidSettings(variables: EidVariables): EidSettings | undefined {
  const trust = readEidTrust({
    roots: readPem(variables.EID_ROOTS),
    rootDigests: variables.EID_ROOT_DIGESTS,
    intermediates: readPem(variables.EID_INTERMEDIATES),
    hosts: variables.EID_HOSTS,
    ocspNonce: variables.EID_OCSP_NONCE,
  });
  if (!trust) return undefined;
  return { trust, useRegisterNumber: (variables.NRN_LEGAL_BASIS ?? "").trim() !== "" };
}

function readPem(given: string | undefined): string | undefined {
  return given?.startsWith("file:") === true ? readFileSync(new URL(given), "utf8") : given;
}
