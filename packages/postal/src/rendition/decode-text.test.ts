import { expect, test } from "vitest";
import { decodeText } from "./decode-text.ts";

const TEXT = "Geachte heer Müller, € 12\n";
const utf16 = Buffer.from(TEXT, "utf16le");

test.each([
  ["UTF-8", Buffer.from(TEXT)],
  ["UTF-16 that says so", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
  ["UTF-16 that does not", utf16],
  ["UTF-16 the other way round", Buffer.from(utf16).swap16()],
  ["the code page of old Windows", Buffer.from(TEXT.replace("€", "\u0080"), "latin1")],
])("a text in %s is read as it was written", (_, bytes) => {
  expect(decodeText(bytes)).toBe(TEXT);
});

test("an empty octet alone makes no UTF-16", () => {
  expect(decodeText(Buffer.from("naam\0bedrag"))).toBe("naam\0bedrag");
  expect(decodeText(new Uint8Array())).toBe("");
});
