import { expect, test } from "vitest";
import { bytesInWords, durationInWords, exactBytesInWords, numberInWords, plural } from "./numbers.ts";

test("numbers are grouped as each language does", () => {
  expect(numberInWords("en", 1_843_201)).toBe("1,843,201");
  expect(numberInWords("nl", 1_843_201)).toBe("1.843.201");
  expect(numberInWords("fr", 1_843_201)).toBe("1\u00a0843\u00a0201");
  expect(numberInWords("de", 1234.5, 2)).toBe("1.234,50");
  expect(numberInWords("en", 999)).toBe("999");
  expect(numberInWords("en", -1200)).toBe("−1,200");
  expect(numberInWords("en", -0.001, 1)).toBe("0.0");
});

test("sizes are decimal, with one digit while it tells something", () => {
  expect(bytesInWords("en", 0)).toBe("0 bytes");
  expect(bytesInWords("en", 1)).toBe("1 byte");
  expect(bytesInWords("en", 999)).toBe("999 bytes");
  expect(bytesInWords("nl", 1_843_201)).toBe("1,8 MB");
  expect(bytesInWords("fr", 94_000_000)).toBe("94 Mo");
  expect(bytesInWords("en", 999_999)).toBe("1 MB");
  expect(bytesInWords("en", 250_000_000)).toBe("250 MB");
  expect(exactBytesInWords("en", 1_843_201)).toBe("1,843,201 bytes");
  expect(exactBytesInWords("fr", 0)).toBe("0 octet");
});

test("durations name their two largest neighbouring units", () => {
  const of = (text: string) => Temporal.Duration.from(text);
  expect(durationInWords("en", of("PT0S"))).toBe("0 seconds");
  expect(durationInWords("en", of("PT60S"))).toBe("1 minute");
  expect(durationInWords("nl", of("PT42.9S"))).toBe("42 seconden");
  expect(durationInWords("de", of("PT50H"))).toBe("2 Tage und 2 Stunden");
  expect(durationInWords("fr", of("P1D"))).toBe("1 jour");
  expect(durationInWords("en", of("P1DT5M"))).toBe("1 day");
});

test("French zero is singular, the others' is plural", () => {
  expect(plural("fr", 0, "crédit", "crédits")).toBe("crédit");
  expect(plural("nl", 0, "krediet", "kredieten")).toBe("kredieten");
});
