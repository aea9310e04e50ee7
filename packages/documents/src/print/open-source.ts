// Opens a PDF of others for printing (ISO 32000-1): whole, not locked, its looks not left to a program in it.

import {
  EncryptedPDFError,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFStream,
  type PDFPageLeaf,
} from "pdf-lib";
import { LETTER_PAGES_MAX } from "@posthorn/domain";
import { PrintRefusal } from "./print-outcome.ts";
import { streamText } from "./stream-content.ts";

/** A reader looks for the head and the end of a file no further than this. */
const EDGE_OCTETS = 2048;
const PRINT_PERMISSION = 4;

/** Throws PrintRefusal `unreadable`, `encrypted`, `dynamic_form`, `portfolio`, `too_many_pages`. */
export async function openSource(bytes: Uint8Array): Promise<PDFDocument> {
  if (!isWhole(bytes)) throw new PrintRefusal("unreadable");
  const source = await load(bytes);
  refusePortfolio(source);
  refuseDynamicForm(source);
  const pages = source.getPageCount();
  if (pages === 0) throw new PrintRefusal("unreadable");
  if (pages > LETTER_PAGES_MAX) throw new PrintRefusal("too_many_pages", { pages, max: LETTER_PAGES_MAX });
  return source;
}

/** The leaves in order; what lies between the root and them is only where they inherit from. */
export function leavesOf(source: PDFDocument): readonly PDFPageLeaf[] {
  return source.getPages().map(({ node }) => node);
}

/** A file cut short would print what happens to be left of it. */
function isWhole(bytes: Uint8Array): boolean {
  const text = (part: Uint8Array): string => Buffer.from(part).toString("latin1");
  return (
    text(bytes.subarray(0, EDGE_OCTETS)).includes("%PDF-") &&
    text(bytes.subarray(-EDGE_OCTETS)).includes("%%EOF")
  );
}

async function load(bytes: Uint8Array): Promise<PDFDocument> {
  const options = { updateMetadata: false, warnOnInvalidObjects: false, preserveXFA: true };
  try {
    return await PDFDocument.load(bytes, options);
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) throw error;
  }
  // Anybody may open it where the password is empty; whether he may print it stands in the file.
  const locked = await PDFDocument.load(bytes, { ...options, ignoreEncryption: true });
  if (!mayPrint(locked)) throw new PrintRefusal("encrypted");
  try {
    return await PDFDocument.load(bytes, { ...options, password: "" });
  } catch (cause) {
    throw Object.assign(new PrintRefusal("encrypted"), { cause });
  }
}

function mayPrint({ context }: PDFDocument): boolean {
  const encrypt = context.lookup(context.trailerInfo.Encrypt);
  const permissions = encrypt instanceof PDFDict ? encrypt.lookup(PDFName.of("P")) : undefined;
  return permissions instanceof PDFNumber && (permissions.asNumber() & PRINT_PERMISSION) !== 0;
}

/** What is in a portfolio (ISO 32000-1 §12.3.5) are its files: its page is a cover that says so. */
function refusePortfolio({ catalog }: PDFDocument): void {
  if (catalog.lookup(PDFName.of("Collection")) instanceof PDFDict) throw new PrintRefusal("portfolio");
}

/** XFA whose pages are made by the reader's own program: the pages in the file say "please wait". */
function refuseDynamicForm({ catalog }: PDFDocument): void {
  if (catalog.lookup(PDFName.of("NeedsRendering")) === PDFBool.True) throw new PrintRefusal("dynamic_form");
  const form = catalog.lookup(PDFName.of("AcroForm"));
  const xfa = form instanceof PDFDict ? form.lookup(PDFName.of("XFA")) : undefined;
  if (!(form instanceof PDFDict) || xfa === undefined) return;
  const fields = form.lookup(PDFName.of("Fields"));
  const packets = xfa instanceof PDFArray ? xfa.asArray().map((_, index) => xfa.lookup(index)) : [xfa];
  const dynamic = packets.some(
    (packet) => packet instanceof PDFStream && /dynamicRender>\s*required/.test(streamText(packet)),
  );
  if (dynamic || !(fields instanceof PDFArray) || fields.size() === 0) throw new PrintRefusal("dynamic_form");
}
