// What itsme is asked to say of a person, and nothing beyond: the claims parameter of the request (OpenID Connect Core 1.0 §5.5).

const CLAIM = "http://itsme.services/v2/claim/";

export const BE_NATIONAL_NUMBER = `${CLAIM}BENationalNumber`;
export const BE_CARD_NUMBER = `${CLAIM}BEeidSn`;
/** Country of the identity document on which the account rests, ISO 3166-1 alpha-3: text, or an object of texts by claim. */
export const ISSUING_COUNTRY = `${CLAIM}IDIssuingCountry`;
/** Numbers of other countries: `RONationalNumber` and its like. */
export const NATIONAL_NUMBER = /^http:\/\/itsme\.services\/v2\/claim\/(?<country>[A-Z]{2})NationalNumber$/u;

const ALWAYS = ["name", "given_name", "family_name", "birthdate", ISSUING_COUNTRY];

/**
 * Value of `claims`: everything in the ID token, so that no second call is needed. The register number is asked for only with a
 * legal basis (Act of 8 August 1983, art. 5 and 8).
 */
export function claimsParameter(askRegisterNumber: boolean): string {
  const asked = askRegisterNumber ? [...ALWAYS, BE_NATIONAL_NUMBER] : ALWAYS;
  return JSON.stringify({ id_token: Object.fromEntries(asked.map((claim) => [claim, null])) });
}
