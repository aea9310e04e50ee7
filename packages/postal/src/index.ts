// Letters on their way to paper: renditions of parts, printers and their files, numbers of items, the carrier.

export { type BpostOptions, connectBpost } from "./carrier/bpost/connect-bpost.ts";
export type { AnnouncedItem, Carrier, ItemEvent, ItemToAnnounce } from "./carrier/carrier.ts";
export { type ItemNumberRange, parseNumberRange } from "./number/parse-number-range.ts";
export { writeManifest } from "./manifest/write-manifest.ts";
export { parsePrinterKeys } from "./printer/parse-printer-keys.ts";
export { parsePrinters } from "./printer/parse-printers.ts";
export { termsOfLetters } from "./printer/terms-of-letters.ts";
export { createRenditions, type RenditionOptions, type Renditions } from "./rendition/create-renditions.ts";
export { openPrinterDoor } from "./sftp/open-printer-door.ts";
