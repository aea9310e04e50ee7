import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { newSshKey } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parsePrinterKeys } from "./parse-printer-keys.ts";

let folder: string;
const pair = newSshKey();
const urlOf = (name: string) => pathToFileURL(join(folder, name)).href;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "posthorn-printer-keys-"));
  writeFileSync(join(folder, "private"), pair.private);
  writeFileSync(join(folder, "public"), pair.public);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a key for each printer, or none at all", () => {
  const keys = parsePrinterKeys(`partner=${urlOf("private")} , other=${urlOf("private")}`);
  expect([...keys]).toEqual([
    ["partner", pair.private],
    ["other", pair.private],
  ]);
  expect(parsePrinterKeys("").size).toBe(0);
});

test.each([
  ["partner", "is not a list of printer=file:URL"],
  ["partner=/run/keys/partner", "is not a list of printer=file:URL"],
  ["partner=file:///nowhere/at/all", "names, for partner, a file that cannot be read (ENOENT)"],
])("%s %s", (text, problem) => {
  expect(() => parsePrinterKeys(text)).toThrow(problem);
});

test("a public key is refused, and a printer named twice", () => {
  expect(() => parsePrinterKeys(`partner=${urlOf("public")}`)).toThrow("holds no private key");
  const one = `partner=${urlOf("private")}`;
  expect(() => parsePrinterKeys(`${one},${one}`)).toThrow("has two keys for partner");
});
