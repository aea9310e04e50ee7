// Reads a Web eID authentication token, version 1: five texts, of which nothing is verified here.

import { refused } from "./refuse.ts";

export interface WebEidToken {
  readonly format: string;
  readonly algorithm: string;
  /** Of the certificate, base64 of DER. */
  readonly unverifiedCertificate: string;
  /** Base64; ECDSA as r and s one after the other. */
  readonly signature: string;
  readonly appVersion?: string;
}

const FORMAT = /^web-eid:1(?:\.\d{1,3})?$/u;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;
const LONGEST = { token: 16_384, certificate: 8_192, signature: 2_048, text: 200 } as const;

/** From the JSON of a form, or the object itself; other fields are left behind. Throws AppError `eid_token_malformed`. */
export function readWebEidToken(token: unknown): WebEidToken {
  const fields = typeof token === "string" ? parse(token) : token;
  if (typeof fields !== "object" || fields === null) throw refused("eid_token_malformed");
  const text = (name: keyof WebEidToken, longest: number): string => {
    const value: unknown = Reflect.get(fields, name);
    if (typeof value !== "string" || value === "" || value.length > longest)
      throw refused("eid_token_malformed", name);
    return value;
  };
  const base64 = (name: keyof WebEidToken, longest: number): string => {
    const value = text(name, longest);
    if (!BASE64.test(value)) throw refused("eid_token_malformed", name);
    return value;
  };
  const format = text("format", LONGEST.text);
  if (!FORMAT.test(format)) throw refused("eid_token_malformed", "format");
  return {
    format,
    algorithm: text("algorithm", LONGEST.text),
    unverifiedCertificate: base64("unverifiedCertificate", LONGEST.certificate),
    signature: base64("signature", LONGEST.signature),
    ...("appVersion" in fields ? { appVersion: text("appVersion", LONGEST.text) } : {}),
  };
}

function parse(json: string): unknown {
  if (json.length > LONGEST.token) throw refused("eid_token_malformed");
  try {
    return JSON.parse(json);
  } catch {
    throw refused("eid_token_malformed");
  }
}
