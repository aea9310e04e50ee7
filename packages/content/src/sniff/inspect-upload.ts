// Says by the first bytes whether a file may be attached and what it is; the name only confirms, it never decides.

import { fileTypeFromBuffer } from "file-type";
import { endingOf } from "../name/file-name.ts";
import {
  EXECUTABLE_ENDINGS,
  kindOfEnding,
  kindOfMediaType,
  LEGACY_OFFICE_ENDINGS,
  MACRO_ENDINGS,
} from "./file-kind.ts";
import type { FileKind } from "./file-kind.ts";
import { signatureOf } from "./signature.ts";
import { createTextCheck } from "./text-check.ts";
import { refused } from "./verdict.ts";
import type { UploadVerdict } from "./verdict.ts";

/** How many first bytes an inspection wants to see. */
export const HEAD_BYTES = 64 * 1024;

export interface UploadToInspect {
  readonly name: string;
  /** The first `HEAD_BYTES` bytes, or all of a shorter file. */
  readonly head: Uint8Array;
  /** Size of the whole file in bytes; infinite while it is not known. */
  readonly size: number;
}

/**
 * The verdict on a file's beginning. For zip-based types it holds until `inspectStoredZip` has seen the end; for text
 * only `head` was read.
 */
export async function inspectUpload({ name, head: bytes, size }: UploadToInspect): Promise<UploadVerdict> {
  if (size === 0 || bytes.length === 0) return refused("empty");
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const ending = endingOf(name);
  const signature = signatureOf(head);
  if (signature === "executable") return refused("executable");
  if (ending !== undefined && EXECUTABLE_ENDINGS.has(ending)) return refused("executable");
  if (ending !== undefined && MACRO_ENDINGS.has(ending)) return refused("macros");
  const named = kindOfEnding(ending);
  if (signature === "legacy") return inspectCompound(ending, named);
  if (signature === "zip") return inspectZipHead(head, ending, named);
  // Neither gzip nor zip goes to the detector, which would inflate to look inside.
  const detected = signature === "gzip" ? undefined : await detectedKind(head);
  const text = isTextHead(head, size);
  // Some signatures are two letters that a text may well begin with: where the name says text, text has the first word.
  if (named?.family === "text" && text) {
    return detected?.mediaType === "application/pdf" || !textFits(head, named)
      ? refused("type_mismatch")
      : accepted(named, ending);
  }
  if (detected !== undefined) {
    return ending === undefined || detected === named ? accepted(detected, ending) : refused("type_mismatch");
  }
  const plain = kindOfEnding("txt");
  if (ending === undefined && text && plain !== undefined) return accepted(plain, ending);
  return refused(named === undefined ? "unknown_type" : "type_mismatch");
}

async function detectedKind(head: Buffer): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(head);
  // Text formats are told by their ending and their text; an animated PNG is a PNG.
  const kind = kindOfMediaType(found?.mime === "image/apng" ? "image/png" : (found?.mime ?? ""));
  return kind?.family === "binary" ? kind : undefined;
}

function inspectCompound(ending: string | undefined, named: FileKind | undefined): UploadVerdict {
  if (ending !== undefined && LEGACY_OFFICE_ENDINGS.has(ending)) return refused("legacy_office");
  return refused(named === undefined ? "unknown_type" : "type_mismatch");
}

function inspectZipHead(
  head: Buffer,
  ending: string | undefined,
  named: FileKind | undefined,
): UploadVerdict {
  const zip = kindOfEnding("zip");
  const kind = ending === undefined ? zip : named;
  if (kind === undefined) return refused("unknown_type");
  if (kind.family !== "zip") return refused("type_mismatch");
  if (kind.mediaType.includes("opendocument") && openDocumentType(head) !== kind.mediaType) {
    return refused("type_mismatch");
  }
  return accepted(kind, ending);
}

/** An OpenDocument file begins with a stored entry named `mimetype` that holds its type. */
function openDocumentType(head: Buffer): string | undefined {
  if (head.length < 38 || head.readUInt16LE(8) !== 0 || head.readUInt16LE(26) !== 8) return undefined;
  if (head.toString("latin1", 30, 38) !== "mimetype") return undefined;
  const start = 38 + head.readUInt16LE(28);
  return head.toString("latin1", start, start + head.readUInt32LE(18));
}

function isTextHead(head: Buffer, size: number): boolean {
  const check = createTextCheck();
  return check.feed(head) && (size > head.length || check.end());
}

function textFits(head: Buffer, kind: FileKind): boolean {
  const start = head
    .toString("utf8", 0, 2048)
    .replace(/^\u{feff}/u, "")
    .trimStart();
  if (kind.mediaType === "application/xml")
    return start.startsWith("<") && !/^<(!doctype\s+)?html[\s>]/i.test(start);
  if (kind.mediaType === "application/json") return /^[[{"\-\dtfn]/.test(start);
  if (kind.mediaType === "message/rfc822") return /^[!-9;-~]+:/.test(start);
  return true;
}

function accepted(kind: FileKind, ending: string | undefined): UploadVerdict {
  const extension = ending !== undefined && kind.endings.includes(ending) ? ending : kind.endings[0];
  return { ok: true, mediaType: kind.mediaType, extension };
}
