// The operators that choose colours, and what pictures, shadings and patterns are painted with (ISO 32000-1 §8.6).

import { PDFBool, PDFDict, PDFName, PDFStream, type PDFObject } from "pdf-lib";
import { IDENTITY } from "./page-geometry.ts";
import {
  BLACK,
  COLOURED,
  type ColourSpace,
  mayColour,
  type Paint,
  paintOf,
  readColourSpace,
} from "./read-colour.ts";
import type { Operand } from "./read-content.ts";
import { type Act, mark, type Pen, resource } from "./trace-state.ts";

const GREY: ColourSpace = { kind: "grey" };
const UNIT = { left: 0, bottom: 0, right: 1, top: 1 };

export const COLOUR_ACTS: Readonly<Record<string, Act>> = {
  g: (pen, _, operands) => fill(pen, GREY, operands),
  rg: (pen, _, operands) => fill(pen, { kind: "rgb" }, operands),
  k: (pen, _, operands) => fill(pen, { kind: "cmyk" }, operands),
  sc: (pen, _, operands) => fill(pen, pen.state.fillSpace, operands),
  scn: (pen, _, operands) => fill(pen, pen.state.fillSpace, operands),
  G: (pen, _, operands) => stroke(pen, GREY, operands),
  RG: (pen, _, operands) => stroke(pen, { kind: "rgb" }, operands),
  K: (pen, _, operands) => stroke(pen, { kind: "cmyk" }, operands),
  SC: (pen, _, operands) => stroke(pen, pen.state.strokeSpace, operands),
  SCN: (pen, _, operands) => stroke(pen, pen.state.strokeSpace, operands),
  cs: (pen, _, operands) => {
    pen.state.fillSpace = spaceNamed(pen, operands[0]);
    pen.state.fill = BLACK;
  },
  CS: (pen, _, operands) => {
    pen.state.strokeSpace = spaceNamed(pen, operands[0]);
    pen.state.stroke = BLACK;
  },
  sh: (pen, _, operands) => {
    const shading = resource(pen, "Shading", operands[0]);
    if (pen.state.clip) mark(pen, pen.state.clip, shadingPaint(pen, shading), IDENTITY);
  },
  BI: (pen, _, operands) => mark(pen, UNIT, inlinePaint(pen, operands[0])),
  Do: (pen, _, operands) => {
    const object = resource(pen, "XObject", operands[0]);
    if (!(object instanceof PDFStream)) return;
    if (object.dict.lookup(PDFName.of("Subtype")) === PDFName.of("Form")) pen.drawForm(object);
    else mark(pen, UNIT, imagePaint(pen, object));
  },
};

function fill(pen: Pen, space: ColourSpace | null, operands: readonly Operand[]): void {
  pen.state.fillSpace = space;
  pen.state.fill = paintFor(pen, space, operands);
}

function stroke(pen: Pen, space: ColourSpace | null, operands: readonly Operand[]): void {
  pen.state.strokeSpace = space;
  pen.state.stroke = paintFor(pen, space, operands);
}

function paintFor(pen: Pen, space: ColourSpace | null, operands: readonly Operand[]): Paint {
  const last = operands.at(-1);
  if (typeof last !== "string")
    return paintOf(
      space,
      operands.filter((value) => typeof value === "number"),
    );
  const pattern = resource(pen, "Pattern", last);
  if (pattern instanceof PDFStream) return pen.paintOfTiles(pattern);
  return shadingPaint(pen, pattern instanceof PDFDict ? pattern.lookup(PDFName.of("Shading")) : undefined);
}

function shadingPaint({ resources }: Pen, shading: PDFObject | undefined): Paint {
  const dict = shading instanceof PDFStream ? shading.dict : shading;
  if (!(dict instanceof PDFDict)) return COLOURED;
  const space = readColourSpace(dict.lookup(PDFName.of("ColorSpace")), resources);
  return { white: false, colour: mayColour(space) };
}

function imagePaint({ state, resources }: Pen, { dict }: PDFStream): Paint {
  if (dict.lookup(PDFName.of("ImageMask")) === PDFBool.True) return state.fill;
  const space = readColourSpace(dict.lookup(PDFName.of("ColorSpace")), resources);
  return { white: false, colour: mayColour(space) };
}

function inlinePaint({ state, resources }: Pen, dict: Operand | undefined): Paint {
  if (!(dict instanceof Map)) return COLOURED;
  const entry = (long: string, short: string): unknown => dict.get(long) ?? dict.get(short);
  if (entry("/ImageMask", "/IM") === "true") return state.fill;
  const space = entry("/ColorSpace", "/CS");
  const read = typeof space === "string" ? readColourSpace(PDFName.of(space.slice(1)), resources) : null;
  return { white: false, colour: mayColour(read) };
}

function spaceNamed({ resources }: Pen, name: Operand | undefined): ColourSpace | null {
  return typeof name === "string" ? readColourSpace(PDFName.of(name.slice(1)), resources) : null;
}
