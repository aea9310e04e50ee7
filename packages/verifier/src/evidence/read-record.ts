// The record that evidence carries: canonical facts, random, timestamp and path, and its leaf computed anew.

import { fromBase64, fromUtf8, toHex } from "../octets/octets.ts";
import type { MerklePath } from "../log/merkle.ts";
import type { RecordFacts } from "../report.ts";
import { attributeOf, elementsOf, only, textOf } from "../xml/find-element.ts";
import type { XmlNode } from "../xml/parse-xml.ts";

export interface CarriedRecord {
  readonly facts: RecordFacts;
  readonly canonical: string;
  readonly random: Uint8Array;
  readonly token: Uint8Array;
  readonly path: MerklePath;
}

/** Throws TypeError or SyntaxError for what is no evidence with its record. */
export function readCarried(evidence: XmlNode): CarriedRecord {
  const [record, stamp] = elementsOf(only(evidence, "e:Extensions"), "e:Extension");
  if (!record || !stamp) throw new TypeError("no record inside");
  const carried = only(record, "x:Record");
  const canonical = fromUtf8(fromBase64(textOf(only(carried, "x:Canonical"))));
  const path = only(stamp, "x:Stamp", "x:Path");
  return {
    facts: parseFacts(canonical),
    canonical,
    random: fromBase64(textOf(only(carried, "x:Random"))),
    token: fromBase64(textOf(only(stamp, "x:Stamp", "x:Token"))),
    path: {
      index: Number(attributeOf(path, "index")),
      size: Number(attributeOf(path, "size")),
      hashes: elementsOf(path, "x:Hash").map(textOf),
    },
  };
}

/** A record that has no XML of its own, as bundles hold it. */
export function readJsonRecord(text: string): CarriedRecord {
  const value: unknown = JSON.parse(text);
  if (!isJsonRecord(value)) throw new TypeError("not a record");
  return {
    facts: parseFacts(value.record),
    canonical: value.record,
    random: fromBase64(value.random),
    token: fromBase64(value.stamp.token),
    path: value.stamp.path,
  };
}

interface JsonRecord {
  readonly record: string;
  readonly random: string;
  readonly stamp: { readonly token: string; readonly path: MerklePath };
}

function isJsonRecord(value: unknown): value is JsonRecord {
  if (typeof value !== "object" || value === null) return false;
  if (!("record" in value && "random" in value && "stamp" in value)) return false;
  const { record, random, stamp } = value;
  if (typeof record !== "string" || typeof random !== "string") return false;
  if (typeof stamp !== "object" || stamp === null || !("token" in stamp && "path" in stamp)) return false;
  const { token, path } = stamp;
  return typeof token === "string" && typeof path === "object" && path !== null && "hashes" in path;
}

function parseFacts(canonical: string): RecordFacts {
  const value: unknown = JSON.parse(canonical);
  if (!isFacts(value)) throw new TypeError("not a record");
  return value;
}

function isFacts(value: unknown): value is RecordFacts {
  if (typeof value !== "object" || value === null) return false;
  const texts = ["id", "delivery", "prev_hash", "type", "event_at"];
  const entries: Readonly<Record<string, unknown>> = { ...value };
  return (
    texts.every((name) => typeof entries[name] === "string") &&
    typeof entries["seq"] === "number" &&
    Array.isArray(entries["parts"])
  );
}

/** HMAC-SHA-256 of the canonical record under its random, lower-case hex. */
export async function leafOf({ canonical, random }: CarriedRecord): Promise<string> {
  if (random.length !== 32) throw new TypeError("the random has another length");
  const scheme = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", Uint8Array.from(random), scheme, false, ["sign"]);
  return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(canonical))));
}
