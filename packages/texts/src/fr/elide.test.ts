import { expect, test } from "vitest";
import { textsFor } from "../index.ts";
import { elide } from "./elide.ts";

test.each([
  ["Anne Dubois", "d’Anne Dubois"],
  ["Immo Vandewalle bv", "d’Immo Vandewalle bv"],
  ["Élise", "d’Élise"],
  ["Œuvre", "d’Œuvre"],
  ["Yves", "d’Yves"],
  ["Yamaha", "de Yamaha"],
  ["Jan Peeters", "de Jan Peeters"],
  ["Henri", "de Henri"],
  ["4 Saisons", "de 4 Saisons"],
  ["", "de "],
])("of %j is said %j", (name, said) => {
  expect(elide("de", name)).toBe(said);
});

test("mails and pages elide before a sender's name; a text message with the plain apostrophe that every telephone has", () => {
  const { notices, rights } = textsFor("fr");
  const sender = "Immo Vandewalle bv";
  expect(notices.notice.subject({ addressee: "Jan Peeters", sender })).toBe(
    "Envoi recommandé pour Jan Peeters de la part d’Immo Vandewalle bv",
  );
  expect(rights.letters.closing("Anne")).toBe("Le service vie privée d’Anne");
  const sms = notices.sms.code({ code: "123 456", sender, minutes: 10 });
  expect(sms).toContain("envoi recommandé d'Immo Vandewalle bv.");
  expect(sms).not.toContain("’");
});
