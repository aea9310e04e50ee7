import { expect, test } from "vitest";
import { LANGUAGES } from "@posthorn/domain";
import { en } from "./en/index.ts";
import { textsFor } from "./index.ts";
import { fieldErrorText, problemText } from "./problem-text.ts";

test("a code with a text of its own wins, every other falls back to its kind", () => {
  expect(problemText("en", { kind: "bad_request", code: "upload_broken_off" }).title).toBe(
    "The upload broke off",
  );
  expect(problemText("fr", { kind: "not_found", code: "delivery_unknown" }).title).toBe(
    "Cette page n’existe pas",
  );
  expect(problemText("nl", { kind: "internal", code: "constructor" }).title).toBe("Er ging iets mis bij ons");
});

test("a field's text names the values it was given", () => {
  expect(fieldErrorText("nl", { path: "subject", code: "too_long", params: { max: 200 } })).toBe(
    "Gebruik hoogstens 200 tekens.",
  );
  expect(fieldErrorText("en", { path: "m", code: "mobile_too_short", params: { missing: 2 } })).toBe(
    "2 digits are missing.",
  );
  expect(fieldErrorText("de", { path: "x", code: "nobody_wrote_this" })).toBe("Prüfen Sie Ihre Angabe.");
});

/** Walks a catalogue and calls its functions with recognisable values. */
function everyText(value: unknown, path: string, found: [string, string][] = []): [string, string][] {
  if (typeof value === "string") found.push([path, value]);
  else if (typeof value === "function") {
    const arguments_ = Array.from({ length: value.length }, () => 2);
    found.push([
      path,
      String(
        Reflect.apply(
          value,
          undefined,
          takesValues(path) ? [{ min: 2, max: 3, missing: 2, label: "Name", value: "2" }] : arguments_,
        ),
      ),
    ]);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, child] of Object.entries(value))
      everyText(child, path === "" ? key : `${path}.${key}`, found);
  }
  return found;
}

/** One object of values, where others take one argument for each. */
function takesValues(path: string): boolean {
  return path.startsWith("errors.fields") || path === "common.labelled";
}

test.each(LANGUAGES)("no text of the shared areas in %s is empty, untranslated or shouted", (language) => {
  const { common, errors } = textsFor(language);
  const english = new Map(everyText({ common: en.common, errors: en.errors }, ""));
  const same = new Set([
    "common.brand",
    "common.menu",
    "common.pageTitle",
    "common.progress.percent",
    "common.labelled",
  ]);
  for (const [path, text] of everyText({ common, errors }, "")) {
    expect(text.trim(), path).not.toBe("");
    expect(text, path).not.toMatch(/!|undefined|NaN/);
    const shared =
      same.has(path) ||
      path.startsWith("common.languageNames.") ||
      // One word in German and English.
      path === "common.trust.demonstration.name" ||
      /^common\.upload\.(perSecond|seconds|minutes)$/.test(path);
    if (language !== "en" && !shared) expect(text, path).not.toBe(english.get(path));
  }
});

test("what is missing of a number is shown with what is there", () => {
  const error = { path: "mobile", code: "mobile_too_short", params: { missing: 2, shown: "+32 470 12 34" } };
  expect(fieldErrorText("en", error)).toBe("2 digits are missing: +32 470 12 34");
  expect(fieldErrorText("fr", error)).toBe("Il manque 2 chiffres : +32 470 12 34");
});
