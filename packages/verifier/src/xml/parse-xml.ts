// Parses the XML that evidence is written in: elements, attributes and text, and nothing that could fetch or expand.

export interface XmlNode {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  /** As written, without namespace declarations. */
  readonly attributes: readonly XmlAttribute[];
  readonly children: (XmlNode | string)[];
}

export interface XmlAttribute {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly value: string;
}

const MAX_DEPTH = 64;
const NAME = String.raw`[A-Za-z_][\w.-]*`;
const TAG = new RegExp(
  String.raw`<(/)?(?:(${NAME}):)?(${NAME})((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/)?>`,
  "uy",
);
const ATTRIBUTE = new RegExp(String.raw`(?:(${NAME}):)?(${NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')`, "gu");

/** Throws TypeError for anything else than such XML: no document type, comment, CDATA or processing instruction. */
export function parseXml(text: string): XmlNode {
  const source = text
    .replace(/^\uFEFF?(?:<\?xml [^?]*\?>)?\s*/u, "")
    .replaceAll(/\r\n?/gu, "\n")
    .trimEnd();
  const holder: (XmlNode | string)[] = [];
  const open: { readonly node: XmlNode; readonly name: string; readonly scope: Scope }[] = [];
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf("<", at);
    const words = source.slice(at, next === -1 ? source.length : next);
    const parent = open.at(-1);
    if (words !== "") {
      if (!parent) throw new TypeError("text outside the root");
      parent.node.children.push(decode(words));
    }
    if (next === -1) break;
    TAG.lastIndex = next;
    const [whole, closing, prefix = "", local = "", attributes = "", empty] = TAG.exec(source) ?? [];
    if (whole === undefined) throw new TypeError("XML that evidence does not use");
    at = next + whole.length;
    const name = `${prefix}:${local}`;
    if (closing !== undefined) {
      if (open.pop()?.name !== name) throw new TypeError("elements are not closed in order");
      continue;
    }
    if (open.length >= MAX_DEPTH || (!parent && holder.length > 0)) throw new TypeError("not one root");
    const { node, scope } = makeNode(prefix, local, attributes, parent?.scope ?? new Map([["", ""]]));
    (parent?.node.children ?? holder).push(node);
    if (empty === undefined) open.push({ node, name, scope });
  }
  const [root] = holder;
  if (open.length > 0 || root === undefined || typeof root === "string")
    throw new TypeError("no whole document");
  return root;
}

type Scope = ReadonlyMap<string, string>;

function makeNode(
  prefix: string,
  local: string,
  written: string,
  outer: Scope,
): { readonly node: XmlNode; readonly scope: Scope } {
  const found = [...written.matchAll(ATTRIBUTE)].map(([, of = "", name = "", double, single]) => ({
    prefix: of,
    local: name,
    value: decode((double ?? single ?? "").replaceAll(/[\t\n]/gu, " ")),
  }));
  if (new Set(found.map((one) => `${one.prefix}:${one.local}`)).size !== found.length)
    throw new TypeError("an attribute twice");
  const scope = new Map(outer);
  for (const one of found) {
    if (one.prefix === "xmlns") scope.set(one.local, one.value);
    else if (one.prefix === "" && one.local === "xmlns") scope.set("", one.value);
  }
  const namespaceOf = (of: string): string => {
    const namespace = scope.get(of);
    if (namespace === undefined) throw new TypeError(`the prefix ${of} is not declared`);
    return namespace;
  };
  const attributes = found
    .filter((one) => one.prefix !== "xmlns" && (one.prefix !== "" || one.local !== "xmlns"))
    .map((one) => ({ ...one, namespace: one.prefix === "" ? "" : namespaceOf(one.prefix) }));
  return { node: { prefix, local, namespace: namespaceOf(prefix), attributes, children: [] }, scope };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(\w+));|&/gu,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      const sign = name === undefined ? undefined : ENTITIES[name];
      if (sign === undefined) throw new TypeError("an entity that evidence does not use");
      return sign;
    },
  );
}
