import { LANGUAGES, RETENTION_RULES, type RetentionRule } from "@posthorn/domain";
import { expect, test } from "vitest";
import { periodInWords, ruleInWords } from "./schedule-in-words.ts";

test.each([
  ["nl", "R9", "24 maanden", "AVG art. 6(1)(c); eIDAS art. 24(2)(h); eIDAS art. 44(1)"],
  ["fr", "R9", "24 mois", "RGPD, art. 6(1)(c); eIDAS, art. 24(2)(h); eIDAS, art. 44(1)"],
  ["de", "R1", "Höchstens 45 Tage", "DSGVO Art. 6(1)(b); DSGVO Art. 18(1)(c)"],
  ["en", "R11", "24 hours", "GDPR art. 6(1)(b); GDPR art. 32"],
  ["en", "R12", "At once", "GDPR art. 6(1)(b); GDPR art. 5(1)(c)"],
  ["en", "R18", "As the account itself", "GDPR art. 28(3)(a)"],
] as const)("in %s %s is kept %s by %s", (language, id, period, citations) => {
  expect(ruleInWords(language, RETENTION_RULES[id])).toMatchObject({ period, citations });
});

test("one is one: a day, a month, a year", () => {
  expect(
    ["days", "months", "years"].map((kind) => periodInWords("fr", { kind: kind as "days", count: 1 })),
  ).toEqual(["1 jour", "1 mois", "1 an"]);
});

test("the period in force is said where it is not the rule's own, and who may set it", () => {
  const words = ruleInWords("en", RETENTION_RULES.R9, { kind: "years", count: 10 });
  expect([words.period, words.adjustable]).toEqual(["10 years", "24 months to 120 months may be set"]);
  expect(ruleInWords("en", RETENTION_RULES["R8.sender"]).adjustable).toBe(
    "The account may choose 30 days to 730 days",
  );
  expect(ruleInWords("en", RETENTION_RULES.R10).adjustable).toBeNull();
});

test("no two rules say the same of their data, in any language", () => {
  const rules = Object.values(RETENTION_RULES) as readonly RetentionRule[];
  for (const language of LANGUAGES)
    expect(new Set(rules.map((rule) => ruleInWords(language, rule).data)).size).toBe(rules.length);
});
