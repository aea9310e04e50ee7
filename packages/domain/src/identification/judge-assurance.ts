// The assurance level of an identification, from method, context class, country and policy (eIDAS art. 8 and 9), never a constant.

import type { AssuranceLevel } from "../record/facts.ts";

export type AssuranceQuestion =
  | {
      readonly method: "itsme";
      /** The `acr` of the ID token. */
      readonly acr: string;
      /** ISO 3166-1 alpha-2 of the account. */
      readonly country: string;
    }
  | {
      readonly method: "eid";
      /** Object identifiers of the authentication certificate's policies. */
      readonly policies: readonly string[];
      readonly country: string;
    };

export const ITSME_ACR_BASIC = "http://itsme.services/v2/claim/acr_basic";
export const ITSME_ACR_ADVANCED = "http://itsme.services/v2/claim/acr_advanced";

/** Belgium notified both schemes at level high (OJ 2018/C 464/08 eCards; OJ 2019/C 425/06 itsme), with the itsme code or the card's PIN. */
const NOTIFIED_COUNTRY = "BE";

/** Below the root: citizen card 1.1.2.2 or foreigner card 1.1.7.2, both for authentication; 2.16.56.1, .9, .10, .12 are the roots. */
const CARD_AUTHENTICATION = /^2\.16\.56\.(?:1|9|10|12|13|14|15)\.1\.1\.(?:2|7)\.2$/;

/** Undefined where no level of eIDAS was established: none is claimed then. */
export function assuranceOf(question: AssuranceQuestion): AssuranceLevel | undefined {
  if (question.country !== NOTIFIED_COUNTRY) return undefined;
  if (question.method === "eid")
    return question.policies.some((policy) => CARD_AUTHENTICATION.test(policy)) ? "high" : undefined;
  if (question.acr === ITSME_ACR_ADVANCED) return "high";
  return question.acr === ITSME_ACR_BASIC ? "substantial" : undefined;
}
