import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createFileStore, generateWrapKeyPair } from "@posthorn/content";
import { parsePrinterKeys, parsePrinters } from "@posthorn/postal";
import { newSshKey } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { partnersBy } from "./print-partners.ts";
import { providersOf, type Settings } from "./settings.ts";

let folder: string;
const urlOf = (name: string) => pathToFileURL(join(folder, name)).href;
const OWN = { key: "own", name: "Own" };
const PARTNER = {
  key: "partner",
  name: "Partner",
  sftp: { host: "sftp.print.example", user: "posthorn", hostKey: "A".repeat(43), directory: "in" },
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "posthorn-partners-"));
  writeFileSync(join(folder, "ssh"), newSshKey().private);
  const { privateKey } = generateWrapKeyPair();
  writeFileSync(join(folder, "print"), privateKey.export({ type: "pkcs8", format: "pem" }));
});
afterAll(() => rmSync(folder, { recursive: true }));

function settings(printers: readonly object[], keys = "", change: object = {}): Settings {
  return {
    PRINTERS: printers.length === 0 ? [] : parsePrinters(JSON.stringify(printers)),
    PRINTER_KEYS: parsePrinterKeys(keys),
    PRINT_PRIVATE_KEY: urlOf("print"),
    ...change,
  } as Settings;
}

const bind = (given: Settings) => partnersBy(given, createFileStore(folder));

test("without a print partner nothing is asked for, and no key is held", async () => {
  expect(await bind(settings([]))).toBeNull();
  expect(await bind(settings([OWN], "", { PRINT_PRIVATE_KEY: undefined }))).toBeNull();
});

test("with one, both keys are needed and named", async () => {
  await expect(bind(settings([OWN, PARTNER]))).rejects.toThrow("PRINTER_KEYS has no key for partner");
  const keys = `partner=${urlOf("ssh")}`;
  const without = settings([PARTNER], keys, { PRINT_PRIVATE_KEY: undefined });
  await expect(bind(without)).rejects.toThrow("PRINT_PRIVATE_KEY is not set");
  expect(await bind(settings([OWN, PARTNER], keys))).toMatchObject({ printers: [OWN, { key: "partner" }] });
});

test("a print partner is a provider who gets personal data", () => {
  const given = settings([OWN, PARTNER], "", {
    MAIL_PROVIDER: "smtp",
    SMTP_URL: new URL("smtps://relay.example"),
    SMS_PROVIDER: "twilio",
    FLOWMAILER_API_URL: new URL("https://api.example"),
  });
  expect(providersOf(given)).toContainEqual({ role: "printer", url: "sftp://sftp.print.example" });
});
