// The signatures of a proof as verification needs them: what each covers, and the material beside them (EN 319 142-1 §5).

import { readSignatures, type LaterChange } from "@posthorn/documents";
import type { ValidationMaterial } from "@posthorn/pki";

export interface PdfSignature {
  /** `other`: a form of signature that this platform does not write. */
  readonly kind: "seal" | "timestamp" | "other";
  /** CMS, or the token of a document timestamp; DER. */
  readonly cms: Uint8Array;
  /** The two ranges of bytes whose digest it signs, in order. */
  readonly signed: readonly [Uint8Array, Uint8Array];
  /** Length of the file as it was signed, in bytes. */
  readonly end: number;
  /** Every byte of the file up to `end` is signed but for the signature's own contents. */
  readonly coversRevision: boolean;
  /** What later revisions changed; after `content` a reader sees something else than was signed. */
  readonly after: LaterChange;
}

export interface PdfSignatures {
  /** The oldest first. */
  readonly signatures: readonly PdfSignature[];
  /** Document security store of the newest revision. */
  readonly material: ValidationMaterial;
}

/** Verifies nothing. Throws TypeError for what is no readable PDF: broken, encrypted or too large for a proof. */
export async function readPdfSignatures(pdf: Uint8Array): Promise<PdfSignatures> {
  const { signatures, store } = await readSignatures(pdf);
  return {
    signatures: signatures.map(({ contents, ...signature }) => ({ ...signature, cms: contents })),
    material: store,
  };
}
