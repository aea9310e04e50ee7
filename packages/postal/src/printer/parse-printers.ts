// Reads the printers of the configuration: JSON, strict, every mistake by its place.

import {
  LABEL_MIN,
  type PrinterFault,
  printerFault,
  type PrinterProfile,
  RETURN_MIN,
  WINDOW_MIN,
} from "@posthorn/domain";
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
const size = ({ width, height }: { readonly width: number; readonly height: number }): string =>
  `${width} × ${height} mm`;
const FAULTS: Readonly<Record<PrinterFault, string>> = {
  label_small: `a label of less than ${size(LABEL_MIN)} holds no readable barcode`,
  off_sheet: "window, returnAddress or label is not on the sheet",
  beyond_margin: "window, returnAddress or label stands where the printer does not reach (margin)",
  label_in_window: "the window shows the label",
  window_small: `a window of less than ${size(WINDOW_MIN)}, without what returnAddress takes of it, holds no long address`,
  return_small: `a returnAddress of less than ${size(RETURN_MIN)} holds no address`,
  return_on_label: "returnAddress and label stand on each other",
  in_indexing_zone: "label or returnAddress stands in the 30 mm below the window that the post needs white",
  on_marks: "window, returnAddress or label stands on the data matrix at the foot of the left edge",
  no_room_for_text: "the boxes stand so low that there is no room for the text below them",
};
const profile = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
    name: z.string().min(1).max(60),
    window: box.default({ x: 110, y: 42, width: 90, height: 42 }),
    returnAddress: box.default({ x: 20, y: 16, width: 80, height: 20 }),
    label: box.default({ x: 20, y: 42, width: 80, height: 42 }),
    // Beyond it the marks would stand on our own text.
    margin: z.number().min(3).max(12).default(5),
    duplex: z.boolean().default(true),
    colour: z.boolean().default(true),
    sheets: z.int().min(1).max(200).default(100),
    sftp: sftp.optional(),
  })
  .superRefine((printer, issues) => {
    const fault = printerFault(printer);
    if (fault !== null) issues.addIssue({ code: "custom", message: FAULTS[fault] });
  });

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
