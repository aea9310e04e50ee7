// The operators that draw lines and areas, and those that turn and clip what is drawn (ISO 32000-1 §8.4 and §8.5).

import { intersect, multiply, transformBox } from "./page-geometry.ts";
import { type Act, enclose, mark, type Pen, widen } from "./trace-state.ts";

const SAVED_MAX = 4096;

export const PATH_ACTS: Readonly<Record<string, Act>> = {
  q: ({ saved, state }) => {
    if (saved.length < SAVED_MAX) saved.push({ ...state });
  },
  Q: (pen) => {
    pen.state = pen.saved.pop() ?? pen.state;
  },
  cm: ({ state }, n) => {
    state.ctm = multiply([n(0), n(1), n(2), n(3), n(4), n(5)], state.ctm);
  },
  w: ({ state }, n) => {
    state.lineWidth = n(0);
  },
  m: (pen, n) => reach(pen, n(0), n(1)),
  l: (pen, n) => reach(pen, n(0), n(1)),
  // A curve stays within its control points.
  c: (pen, n) => {
    for (const at of [0, 2, 4]) reach(pen, n(at), n(at + 1));
  },
  v: (pen, n) => {
    for (const at of [0, 2]) reach(pen, n(at), n(at + 1));
  },
  y: (pen, n) => {
    for (const at of [0, 2]) reach(pen, n(at), n(at + 1));
  },
  re: (pen, n) => {
    reach(pen, n(0), n(1));
    reach(pen, n(0) + n(2), n(1) + n(3));
  },
  W: (pen) => {
    pen.clipNext = true;
  },
  "W*": (pen) => {
    pen.clipNext = true;
  },
  n: (pen) => paint(pen, false, false),
  S: (pen) => paint(pen, false, true),
  s: (pen) => paint(pen, false, true),
  f: (pen) => paint(pen, true, false),
  F: (pen) => paint(pen, true, false),
  "f*": (pen) => paint(pen, true, false),
  B: (pen) => paint(pen, true, true),
  "B*": (pen) => paint(pen, true, true),
  b: (pen) => paint(pen, true, true),
  "b*": (pen) => paint(pen, true, true),
};

function reach(pen: Pen, x: number, y: number): void {
  const point = { left: x, bottom: y, right: x, top: y };
  pen.path = pen.path ? enclose(pen.path, point) : point;
}

function paint(pen: Pen, fills: boolean, strokes: boolean): void {
  const { path, state } = pen;
  if (path) {
    if (fills) mark(pen, path, state.fill);
    if (strokes) mark(pen, widen(path, state.lineWidth / 2), state.stroke);
    if (pen.clipNext && state.clip) state.clip = intersect(transformBox(path, state.ctm), state.clip);
  }
  pen.path = null;
  pen.clipNext = false;
}
