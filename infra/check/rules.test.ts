import { expect, test } from "vitest";
import { inspect } from "./house-rules.ts";
import { inspectTexts } from "./text-rules.ts";

const HEAD = "// What it is.\n";

function complaintsAbout(path: string, text: string): readonly string[] {
  return inspect({ path, text }).map(({ line, what }) => `${line} ${what}`);
}

test.each([
  ["packages/domain/src/a.ts", `${HEAD}const at = new Date();`, "machine's clock"],
  ["services/api/src/a.tsx", `${HEAD}const at = Date();`, "machine's clock"],
  ["packages/domain/src/a.test.ts", ["// @ts", "ignore"].join("-"), "switches a check off"],
  ["docs/a.md", ["see /home", "an", "posthorn"].join("/"), "path of one machine"],
  ["README.md", ["cd ", "root", "posthorn"].join("/"), "path of one machine"],
  ["pnpm-lock.yaml", "    resolution: {tarball: x}", "registry"],
  ["package.json", '{ "registry": "https://npm.example.org/" }', "registry"],
  [".npmrc", "registry=somewhere", "registry"],
  ["packages/domain/src/a.ts", "export {};", "first line"],
])("%s is complained about", (path, text, what) => {
  expect(complaintsAbout(path, text).join()).toContain(what);
});

test.each([
  ["packages/pki/src/a.ts", `${HEAD}const at = new Date(instant.epochMilliseconds);`],
  ["packages/testkit/src/a.ts", `${HEAD}const at = new Date();`],
  ["packages/domain/src/a.test.ts", "const at = new Date();"],
  ["packages/texts/src/nl/portal.ts", "export const portal = {};"],
  ["packages/web/src/a.ts", `${HEAD}const href = "/homepage/work-in/rooted";`],
  [
    "package.json",
    '{ "repository": "https://posthorn.example/code", "dependencies": { "npm-run": "1.0.0" } }',
  ],
])("%s is left alone", (path, text) => {
  expect(complaintsAbout(path, text)).toEqual([]);
});

test("a complaint gives the line", () => {
  expect(complaintsAbout("packages/domain/src/a.ts", `${HEAD}\nnew Date()`)[0]).toMatch(/^3 /);
});

test("empty and untranslated texts are found, in functions too", () => {
  const sentence = "Your message has been handed to us and is on its way.";
  expect(
    inspectTexts({
      en: {
        a: { title: sentence, ok: "OK" },
        until: (day: string) => `You can collect it until the end of ${day}.`,
      },
      nl: {
        a: { title: sentence, ok: "OK" },
        until: (day: string) => `You can collect it until the end of ${day}.`,
      },
      fr: {
        a: { title: "Votre message nous a été remis.", ok: " " },
        until: (day: string) => `Jusqu'à la fin du ${day}.`,
      },
    }),
  ).toEqual([
    "fr: a.ok is empty",
    "en and nl: a.title is the same sentence",
    "en and nl: until is the same sentence",
  ]);
});

test("names and short words may be the same", () => {
  const names = { name: "Gegevensbeschermingsautoriteit", pick: (texts: { a: string }) => texts.a };
  expect(inspectTexts({ nl: names, en: names })).toEqual([]);
});

test("the privacy desk has one word a language; the title of the data protection officer stands where one is named", () => {
  expect(
    inspectTexts({
      en: { told: "Our privacy officer answers.", notice: { officer: "Data protection officer" } },
      nl: { told: (name: string) => `De functionaris van ${name} antwoordt.`, ok: "De privacydienst." },
      fr: { told: "Notre service vie privée répond." },
      de: { told: "Unser Datenschutzbeauftragter antwortet." },
    }),
  ).toEqual([
    "en: told has another word for the privacy desk",
    "nl: told has another word for the privacy desk",
    "de: told has another word for the privacy desk",
  ]);
});
