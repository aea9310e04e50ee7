// Reads the sealed list of an ASiC-E container and compares it with what the container holds (EN 319 162-1 §4.4, A.4).

import { createHash } from "node:crypto";
import { childElements, octetsOf, only, parseXml, type DomElement } from "../../xml/parse.ts";
import { CheckFailure } from "../report.ts";
import type { ZipFile } from "./read-zip.ts";

const ASIC = "http://uri.etsi.org/02918/v1.2.1#";
const SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
const IS_MANIFEST = /^META-INF\/ASiCManifest[^/]*\.xml$/u;
const IS_SEAL = /^META-INF\/[^/]*\.p7s$/u;

export interface SealedManifest {
  readonly content: Uint8Array;
  /** CMS, DER. */
  readonly signature: Uint8Array;
}

/**
 * Undefined where the container has no seal. Throws CheckFailure for files that are missing, changed or not in the
 * list, TypeError for a list that is none. Checks no signature.
 */
export function readManifest(files: readonly ZipFile[]): SealedManifest | undefined {
  const lists = files.filter(({ path }) => IS_MANIFEST.test(path));
  const seals = files.filter(({ path }) => IS_SEAL.test(path));
  if (lists.length === 0 && seals.length === 0) return undefined;
  const [list, ...otherLists] = lists;
  const [seal, ...otherSeals] = seals;
  if (!list || !seal || otherLists.length + otherSeals.length > 0) {
    throw new TypeError("the container has not exactly one sealed list");
  }
  const root = parseXml(Buffer.from(list.bytes).toString("utf8"));
  if (!isAsic(root, "ASiCManifest")) throw new TypeError("the sealed list is none");
  const [named] = childElements(root).filter((element) => isAsic(element, "SigReference"));
  if (named?.getAttribute("URI") !== seal.path) throw new TypeError("the sealed list names another seal");
  const listed = new Map(
    childElements(root)
      .filter((element) => isAsic(element, "DataObjectReference"))
      .map(readReference),
  );
  compare(
    files.filter((file) => file !== list && file !== seal && file.path !== "mimetype"),
    listed,
  );
  return { content: list.bytes, signature: seal.bytes };
}

function isAsic(element: DomElement, name: string): boolean {
  return element.localName === name && element.namespaceURI === ASIC;
}

function readReference(element: DomElement): readonly [path: string, digest: Uint8Array] {
  if (only(element, "ds:DigestMethod").getAttribute("Algorithm") !== SHA256) {
    throw new TypeError("the sealed list uses a digest that is not relied on");
  }
  const path = decodeURIComponent(element.getAttribute("URI") ?? "");
  return [path, octetsOf(only(element, "ds:DigestValue"))];
}

function compare(files: readonly ZipFile[], listed: ReadonlyMap<string, Uint8Array>): void {
  const fail = (detail: string) => new CheckFailure("TOTAL-FAILED", "HASH_FAILURE", detail);
  for (const { path, bytes } of files) {
    const digest = listed.get(path);
    if (!digest) throw fail(`${path} is not in the sealed list`);
    if (!createHash("sha256").update(bytes).digest().equals(digest)) throw fail(`${path} was changed`);
  }
  const present = new Set(files.map(({ path }) => path));
  const missing = [...listed.keys()].find((path) => !present.has(path));
  if (missing !== undefined) throw fail(`${missing} is missing`);
}
