// Parses evidence strictly: what evidence never contains is refused before anything is interpreted.

import { DOMParser, type Element as DomElement } from "@xmldom/xmldom";
import { ExclusiveCanonicalization } from "xml-crypto";
import { NAMESPACES, type Prefix } from "./namespaces.ts";

export type { DomElement };

/** Larger evidence does not exist: records hold no content. */
const MAX_CHARACTERS = 4_000_000;

/**
 * The root element. Refused with TypeError: document types and entities, comments, CDATA, processing instructions,
 * and whatever is not well formed.
 */
export function parseXml(xml: string, limit = MAX_CHARACTERS): DomElement {
  if (xml.length > limit) throw new TypeError("the XML is too long");
  const body = xml.replace(/^\uFEFF?<\?xml [^?]*\?>/u, "");
  if (/<[!?]/u.test(body)) throw new TypeError("the XML has a document type, comment, CDATA or instruction");
  const parser = new DOMParser({
    locator: false,
    onError: (level, message) => {
      // the one warning about something that is allowed, and that names may hold
      if (level === "warning" && message.startsWith("Unicode replacement character")) return;
      throw new TypeError(`the XML is not well formed (${level}): ${message}`);
    },
  });
  const root = parser.parseFromString(xml, "text/xml").documentElement;
  if (!root) throw new TypeError("the XML has no element");
  return root;
}

/** Exclusive XML Canonicalization 1.0 without comments. */
export function canonicalXml(element: DomElement): string {
  // the canonicaliser is typed for browsers' elements and uses of them what this parser's have too
  return new ExclusiveCanonicalization().process(element as unknown as Element, {});
}

/** Element children; of one name where given (`prefix:Name`, or `Name` in no namespace). */
export function childElements(parent: DomElement, name?: string): DomElement[] {
  const found: DomElement[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || hasName(node, name))) found.push(node);
  }
  return found;
}

/** The only descendant along a path of names, every step of which must stand exactly once. Throws TypeError. */
export function only(parent: DomElement, ...names: readonly string[]): DomElement {
  return names.reduce((element, name) => {
    const [first, ...others] = childElements(element, name);
    if (!first || others.length > 0) throw new TypeError(`not exactly one ${name} in ${element.tagName}`);
    return first;
  }, parent);
}

/** Every element of the document, the root included. */
export function allElements(root: DomElement): DomElement[] {
  return [root, ...childElements(root).flatMap(allElements)];
}

export function textOf(element: DomElement): string {
  if (childElements(element).length > 0) throw new TypeError(`${element.tagName} holds elements`);
  return element.textContent ?? "";
}

/** Octets of Base64 text. Throws TypeError for anything else. */
export function octetsOf(element: DomElement): Uint8Array {
  const text = textOf(element).replaceAll(/[\t\n\r ]/gu, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/u.test(text)) throw new TypeError(`${element.tagName} is not Base64`);
  return new Uint8Array(Buffer.from(text, "base64"));
}

export function hasName(element: DomElement, name: string): boolean {
  const [prefix, local] = name.includes(":") ? name.split(":") : [undefined, name];
  const namespace = prefix === undefined ? null : NAMESPACES[prefix as Prefix];
  return element.localName === local && (element.namespaceURI ?? null) === namespace;
}

function isElement(node: unknown): node is DomElement {
  return typeof node === "object" && node !== null && "nodeType" in node && node.nodeType === 1;
}
