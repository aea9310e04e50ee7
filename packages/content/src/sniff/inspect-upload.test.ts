import fc from "fast-check";
import { expect, test } from "vitest";
import { inspectUpload } from "./inspect-upload.ts";
import {
  COMPOUND,
  GIF,
  INSTALLER,
  JPEG,
  openDocument,
  PDF,
  PNG,
  PROGRAM,
  TIFF,
  WEBP,
  zipOf,
} from "./sample-files.fixture.ts";

const ZIP = await zipOf("a.txt");
const ODT = openDocument("application/vnd.oasis.opendocument.text", await zipOf("content.xml"));

async function verdict(name: string, content: Uint8Array | string): Promise<string> {
  const head = Buffer.from(content);
  const found = await inspectUpload({ name, head, size: head.length });
  return found.ok ? `${found.mediaType} ${found.extension}` : found.reason;
}

test.each<[string, Uint8Array | string, string]>([
  ["a.pdf", PDF, "application/pdf pdf"],
  ["scan", PDF, "application/pdf pdf"],
  ["Contract 12.03.2026", PDF, "application/pdf pdf"],
  ["a.png", PNG, "image/png png"],
  ["a.JPEG", JPEG, "image/jpeg jpeg"],
  ["a.tif", TIFF, "image/tiff tif"],
  ["a.gif", GIF, "image/gif gif"],
  ["a.webp", WEBP, "image/webp webp"],
  ["a.txt", "Geachte mevrouw, één \u{1f4c4}\r\n", "text/plain txt"],
  ["a.txt", "BMW: inspectie\n", "text/plain txt"],
  ["a.txt", "MZ is geen programma", "text/plain txt"],
  ["README", "plain", "text/plain txt"],
  ["a.csv", "\u{feff}naam;bedrag\nEls;1,50\n", "text/csv csv"],
  ["a.xml", '<?xml version="1.0"?><invoice/>', "application/xml xml"],
  ["a.json", '{"a": 1}', "application/json json"],
  ["a.eml", "From: els@example.org\r\nSubject: x\r\n\r\nHi", "message/rfc822 eml"],
  ["a.zip", ZIP, "application/zip zip"],
  ["bundle", ZIP, "application/zip zip"],
  ["a.odt", ODT, "application/vnd.oasis.opendocument.text odt"],
])("%s is accepted as what it holds", async (name, content, expected) => {
  expect(await verdict(name, content)).toBe(expected);
});

test.each<[string, Uint8Array | string, string]>([
  ["a.pdf", "", "empty"],
  ["a.exe", PROGRAM, "executable"],
  ["invoice.pdf", PROGRAM, "executable"],
  ["a.pdf", Buffer.from("7f454c4602010100", "hex"), "executable"],
  ["a", Buffer.from("cffaedfe07000001", "hex"), "executable"],
  ["a.lnk", Buffer.from("4c0000000114020000000000c000000000000046", "hex"), "executable"],
  ["a.txt", "#!/bin/sh\nrm -rf /\n", "executable"],
  ["a.bat", "@echo off", "executable"],
  ["a.js", "alert(1)", "executable"],
  ["a.jar", ZIP, "executable"],
  ["a.apk", ZIP, "executable"],
  ["a.msi", COMPOUND, "executable"],
  ["a.doc", INSTALLER, "executable"],
  ["a.docm", ZIP, "macros"],
  ["a.xlsm", ZIP, "macros"],
  ["a.doc", COMPOUND, "legacy_office"],
  ["a.XLS", COMPOUND, "legacy_office"],
  ["a.msg", COMPOUND, "unknown_type"],
  ["encrypted.docx", COMPOUND, "type_mismatch"],
  ["a.pdf", "not a pdf at all", "type_mismatch"],
  ["a.pdf", PNG, "type_mismatch"],
  ["a.txt", PDF, "type_mismatch"],
  ["a.pdf", ZIP, "type_mismatch"],
  ["a.docx", PDF, "type_mismatch"],
  ["a.ods", ODT, "type_mismatch"],
  ["a.odt", ZIP, "type_mismatch"],
  ["a.odt", Buffer.from("PK\u{3}\u{4}"), "type_mismatch"],
  ["a.mp4", PDF, "type_mismatch"],
  ["a.txt", Buffer.from("caf\u{e9}", "latin1"), "type_mismatch"],
  ["a.txt", "zero \0 byte", "type_mismatch"],
  ["a.txt", Buffer.from("broken \u{20ac}").subarray(0, -1), "type_mismatch"],
  ["a.txt", Buffer.from("\u{feff}utf16", "utf16le"), "type_mismatch"],
  ["a.xml", "<!DOCTYPE html><html></html>", "type_mismatch"],
  ["a.json", "<not json>", "type_mismatch"],
  ["a.eml", "no header", "type_mismatch"],
  ["a.html", "<html></html>", "unknown_type"],
  ["a.gz", Buffer.from("1f8b0800000000000003", "hex"), "unknown_type"],
  ["a.pdf", Buffer.from("1f8b0800000000000003", "hex"), "type_mismatch"],
  ["a.docx.rar", Buffer.from("526172211a0700", "hex"), "unknown_type"],
  ["a", Buffer.from([1, 2, 3]), "unknown_type"],
  ["a.rtf", "{\\rtf1}", "unknown_type"],
])("%s is refused (%#)", async (name, content, reason) => {
  expect(await verdict(name, content)).toBe(reason);
});

test("a head that ends within a character is still text when more follows", async () => {
  const head = Buffer.from("prijs in \u{20ac}").subarray(0, -1);
  expect((await inspectUpload({ name: "a.txt", head, size: head.length + 1 })).ok).toBe(true);
});

test("whatever the bytes, there is a verdict", async () => {
  const magic = fc.constantFrom(
    PDF,
    PNG,
    JPEG,
    TIFF,
    GIF,
    WEBP,
    ZIP,
    ODT,
    COMPOUND,
    Buffer.from("II*\0"),
    Buffer.from("RIFF"),
    Buffer.from("ID3"),
    Buffer.from("\0\0\0\u{18}ftyp"),
  );
  const name = fc.constantFrom("a.pdf", "a.png", "a.tif", "a.odt", "a.txt", "a", "a.zip", "a.xyz");
  await fc.assert(
    fc.asyncProperty(
      magic,
      fc.nat(60),
      fc.uint8Array({ maxLength: 200 }),
      name,
      async (start, kept, rest, named) => {
        const found = await inspectUpload({
          name: named,
          head: Buffer.concat([start.subarray(0, kept), rest]),
          size: 1000,
        });
        expect(typeof found.ok).toBe("boolean");
      },
    ),
    { numRuns: 500 },
  );
});
