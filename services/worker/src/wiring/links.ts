// Binds links, check codes and one-time codes to the keys that make them.

import {
  checkCodeHash,
  codeOfSecret,
  decryptSecret,
  deriveCheckCode,
  deriveLinkToken,
  deriveMailedToken,
  deriveRequestCode,
  requestCodeHash,
  tokenHash,
} from "@posthorn/identity";
import type { CodePorts, Links, PersonErrandPorts } from "@posthorn/usecases";

type MailedLinkPurpose = Parameters<PersonErrandPorts["linkTo"]>[0]["purpose"];

export function linksBy(keys: {
  readonly linkKey: Uint8Array;
  readonly checkCodeKey: Uint8Array;
  readonly collectUrl: URL;
}): Links {
  return {
    linkFor(deliveryId, generation) {
      const token = deriveLinkToken(keys.linkKey, { deliveryId, generation });
      return { url: new URL(`/l/${token}`, keys.collectUrl).href, hash: tokenHash(token) };
    },
    checkCodeFor(deliveryId, generation) {
      const code = deriveCheckCode(keys.linkKey, { deliveryId, generation });
      return { code, hash: checkCodeHash(keys.checkCodeKey, code) };
    },
    checkUrl: new URL("/", keys.collectUrl).href,
  };
}

const PATHS: Readonly<Record<MailedLinkPurpose, string>> = {
  registration: "/register/confirm/",
  invitation: "/invitation/",
  email_change: "/me/email/",
  rights: "/rights/follow/",
};

/** The key that makes links to letters makes these too, under another name. */
export function mailedLinksBy(keys: {
  readonly linkKey: Uint8Array;
  readonly portalUrl: URL;
}): PersonErrandPorts["linkTo"] {
  return ({ id, purpose }) => {
    const token = deriveMailedToken(keys.linkKey, id);
    return { url: new URL(PATHS[purpose] + token, keys.portalUrl).href, hash: tokenHash(token) };
  };
}

export function codesBy(codeKey: Uint8Array): CodePorts["codeOf"] {
  return (challengeId, channel, secret, createdAt) =>
    codeOfSecret(decryptSecret(codeKey, secret, { challengeId, channel }), createdAt);
}

/** Codes of requests about personal data, by the key that one-time codes are kept under. */
export function requestCodesBy(codeKey: Uint8Array): PersonErrandPorts["requestCode"] {
  return (requestId, expiresAt) => {
    const code = deriveRequestCode(codeKey, requestId, expiresAt);
    return { code, hash: requestCodeHash(codeKey, requestId, code) };
  };
}
