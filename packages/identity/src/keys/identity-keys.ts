// Keeps identities: found again by keyed digests, sealed for the record, committed to in evidence; under versioned keys, so that one can be replaced.

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { AppError } from "@posthorn/domain";
import type { VersionedKey } from "./read-keys.ts";

const FORM = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface IdentityDigest {
  /** Lower-case hex, of 32 bytes. */
  readonly digest: string;
  readonly keyVersion: number;
}

export interface SealedIdentity {
  /** Form, nonce (12), ciphertext, tag (16). */
  readonly bytes: Uint8Array;
  readonly keyVersion: number;
}

export interface IdentityKeys {
  /** Of who the issuer says it is, under every version, the newest first. */
  subjectDigests(identity: {
    readonly method: "itsme" | "eid";
    readonly subject: string;
  }): readonly IdentityDigest[];
  /** Of a national register number (eleven digits, checked), under every version, the newest first. */
  registerNumberDigests(digits: string): readonly IdentityDigest[];
  /** AES-256-GCM under the newest version; `context` names what it belongs to and is authenticated. */
  seal(context: string, plain: string): SealedIdentity;
  /** Throws AppError internal `identity_damaged`: altered, of another context, or of a version that is not held. */
  open(context: string, sealed: SealedIdentity): string;
  /** 32 random bytes and HMAC-SHA-256 under them, lower-case hex: tells nothing once the key is erased. */
  commit(canonical: string): { readonly key: Uint8Array; readonly commitment: string };
}

interface Version {
  readonly version: number;
  readonly subject: Uint8Array;
  readonly registerNumber: Uint8Array;
  readonly sealing: Uint8Array;
}

/** `keys`: of `parseIdentityKeys`, the newest first. Each use has a key of its own, derived from the version's (HKDF, RFC 5869). */
export function createIdentityKeys(keys: readonly VersionedKey[]): IdentityKeys {
  const versions = keys.map(deriveVersion);
  const newest = versions[0];
  if (!newest) throw new RangeError("identities are kept under at least one key");
  return {
    subjectDigests: ({ method, subject }) => digests(versions, "subject", `${method} ${subject}`),
    registerNumberDigests(digits) {
      if (!/^\d{11}$/.test(digits)) throw new RangeError("a register number has eleven digits");
      return digests(versions, "registerNumber", digits);
    },
    seal: (context, plain) => seal(newest, context, plain),
    open(context, sealed) {
      const version = versions.find((held) => held.version === sealed.keyVersion);
      try {
        if (!version) throw new Error(`key version ${sealed.keyVersion} is not held`);
        return open(version, context, sealed.bytes);
      } catch (cause) {
        throw new AppError("internal", "identity_damaged", { cause });
      }
    },
    commit(canonical) {
      const key = randomBytes(32);
      return { key, commitment: createHmac("sha256", key).update(canonical, "utf8").digest("hex") };
    },
  };
}

function deriveVersion({ version, key }: VersionedKey): Version {
  if (key.byteLength !== 32) throw new RangeError("a key of identities has 32 bytes");
  const derive = (use: string) =>
    new Uint8Array(hkdfSync("sha256", key, Buffer.alloc(0), `posthorn identity ${use}`, 32));
  return {
    version,
    subject: derive("subject digest"),
    registerNumber: derive("register number digest"),
    sealing: derive("sealing"),
  };
}

function digests(
  versions: readonly Version[],
  use: "subject" | "registerNumber",
  text: string,
): readonly IdentityDigest[] {
  return versions.map((held) => ({
    digest: createHmac("sha256", held[use]).update(text, "utf8").digest("hex"),
    keyVersion: held.version,
  }));
}

function seal(held: Version, context: string, plain: string): SealedIdentity {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", held.sealing, nonce);
  cipher.setAAD(associatedData(held.version, context));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return {
    bytes: Buffer.concat([Buffer.of(FORM), nonce, sealed, cipher.getAuthTag()]),
    keyVersion: held.version,
  };
}

function open(held: Version, context: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== FORM || bytes.length < 1 + NONCE_BYTES + TAG_BYTES) throw new Error("unknown form");
  const end = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", held.sealing, bytes.subarray(1, 1 + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(associatedData(held.version, context));
  decipher.setAuthTag(bytes.subarray(end));
  return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES, end)), decipher.final()]).toString(
    "utf8",
  );
}

function associatedData(version: number, context: string): Buffer {
  return Buffer.from(`posthorn identity ${version} ${context}`, "utf8");
}
