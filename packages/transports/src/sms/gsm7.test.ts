import { expect, test } from "vitest";
import { isGsm7, smsSegments, toGsm7 } from "../index.ts";

test.each([
  ["Één vriendelijke geïnteresseerde lezer", "Één vriendelijke geinteresseerde lezer"],
  ["été à l’hôtel, garçon, sœur, 6 août : « oui »", 'été à l\'hotel, garcon, soeur, 6 aout : " oui "'],
  ["Schöne Grüße, Straße", "Schöne Grüße, Straße"],
  ["Łukasz Kőrösi-Ștefan Žižek Đorđe", "Lukasz Korösi-Stefan Zizek Dorde"],
  ["Владимир Щукин", "Vladimir Shchukin"],
  ["Γιώργος Παπαδόπουλος", "Γiorgos Πapadopoulos"],
  ["Jan 🦊 Peeters", "Jan Peeters"],
  ["王小明", ""],
  ["a…b–c „d“", 'a...b-c "d"'],
  ["e\u0301te\u0301", "été"],
])("%s → %s", (given, expected) => {
  expect(toGsm7(given)).toBe(expected);
  expect(isGsm7(toGsm7(given))).toBe(true);
});

test("segments: 160, then 153; two septets for the extension; 70 and 67 outside the alphabet", () => {
  expect(smsSegments("a".repeat(160))).toBe(1);
  expect(smsSegments("a".repeat(161))).toBe(2);
  expect(smsSegments("a".repeat(306))).toBe(2);
  expect(smsSegments("a".repeat(307))).toBe(3);
  expect(smsSegments(`${"a".repeat(158)}€`)).toBe(1);
  expect(smsSegments(`${"a".repeat(159)}€`)).toBe(2);
  expect(smsSegments("ł".repeat(70))).toBe(1);
  expect(smsSegments("ł".repeat(71))).toBe(2);
});
