import { expect, test } from "vitest";
import {
  formatEnterpriseNumber,
  isEnterpriseNumber,
  parseEnterpriseNumber,
  parseVatNumber,
} from "./enterprise-number.ts";
import { parseRegisterNumber } from "./register-number.ts";
import { isS10Number, s10CheckDigit } from "./s10-number.ts";
import { parseStructuredCommunication, structuredCommunication } from "./structured-communication.ts";

test.each(["0403019261", "0403.019.261", "BE0403019261", "be 403-019-261", " BE 0403 019 261 "])(
  "the enterprise number %s",
  (text) => {
    expect(parseEnterpriseNumber(text)).toBe("0403019261");
    expect(parseVatNumber(text)).toBe("BE0403019261");
  },
);

test.each(["0403019262", "2403019261", "040301926", "04030192611", "NL0403019261", "", "abc"])(
  "no enterprise number: %s",
  (text) => {
    expect(parseEnterpriseNumber(text)).toBeNull();
    expect(parseVatNumber(text)).toBeNull();
  },
);

test("an enterprise number as it is written", () => {
  expect(formatEnterpriseNumber("0403019261")).toBe("0403.019.261");
  expect(isEnterpriseNumber("0403.019.261")).toBe(false);
});

test.each([
  ["85073003328", "national"],
  ["85.07.30-033.28", "national"],
  ["17073003384", "national"],
  ["01050399864", "national"],
  ["93051822361", "national"],
  ["99060427181", "national"],
  ["98472899765", "bis"],
  ["01490700185", "bis"],
])("the register number %s is %s", (text, kind) => {
  expect(parseRegisterNumber(text)).toEqual({ digits: text.replaceAll(/\D/g, ""), kind });
});

test.each([
  ["a wrong check digit", "85073003329"],
  ["a month that does not exist", withCheck("851330033")],
  ["a day that does not exist", withCheck("850732033")],
  ["serial 000", withCheck("850730000")],
  ["serial 999", withCheck("850730999")],
  ["ten digits", "8507300332"],
  ["letters", "8507300332a"],
])("no register number: %s", (_name, text) => {
  expect(parseRegisterNumber(text)).toBeNull();
});

function withCheck(nine: string): string {
  return nine + String(97 - (Number(nine) % 97)).padStart(2, "0");
}

test("structured communications", () => {
  expect(structuredCommunication(0)).toBe("+++000/0000/00097+++");
  expect(structuredCommunication(97)).toBe("+++000/0000/09797+++");
  expect(structuredCommunication(9_999_999_999)).toBe("+++999/9999/99948+++");
  expect(parseStructuredCommunication("+++000/0000/09797+++")).toBe("000000009797");
  expect(parseStructuredCommunication("***000/0000/09797***")).toBe("000000009797");
  expect(parseStructuredCommunication("000000009798")).toBeNull();
  expect(parseStructuredCommunication("00000000979")).toBeNull();
  for (const wrong of [-1, 1.5, 10_000_000_000, Number.NaN]) {
    expect(() => structuredCommunication(wrong)).toThrow(RangeError);
  }
});

test.each([
  ["47312482", 9],
  ["00000000", 5],
  ["00000001", 4],
  ["00000005", 9],
  ["00000008", 0],
])("the S10 check digit of %s is %i", (serial, check) => {
  expect(s10CheckDigit(serial)).toBe(check);
});

test("a whole S10 identifier", () => {
  expect(isS10Number("RR473124829BE")).toBe(true);
  expect(isS10Number("RR473124828BE")).toBe(false);
  expect(isS10Number("473124829")).toBe(false);
  expect(() => s10CheckDigit("4731248")).toThrow(RangeError);
});
