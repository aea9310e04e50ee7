// Binds links, check codes and one-time codes to the keys that make them.

import {
  checkCodeHash,
  codeOfSecret,
  decryptSecret,
  deriveCheckCode,
  deriveLinkToken,
  tokenHash,
} from "@posthorn/identity";
import type { CodePorts, Links } from "@posthorn/usecases";

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

export function codesBy(codeKey: Uint8Array): CodePorts["codeOf"] {
  return (challengeId, channel, secret, createdAt) =>
    codeOfSecret(decryptSecret(codeKey, secret, { challengeId, channel }), createdAt);
}
