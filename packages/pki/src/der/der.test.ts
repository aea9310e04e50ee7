import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { PkiError } from "../error.ts";
import { readCertificate } from "../certificate/read.ts";
import { readSignedData } from "../cms/read.ts";
import { readTimestampRequest } from "../timestamp/request.ts";
import { children, dottedOid, octets, readElement, readWhole, small, time, unsigned } from "./read.ts";
import {
  certificateTime,
  generalizedTime,
  integer,
  namedBits,
  octetString,
  oid,
  sequence,
  setOf,
} from "./write.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const bytes = (text: string) => new Uint8Array(Buffer.from(text, "hex"));

test.each([
  ["1.2.840.113549.1.7.2", "06092a864886f70d010702"],
  ["2.5.4.97", "0603550461"],
  ["2.16.840.1.101.3.4.2.1", "0609608648016503040201"],
  ["0.4.0.1862.1.1", "060604008e460101"],
])("the object identifier %s is written and read", (dotted, encoded) => {
  expect(hex(oid(dotted))).toBe(encoded);
  expect(dottedOid(readWhole(bytes(encoded)))).toBe(dotted);
});

test.each([
  [0, "020100"],
  [127, "02017f"],
  [128, "02020080"],
  [65537, "0203010001"],
])("the integer %i is written and read", (value, encoded) => {
  expect(hex(integer(value))).toBe(encoded);
  expect(small(readWhole(bytes(encoded)))).toBe(value);
});

test("leading zeros of an integer are neither written nor read", () => {
  expect(hex(integer(Uint8Array.of(0, 0, 0x80)))).toBe("02020080");
  expect(unsigned(readWhole(bytes("02020080")))).toEqual(Uint8Array.of(0x80));
});

test("long lengths, sorted sets and named bits", () => {
  expect(hex(octetString(new Uint8Array(300)).subarray(0, 4))).toBe("0482012c");
  expect(hex(setOf(integer(2), integer(1)))).toBe("3106020101020102");
  expect(hex(namedBits([0, 1]))).toBe("030206c0");
  expect(hex(namedBits([5, 6]))).toBe("03020106");
});

test("times are written in UTC, fractions without trailing zeros", () => {
  const text = (element: Uint8Array) => Buffer.from(element.subarray(2)).toString("latin1");
  const instant = Temporal.Instant.from("2026-11-21T10:02:14.120+01:00");
  expect(text(generalizedTime(instant, { milliseconds: true }))).toBe("20261121090214.12Z");
  expect(text(generalizedTime(instant))).toBe("20261121090214Z");
  expect(text(certificateTime(instant))).toBe("261121090214Z");
  expect(text(certificateTime(Temporal.Instant.from("2050-01-01T00:00:00Z")))).toBe("20500101000000Z");
  expect(time(readWhole(generalizedTime(instant, { milliseconds: true }))).equals(instant)).toBe(true);
});

test("a time that does not exist, or is not in UTC, is refused", () => {
  const written = (text: string) => readWhole(Uint8Array.of(0x18, text.length, ...Buffer.from(text)));
  for (const text of ["20261321090214Z", "20261121090214", "20261121090214+0100", "261121090214Z"]) {
    expect(() => time(written(text))).toThrow("malformed");
  }
});

test("indefinite lengths and octet strings in pieces are read", () => {
  const element = readWhole(bytes("3080 2480 04020102 040103 0000 020105 0000".replaceAll(" ", "")));
  const [pieces, number] = children(element);
  expect(octets(pieces)).toEqual(Buffer.from([1, 2, 3]));
  expect(small(number)).toBe(5);
});

test.each(["", "30", "3005", "30ff", "3081", "308400000010", "30800201", "0480", "1f8101", "020101ff"])(
  "%s is refused",
  (text) => {
    expect(() => children(readWhole(bytes(text)))).toThrow(PkiError);
  },
);

test("deep nesting is refused, not followed", () => {
  expect(() => readElement(new Uint8Array(100_000).map((_, i) => (i % 2 === 0 ? 0x30 : 0x80)))).toThrow(
    PkiError,
  );
});

test("random bytes never get past a reader, nor break it", () => {
  for (let round = 0; round < 500; round += 1) {
    const noise = sequence(randomBytes(1 + (round % 90)));
    for (const read of [readCertificate, readSignedData, readTimestampRequest]) {
      expect(() => read(noise)).toThrow(PkiError);
    }
  }
});
