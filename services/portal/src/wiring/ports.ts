// Binds content store, keys, passwords and tokens to what the portal's verbs ask for.

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { cleanFileName, encodeLogo, guardUpload, newContentKey, uniqueFileNames } from "@posthorn/content";
import { AppError } from "@posthorn/domain";
import { newSessionToken, tokenHash, verifyPassword } from "@posthorn/identity";
import type {
  DraftSealing,
  LogoPort,
  PasswordPort,
  SessionTokens,
  UploadInspection,
} from "@posthorn/usecases";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export const passwords: PasswordPort = { verify: verifyPassword };

export const sessionTokens: SessionTokens = {
  newToken() {
    const token = newSessionToken();
    return { token, hash: tokenHash(token) };
  },
};

/** Draws an uploaded logo anew. */
export const logos: LogoPort = { encode: encodeLogo };

export const inspection: UploadInspection = {
  nameFor: (typed, taken) => uniqueFileNames([cleanFileName(typed)], ["message.txt", ...taken])[0] ?? "file",
  guard: guardUpload,
};

/** Forms of drafts under the draft's content key: AES-256-GCM, nonce (12), ciphertext, tag (16), bound to the draft. */
export const draftSealing: DraftSealing = {
  newContentKey,
  sealForm(contentKey, json, context) {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", contentKey, nonce);
    cipher.setAAD(boundTo(context));
    return Buffer.concat([nonce, cipher.update(json, "utf8"), cipher.final(), cipher.getAuthTag()]);
  },
  openForm(contentKey, sealed, context) {
    const bytes = Buffer.from(sealed);
    const end = bytes.length - TAG_BYTES;
    try {
      const decipher = createDecipheriv("aes-256-gcm", contentKey, bytes.subarray(0, NONCE_BYTES));
      decipher.setAAD(boundTo(context));
      decipher.setAuthTag(bytes.subarray(end));
      return decipher.update(bytes.subarray(NONCE_BYTES, end), undefined, "utf8") + decipher.final("utf8");
    } catch (cause) {
      throw new AppError("internal", "draft_damaged", { cause });
    }
  },
};

function boundTo(context: string): Buffer {
  return Buffer.from(`posthorn draft form ${context}`, "utf8");
}
