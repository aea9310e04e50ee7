// Identity: one-time codes, passwords and the secrets that stand for a person once known.

export { appCodeAt, appCodeUri, createAppCodes } from "./codes/app-code.ts";
export type { AppCodes } from "./codes/app-code.ts";
export {
  checkCodePair,
  CODE_DIGITS,
  CODE_LIFE_SECONDS,
  codeOfSecret,
  createCodePair,
} from "./codes/code-pair.ts";
export type { ChannelCode, CodeCheck, CodePair, PerChannel } from "./codes/code-pair.ts";
export { newRecoveryCodes, recoveryCodeHash } from "./codes/recovery-code.ts";
export { deriveRequestCode, requestCodeHash } from "./codes/request-code.ts";
export { createSealedCodes } from "./codes/seal-code-pair.ts";
export type { SealedCodes, SealedPair, SealedPairCheck } from "./codes/seal-code-pair.ts";
export { decryptSecret, encryptSecret, parseCodeKey } from "./codes/secret-cipher.ts";
export type { SecretPlace } from "./codes/secret-cipher.ts";
export { JWKS_CACHE_CONTROL, publicJwks, readItsmeKeys } from "./itsme/keys.ts";
export type { PublicJwks } from "./itsme/keys.ts";
export { openItsme } from "./itsme/open-itsme.ts";
export type { Itsme, ItsmeAnswer, ItsmeQuestion, ItsmeReturn, ItsmeSettings } from "./itsme/open-itsme.ts";
export { readItsmeSettings } from "./itsme/read-settings.ts";
export type { ItsmeVariables } from "./itsme/read-settings.ts";
export type { ItsmeCause } from "./itsme/refuse.ts";
export { newItsmeSecrets } from "./itsme/secrets.ts";
export type { ItsmeSecrets } from "./itsme/secrets.ts";
export { openEid } from "./eid/open-eid.ts";
export type { Eid, EidSettings, WebEidQuestion } from "./eid/open-eid.ts";
export { readEidSettings } from "./eid/read-settings.ts";
export type { EidVariables } from "./eid/read-settings.ts";
export type { EidTrust } from "./eid/trust.ts";
export { createIdentityKeys } from "./keys/identity-keys.ts";
export type { IdentityDigest, IdentityKeys, SealedIdentity } from "./keys/identity-keys.ts";
export { parseIdentityKeys } from "./keys/read-keys.ts";
export type { VersionedKey } from "./keys/read-keys.ts";
export { openBreachedPasswords } from "./passwords/breached.ts";
export type { BreachedPasswords } from "./passwords/breached.ts";
export { hashPassword, verifyPassword } from "./passwords/password.ts";
export { openPasskeys } from "./passkeys/open-passkeys.ts";
export { findPasswordWeakness, PASSWORD_LONGEST, PASSWORD_SHORTEST } from "./passwords/strength.ts";
export type { PasswordWeakness } from "./passwords/strength.ts";
export { newApiKey, parseApiKey } from "./tokens/api-key.ts";
export type { NewApiKey } from "./tokens/api-key.ts";
export { checkCodeHash, newCheckCode, normaliseCheckCode } from "./tokens/check-code.ts";
export { deriveCheckCode, deriveLinkToken, deriveMailedToken } from "./tokens/link.ts";
export type { LinkPlace } from "./tokens/link.ts";
export { newLinkToken, newSessionToken, sameHash, tokenHash } from "./tokens/token.ts";
