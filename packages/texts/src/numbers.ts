// Numbers, sizes and durations as each language writes them; own rules, so that texts never depend on a machine's ICU.

import type { Language } from "@posthorn/domain";

const GROUP: Record<Language, string> = { nl: ".", fr: "\u00a0", de: ".", en: "," };
const DECIMAL: Record<Language, string> = { nl: ",", fr: ",", de: ",", en: "." };

/** `1,843,201` in English, `1.843.201` in Dutch and German, with no-break spaces in French.. */
export function numberInWords(language: Language, value: number, decimals = 0): string {
  const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, GROUP[language]);
  const sign = value < 0 && /[1-9]/.test(`${whole}${fraction ?? ""}`) ? "−" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `${DECIMAL[language]}${fraction}`}`;
}

/** Chooses the form for a count; French counts zero as singular. */
export function plural(language: Language, count: number, one: string, other: string): string {
  const singular = language === "fr" ? Math.abs(count) < 2 : count === 1;
  return singular ? one : other;
}

const BYTE: Record<Language, readonly [one: string, other: string]> = {
  nl: ["byte", "bytes"],
  fr: ["octet", "octets"],
  de: ["Byte", "Bytes"],
  en: ["byte", "bytes"],
};
const UNITS: Record<Language, readonly string[]> = {
  nl: ["kB", "MB", "GB", "TB"],
  fr: ["ko", "Mo", "Go", "To"],
  de: ["kB", "MB", "GB", "TB"],
  en: ["kB", "MB", "GB", "TB"],
};

/** A size as people read it, decimal units: `412 bytes`, `1.8 MB`. */
export function bytesInWords(language: Language, bytes: number): string {
  if (bytes < 1000) return exactBytesInWords(language, bytes);
  let value = bytes / 1000;
  let unit = 0;
  // 999,950 and more would read "1000.0 kB".
  while (value >= 999.95 && unit < UNITS[language].length - 1) {
    value /= 1000;
    unit += 1;
  }
  const decimals = value < 99.95 && Math.round(value * 10) % 10 !== 0 ? 1 : 0;
  return `${numberInWords(language, value, decimals)} ${UNITS[language][unit] ?? ""}`;
}

/** A size for proofs, to the byte: `1,843,201 bytes`. */
export function exactBytesInWords(language: Language, bytes: number): string {
  const [one, other] = BYTE[language];
  return `${numberInWords(language, bytes)} ${plural(language, bytes, one, other)}`;
}

type DurationUnit = "day" | "hour" | "minute" | "second";

const DURATION_UNITS: Record<Language, Record<DurationUnit, readonly [one: string, other: string]>> = {
  nl: {
    day: ["dag", "dagen"],
    hour: ["uur", "uur"],
    minute: ["minuut", "minuten"],
    second: ["seconde", "seconden"],
  },
  fr: {
    day: ["jour", "jours"],
    hour: ["heure", "heures"],
    minute: ["minute", "minutes"],
    second: ["seconde", "secondes"],
  },
  de: {
    day: ["Tag", "Tage"],
    hour: ["Stunde", "Stunden"],
    minute: ["Minute", "Minuten"],
    second: ["Sekunde", "Sekunden"],
  },
  en: {
    day: ["day", "days"],
    hour: ["hour", "hours"],
    minute: ["minute", "minutes"],
    second: ["second", "seconds"],
  },
};
const AND: Record<Language, string> = { nl: "en", fr: "et", de: "und", en: "and" };
const UNIT_SECONDS: readonly (readonly [DurationUnit, number])[] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/** A span of time by its two largest units, cut at whole seconds: `3 days and 2 hours`, `45 seconds`. Months and years are not taken. */
export function durationInWords(language: Language, duration: Temporal.Duration): string {
  let rest = Math.trunc(Math.abs(duration.total("seconds")));
  const parts: string[] = [];
  for (const [unit, seconds] of UNIT_SECONDS) {
    const count = Math.trunc(rest / seconds);
    rest -= count * seconds;
    if (count > 0) parts.push(countInWords(language, count, unit));
    // "3 days and 4 minutes" says less than it seems: only neighbouring units are named together.
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.length === 0 ? countInWords(language, 0, "second") : parts.join(` ${AND[language]} `);
}

function countInWords(language: Language, count: number, unit: DurationUnit): string {
  const [one, other] = DURATION_UNITS[language][unit];
  return `${numberInWords(language, count)} ${plural(language, count, one, other)}`;
}
