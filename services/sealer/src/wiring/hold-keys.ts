// Opens the configured seal keys: PKCS#12 files, and keys held by a remote sealing service (CSC API v2).

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { assertSealKey, loadPkcs12, openRemoteSeal, type SealKey } from "@posthorn/pki";
import type { HeldKey } from "@posthorn/usecases";

/** One entry of `SEAL_KEYS`. Secrets may be given as `file:` URLs. */
export type KeySetting =
  | { readonly type: "pkcs12"; readonly file: string; readonly password: string }
  | {
      readonly type: "csc";
      readonly url: string;
      readonly token_url: string;
      readonly client_id: string;
      readonly client_secret: string;
      readonly credential: string;
    };

export interface HeldSealKey extends HeldKey {
  readonly key: SealKey;
}

const FIELDS = {
  pkcs12: ["file", "password"],
  csc: ["url", "token_url", "client_id", "client_secret", "credential"],
} as const;

/** Throws an Error that says what is wrong, in words that follow the name of the variable. */
export function parseKeySettings(text: string): readonly KeySetting[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error("is not JSON", { cause });
  }
  if (!Array.isArray(value) || value.length === 0) throw new Error("is not a list of at least one key");
  for (const [index, entry] of value.entries()) {
    const fields = FIELDS[(entry as { type?: keyof typeof FIELDS } | null)?.type ?? "pkcs12"];
    if (!fields || (entry as { type?: unknown } | null)?.type === undefined)
      throw new Error(`names for key ${index + 1} no type that is pkcs12 or csc`);
    const missing = fields.find((field) => typeof (entry as Record<string, unknown>)[field] !== "string");
    if (missing) throw new Error(`says nothing about ${missing} of key ${index + 1}`);
  }
  return value as KeySetting[];
}

/** In the order of the settings. Throws as the key's holder fails, and PkiError `weak_key`. */
export async function holdKeys(
  settings: readonly KeySetting[],
  timeoutMs: number,
): Promise<readonly HeldSealKey[]> {
  return Promise.all(
    settings.map(async (setting) => {
      const key = await openKey(setting, timeoutMs);
      assertSealKey(key);
      return {
        key,
        certificateSha256: key.certificateSha256,
        certificate: key.certificate,
        provider: setting.type,
        notAfter: key.notAfter,
      };
    }),
  );
}

async function openKey(setting: KeySetting, timeoutMs: number): Promise<SealKey> {
  if (setting.type === "pkcs12") {
    return loadPkcs12(await readFile(pathOf(setting.file)), await secret(setting.password));
  }
  return openRemoteSeal({
    baseUrl: setting.url,
    tokenUrl: setting.token_url,
    clientId: setting.client_id,
    clientSecret: await secret(setting.client_secret),
    credentialId: setting.credential,
    timeoutMs,
  });
}

function pathOf(file: string): string {
  return file.startsWith("file:") ? fileURLToPath(file) : file;
}

async function secret(value: string): Promise<string> {
  return value.startsWith("file:") ? (await readFile(fileURLToPath(value), "utf8")).trimEnd() : value;
}
