// Writes XML that is already in its canonical form (Exclusive XML Canonicalization 1.0), so that it is hashed as written.

import { NAMESPACES, type Prefix } from "./namespaces.ts";

export interface XmlElement {
  /** `prefix:Name`, or `Name` for an element in no namespace. */
  readonly name: string;
  /** Without prefixes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

/** Attributes that are undefined and children that are `false` or undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (XmlNode | false | undefined)[]
): XmlElement {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    name,
    attributes: Object.fromEntries(given),
    children: children.filter((child) => child !== false && child !== undefined),
  };
}

/** The canonical form of the element as the top of what is hashed. */
export function writeXml(node: XmlElement, inScope: readonly string[] = []): string {
  const prefix = node.name.includes(":") ? node.name.slice(0, node.name.indexOf(":")) : undefined;
  const declares = prefix !== undefined && !inScope.includes(prefix);
  const declaration = declares ? ` xmlns:${prefix}="${namespaceOf(prefix)}"` : "";
  const scope = declares ? [...inScope, prefix] : inScope;
  const attributes = Object.entries(node.attributes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  const content = node.children.map((child) =>
    typeof child === "string" ? escapeText(child) : writeXml(child, scope),
  );
  return `<${node.name}${declaration}${attributes.join("")}>${content.join("")}</${node.name}>`;
}

function namespaceOf(prefix: string): string {
  if (!Object.hasOwn(NAMESPACES, prefix)) throw new TypeError(`no namespace for the prefix ${prefix}`);
  return NAMESPACES[prefix as Prefix];
}

/** Characters that XML 1.0 cannot hold, not even escaped; the canonical record keeps them. */
const NOT_IN_XML = /[^\P{Control}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/gu;

function escapeText(text: string): string {
  return replaceAll(text, { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" });
}

function escapeAttribute(text: string): string {
  return replaceAll(text, {
    "&": "&amp;",
    "<": "&lt;",
    '"': "&quot;",
    "\t": "&#x9;",
    "\n": "&#xA;",
    "\r": "&#xD;",
  });
}

function replaceAll(text: string, escapes: Readonly<Record<string, string>>): string {
  return text
    .toWellFormed()
    .replaceAll(NOT_IN_XML, "\uFFFD")
    .replaceAll(/[&<>"\t\n\r]/gu, (character) => escapes[character] ?? character);
}
