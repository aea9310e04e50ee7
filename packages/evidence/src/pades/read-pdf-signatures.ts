// The signatures of a proof, what each covers and what came after it, and the material beside them (EN 319 142-1 §5).

import type { ValidationMaterial } from "@posthorn/pki";
import { openPdf } from "../verify/pdf/open-pdf.ts";
import { readMaterial, readSignatures, type FoundSignature } from "../verify/pdf/read-signatures.ts";

export interface PdfSignatures {
  /** The oldest first. */
  readonly signatures: readonly FoundSignature[];
  /** Document security store of the newest revision. */
  readonly material: ValidationMaterial;
}

/** Verifies nothing. Throws TypeError for what is no readable PDF, and for an encrypted one. */
export function readPdfSignatures(pdf: Uint8Array): PdfSignatures {
  const opened = openPdf(pdf);
  if (opened.encrypted) throw new TypeError("the PDF is encrypted");
  return { signatures: readSignatures(opened), material: readMaterial(opened) };
}
