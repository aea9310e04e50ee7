import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { officerChecks, parseOfficers } from "./officers.ts";
import { signStatement } from "./sign-statement.ts";

function pair(type: "ed25519" | "rsa" = "ed25519") {
  const { publicKey, privateKey } =
    type === "rsa" ? generateKeyPairSync("rsa", { modulusLength: 2048 }) : generateKeyPairSync("ed25519");
  return {
    publicPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    privatePem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}
const [ann, bob] = [pair(), pair()];
const officers = parseOfficers(JSON.stringify({ ann: ann.publicPem, bob: bob.publicPem }), 2);

test("an officer signs for himself and for these octets alone", () => {
  const { signed } = officerChecks(officers);
  const signature = signStatement("act", ann.privatePem);
  expect(signed("ann", signature, "act")).toBe(true);
  expect(signed("bob", signature, "act")).toBe(false);
  expect(signed("ann", signature, "Act")).toBe(false);
  expect(signed("ann", "", "act")).toBe(false);
  expect(signed("toString", signature, "act")).toBe(false);
});

test("no officers at all are a setting too", () => {
  expect(parseOfficers("{}", 2)).toEqual({});
});

test.each([
  ["nonsense", "is not JSON"],
  ["[]", "is not an object of names and public keys in PEM"],
  ['{"ann":1}', "is not an object of names and public keys in PEM"],
  [JSON.stringify({ ann: ann.publicPem }), "names fewer than 2 officers"],
  [JSON.stringify({ ann: ann.publicPem, bob: `${ann.publicPem}\n` }), "names fewer than 2 officers"],
  ['{"ann":"a","bob":"b"}', "not a key in PEM"],
  [JSON.stringify({ ann: ann.publicPem, bob: pair("rsa").publicPem }), "an officer's key is Ed25519"],
])("%j is refused", (text, problem) => {
  expect(() => parseOfficers(text, 2)).toThrow(problem);
});
