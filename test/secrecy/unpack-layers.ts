// Everything that stands in some bytes, taken out of what may wrap it: zip, PDF streams and text, XML in PDFs, base64, quoted-printable, HTML.

import { execFileSync } from "node:child_process";
import { inflateSync } from "node:zlib";
import { readZip } from "../../packages/evidence/src/verify/zip/read-zip.ts";

const DEEPEST = 4;
const BASE64_RUN = /[A-Za-z0-9+/_-]{32,}={0,2}/g;
const STREAM = /stream\r?\n/g;

/** The bytes themselves first. Nothing is thrown for what cannot be unpacked: it is then searched as it stands. */
export function unpackLayers(bytes: Uint8Array, depth = 0): readonly Buffer[] {
  const whole = Buffer.from(bytes);
  if (depth === DEEPEST) return [whole];
  const packed = [...zipEntries(whole), ...pdfLayers(whole)];
  const inner = packed.length > 0 ? packed : textLayers(whole);
  return [whole, ...inner.flatMap((layer) => unpackLayers(layer, depth + 1))];
}

function zipEntries(bytes: Buffer): readonly Buffer[] {
  try {
    return readZip(bytes).map((file) => Buffer.from(file.bytes));
  } catch {
    return [];
  }
}

function pdfLayers(bytes: Buffer): readonly Buffer[] {
  if (bytes.subarray(0, 5).toString("latin1") !== "%PDF-") return [];
  const text = bytes.toString("latin1");
  const streams = Array.from(text.matchAll(STREAM), ({ index, 0: start }) => {
    const from = index + start.length;
    return bytes.subarray(from, text.indexOf("endstream", from));
  });
  return [...streams.flatMap(inflated), ...printedText(bytes)];
}

function inflated(stream: Buffer): readonly Buffer[] {
  try {
    return [inflateSync(stream)];
  } catch {
    return [];
  }
}

/** Glyphs on a page are numbers of a font; only a reader of PDFs makes letters of them again. */
function printedText(pdf: Buffer): readonly Buffer[] {
  try {
    return [
      execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, stdio: ["pipe", "pipe", "ignore"] }),
    ];
  } catch {
    return [];
  }
}

function textLayers(bytes: Buffer): readonly Buffer[] {
  const text = bytes.toString("latin1");
  // A line break within, but an empty line ends what came before it.
  const joined = text.replaceAll(/(?:\r?\n){2,}/g, " ").replaceAll(/\r?\n[ \t]*/g, "");
  const runs = [...text.matchAll(BASE64_RUN), ...joined.matchAll(BASE64_RUN)].map(([run]) =>
    Buffer.from(run, "base64"),
  );
  const unquoted = text
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return [...runs, ...(unquoted === text ? [] : [Buffer.from(unquoted, "latin1")])];
}
