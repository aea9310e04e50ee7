import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseIdentityKeys } from "./read-keys.ts";

let folder: string;
const SECRET = Buffer.alloc(32, 5).toString("base64url");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "posthorn-keys-"));
  writeFileSync(join(folder, "one"), `${SECRET}\n`);
  writeFileSync(join(folder, "two"), Buffer.alloc(32, 6).toString("hex"));
  writeFileSync(join(folder, "short"), "c2hvcnQ");
});
afterAll(() => rmSync(folder, { recursive: true }));

function at(name: string): string {
  return pathToFileURL(join(folder, name)).href;
}

test("reads every version, the newest first however they are written", () => {
  const keys = parseIdentityKeys(` 1=${at("one")}, 12=${at("two")} ,`);
  expect(keys.map(({ version }) => version)).toEqual([12, 1]);
  expect(Buffer.from(keys[1]?.key ?? [])).toEqual(Buffer.alloc(32, 5));
});

test.each<[string, () => string, string]>([
  ["nothing", () => "", "names no key"],
  ["a key itself", () => `1=${SECRET}`, "is not a list of version=file:URL"],
  ["version 0", () => `0=${at("one")}`, "is not a list of version=file:URL"],
  ["a file without version", () => at("one"), "is not a list of version=file:URL"],
  ["one version twice", () => `1=${at("one")},1=${at("two")}`, "names one version twice"],
  ["one key twice", () => `1=${at("one")},2=${at("one")}`, "has one key under two versions"],
  ["a missing file", () => `3=${at("none")}`, "names, as version 3, a file that cannot be read (ENOENT"],
  ["a key that is too short", () => `1=${at("short")}`, "holds no key of 32 bytes"],
])("refuses %s without showing a key", (_, text, words) => {
  let message = "";
  try {
    parseIdentityKeys(text());
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toContain(words);
  expect(message).not.toContain(SECRET);
  expect(message).not.toContain("c2hvcnQ");
});
