import { expect, test } from "vitest";
import { actInWords } from "./act-in-words.ts";

test.each([
  ["api_key_made", "Made an API key"],
  ["GET /", "Opened: overview"],
  ["GET /compose/:draft", "Opened: writing a message"],
  ["POST /compose/:draft/send", "Sent a form: writing a message"],
  ["GET /v1/messages/:id", "Program: looked at a message"],
  ["confirmed by passkey", "Showed again who it is"],
  ["identification_asked_itsme", "Asked to be identified"],
  ["constructor", "constructor"],
  ["GET /toString", "GET /toString"],
  ["something_new", "something_new"],
  ["DELETE /v1/unheard", "DELETE /v1/unheard"],
  ["", ""],
])("%s", (act, words) => {
  expect(actInWords("en", act)).toBe(words);
});

test("in the other languages too", () => {
  expect(actInWords("nl", "signed_in")).toBe("Aangemeld");
  expect(actInWords("fr", "GET /contacts")).toBe("Ouvert : contacts");
  expect(actInWords("de", "GET /v1/messages")).toBe("Programm: Sendungen aufgelistet");
});
