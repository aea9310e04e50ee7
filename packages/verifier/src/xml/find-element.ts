// Finds elements by exact position, so that nothing elsewhere in a document can be put in their place.

import type { XmlNode } from "./parse-xml.ts";

const NAMESPACES: Readonly<Record<string, string>> = {
  e: "http://uri.etsi.org/19522/v1#",
  ds: "http://www.w3.org/2000/09/xmldsig#",
  xades: "http://uri.etsi.org/01903/v1.3.2#",
  x: "urn:x-posthorn:evidence:1",
  asic: "http://uri.etsi.org/02918/v1.2.1#",
};

/** `name` as `ds:Signature`, by these prefixes whatever the document writes; without prefix: in no namespace. */
export function hasName(node: XmlNode, name: string): boolean {
  const [prefix, local] = name.includes(":") ? name.split(":") : ["", name];
  return node.local === local && node.namespace === (NAMESPACES[prefix ?? ""] ?? "");
}

export function elementsOf(node: XmlNode, name?: string): readonly XmlNode[] {
  const elements = node.children.filter((child) => typeof child !== "string");
  return name === undefined ? elements : elements.filter((child) => hasName(child, name));
}

/** Down a path of names, each of which must be there exactly once. Throws TypeError otherwise. */
export function only(node: XmlNode, ...path: readonly string[]): XmlNode {
  let current = node;
  for (const name of path) {
    const [found, ...others] = elementsOf(current, name);
    if (!found || others.length > 0) throw new TypeError(`not exactly one ${name}`);
    current = found;
  }
  return current;
}

export function textOf(node: XmlNode): string {
  return node.children.filter((child) => typeof child === "string").join("");
}

export function attributeOf(node: XmlNode, name: string): string | undefined {
  return node.attributes.find(({ prefix, local }) => prefix === "" && local === name)?.value;
}

/** The element and all below it. */
export function allElements(node: XmlNode): readonly XmlNode[] {
  return [node, ...elementsOf(node).flatMap(allElements)];
}
