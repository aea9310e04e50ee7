import { expect, test } from "vitest";
import type { Addressee } from "./addressee.ts";
import { emailForTransport, emailKey, parseEmail } from "./email-address.ts";
import { addresseesConflict, ownAddress } from "./find-conflicts.ts";
import { maskEmail, maskMobile } from "./mask-address.ts";
import { formatMobile, parseMobile } from "./mobile-number.ts";

test.each([
  ["jan@example.be", "jan@example.be"],
  [" Jan.Peeters+werk@Example.BE ", "Jan.Peeters+werk@example.be"],
  ["jan@exämple.be", "jan@exämple.be"],
  ["用户@例子.公司", "用户@例子.公司"],
  ["o'neill@xn--exmple-cua.be", "o'neill@xn--exmple-cua.be"],
  ["", null],
  [undefined, null],
])("the address %s", (input, expected) => {
  expect(parseEmail("email", input)).toEqual({ ok: true, value: expected });
});

test.each([
  ["no at", "jan.example.be", "email_invalid"],
  ["no local part", "@example.be", "email_invalid"],
  ["no domain", "jan@", "email_invalid"],
  ["one label", "jan@localhost", "email_invalid"],
  ["two dots", "jan..p@example.be", "email_invalid"],
  ["dot at the end", "jan@example.be.", "email_invalid"],
  ["dash at an end", "jan@-example.be", "email_invalid"],
  ["address literal", "jan@[192.0.2.1]", "email_invalid"],
  ["number for a domain", "jan@192.0.2.1", "email_invalid"],
  ["quoted", '"jan p"@example.be', "email_invalid"],
  ["with a name", "Jan <jan@example.be>", "email_invalid"],
  ["two addresses", "jan@example.be, an@example.be", "email_invalid"],
  ["a space", "jan p@example.be", "email_invalid"],
  ["a wide space", "jan\u3000p@example.be", "email_invalid"],
  ["percent", "jan@ex%61mple.be", "email_invalid"],
  ["CRLF", "jan@example.be\r\nBcc: an@example.be", "control_characters"],
  ["half a character", "jan\ud83d@example.be", "not_well_formed"],
  ["local part of 65 octets", `${"a".repeat(65)}@example.be`, "email_too_long"],
  ["a label of 64", `jan@${"a".repeat(64)}.be`, "email_invalid"],
  ["255 octets", `${"a".repeat(60)}@${`${"b".repeat(60)}.`.repeat(3)}${"c".repeat(11)}.be`, "email_too_long"],
  ["no text", 5, "not_text"],
])("an address is refused: %s", (_name, input, code) => {
  expect(parseEmail("email", input)).toMatchObject({ ok: false, errors: [{ path: "email", code }] });
});

test("for the relay the domain is in A-labels", () => {
  expect(emailForTransport("Jan@exämple.be")).toBe("Jan@xn--exmple-cua.be");
  expect(emailKey("Jan@exämple.be")).toBe(emailKey("jan@xn--exmple-cua.be"));
});

test.each([
  ["Belgian, as typed", "0470 12 34 12", "+32470123412"],
  ["Belgian, with slash and dots", "0470/12.34.12", "+32470123412"],
  ["Belgian, with trunk zero in brackets", "+32 (0)470 12 34 12", "+32470123412"],
  ["Dutch", "+31 6 12345678", "+31612345678"],
  ["French, with 00", "0033 6 12 34 56 78", "+33612345678"],
  ["British", "+44 7400 123456", "+447400123456"],
  ["American, mobile or not", "+1 415 555 2671", "+14155552671"],
  ["none", "", null],
])("the number %s", (_name, input, expected) => {
  expect(parseMobile("mobile", input)).toEqual({ ok: true, value: expected });
});

test.each([
  [
    "two digits missing",
    "0470 12 34",
    { code: "mobile_too_short", params: { missing: 2, shown: "+32 470 12 34" } },
  ],
  [
    "one missing, Dutch",
    "+31 6 1234567",
    { code: "mobile_too_short", params: { missing: 1, shown: "+31 6 1234567" } },
  ],
  ["one digit", "4", { code: "mobile_too_short", params: { missing: 8, shown: "+32 4" } }],
  ["one too many", "+32 470 12 34 123", { code: "mobile_too_long", params: { extra: 1 } }],
  ["landline in Brussels", "02 555 12 12", { code: "mobile_not_mobile" }],
  ["no country has it", "+999 123 456 789", { code: "mobile_unknown_country" }],
  ["right length, not given out", "+32 411 11 11 11", { code: "mobile_invalid" }],
  ["letters", "0470 CALL ME", { code: "mobile_invalid" }],
  ["extension", "0470 12 34 12 ext 3", { code: "mobile_invalid" }],
  ["a plus alone", "+", { code: "mobile_invalid" }],
  ["line break", "0470\r\n123412", { code: "control_characters" }],
  ["a number in JSON", 470123412, { code: "not_text" }],
])("a number is refused: %s", (_name, input, error) => {
  expect(parseMobile("mobile", input)).toEqual({ ok: false, errors: [{ path: "mobile", ...error }] });
});

test("numbers are shown as people group them", () => {
  expect(formatMobile("+32470123412")).toBe("+32 470 12 34 12");
  expect(formatMobile("nothing")).toBe("nothing");
});

test.each([
  ["+32470123412", "+32 470 •• •• 12"],
  ["+31612345678", "+31 6 ••••••78"],
  ["+33612345678", "+33 6 •• •• •• 78"],
  ["+14155552671", "+1 415 ••• ••71"],
])("%s is masked as %s", (number, expected) => {
  expect(maskMobile(number)).toBe(expected);
});

test.each([
  ["jan.peeters@example.be", "j•••s@example.be"],
  ["an@example.be", "a•••@example.be"],
  ["🦊ab@example.be", "🦊•••@example.be"],
])("%s is masked as %s", (email, expected) => {
  expect(maskEmail(email)).toBe(expected);
});

const jan: Addressee = {
  kind: "person",
  name: "Peeters",
  firstNames: "Jan",
  email: "gezin@example.be",
  mobile: "+32470123412",
  language: "nl",
  consent: { basis: "none_stated" },
  identification: {},
};

test("identical rows are refused, a shared address or number is not", () => {
  const an = { ...jan, firstNames: "An" };
  const janAgain = { ...jan, name: "PEETERS", email: "Gezin@example.be", language: "fr" as const };
  expect(addresseesConflict([jan, an])).toEqual([]);
  expect(addresseesConflict([jan, an, janAgain])).toEqual([
    { path: "addressees.2", code: "identical_addressee", params: { row: 1 } },
  ]);
});

test("the sender's own e-mail or number is refused", () => {
  expect(ownAddress({ email: "GEZIN@example.be", mobile: "+32470123412" }, jan, "addressees.0")).toEqual([
    { path: "addressees.0.email", code: "own_email" },
    { path: "addressees.0.mobile", code: "own_mobile" },
  ]);
  expect(ownAddress({ email: "sender@example.be" }, jan, "addressees.0")).toEqual([]);
});
