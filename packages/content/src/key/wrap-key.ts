// Wraps: a content key locked for one holder; whoever locks needs the public key only, so intake can never read back.

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from "node:crypto";
import type { KeyObject } from "node:crypto";
import { AppError } from "@posthorn/domain";
import { CONTENT_KEY_BYTES } from "./content-key.ts";

const VERSION = 1;
const KEY_ID_BYTES = 8;
const POINT_BYTES = 32;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + KEY_ID_BYTES;
const WRAP_BYTES = HEADER_BYTES + POINT_BYTES + CONTENT_KEY_BYTES + TAG_BYTES;
// The derived key serves exactly one encryption, so a fixed nonce never repeats.
const NONCE = Buffer.alloc(12);

/** A new X25519 pair. Intake processes get the public half only. */
export function generateWrapKeyPair(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync("x25519");
}

/** Which key a wrap was made for, as hex: the first 8 bytes of SHA-256 over the public key's SPKI. */
export function wrapKeyId(key: KeyObject): string {
  return keyIdOf(publicHalf(key)).toString("hex");
}

/**
 * Locks `contentKey` for the holder named by `context` (the same words open it again).
 * Layout: version, key id (8), ephemeral point (32), ciphertext (32), tag (16): 89 bytes.
 */
export function wrapKey(publicKey: KeyObject, contentKey: Uint8Array, context: string): Uint8Array {
  if (contentKey.length !== CONTENT_KEY_BYTES) throw new AppError("internal", "content_key_malformed");
  const receiver = publicHalf(publicKey);
  const ephemeral = generateKeyPairSync("x25519");
  const point = rawPoint(ephemeral.publicKey);
  const header = Buffer.concat([Buffer.of(VERSION), keyIdOf(receiver)]);
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: receiver });
  const cipher = createCipheriv("aes-256-gcm", deriveKey(shared, point, receiver), NONCE);
  cipher.setAAD(associatedData(header, context));
  const sealed = Buffer.concat([cipher.update(contentKey), cipher.final()]);
  return Buffer.concat([header, point, sealed, cipher.getAuthTag()]);
}

/**
 * Opens a wrap made for `context`. Errors: `wrap_for_other_key` (made for another pair), `wrap_damaged` (altered, or
 * made for another holder). The caller logs each call: holder and delivery.
 */
export function unwrapKey(privateKey: KeyObject, wrapped: Uint8Array, context: string): Uint8Array {
  assertX25519(privateKey, "private");
  const bytes = Buffer.from(wrapped);
  if (bytes.length !== WRAP_BYTES || bytes[0] !== VERSION) throw new AppError("internal", "wrap_damaged");
  const receiver = publicHalf(privateKey);
  const header = bytes.subarray(0, HEADER_BYTES);
  if (!header.subarray(1).equals(keyIdOf(receiver))) throw new AppError("internal", "wrap_for_other_key");
  const point = bytes.subarray(HEADER_BYTES, HEADER_BYTES + POINT_BYTES);
  try {
    const shared = diffieHellman({ privateKey, publicKey: publicFromPoint(point) });
    const decipher = createDecipheriv("aes-256-gcm", deriveKey(shared, point, receiver), NONCE);
    decipher.setAAD(associatedData(header, context));
    decipher.setAuthTag(bytes.subarray(WRAP_BYTES - TAG_BYTES));
    const sealed = bytes.subarray(HEADER_BYTES + POINT_BYTES, WRAP_BYTES - TAG_BYTES);
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch (cause) {
    throw new AppError("internal", "wrap_damaged", { cause });
  }
}

/** Refuses anything but an X25519 key of the given half: a wrong file in the configuration fails at start, not at use. */
export function assertX25519(key: KeyObject, half: "public" | "private"): void {
  if (key.asymmetricKeyType !== "x25519" || key.type !== half) {
    throw new AppError("internal", "wrap_key_unusable", { detail: `not an X25519 ${half} key` });
  }
}

function publicHalf(key: KeyObject): KeyObject {
  if (key.type !== "private") {
    assertX25519(key, "public");
    return key;
  }
  assertX25519(key, "private");
  return createPublicKey(key);
}

function keyIdOf(publicKey: KeyObject): Buffer {
  const spki = publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(spki).digest().subarray(0, KEY_ID_BYTES);
}

function rawPoint(publicKey: KeyObject): Buffer {
  return Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
}

function publicFromPoint(point: Buffer): KeyObject {
  return createPublicKey({
    format: "jwk",
    key: { kty: "OKP", crv: "X25519", x: point.toString("base64url") },
  });
}

function deriveKey(shared: Buffer, point: Buffer, receiver: KeyObject): Buffer {
  const salt = Buffer.concat([point, rawPoint(receiver)]);
  return Buffer.from(hkdfSync("sha256", shared, salt, "posthorn content key wrap 1", 32));
}

function associatedData(header: Buffer, context: string): Buffer {
  return Buffer.concat([header, Buffer.from(context, "utf8")]);
}
