// Whether what a colour space and its numbers stand for is white, grey or coloured (ISO 32000-1 §8.6).

import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFObject,
} from "pdf-lib";
import { streamOctets } from "./stream-content.ts";

export interface Paint {
  /** Leaves nothing on the paper. */
  readonly white: boolean;
  readonly colour: boolean;
}

export type ColourSpace =
  | { readonly kind: "grey" | "rgb" | "cmyk" | "lab" | "pattern" }
  /** One ink by its own name; `black` where it is the black one, or any shade of none. */
  | { readonly kind: "inks"; readonly black: boolean }
  | { readonly kind: "indexed"; readonly base: ColourSpace; readonly table: Uint8Array };

export const BLACK: Paint = { white: false, colour: false };
export const COLOURED: Paint = { white: false, colour: true };
/** What two shades may differ by and still pass for one on paper. */
const NEAR = 0.012;

const BY_NAME: Readonly<Record<string, ColourSpace>> = {
  DeviceGray: { kind: "grey" },
  G: { kind: "grey" },
  CalGray: { kind: "grey" },
  DeviceRGB: { kind: "rgb" },
  RGB: { kind: "rgb" },
  CalRGB: { kind: "rgb" },
  DeviceCMYK: { kind: "cmyk" },
  CMYK: { kind: "cmyk" },
  Lab: { kind: "lab" },
  Pattern: { kind: "pattern" },
};

/** By its name or as it is described; null where it is neither known nor readable. */
export function readColourSpace(
  space: PDFObject | undefined,
  resources: PDFDict | null,
  depth = 0,
): ColourSpace | null {
  if (depth > 4) return null;
  if (space instanceof PDFName) {
    const name = space.decodeText();
    const named = resources?.lookup(PDFName.of("ColorSpace"));
    const own = named instanceof PDFDict ? named.lookup(space) : undefined;
    return BY_NAME[name] ?? (own ? readColourSpace(own, resources, depth + 1) : null);
  }
  if (!(space instanceof PDFArray)) return null;
  const [family, second] = [space.lookup(0), space.lookup(1)];
  switch (family instanceof PDFName ? family.decodeText() : "") {
    case "ICCBased":
      return second instanceof PDFStream ? byComponents(second) : null;
    case "Indexed":
    case "I": {
      const base = readColourSpace(second, resources, depth + 1);
      return base ? { kind: "indexed", base, table: octetsOf(space.lookup(3)) } : null;
    }
    case "Separation":
      return { kind: "inks", black: isBlackInk(second) };
    case "DeviceN":
      return { kind: "inks", black: second instanceof PDFArray && second.asArray().every(isBlackInk) };
    default:
      return readColourSpace(family, null, depth + 1);
  }
}

/** Of numbers as an operator gives them. */
export function paintOf(space: ColourSpace | null, values: readonly number[]): Paint {
  switch (space?.kind) {
    case "grey":
      return { white: (values[0] ?? 0) >= 1 - NEAR, colour: false };
    case "rgb":
      return additive(values);
    case "cmyk":
      return subtractive(values);
    case "lab": {
      const [light = 0, a = 0, b = 0] = values;
      const colour = Math.abs(a) > 2 || Math.abs(b) > 2;
      return { white: light >= 99 && !colour, colour };
    }
    case "inks":
      return { white: values.every((value) => value <= NEAR), colour: !space.black };
    case "indexed":
      return paintOf(space.base, entryOf(space, values[0] ?? 0));
    default:
      return COLOURED;
  }
}

/** Whether anything that can be said in this space is coloured; a table only by what stands in it. */
export function mayColour(space: ColourSpace | null): boolean {
  if (space?.kind === "indexed") {
    const entries = Math.floor(space.table.length / componentsOf(space.base));
    return Array.from({ length: entries }, (_, index) => paintOf(space.base, entryOf(space, index))).some(
      ({ colour }) => colour,
    );
  }
  return space?.kind === "inks" ? !space.black : space?.kind !== "grey";
}

function additive([r = 0, g = 0, b = 0]: readonly number[]): Paint {
  return {
    white: Math.min(r, g, b) >= 1 - NEAR,
    colour: Math.max(r, g, b) - Math.min(r, g, b) > NEAR,
  };
}

function subtractive([c = 0, m = 0, y = 0, k = 0]: readonly number[]): Paint {
  return {
    white: Math.max(c, m, y, k) <= NEAR,
    colour: Math.max(c, m, y) - Math.min(c, m, y) > NEAR && k < 1,
  };
}

function entryOf(space: Extract<ColourSpace, { kind: "indexed" }>, index: number): readonly number[] {
  const size = componentsOf(space.base);
  return Array.from(space.table.subarray(index * size, (index + 1) * size), (octet) => octet / 255);
}

function componentsOf({ kind }: ColourSpace): number {
  return kind === "cmyk" ? 4 : kind === "grey" || kind === "inks" ? 1 : 3;
}

function byComponents(profile: PDFStream): ColourSpace {
  const n = profile.dict.lookup(PDFName.of("N"));
  const components = n instanceof PDFNumber ? n.asNumber() : 3;
  return { kind: components === 1 ? "grey" : components === 4 ? "cmyk" : "rgb" };
}

function isBlackInk(name: PDFObject | undefined): boolean {
  return name instanceof PDFName && ["Black", "All", "None", "Gray"].includes(name.decodeText());
}

function octetsOf(value: PDFObject | undefined): Uint8Array {
  if (value instanceof PDFString || value instanceof PDFHexString) return value.asBytes();
  return value instanceof PDFRawStream ? streamOctets(value) : new Uint8Array();
}
