// By which way a kind of file comes to paper, if by any: the kinds that may be attached, by media type.

import type { OfficeEnding } from "./convert-office.ts";

export type WayToPaper =
  | { readonly kind: "pdf" }
  | { readonly kind: "text" }
  | { readonly kind: "picture"; readonly mediaType: string }
  /** Through the converter, and then as any other PDF. */
  | { readonly kind: "office"; readonly ending: OfficeEnding };

const TEXTS: ReadonlySet<string> = new Set(["text/plain", "text/csv", "application/xml", "application/json"]);
const PICTURES: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/tiff",
  "image/gif",
  "image/webp",
]);
const OFFICE: ReadonlyMap<string, OfficeEnding> = new Map([
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
  ["application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"],
  ["application/vnd.oasis.opendocument.text", "odt"],
  ["application/vnd.oasis.opendocument.spreadsheet", "ods"],
]);

/** Null for an archive, a mail, and whatever is not known. */
export function wayToPaper(mediaType: string): WayToPaper | null {
  if (mediaType === "application/pdf") return { kind: "pdf" };
  if (TEXTS.has(mediaType)) return { kind: "text" };
  if (PICTURES.has(mediaType)) return { kind: "picture", mediaType };
  const ending = OFFICE.get(mediaType);
  return ending ? { kind: "office", ending } : null;
}
