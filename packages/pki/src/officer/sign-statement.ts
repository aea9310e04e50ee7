// Signatures of key officers over statements: Ed25519 (RFC 8032), keys as PEM.

import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { PkiError } from "../error.ts";

/** Base64. Throws PkiError `no_private_key` when the PEM holds no Ed25519 private key. */
export function signStatement(statement: string, privateKeyPem: string): string {
  return sign(null, Buffer.from(statement, "utf8"), ed25519Key(privateKeyPem, createPrivateKey)).toString(
    "base64",
  );
}

/** False for any signature that does not fit, readable or not. Throws PkiError when the PEM is no Ed25519 public key. */
export function isStatementSigned(statement: string, signature: string, publicKeyPem: string): boolean {
  return verify(
    null,
    Buffer.from(statement, "utf8"),
    ed25519Key(publicKeyPem, createPublicKey),
    Buffer.from(signature, "base64"),
  );
}

/** Lower-case hex. */
export function statementDigest(statement: string): string {
  return createHash("sha256").update(statement, "utf8").digest("hex");
}

function ed25519Key(pem: string, read: (pem: string) => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read(pem);
  } catch (cause) {
    throw new PkiError("no_private_key", "not a key in PEM", cause);
  }
  if (key.asymmetricKeyType === "ed25519") return key;
  throw new PkiError("unsupported_algorithm", "an officer's key is Ed25519");
}
