// Finds what signs a PDF, what each signature covers, and the validation material beside them (EN 319 142-1 §5).

import type { ValidationMaterial } from "@posthorn/pki";
import { changesAfter, type LaterChanges } from "./compare-revisions.ts";
import { openPdf, type OpenPdf, type PdfView } from "./open-pdf.ts";
import {
  isArray,
  isDict,
  isString,
  nameOf,
  type PdfDict,
  type PdfString,
  type PdfValue,
} from "./read-syntax.ts";

export interface FoundSignature {
  readonly kind: "seal" | "timestamp";
  /** CMS or timestamp token, DER, without the zeros that fill its room. */
  readonly cms: Uint8Array;
  /** The octets it covers. */
  readonly signed: Uint8Array;
  /** Everything from the first byte to the end of its revision but its own contents. */
  readonly coversRevision: boolean;
  /** What was saved after it. */
  readonly after: LaterChanges;
}

const MAX_FIELDS = 100;
const SEALS = ["ETSI.CAdES.detached", "adbe.pkcs7.detached"];

/** In the order in which they were made. Throws TypeError for structures that readers could understand differently. */
export function readSignatures(pdf: OpenPdf): readonly FoundSignature[] {
  const last = pdf.view(pdf.revisions.length - 1);
  return signatureDicts(last)
    .map((dict) => readSignature(pdf, last, dict))
    .toSorted((a, b) => a.end - b.end)
    .map(({ end: _end, ...signature }) => signature);
}

function signatureDicts(view: PdfView): PdfDict[] {
  const form = view.resolve(view.catalog.get("AcroForm"));
  if (!isDict(form)) return [];
  const found: PdfDict[] = [];
  const visit = (list: PdfValue, depth: number): void => {
    if (!isArray(list)) return;
    for (const item of list) {
      const field = view.resolve(item);
      if (!isDict(field) || depth > 5) throw new TypeError("a form field that is none");
      if (found.length > MAX_FIELDS) throw new TypeError("too many signatures");
      const value = view.resolve(field.get("V"));
      if (nameOf(view.resolve(field.get("FT"))) === "Sig" && isDict(value)) found.push(value);
      visit(view.resolve(field.get("Kids")), depth + 1);
    }
  };
  visit(view.resolve(form.get("Fields")), 0);
  return found;
}

function readSignature(
  pdf: OpenPdf,
  view: PdfView,
  dict: PdfDict,
): FoundSignature & { readonly end: number } {
  const filter = nameOf(view.resolve(dict.get("SubFilter"))) ?? "";
  if (filter !== "ETSI.RFC3161" && !SEALS.includes(filter))
    throw new TypeError(`a signature of the kind "${filter}"`);
  const contents = view.resolve(dict.get("Contents"));
  const range = view.resolve(dict.get("ByteRange"));
  if (!isString(contents) || !isArray(range))
    throw new TypeError("a signature without contents or byte range");
  const [start, length, resumes, rest, ...others] = range;
  if (![start, length, resumes, rest].every(isOffset) || others.length > 0)
    throw new TypeError("no byte range");
  const from = Number(start);
  const gap = from + Number(length);
  const behind = Number(resumes);
  const end = behind + Number(rest);
  if (gap > behind || end > pdf.bytes.length) throw new TypeError("the byte range leads out of the file");
  const revision = revisionEnding(pdf, end);
  return {
    kind: filter === "ETSI.RFC3161" ? "timestamp" : "seal",
    cms: withoutFilling(contents.bytes),
    signed: Buffer.concat([pdf.bytes.subarray(from, gap), pdf.bytes.subarray(behind, end)]),
    coversRevision: from === 0 && isGap(pdf.bytes, contents, gap, behind) && revision !== undefined,
    after: revision === undefined ? "content" : changesAfter(pdf, revision),
    end,
  };
}

function isOffset(value: PdfValue | undefined): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** What is left out must be the hexadecimal string of the contents, no more and no less, as one program wrote it. */
function isGap(bytes: Uint8Array, contents: PdfString, start: number, end: number): boolean {
  const written = Buffer.from(bytes.subarray(start, end)).toString("latin1");
  return contents.start === start && contents.end === end && /^<(?:[0-9a-f]*|[0-9A-F]*)>$/u.test(written);
}

/** The revision whose file ended at `end`: cut there, the file is a whole PDF with that revision as its last. */
function revisionEnding(pdf: OpenPdf, end: number): number | undefined {
  if (end === pdf.bytes.length) return pdf.revisions.length - 1;
  const last = openPdf(pdf.bytes.subarray(0, end)).revisions.at(-1);
  // the file goes on, but not with another save
  if (last?.crossReference === pdf.revisions.at(-1)?.crossReference) return undefined;
  const index = pdf.revisions.findIndex(({ crossReference }) => crossReference === last?.crossReference);
  return index === -1 ? undefined : index;
}

/** DER says its own length; behind it only zeros may stand. */
function withoutFilling(contents: Uint8Array): Uint8Array {
  const first = contents[1] ?? 0;
  const octets = first > 0x80 ? first & 0x7f : 0;
  let length = first;
  if (octets > 0) length = Buffer.from(contents).readUIntBE(2, Math.min(octets, 4));
  const end = 2 + octets + length;
  if (octets > 4 || end > contents.length || contents.subarray(end).some((octet) => octet !== 0)) {
    throw new TypeError("the contents of a signature are no DER");
  }
  return contents.subarray(0, end);
}

/** The document security store of the newest revision; empty where there is none. */
export function readMaterial(pdf: OpenPdf): ValidationMaterial {
  const view = pdf.view(pdf.revisions.length - 1);
  const store = view.resolve(view.catalog.get("DSS"));
  const streams = (name: string): Uint8Array[] => {
    const list = isDict(store) ? view.resolve(store.get(name)) : null;
    return isArray(list) ? list.map((item) => view.data(view.resolve(item))) : [];
  };
  return { certificates: streams("Certs"), ocsps: streams("OCSPs"), crls: streams("CRLs") };
}
