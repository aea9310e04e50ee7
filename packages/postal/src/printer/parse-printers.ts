// Reads the printers of the configuration: JSON, strict, every mistake by its place.

import { A4_PAPER, type PaperBox, type PrinterProfile } from "@posthorn/domain";
import { z } from "zod";

const millimetres = z.number().min(0).max(297);
const box = z.strictObject({
  x: millimetres,
  y: millimetres,
  width: millimetres.positive(),
  height: millimetres.positive(),
});
const sftp = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65_535).default(22),
  user: z.string().min(1),
  hostKey: z.string().regex(/^[A-Za-z0-9+/]{43}$/),
  directory: z.string().min(1),
});
/** Narrower or lower, and its bars can be read no more. */
const LABEL_MIN = { width: 60, height: 25 } as const;
const profile = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
    name: z.string().min(1).max(60),
    window: box.default({ x: 110, y: 42, width: 90, height: 42 }),
    returnAddress: box.default({ x: 20, y: 16, width: 80, height: 20 }),
    label: box.default({ x: 20, y: 42, width: 80, height: 42 }),
    margin: z.number().min(3).max(20).default(5),
    duplex: z.boolean().default(true),
    colour: z.boolean().default(true),
    sheets: z.int().min(1).max(200).default(100),
    sftp: sftp.optional(),
  })
  .refine(({ label }) => label.width >= LABEL_MIN.width && label.height >= LABEL_MIN.height, {
    path: ["label"],
    error: `a label of less than ${LABEL_MIN.width} × ${LABEL_MIN.height} mm holds no readable barcode`,
  })
  .refine((printer) => BOXES.every((name) => isOnSheet(printer[name])), {
    error: "window, returnAddress or label is not on the sheet",
  })
  .refine(({ window, label }) => apart(window, label), {
    path: ["label"],
    error: "the window shows the label",
  });

const BOXES = ["window", "returnAddress", "label"] as const;

function isOnSheet({ x, y, width, height }: PaperBox): boolean {
  return x + width <= A4_PAPER.width && y + height <= A4_PAPER.height;
}

function apart(a: PaperBox, b: PaperBox): boolean {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

/**
 * A list of printers, the first the one that is offered first. Throws Error that says which entry is wrong and how. Belgian
 * envelopes show the address on the right: that is what is taken where nothing is said.
 */
export function parsePrinters(text: string): readonly PrinterProfile[] {
  const read = z.array(profile).min(1).safeParse(JSON.parse(text));
  if (!read.success)
    throw new Error(read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
  const keys = read.data.map(({ key }) => key);
  if (new Set(keys).size < keys.length) throw new Error("two printers have one key");
  return read.data.map(({ sftp: place, ...printer }) => (place ? { ...printer, sftp: place } : printer));
}
