// Seals a PDF with PAdES baseline B-T (ETSI EN 319 142-1 §6).

import { createHash } from "node:crypto";
import { placeSignature, reserveSignature, signedRanges } from "@posthorn/documents";
import { hashFor, signCms, type SealKey, type StampDigest } from "@posthorn/pki";

export interface PdfSignOptions {
  /** Claimed time of signing, /M; the timestamp is what proves it. */
  readonly now: Temporal.Instant;
  readonly reason: string;
}

/** Room for the CMS in bytes: chains and tokens of qualified providers take up to 16 kB. */
const SIGNATURE_ROOM = 20_000;

/**
 * The file with one signature appended as an incremental update that covers every byte before it; sign last.
 * Throws as the key or the timestamp fail, or when the bytes are no readable PDF.
 */
export async function signPdf(
  pdf: Uint8Array,
  key: SealKey,
  timestamp: StampDigest,
  options: PdfSignOptions,
): Promise<Uint8Array> {
  const reserved = await reserveSignature(pdf, {
    signer: key.subjectName,
    reason: options.reason,
    signedAt: options.now,
    room: SIGNATURE_ROOM,
  });
  const hash = createHash(hashFor(key));
  for (const range of signedRanges(reserved)) hash.update(range);
  const cms = await signCms({ contentDigest: hash.digest(), key, timestamp });
  return placeSignature(reserved, cms);
}
