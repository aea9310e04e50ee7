// Reads the private keys with which we show ourselves to print partners: a file for each, none with a passphrase.

import { readFileSync } from "node:fs";
import ssh2 from "ssh2";

const ENTRY = /^(?<printer>[a-z0-9][a-z0-9-]{0,31})=(?<url>file:.+)$/;

/** `partner=file:///run/keys/partner,…`, by key of the printer. Throws Error in words that follow the name of the variable. */
export function parsePrinterKeys(text: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const entry of text.split(",").map((each) => each.trim())) {
    if (entry === "") continue;
    const groups = ENTRY.exec(entry)?.groups;
    const printer = groups?.["printer"];
    const url = URL.parse(groups?.["url"] ?? "");
    if (printer === undefined || url === null) throw new Error("is not a list of printer=file:URL");
    if (keys.has(printer)) throw new Error(`has two keys for ${printer}`);
    keys.set(printer, readKey(printer, url));
  }
  return keys;
}

function readKey(printer: string, url: URL): string {
  let content: string;
  try {
    content = readFileSync(url, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(`names, for ${printer}, a file that cannot be read (${code ?? "unknown error"})`, {
      cause,
    });
  }
  const parsed = ssh2.utils.parseKey(content);
  if (parsed instanceof Error || !parsed.isPrivateKey())
    throw new Error(`names, for ${printer}, a file that holds no private key`);
  return content;
}
