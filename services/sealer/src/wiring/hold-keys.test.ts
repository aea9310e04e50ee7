import { expect, test } from "vitest";
import { parseKeySettings } from "./hold-keys.ts";

test("keys are read in their order", () => {
  const keys = [
    { type: "pkcs12", file: "file:///etc/seal.p12", password: "file:///etc/seal.password" },
    {
      type: "csc",
      url: "https://csc.example/csc/v2/",
      token_url: "https://csc.example/oauth2/token",
      client_id: "posthorn",
      client_secret: "file:///etc/csc.secret",
      credential: "seal-1",
    },
  ];
  expect(parseKeySettings(JSON.stringify(keys))).toEqual(keys);
});

test.each([
  ["seal.p12", "is not JSON"],
  ["[]", "is not a list of at least one key"],
  ["{}", "is not a list of at least one key"],
  ["[null]", "names for key 1 no type that is pkcs12 or csc"],
  ['[{"type":"hsm"}]', "names for key 1 no type that is pkcs12 or csc"],
  ['[{"type":"pkcs12","file":"a"}]', "says nothing about password of key 1"],
])("%s %s", (text, problem) => {
  expect(() => parseKeySettings(text)).toThrow(problem);
});
