// PDF kit: fonts, layout, drawn marks, tagged PDF/A-3A files with attachments and room for a seal.

export { hornMark, qrCode, sealMark } from "./drawing/draw-mark.ts";
export { renderApprovalForm } from "./forms/approval-form.ts";
export { type OwnSummaryFacts, renderOwnSummary } from "./forms/own-summary.ts";
export { renderRightsLetter } from "./forms/rights-letter.ts";
export { renderRightsOverview } from "./forms/rights-overview.ts";
export { renderProcessingRecord } from "./forms/processing-record.ts";
export type { Face } from "./font/open-face.ts";
export { hasUnprintable, REPLACEMENT, widthOf } from "./font/shape-text.ts";
export * from "./layout/block.ts";
export * from "./layout/compose-document.ts";
export * from "./layout/table.ts";
export { listItem, tagged, type Tag } from "./layout/tag.ts";
export { composeLetter } from "./letter/compose-letter.ts";
export type { Letter, LetterPart, PrintReadyLetter } from "./letter/letter-facts.ts";
export * from "./pdf/reserve-signature.ts";
export { reserveTimestamp, type SecurityStore } from "./pdf/reserve-timestamp.ts";
export { A4 } from "./pdf/draw-page.ts";
export type { AttachedFile } from "./pdf/attach-files.ts";
export type { Printable, Unprintable } from "./print/print-outcome.ts";
export { renderPdf } from "./print/render-pdf.ts";
export { renderPictures, type Picture } from "./print/set-pictures.ts";
export { renderMessage, renderPlainText } from "./print/set-text.ts";
export { writePdf, type PdfContent } from "./pdf/write-pdf.ts";
export * from "./text/style.ts";
export { wrapText, type SetLine, type SetRun } from "./text/wrap-text.ts";
