// Refuses a PDF that asks for a password while it flows by: staff could not read it.

import { AppError } from "@posthorn/domain";

/** The key of a trailer that names how a file is encrypted (ISO 32000-1 §7.5.5); it is never compressed. */
const MARK = Buffer.from("/Encrypt", "latin1");
const PDF = Buffer.from("%PDF-", "latin1");

/** The same bytes. Throws AppError bad_request `document_encrypted`; files that are no PDF pass. */
export async function* refuseEncryptedPdf(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let tail: Buffer = Buffer.alloc(0);
  let isPdf: boolean | undefined;
  for await (const piece of source) {
    const seen = Buffer.concat([tail, piece]);
    isPdf ??= seen.subarray(0, 1024).includes(PDF);
    if (isPdf && seen.includes(MARK)) throw new AppError("bad_request", "document_encrypted");
    // The mark may stand across two pieces.
    tail = Buffer.from(seen.subarray(Math.max(0, seen.length - MARK.length + 1)));
    yield piece;
  }
}
