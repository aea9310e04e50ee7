// What a stream in a file of others holds, unpacked within limits (ISO 32000-1 §7.4).

import { constants, inflateSync } from "node:zlib";
import { decodePDFRawStream, PDFArray, PDFName, PDFRawStream, type PDFObject, type PDFStream } from "pdf-lib";
import { PrintRefusal } from "./print-outcome.ts";

/** Drawing operators of one page; maps and plans of real documents stay below a quarter of it. */
const MAX_OCTETS = 96 * 1024 * 1024;
/** A picture at its largest: A3 at 600 dots an inch in four inks. */
const MAX_PICTURE_OCTETS = 280 * 1024 * 1024;

/** Throws PrintRefusal `unreadable` for what is damaged, too large or packed in a way that text never is. */
export function streamOctets(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return stream.getContents();
  let { contents } = stream;
  for (const filter of filtersOf(stream)) contents = unpack(stream, filter, contents);
  return contents;
}

/** Throws PrintRefusal `unreadable` where a stream whose outer filter is Flate cannot be unpacked, or is a bomb. */
export function checkPacked(stream: PDFStream): void {
  if (!(stream instanceof PDFRawStream)) return;
  try {
    inflateSync(stream.contents, {
      maxOutputLength: MAX_PICTURE_OCTETS,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (cause) {
    throw Object.assign(new PrintRefusal("unreadable"), { cause });
  }
}

export function streamText(stream: PDFStream): string {
  return Buffer.from(streamOctets(stream)).toString("latin1");
}

/** Names of the filters in the order in which they are undone, without the slash. */
export function filtersOf({ dict }: PDFStream): readonly string[] {
  const filter: PDFObject | undefined = dict.lookup(PDFName.of("Filter"));
  const names = filter instanceof PDFArray ? filter.asArray().map((_, at) => filter.lookup(at)) : [filter];
  return names.filter((name) => name instanceof PDFName).map((name) => name.decodeText());
}

function unpack({ dict }: PDFRawStream, filter: string, contents: Uint8Array): Uint8Array {
  try {
    if (filter === "FlateDecode" || filter === "Fl") {
      // Many writers leave out the checksum at the end, and readers do not miss it.
      return inflateSync(contents, {
        maxOutputLength: MAX_OCTETS,
        finishFlush: constants.Z_SYNC_FLUSH,
      });
    }
    const alone = dict.context.obj({ Filter: filter });
    const unpacked = decodePDFRawStream(PDFRawStream.of(alone, contents)).decode();
    if (unpacked.length > MAX_OCTETS) throw new RangeError("too large");
    return unpacked;
  } catch (cause) {
    throw Object.assign(new PrintRefusal("unreadable"), { cause });
  }
}
