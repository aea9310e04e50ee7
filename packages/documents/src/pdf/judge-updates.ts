// Says what later revisions of a PDF changed: material for validation alone, or what a reader sees (EN 319 142-1 §5.4, §5.5).

import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument, type PDFObject } from "pdf-lib";
import { scanUpdates } from "./scan-updates.ts";

/** `validation_data`: security stores, and invisible fields with signatures or document timestamps; `content`: anything else. */
export type LaterChange = "nothing" | "validation_data" | "content";

/** What came after the first `end` bytes; `document` is the whole file. */
export async function judgeUpdates(
  pdf: Uint8Array,
  end: number,
  document: PDFDocument,
  open: (pdf: Uint8Array) => Promise<PDFDocument>,
): Promise<LaterChange> {
  if (end === pdf.length) return "nothing";
  const updates = scanUpdates(pdf, end);
  const root = document.context.trailerInfo.Root?.toString();
  if (!updates || updates.some((update) => update.root !== root)) return "content";
  const before = await open(pdf.subarray(0, end));
  if (before.context.trailerInfo.Root?.toString() !== root) return "content";
  const changed = new Set(updates.flatMap(({ objects }) => objects));
  const isHarmless = [...changed].every((number) => {
    const ref = PDFRef.of(number);
    const old = before.context.lookup(ref);
    return old === undefined || isSame(old, document.context.lookup(ref), document, before);
  });
  return isHarmless ? "validation_data" : "content";
}

/** Entries in which validation data is entered; their values are compared entry by entry. */
const GROWING: readonly string[] = ["/AcroForm", "/Annots", "/Fields"];
const FREE: readonly string[] = ["/DSS", "/Extensions", "/SigFlags"];

/** New objects are reached from old ones only, so it is enough that old ones are the same but for these entries. */
function isSame(
  old: PDFObject,
  now: PDFObject | undefined,
  document: PDFDocument,
  before: PDFDocument,
): boolean {
  if (now === undefined) return false;
  if (old.toString() === now.toString()) return true;
  if (old instanceof PDFArray && now instanceof PDFArray) return hasOnlyNewFields(old, now, document);
  if (!(old instanceof PDFDict) || !(now instanceof PDFDict)) return false;
  if (isStore(old, before) && isStore(now, document)) return true;
  const names = new Set([...old.keys(), ...now.keys()].map(String));
  return [...names].every((name) => {
    if (FREE.includes(name)) return true;
    const key = PDFName.of(name.slice(1));
    const [was, is] = [old.get(key), now.get(key)];
    if (was?.toString() === is?.toString()) return true;
    if (!GROWING.includes(name) || is === undefined) return false;
    const value = now.lookup(key);
    if (name !== "/AcroForm") {
      const list = old.lookup(key);
      return (
        value instanceof PDFArray &&
        hasOnlyNewFields(list instanceof PDFArray ? list : undefined, value, document)
      );
    }
    return was !== undefined && isSame(old.lookup(key) ?? was, value, document, before);
  });
}

function isStore(dictionary: PDFDict, { catalog }: PDFDocument): boolean {
  return catalog.lookup(PDFName.of("DSS")) === dictionary;
}

function hasOnlyNewFields(old: PDFArray | undefined, now: PDFArray, document: PDFDocument): boolean {
  const kept = old?.asArray() ?? [];
  return (
    now.asArray().every((item, index) => {
      const was = kept[index];
      return was === undefined
        ? isInvisibleField(document.context.lookup(item))
        : was.toString() === item.toString();
    }) && now.size() >= kept.length
  );
}

function isInvisibleField(field: PDFObject | undefined): boolean {
  if (!(field instanceof PDFDict) || field.has(PDFName.of("AP")) || field.has(PDFName.of("A"))) return false;
  return (
    field.lookup(PDFName.of("FT")) === PDFName.of("Sig") &&
    field.lookup(PDFName.of("Rect"))?.toString().replaceAll(/\s/gu, "") === "[0000]"
  );
}
