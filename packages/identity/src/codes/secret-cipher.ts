// Keeps code secrets unreadable at rest: AES-256-GCM, bound to their challenge and channel so that none can be swapped.

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "@posthorn/domain";

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SecretPlace {
  readonly challengeId: string;
  readonly channel: "email" | "sms";
}

/** The key of `CODE_KEY`: 32 bytes as 64 hex digits or base 64. Error: `code_key_malformed`, which never shows the value. */
export function parseCodeKey(value: string): Uint8Array {
  const text = value.trim();
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, "hex") : Buffer.from(text, "base64");
  if (key.length !== 32 || !/^[A-Za-z0-9+/_=-]+$/.test(text)) {
    throw new AppError("internal", "code_key_malformed", {
      detail: "32 bytes as hex or base 64 are expected",
    });
  }
  return key;
}

/** Version, nonce (12), ciphertext, tag (16). */
export function encryptSecret(key: Uint8Array, secret: string, place: SecretPlace): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(associatedData(place));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, sealed, cipher.getAuthTag()]);
}

/** The secret back; `code_secret_damaged` where it was altered, is of another place, or the key is another. */
export function decryptSecret(key: Uint8Array, stored: Uint8Array, place: SecretPlace): string {
  const bytes = Buffer.from(stored);
  try {
    if (bytes[0] !== VERSION) throw new Error("unknown version");
    const end = bytes.length - TAG_BYTES;
    const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(associatedData(place));
    decipher.setAuthTag(bytes.subarray(end));
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES, end)), decipher.final()]).toString(
      "utf8",
    );
  } catch (cause) {
    throw new AppError("internal", "code_secret_damaged", { cause });
  }
}

function associatedData({ challengeId, channel }: SecretPlace): Buffer {
  return Buffer.from(`posthorn code ${channel} ${challengeId}`, "utf8");
}
