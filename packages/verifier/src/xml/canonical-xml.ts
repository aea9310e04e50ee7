// Exclusive canonical XML 1.0 without comments: the octets that a seal's digests are made of.

import type { XmlNode } from "./parse-xml.ts";

/** Of an element with all that is in it, except `without`. */
export function canonicalXml(node: XmlNode, without?: XmlNode): string {
  return write(node, new Map(), without);
}

function write(node: XmlNode, outer: ReadonlyMap<string, string>, without?: XmlNode): string {
  const used = new Map([[node.prefix, node.namespace]]);
  for (const { prefix, namespace } of node.attributes) if (prefix !== "") used.set(prefix, namespace);
  const rendered = new Map(outer);
  const declarations: string[] = [];
  for (const [prefix, namespace] of [...used].toSorted(([a], [b]) => compare(a, b))) {
    if ((rendered.get(prefix) ?? "") === namespace) continue;
    rendered.set(prefix, namespace);
    declarations.push(` xmlns${prefix === "" ? "" : `:${prefix}`}="${escapeAttribute(namespace)}"`);
  }
  const attributes = node.attributes
    .toSorted((a, b) => compare(a.namespace, b.namespace) || compare(a.local, b.local))
    .map(({ prefix, local, value }) => ` ${nameOf(prefix, local)}="${escapeAttribute(value)}"`);
  const name = nameOf(node.prefix, node.local);
  const inside = node.children.map((child) => {
    if (child === without) return "";
    return typeof child === "string" ? escapeText(child) : write(child, rendered, without);
  });
  return `<${name}${declarations.join("")}${attributes.join("")}>${inside.join("")}</${name}>`;
}

function nameOf(prefix: string, local: string): string {
  return prefix === "" ? local : `${prefix}:${local}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const TEXT: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
const ATTRIBUTE: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};

function escapeText(text: string): string {
  return text.replaceAll(/[&<>\r]/gu, (sign) => TEXT[sign] ?? sign);
}

function escapeAttribute(text: string): string {
  return text.replaceAll(/[&<"\t\n\r]/gu, (sign) => ATTRIBUTE[sign] ?? sign);
}
