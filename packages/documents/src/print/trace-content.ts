// Follows the drawing operators of a page as a printer would, to know where ink falls, which colours and which fonts.

import { PDFDict, PDFName, type PDFStream } from "pdf-lib";
import { type FontMetrics, readFontMetrics } from "./font-metrics.ts";
import {
  type Box,
  IDENTITY,
  intersect,
  type Matrix,
  multiply,
  readBox,
  readMatrix,
  transformBox,
} from "./page-geometry.ts";
import type { Paint } from "./read-colour.ts";
import { readContent } from "./read-content.ts";
import { streamOctets } from "./stream-content.ts";
import { COLOUR_ACTS } from "./trace-colour.ts";
import { PATH_ACTS } from "./trace-path.ts";
import { type Act, type GraphicsState, startPen, startState, type Traced } from "./trace-state.ts";
import { TEXT_ACTS } from "./trace-text.ts";

/** Forms within forms, no deeper than any real program nests them. */
const DEPTH_MAX = 16;
/** A form may draw another a thousand times, and that one a third: after so many steps the file is not honest. */
const OPERATIONS_MAX = 40_000_000;
/** Tiles are looked at for their colour wherever they lie. */
const EVERYWHERE: Box = { left: -1e6, bottom: -1e6, right: 1e6, top: 1e6 };

const ACTS: ReadonlyMap<string, Act> = new Map(
  Object.entries({ ...PATH_ACTS, ...COLOUR_ACTS, ...TEXT_ACTS }),
);

export interface Tracer {
  /** `clip` is what is seen of it, in the space that `matrix` leads to. */
  content(found: Traced, octets: Uint8Array, resources: PDFDict | null, matrix: Matrix, clip: Box): void;
  form(found: Traced, form: PDFStream, matrix: Matrix, clip: Box): void;
}

/** For one document: what it reads once it does not read again. Throws PrintRefusal `unreadable`, RangeError. */
export function openTracer(): Tracer {
  const contents = new Map<PDFStream, Uint8Array>();
  const metrics = new Map<PDFDict, FontMetrics>();
  const tiles = new Map<PDFStream, Paint>();
  let operations = 0;

  const octetsOf = (stream: PDFStream): Uint8Array => remember(contents, stream, streamOctets);
  const metricsOf = (font: PDFDict): FontMetrics => remember(metrics, font, readFontMetrics);

  function follow(
    found: Traced,
    octets: Uint8Array,
    resources: PDFDict | null,
    state: GraphicsState,
    depth: number,
  ): void {
    const pen = startPen(
      state,
      { resources, found, metricsOf },
      {
        drawForm: (form) => followForm(found, form, resources, pen.state, depth + 1),
        paintOfTiles: (pattern) =>
          remember(tiles, pattern, () => paintOfTiles(found, pattern, resources, depth + 1)),
      },
    );
    readContent(octets, ({ operator, operands }) => {
      operations += 1;
      if (operations > OPERATIONS_MAX) throw new RangeError("more operations than any page needs");
      ACTS.get(operator)?.(
        pen,
        (index) => (typeof operands[index] === "number" ? operands[index] : 0),
        operands,
      );
    });
  }

  function followForm(
    found: Traced,
    form: PDFStream,
    around: PDFDict | null,
    state: GraphicsState,
    depth: number,
  ): void {
    const box = readBox(form.dict.lookup(PDFName.of("BBox")));
    const ctm = multiply(readMatrix(form.dict.lookup(PDFName.of("Matrix"))), state.ctm);
    const clip = box && state.clip ? intersect(transformBox(box, ctm), state.clip) : null;
    if (!clip || depth > DEPTH_MAX) return;
    const own = form.dict.lookup(PDFName.of("Resources"));
    follow(found, octetsOf(form), own instanceof PDFDict ? own : around, { ...state, ctm, clip }, depth);
  }

  function paintOfTiles(found: Traced, pattern: PDFStream, around: PDFDict | null, depth: number): Paint {
    const inside: Traced = { ink: null, colour: false, fonts: found.fonts };
    followForm(inside, pattern, around, startState(IDENTITY, EVERYWHERE), depth);
    return { white: inside.ink === null, colour: inside.colour };
  }

  return {
    content: (found, octets, resources, matrix, clip) =>
      follow(found, octets, resources, startState(matrix, clip), 0),
    form: (found, form, matrix, clip) => followForm(found, form, null, startState(matrix, clip), 0),
  };
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make(key);
  known.set(key, made);
  return made;
}
