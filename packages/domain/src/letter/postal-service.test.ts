import { expect, test } from "vitest";
import { LANGUAGES } from "../language.ts";
import { parsePostalService } from "./postal-service.ts";

test("one name stands for all languages", () => {
  const service = parsePostalService(" Aangetekende zending ");
  expect(service.name).toBe("Aangetekende zending");
  expect(LANGUAGES.map(service.on)).toEqual(LANGUAGES.map(() => "Aangetekende zending"));
  expect(parsePostalService("R = registered").on("de")).toBe("R = registered");
});

test("a name a language; one that is not named keeps its own word, records have the first", () => {
  const service = parsePostalService("fr = Envoi recommandé; nl=Aangetekend=R");
  expect(service.name).toBe("Envoi recommandé");
  expect([service.on("fr"), service.on("nl"), service.on("de")]).toEqual([
    "Envoi recommandé",
    "Aangetekend=R",
    null,
  ]);
});

test.each([
  ["nl=Aangetekend;", "an empty entry"],
  ["nl=", "no name in"],
  ["es=Certificado", "es=Certificado"],
  ["nl=Aangetekend;Recommandé", "Recommandé"],
  ["nl=Aangetekend;nl=R", "two names in nl"],
])("%s is refused", (text, why) => {
  expect(() => parsePostalService(text)).toThrow(why);
});
