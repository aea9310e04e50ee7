// Leaves out the layers that a file shows on a screen alone or keeps switched off (ISO 32000-1 §8.11): paper shows one state.

import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFDocument, type PDFObject } from "pdf-lib";
import { readContent } from "./read-content.ts";
import { streamOctets } from "./stream-content.ts";

export interface Layers {
  /** Whether what bears this as its `OC` is printed. */
  isHidden(membership: PDFObject | undefined): boolean;
  /** The content without what stands in hidden layers; the same octets where nothing does. */
  visible(content: Uint8Array, resources: PDFDict | null): Uint8Array;
}

/** Empties the forms and pictures of hidden layers in place. */
export function hideLayers(source: PDFDocument): Layers {
  const off = layersOff(source.catalog.lookup(PDFName.of("OCProperties")));
  const isHidden = (membership: PDFObject | undefined): boolean =>
    membership instanceof PDFDict && isOff(membership, off);
  const visible = (content: Uint8Array, resources: PDFDict | null): Uint8Array => {
    const names = off.size === 0 ? null : hiddenNames(resources, isHidden);
    return names && names.size > 0 ? withoutHidden(content, names) : content;
  };
  if (off.size > 0) {
    for (const [, object] of source.context.enumerateIndirectObjects()) {
      if (object instanceof PDFRawStream) hideWithin(object, { isHidden, visible });
    }
  }
  return { isHidden, visible };
}

/** Off by the configuration that is the file's own, and then by what each layer says of printing where that is asked. */
function layersOff(properties: PDFObject | undefined): ReadonlySet<PDFDict> {
  const off = new Set<PDFDict>();
  const config = properties instanceof PDFDict ? properties.lookup(PDFName.of("D")) : undefined;
  if (!(properties instanceof PDFDict) || !(config instanceof PDFDict)) return off;
  if (config.lookup(PDFName.of("BaseState")) === PDFName.of("OFF")) {
    for (const layer of dictsOf(properties.lookup(PDFName.of("OCGs")))) off.add(layer);
  }
  for (const layer of dictsOf(config.lookup(PDFName.of("ON")))) off.delete(layer);
  for (const layer of dictsOf(config.lookup(PDFName.of("OFF")))) off.add(layer);
  for (const usage of dictsOf(config.lookup(PDFName.of("AS")))) {
    if (usage.lookup(PDFName.of("Event")) !== PDFName.of("Print")) continue;
    for (const layer of dictsOf(usage.lookup(PDFName.of("OCGs")))) {
      const state = printState(layer);
      if (state === "OFF") off.add(layer);
      if (state === "ON") off.delete(layer);
    }
  }
  return off;
}

function printState(layer: PDFDict): string | undefined {
  const usage = layer.lookup(PDFName.of("Usage"));
  const print = usage instanceof PDFDict ? usage.lookup(PDFName.of("Print")) : undefined;
  const state = print instanceof PDFDict ? print.lookup(PDFName.of("PrintState")) : undefined;
  return state instanceof PDFName ? state.decodeText() : undefined;
}

/** A layer, or a membership in several by its policy (§8.11.2.2). */
function isOff(membership: PDFDict, off: ReadonlySet<PDFDict>): boolean {
  if (membership.lookup(PDFName.of("Type")) !== PDFName.of("OCMD")) return off.has(membership);
  const layers = dictsOf(membership.lookup(PDFName.of("OCGs")));
  if (layers.length === 0) return false;
  const policy = membership.lookup(PDFName.of("P"));
  const on = layers.filter((layer) => !off.has(layer)).length;
  switch (policy instanceof PDFName ? policy.decodeText() : "AnyOn") {
    case "AllOn":
      return on < layers.length;
    case "AnyOff":
      return on === layers.length;
    case "AllOff":
      return on > 0;
    default:
      return on === 0;
  }
}

function hideWithin(stream: PDFRawStream, { isHidden, visible }: Layers): void {
  const { dict } = stream;
  const isForm = dict.lookup(PDFName.of("Subtype")) === PDFName.of("Form");
  if (isHidden(dict.lookup(PDFName.of("OC")))) {
    for (const key of dict.keys()) dict.delete(key);
    dict.set(PDFName.of("Subtype"), PDFName.of("Form"));
    dict.set(PDFName.of("BBox"), dict.context.obj([0, 0, 0, 0]));
    stream.updateContents(new Uint8Array());
    return;
  }
  const resources = dict.lookup(PDFName.of("Resources"));
  if (!isForm || !(resources instanceof PDFDict)) return;
  const content = streamOctets(stream);
  const kept = visible(content, resources);
  if (kept === content) return;
  dict.delete(PDFName.of("Filter"));
  dict.delete(PDFName.of("DecodeParms"));
  stream.updateContents(kept);
}

function hiddenNames(resources: PDFDict | null, isHidden: Layers["isHidden"]): ReadonlySet<string> {
  const properties = resources?.lookup(PDFName.of("Properties"));
  if (!(properties instanceof PDFDict)) return new Set();
  const names = properties.keys().filter((key) => isHidden(properties.lookup(key)));
  return new Set(names.map((key) => `/${key.decodeText()}`));
}

/** What an operator that leaves ink becomes where it may not; the others go on to move what follows. */
const WITHOUT_INK: ReadonlyMap<string, string> = new Map([
  ...["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"].map((operator) => [operator, "n"] as const),
  ...["sh", "Do", "BI", "Tj", "TJ"].map((operator) => [operator, ""] as const),
  ["'", "T*"],
  ['"', "T*"],
]);

function withoutHidden(content: Uint8Array, names: ReadonlySet<string>): Uint8Array {
  const kept: Uint8Array[] = [];
  const marked: boolean[] = [];
  let from = 0;
  readContent(content, ({ operator, operands, ...place }) => {
    const hidden = marked.at(-1) ?? false;
    if (operator === "BMC" || operator === "BDC") {
      const [tag, name] = operands;
      marked.push(hidden || (tag === "/OC" && typeof name === "string" && names.has(name)));
    } else if (operator === "EMC") {
      marked.pop();
    }
    const instead = hidden ? WITHOUT_INK.get(operator) : undefined;
    if (instead === undefined) return;
    kept.push(content.subarray(from, place.from), Buffer.from(`${instead} `));
    from = place.to;
  });
  return Buffer.concat([...kept, content.subarray(from)]);
}

function dictsOf(value: PDFObject | undefined): readonly PDFDict[] {
  const all = value instanceof PDFArray ? value.asArray().map((_, index) => value.lookup(index)) : [value];
  return all.filter((each) => each instanceof PDFDict);
}
