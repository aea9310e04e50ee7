// Certificates, seal keys, CMS signatures, RFC 3161 timestamps, and what is known about revocation.

export * from "./error.ts";
export * from "./certificate/issue.ts";
export * from "./certificate/pem.ts";
export * from "./certificate/read.ts";
export * from "./certificate/revocation-pointers.ts";
export * from "./certificate/verify-chain.ts";
export { buildSignedAttributes, signCms, type CmsRequest, type StampDigest } from "./cms/sign.ts";
export { readSignedData, verifySigner, type SignedContent } from "./cms/read.ts";
export { ecdsaRawSignature, keyAlgorithm, type HashName, type KeyAlgorithm } from "./key/algorithm.ts";
export * from "./crl/issue.ts";
export * from "./development/development-fetch.ts";
export * from "./development/issue-pki.ts";
export * from "./development/revocation-authority.ts";
export * from "./key/export-pkcs12.ts";
export * from "./key/load-pkcs12.ts";
export { createSealKey, hashFor, isKeyPair, type SealKey } from "./key/seal-key.ts";
export * from "./ocsp/answer.ts";
export * from "./ocsp/check.ts";
export * from "./timestamp/answer.ts";
export * from "./timestamp/client.ts";
export * from "./timestamp/request.ts";
export * from "./timestamp/verify.ts";
export * from "./revocation/check.ts";
export * from "./revocation/collect.ts";
export type { CollectMaterial, ValidationMaterial } from "./revocation/material.ts";
export { isStatementSigned, signStatement, statementDigest } from "./officer/sign-statement.ts";
export { claimsQualifiedSeal } from "./certificate/qualified-seal.ts";
