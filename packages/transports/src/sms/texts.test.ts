import { LANGUAGES } from "@posthorn/domain";
import { expect, test } from "vitest";
import { codeSms, isGsm7, noticeSms, reminderSms, smsSegments } from "../index.ts";

const facts = {
  addressee: "Jan Peeters",
  sender: "Immo Vandewalle bv",
  collectUntil: Temporal.PlainDate.from("2026-12-06"),
  checkCode: "K7QM-4RTX-92VB",
  checkUrl: "https://collect.posthorn.be",
};

test.each(LANGUAGES)(
  "%s: notice and reminder name both sides, the last day, the address and the check code",
  (language) => {
    for (const text of [noticeSms({ ...facts, language }), reminderSms({ ...facts, language })]) {
      for (const word of ["Jan Peeters", "Immo Vandewalle bv", "2026", facts.checkCode, facts.checkUrl])
        expect(text).toContain(word);
      expect(isGsm7(text)).toBe(true);
      expect(smsSegments(text)).toBeLessThanOrEqual(2);
    }
  },
);

test("the words as people read them", () => {
  expect(noticeSms({ ...facts, language: "en" })).toBe(
    "Jan Peeters: registered message from Immo Vandewalle bv. Collect or refuse it until the end of Sunday 6 December 2026: https://collect.posthorn.be check code K7QM-4RTX-92VB. More in your e-mail.",
  );
  expect(noticeSms({ ...facts, language: "fr" })).toContain("jusqu'au dimanche 6 décembre 2026 inclus");
  expect(noticeSms({ ...facts, language: "de" })).toContain("bis einschließlich Sonntag, 6. Dezember 2026");
  expect(noticeSms({ ...facts, language: "nl" })).toContain("t.e.m. zondag 6 december 2026");
  expect(
    noticeSms({ ...facts, language: "fr", collectUntil: Temporal.PlainDate.from("2026-08-05") }),
  ).toContain("5 aout 2026");
});

test.each(LANGUAGES)(
  "%s: the code stands first, in one segment, whatever the sender is called",
  (language) => {
    for (const sender of ["Immo Vandewalle bv", "Łódź Đorđević & Œuvre ".repeat(8), "王小明", "🦊"]) {
      const text = codeSms({ language, sender, code: "418203", validMinutes: 10 });
      expect(text).toMatch(/^418203 /);
      expect(isGsm7(text)).toBe(true);
      expect(smsSegments(text)).toBe(1);
    }
  },
);

test.each(LANGUAGES)(
  "%s: long, foreign and hostile names never break the message or push out the check code",
  (language) => {
    for (const name of ["x".repeat(300), "王小明", "Łukasz 🦊 Kőrösi", "Jan\r\nhttps://evil.test", ""]) {
      const text = noticeSms({ ...facts, language, addressee: name, sender: name });
      expect(isGsm7(text)).toBe(true);
      expect(smsSegments(text)).toBeLessThanOrEqual(2);
      expect(text).toContain("K7QM-4RTX-92VB");
      expect(text).not.toMatch(/[\r\n]/);
    }
  },
);
