// Letters on their way to paper: renditions of parts, printers and their files, numbers of items, the carrier.

export { parsePrinters } from "./printer/parse-printers.ts";
export { createRenditions, type RenditionOptions, type Renditions } from "./rendition/create-renditions.ts";
