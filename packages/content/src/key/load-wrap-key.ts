// Reads the wrapping keys that the configuration names: PEM files now, a key service by another scheme later.

import { createPrivateKey, createPublicKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { AppError } from "@posthorn/domain";
import { assertX25519 } from "./wrap-key.ts";

/** The public wrapping key of a `file:` URL (PEM, SPKI). A file that holds a private key is refused: intake must not see it. */
export async function loadWrapPublicKey(url: string): Promise<KeyObject> {
  const pem = await readPem(url);
  if (!pem.includes("-----BEGIN PUBLIC KEY-----") || pem.includes("PRIVATE KEY-----")) {
    throw unusable(url, "a PEM file with exactly a public key is expected");
  }
  const key = parsed(url, () => createPublicKey(pem));
  assertX25519(key, "public");
  return key;
}

/** The private wrapping key of a `file:` URL (PEM, PKCS#8, unencrypted). */
export async function loadWrapPrivateKey(url: string): Promise<KeyObject> {
  const pem = await readPem(url);
  const key = parsed(url, () => createPrivateKey(pem));
  assertX25519(key, "private");
  return key;
}

async function readPem(url: string): Promise<string> {
  if (!url.startsWith("file:/")) throw unusable(url, "only file:/… is understood");
  try {
    return await readFile(fileURLToPath(url), "utf8");
  } catch (cause) {
    throw unusable(url, "the file cannot be read", cause);
  }
}

function parsed(url: string, parse: () => KeyObject): KeyObject {
  try {
    return parse();
  } catch (cause) {
    throw unusable(url, "not a key in PEM", cause);
  }
}

function unusable(url: string, why: string, cause?: unknown): AppError {
  return new AppError("internal", "wrap_key_unusable", { detail: `${url}: ${why}`, cause });
}
