import { ITSME_ACR_ADVANCED, ITSME_ACR_BASIC } from "@posthorn/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BE_CARD_NUMBER, BE_NATIONAL_NUMBER, claimsParameter, ISSUING_COUNTRY } from "./claims.ts";
import { judgeTimes } from "./judge-times.ts";
import { readCountry } from "./read-country.ts";
import { readIdentity } from "./read-identity.ts";

const NOW = Temporal.Instant.from("2026-11-22T09:00:00Z");
const CLAIMS = { sub: "a1", family_name: "Peeters", acr: ITSME_ACR_ADVANCED };

function read(change: Readonly<Record<string, unknown>>, registerNumber = true) {
  const token = { claims: { ...CLAIMS, ...change }, signed: "a.b.c", authenticatedAt: NOW };
  return readIdentity(token, { minimumAcr: ITSME_ACR_ADVANCED, registerNumber });
}

test.each([
  ["1974-03-02", "1974-03-02"],
  ["2000-02-29", "2000-02-29"],
  ["1900-02-29", undefined],
  ["1968-00-00", undefined],
  ["1968-05-00", undefined],
  ["0000-03-02", undefined],
  ["1968", undefined],
  ["02.03.1974", undefined],
  ["1974-03-02T00:00:00Z", undefined],
  [19740302, undefined],
  [null, undefined],
])("the date of birth %s is read as %s", (birthdate, expected) => {
  expect(read({ birthdate }).birthDate?.toString()).toBe(expected);
});

test("nothing that stands for a date of birth ever breaks an identification off", () => {
  const strange = fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/u), fc.anything());
  const readBack = (birthdate: unknown) => read({ birthdate }).birthDate?.toString() ?? birthdate;
  const law = fc.property(strange, (birthdate) => Object.is(readBack(birthdate), birthdate));
  expect(fc.check(law).failed).toBe(false);
});

test("a register number is checked; without a legal basis it is not looked at", () => {
  expect(read({ [BE_NATIONAL_NUMBER]: "74030251728" }).registerNumber).toBe("74030251728");
  expect(read({ [BE_NATIONAL_NUMBER]: "91450803214" }).registerNumber).toBe("91450803214");
  expect(read({}).registerNumber).toBeUndefined();
  for (const wrong of ["74030251729", "7403025172", "", 74030251728, ["74030251728"]])
    expect(() => read({ [BE_NATIONAL_NUMBER]: wrong })).toThrow("itsme_answer_refused: register_number");
  const unasked = read({ [BE_NATIONAL_NUMBER]: "74030251728" }, false);
  expect(JSON.stringify(unasked)).not.toContain("74030251728");
  expect(unasked.received).not.toHaveProperty("id_token");
});

test("a context class that is lower, unknown or missing is too low", () => {
  for (const acr of [ITSME_ACR_BASIC, undefined, null, "", "http://itsme.services/v2/claim/acr_superb", 2])
    expect(() => read({ acr })).toThrow("itsme_answer_refused: acr_too_low");
});

test("family name and subject must be there, a given name need not", () => {
  expect(() => read({ family_name: " " })).toThrow("incomplete");
  expect(() => read({ sub: undefined })).toThrow("incomplete");
  expect(read({})).not.toHaveProperty("givenNames");
  expect(read({ given_name: " Noémie Élise " }).givenNames).toBe("Noémie Élise");
});

test("what was received is kept flat: values as they are, objects as JSON, the token whole", () => {
  const { received } = read({ address: { locality: "Gent" }, email_verified: false, nothing: null });
  expect(received).toMatchObject({
    address: '{"locality":"Gent"}',
    email_verified: false,
    nothing: null,
    id_token: "a.b.c",
  });
});

test.each<[Readonly<Record<string, unknown>>, string]>([
  [{ [ISSUING_COUNTRY]: "BEL" }, "BE"],
  [{ [ISSUING_COUNTRY]: { name: "BEL", birthdate: "BEL" } }, "BE"],
  [{ [ISSUING_COUNTRY]: "NLD" }, "NL"],
  [{ [ISSUING_COUNTRY]: { name: "PRT" } }, "PT"],
  [{ [ISSUING_COUNTRY]: "D" }, "DE"],
  [{ [BE_NATIONAL_NUMBER]: "74030251728" }, "BE"],
  [{ [BE_CARD_NUMBER]: "591-1234567-08" }, "BE"],
  [{ "http://itsme.services/v2/claim/RONationalNumber": "1" }, "RO"],
  [{ [ISSUING_COUNTRY]: "NLD", [BE_NATIONAL_NUMBER]: "74030251728" }, "ZZ"],
  [{ [ISSUING_COUNTRY]: { name: "BEL", birthdate: "NLD" } }, "ZZ"],
  [{ [ISSUING_COUNTRY]: "USA" }, "ZZ"],
  [{ "http://itsme.services/v2/claim/claim_citizenship_as_iso": "BEL" }, "ZZ"],
  [{ [BE_NATIONAL_NUMBER]: "" }, "ZZ"],
  [{}, "ZZ"],
])("the country of an account that says %j is %s", (claims, country) => {
  expect(readCountry(claims)).toBe(country);
});

test("a level is claimed for accounts on a Belgian document alone", () => {
  expect(read({ [ISSUING_COUNTRY]: "BEL" }).level).toBe("high");
  expect(read({ [ISSUING_COUNTRY]: "NLD" }).level).toBeUndefined();
  expect(read({}).level).toBeUndefined();
});

test("the claims parameter asks for the register number with a legal basis alone", () => {
  expect(claimsParameter(true)).toContain(BE_NATIONAL_NUMBER);
  expect(claimsParameter(false)).not.toContain("Number");
});

const at = Math.floor(NOW.epochMilliseconds / 1000);
const TIMES = { exp: at + 300, iat: at, auth_time: at - 20 };
const judge = (change: object) =>
  judgeTimes({ ...TIMES, ...change }, { at: NOW, startedAt: NOW.subtract({ seconds: 60 }) });

test("times within the tolerance are taken, and say when the person identified himself", () => {
  expect(judge({}).toString()).toBe("2026-11-22T08:59:40Z");
  expect(judge({ iat: at + 29, nbf: at + 29, exp: at - 29, auth_time: at + 29 }).epochMilliseconds).toBe(
    (at + 29) * 1000,
  );
  expect(judge({ auth_time: at - 89 }).epochMilliseconds).toBe((at - 89) * 1000);
});

test.each<[object, string]>([
  [{ exp: at - 30 }, "expired"],
  [{ exp: undefined }, "expired"],
  [{ exp: "tomorrow" }, "expired"],
  [{ iat: at + 31 }, "issued_at"],
  [{ iat: at - 301 }, "issued_at"],
  [{ iat: Number.NaN }, "issued_at"],
  [{ nbf: at + 31 }, "issued_at"],
  [{ auth_time: at + 31 }, "auth_time"],
  [{ auth_time: at - 91 }, "auth_time"],
  [{ auth_time: undefined }, "auth_time"],
  [{ auth_time: -1 }, "auth_time"],
])("times with %o are refused: %s", (change, detail) => {
  expect(() => judge(change)).toThrow(`itsme_answer_refused: ${detail}`);
});
