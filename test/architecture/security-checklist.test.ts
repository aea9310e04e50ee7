// Reads the answers to OWASP ASVS and the figures of authentication: nothing is left out, and nothing claimed without a test or a line of code.

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Levels 1 and 2 of V6, V7, V9, and of V10 what concerns clients (OWASP ASVS 5.0.0). */
const REQUIREMENTS: Readonly<Record<string, number>> = {
  "6.1": 3,
  "6.2": 12,
  "6.3": 4,
  "6.4": 4,
  "6.5": 5,
  "6.6": 3,
  "6.8": 4,
  "7.1": 3,
  "7.2": 4,
  "7.3": 2,
  "7.4": 5,
  "7.5": 2,
  "7.6": 2,
  "9.1": 3,
  "9.2": 4,
  "10.1": 2,
  "10.2": 2,
  "10.5": 5,
};
const NUMBERS = Object.entries(REQUIREMENTS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
);
const ANSWERS = ["met", "met differently", "not applicable", "NOT MET"];

interface Row {
  readonly number: string;
  readonly level: string;
  readonly asks: string;
  readonly answer: string;
  readonly how: string;
  readonly tests: readonly { readonly path: string; readonly title: string }[];
}

/** Cells of every row of every table of a page whose first cell fits. */
function rowsOf(page: string, first: RegExp): readonly (readonly string[])[] {
  return page
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([cell]) => first.test(cell ?? ""));
}

const ROWS: readonly Row[] = rowsOf(read("docs/security/asvs-5.md"), /^\d+\.\d+\.\d+$/).map(
  ([number = "", level = "", asks = "", answer = "", how = "", shown = ""]) => ({
    number,
    level,
    asks,
    answer,
    how,
    tests: Array.from(shown.matchAll(/`([^`]+)`: "(.+?)"(?=<br>|$)/gu), ([, path = "", title = ""]) => ({
      path,
      title,
    })),
  }),
);

test("every requirement is answered exactly once, in words", () => {
  expect(ROWS.map(({ number }) => number)).toEqual(NUMBERS);
  for (const { number, level, asks, answer, how } of ROWS) {
    expect(level, number).toMatch(/^[12]$/);
    expect(ANSWERS, number).toContain(answer);
    expect(asks, number).not.toBe("");
    expect(how, number).not.toBe("");
  }
});

test("what is claimed names a test, and what is not met says what is missing", () => {
  const claimed = ROWS.filter(({ answer, tests }) => answer.startsWith("met") && tests.length === 0);
  expect(claimed.map(({ number }) => number)).toEqual([]);
  const unexplained = ROWS.filter(({ answer, how }) => answer === "NOT MET" && !how.includes("Missing: "));
  expect(unexplained.map(({ number }) => number)).toEqual([]);
});

test("the sum at the head of the page is that of its rows", () => {
  const count = (answer: string) => ROWS.filter((row) => row.answer === answer).length;
  expect(read("docs/security/asvs-5.md").replaceAll(/\s+/gu, " ")).toContain(
    `${ROWS.length} requirements: ${count("met")} met, ${count("met differently")} met differently, ` +
      `${count("not applicable")} not applicable, ${count("NOT MET")} not met`,
  );
});

test("every test that is named is there, and is run", () => {
  const missing = ROWS.flatMap(({ number, tests }) =>
    tests
      .filter(({ path, title }) => !holdsTest(path, title))
      .map(({ path, title }) => ({ number, path, title })),
  );
  expect(missing).toEqual([]);
});

function holdsTest(path: string, title: string): boolean {
  const [source] = globSync(path, { cwd: ROOT });
  if (source === undefined) return false;
  const text = RegExp.escape(JSON.stringify(title));
  // `test("…"`, or after the cases or conditions of `test.each(…)("…"`; never `test.skip` or `test.todo`.
  return new RegExp(`(?:\\btest|[)\\]}])\\(\\s*${text}\\s*,`, "u").test(read(source));
}

test("every figure of authentication.md stands in the code as it says", () => {
  const figures = rowsOf(
    read("docs/security/authentication.md").split("\n## The figures\n")[1] ?? "",
    /^[A-Z]/,
  );
  expect(figures.length).toBeGreaterThan(15);
  for (const [what = "", , file = "", lines = ""] of figures) {
    const code = read(file.replaceAll("`", ""));
    const quoted = Array.from(lines.matchAll(/`([^`]+)`/gu), ([, line = ""]) => line);
    expect(quoted.length, what).toBeGreaterThan(0);
    for (const line of quoted) expect(code, what).toContain(line);
  }
});

test("every word that no password may be made of is documented", () => {
  const list =
    /const COMMON = \[([^\]]*)\]/u.exec(read("packages/identity/src/passwords/strength.ts"))?.[1] ?? "";
  const words = Array.from(list.matchAll(/"([a-z]+)"/gu), ([, word = ""]) => word);
  expect(words).toContain("posthorn");
  const page = read("docs/security/authentication.md");
  for (const word of words) expect(page).toMatch(new RegExp(`\\b${word}\\b`, "u"));
});

test("no product code draws secrets from Math.random", () => {
  const files = globSync("{packages,services}/*/src/**/*.{ts,tsx}", { cwd: ROOT }).filter(
    (path) => !/\.test(?:-support)?\.tsx?$/u.test(path) && !path.startsWith("packages/testkit/"),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((path) => read(path).includes("Math.random"))).toEqual([]);
});
