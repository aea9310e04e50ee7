// Reads the versioned keys that identities are kept under, `IDENTITY_KEYS`: `2=file:///run/keys/2,1=file:///run/keys/1`.

import { readFileSync } from "node:fs";
import { parseCodeKey } from "../codes/secret-cipher.ts";

export interface VersionedKey {
  /** Whole, from 1; the highest is the newest. */
  readonly version: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

const ENTRY = /^(?<version>[1-9]\d{0,8})=(?<url>file:.+)$/;

/**
 * The newest first. Throws an Error in words that follow the name of the variable: a form that is not this one, a version
 * twice, a file that cannot be read or holds no key of 32 bytes. Never shows a key.
 */
export function parseIdentityKeys(text: string): readonly VersionedKey[] {
  const entries = text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  if (entries.length === 0) throw new Error("names no key");
  const keys = entries.map(readEntry);
  const versions = new Set(keys.map(({ version }) => version));
  if (versions.size < keys.length) throw new Error("names one version twice");
  if (new Set(keys.map(({ key }) => Buffer.from(key).toString("hex"))).size < keys.length)
    throw new Error("has one key under two versions");
  return keys.toSorted((a, b) => b.version - a.version);
}

function readEntry(entry: string): VersionedKey {
  const groups = ENTRY.exec(entry)?.groups;
  const version = groups?.["version"];
  const url = URL.parse(groups?.["url"] ?? "");
  if (version === undefined || url === null) throw new Error("is not a list of version=file:URL");
  return { version: Number(version), key: readKey(version, url) };
}

function readKey(version: string, url: URL): Uint8Array {
  let content: string;
  try {
    content = readFileSync(url, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(
      `names, as version ${version}, a file that cannot be read (${code ?? "unknown error"}: ${url.pathname})`,
      {
        cause,
      },
    );
  }
  try {
    return parseCodeKey(content);
  } catch (cause) {
    throw new Error(
      `names, as version ${version}, a file that holds no key of 32 bytes as hex or base 64 (${url.pathname})`,
      { cause },
    );
  }
}
