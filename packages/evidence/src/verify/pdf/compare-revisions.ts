// What later saves of a signed PDF changed: material for validation only, or something a reader sees (EN 319 142-1 §5.4).

import type { OpenPdf, PdfView } from "./open-pdf.ts";
import {
  isArray,
  isDict,
  isRef,
  isStream,
  isString,
  nameOf,
  type PdfDict,
  type PdfValue,
} from "./read-syntax.ts";

export type LaterChanges = "nothing" | "validation_data" | "content";

/** What a catalog may gain: the security store, fields of document timestamps, and the extension that announces them. */
const CATALOG_MAY_CHANGE = ["DSS", "AcroForm", "Extensions"];

/** Everything that is not known to be harmless counts as content. */
export function changesAfter(pdf: OpenPdf, revision: number): LaterChanges {
  const last = pdf.revisions.length - 1;
  if (revision === last) return "nothing";
  const before = pdf.view(revision);
  const after = pdf.view(last);
  const size = sizeOf(pdf.revisions[revision]?.trailer);
  const changed = new Set(pdf.revisions.slice(revision + 1).flatMap(({ places }) => [...places.keys()]));
  const rewritten = [...changed].filter((number) => number < size);
  const sameRoot = isSame(
    pdf.revisions[revision]?.trailer.get("Root"),
    pdf.revisions[last]?.trailer.get("Root"),
  );
  const harmless = rewritten.every((number) => isHarmless(number, before, after));
  return sameRoot && harmless && isHarmlessCatalog(before, after) ? "validation_data" : "content";
}

function sizeOf(trailer: PdfDict | undefined): number {
  const size = trailer?.get("Size");
  return typeof size === "number" ? size : 0;
}

function isHarmless(number: number, before: PdfView, after: PdfView): boolean {
  if (number === 0) return true;
  const [old, now] = [before, after].map((view) => view.resolve({ ref: number, generation: 0 }));
  if (old === undefined || now === undefined) return false;
  if (isStream(old) || isStream(now)) {
    return isStream(old) && isStream(now) && old.dataStart === now.dataStart;
  }
  if (isArray(old) && isArray(now)) return addsTimestampsOnly(old, now, after);
  if (!isDict(old) || !isDict(now)) return isSame(old, now);
  if (old === before.catalog || isSame(old, before.catalog)) return true;
  if (isSame(old, before.resolve(before.catalog.get("DSS")))) return true;
  if (isSame(old, before.resolve(before.catalog.get("AcroForm")))) return true;
  if (nameOf(old.get("Type")) !== "Page") return isSame(old, now);
  return isSameBut(old, now, ["Annots"]) && listGrows(old.get("Annots"), now.get("Annots"), before, after);
}

function isHarmlessCatalog(before: PdfView, after: PdfView): boolean {
  if (!isSameBut(before.catalog, after.catalog, CATALOG_MAY_CHANGE)) return false;
  const old = before.resolve(before.catalog.get("AcroForm"));
  const now = after.resolve(after.catalog.get("AcroForm"));
  if (!isDict(old) || !isDict(now)) return isSame(old, now);
  return (
    isSameBut(old, now, ["Fields", "SigFlags"]) &&
    listGrows(old.get("Fields"), now.get("Fields"), before, after)
  );
}

function listGrows(
  old: PdfValue | undefined,
  now: PdfValue | undefined,
  before: PdfView,
  after: PdfView,
): boolean {
  const [was, is] = [before.resolve(old) ?? [], after.resolve(now) ?? []];
  return isArray(was) && isArray(is) && addsTimestampsOnly(was, is, after);
}

function addsTimestampsOnly(old: readonly PdfValue[], now: readonly PdfValue[], after: PdfView): boolean {
  return (
    old.every((item, index) => isSame(item, now[index])) &&
    now.slice(old.length).every((item) => isTimestampField(item, after))
  );
}

/** Invisible: a rectangle without extent and without appearance. */
function isTimestampField(item: PdfValue, view: PdfView): boolean {
  const field = view.resolve(item);
  if (
    !isDict(field) ||
    nameOf(view.resolve(field.get("FT"))) !== "Sig" ||
    field.has("AP") ||
    field.has("Kids")
  )
    return false;
  const rect = view.resolve(field.get("Rect"));
  const value = view.resolve(field.get("V"));
  return (
    isArray(rect) &&
    rect.every((edge) => edge === 0) &&
    isDict(value) &&
    nameOf(view.resolve(value.get("SubFilter"))) === "ETSI.RFC3161"
  );
}

function isSameBut(old: PdfDict, now: PdfDict, but: readonly string[]): boolean {
  const keys = new Set([...old.keys(), ...now.keys()].filter((key) => !but.includes(key)));
  return [...keys].every((key) => isSame(old.get(key), now.get(key)));
}

/** Equal as written; references by number, not by what they lead to. */
function isSame(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (isArray(a))
    return isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (isDict(a)) return isDict(b) && isSameBut(a, b, []);
  if (isRef(a)) return isRef(b) && a.ref === b.ref && a.generation === b.generation;
  if (isString(a)) return isString(b) && Buffer.compare(a.bytes, b.bytes) === 0;
  if (isStream(a)) return isStream(b) && a.dataStart === b.dataStart;
  return nameOf(a) !== undefined && nameOf(a) === nameOf(b);
}
