// Takes the record out of evidence: canonical facts, random, and timestamp with its path.

import { canonicalJson, type EvidenceFacts } from "@posthorn/domain";
import type { MerklePath } from "../merkle/hash-tree.ts";
import { evidenceFormOf, evidenceXml, XML_DECLARATION } from "./evidence-xml.ts";
import { childElements, octetsOf, only, textOf, type DomElement } from "./parse.ts";

export interface CarriedRecord {
  readonly facts: EvidenceFacts;
  readonly canonical: string;
  readonly random: Uint8Array;
  readonly token: Uint8Array;
  readonly path: MerklePath;
  /** As written in the evidence; the token decides. */
  readonly genTime: Temporal.Instant;
}

/** Throws TypeError, SyntaxError or RangeError for what is not a record in evidence of this form. */
export function readCarriedRecord(evidence: DomElement): CarriedRecord {
  const [record, stamp, ...others] = childElements(only(evidence, "e:Extensions"), "e:Extension");
  if (!record || !stamp || others.length > 0) throw new TypeError("not exactly two extensions");
  const carried = only(record, "x:Record");
  const canonical = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
    octetsOf(only(carried, "x:Canonical")),
  );
  const facts = parseFacts(canonical);
  if (carried.getAttribute("form") !== evidenceFormOf(facts))
    throw new TypeError("evidence of another form than its record's");
  const stamped = only(stamp, "x:Stamp");
  const path = only(stamped, "x:Path");
  return {
    facts,
    canonical,
    random: octetsOf(only(carried, "x:Random")),
    token: octetsOf(only(stamped, "x:Token")),
    path: {
      index: Number(path.getAttribute("index")),
      size: Number(path.getAttribute("size")),
      hashes: childElements(path, "x:Hash").map(textOf),
    },
    genTime: Temporal.Instant.from(stamped.getAttribute("genTime") ?? ""),
  };
}

function parseFacts(canonical: string): EvidenceFacts {
  const value: unknown = JSON.parse(canonical);
  if (!isFacts(value) || canonicalJson(value) !== canonical) throw new TypeError("not a canonical record");
  return value;
}

/** The version decides about the form; that all members are as they should is shown by making the XML anew. */
function isFacts(value: unknown): value is EvidenceFacts {
  return typeof value === "object" && value !== null && "version" in value;
}

/** The XML that the carried record gives, without declaration: to be compared with what was signed. */
export function remakeXml({ facts, canonical, random, token, path, genTime }: CarriedRecord): string {
  return evidenceXml(facts, canonical, random, { token, path, genTime }).slice(XML_DECLARATION.length);
}
