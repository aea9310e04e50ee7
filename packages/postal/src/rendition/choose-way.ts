// By which way a kind of file comes to paper, if by any: the kinds that may be attached, by media type.

/** `office` goes through the converter first and is then a PDF as any other. */
export type WayToPaper = "pdf" | "text";

const TEXT: ReadonlySet<string> = new Set(["text/plain", "text/csv", "application/xml", "application/json"]);

/** Null for an archive, a mail, and whatever is not known. */
export function wayToPaper(mediaType: string): WayToPaper | null {
  if (mediaType === "application/pdf") return "pdf";
  return TEXT.has(mediaType) ? "text" : null;
}
