// The second look at zip-based files, when their end has arrived: right kind of package, no macros, no program.

import { endingOf } from "../name/file-name.ts";
import { kindOfEnding } from "./file-kind.ts";
import { refused } from "./verdict.ts";
import type { UploadVerdict } from "./verdict.ts";
import { readZipEntries } from "./zip-tail.ts";

/** How many last bytes hold the list of entries of any office file, and of a zip of some ten thousand. */
export const TAIL_BYTES = 1024 * 1024;

export interface StoredZip {
  readonly name: string;
  /** The last `TAIL_BYTES` bytes, or all of a shorter file. */
  readonly tail: Uint8Array;
  /** Size of the whole file in bytes. */
  readonly size: number;
}

// What each office package must contain.
const MAIN_FOLDER: Readonly<Record<string, string>> = { docx: "word/", xlsx: "xl/", pptx: "ppt/" };

/** The final verdict on a file that `inspectUpload` let pass as zip-based. Nothing is inflated. */
export async function inspectStoredZip({ name, tail, size }: StoredZip): Promise<UploadVerdict> {
  const kind = kindOfEnding(endingOf(name) ?? "zip");
  if (kind?.family !== "zip") return refused("type_mismatch");
  const extension = kind.endings[0];
  const accepted: UploadVerdict = { ok: true, mediaType: kind.mediaType, extension };
  const entries = await readZipEntries(Buffer.from(tail.buffer, tail.byteOffset, tail.length), size);
  if (entries === "damaged") return refused("type_mismatch");
  // An honest zip may list more than fits; an office file never does.
  if (entries === "beyond") return extension === "zip" ? accepted : refused("unknown_type");
  if (isProgram(entries)) return refused("executable");
  if (hasMacros(entries)) return refused("macros");
  return matchesKind(entries, extension) ? accepted : refused("type_mismatch");
}

function isProgram(entries: readonly string[]): boolean {
  const java = entries.includes("meta-inf/manifest.mf") && entries.some((entry) => entry.endsWith(".class"));
  const android = entries.includes("androidmanifest.xml") && entries.some((entry) => entry.endsWith(".dex"));
  return java || android;
}

function hasMacros(entries: readonly string[]): boolean {
  const files = entries.filter((entry) => !entry.endsWith("/"));
  if (files.includes("[content_types].xml")) {
    return files.some(
      (entry) => /(^|\/)vba(project\.bin|data\.xml)$/.test(entry) || entry.startsWith("xl/macrosheets/"),
    );
  }
  return files.includes("mimetype") && files.some((entry) => /^(basic|scripts)\//.test(entry));
}

function matchesKind(entries: readonly string[], extension: string): boolean {
  if (extension === "zip") return true;
  const folder = MAIN_FOLDER[extension];
  if (folder === undefined) return entries.includes("content.xml");
  return entries.includes("[content_types].xml") && entries.some((entry) => entry.startsWith(folder));
}
