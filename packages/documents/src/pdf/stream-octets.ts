// What a stream of the document security store holds.

import { inflateSync } from "node:zlib";
import { PDFName, PDFRawStream, type PDFObject } from "pdf-lib";

/** A revocation list is the largest thing that is kept. */
const MAX_OCTETS = 32 * 1024 * 1024;

/** Plain, or compressed by Flate without parameters. Throws TypeError for anything else, and for what is too large. */
export function streamOctets(object: PDFObject | undefined): Uint8Array {
  if (!(object instanceof PDFRawStream)) throw new TypeError("not a stream");
  const filter = object.dict.lookup(PDFName.of("Filter"));
  if (filter === undefined) return object.contents;
  if (filter !== PDFName.of("FlateDecode") || object.dict.has(PDFName.of("DecodeParms"))) {
    throw new TypeError("a stream of another encoding");
  }
  try {
    return new Uint8Array(inflateSync(object.contents, { maxOutputLength: MAX_OCTETS }));
  } catch (cause) {
    throw new TypeError("a stream that cannot be read", { cause });
  }
}
