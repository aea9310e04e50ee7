import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toPem } from "@posthorn/pki";
import { createListMaker, sampleBundle } from "@posthorn/testkit";
import { afterAll, expect, test } from "vitest";
import type { FileReport } from "@posthorn/evidence";
import { runCommand } from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const NOW = Temporal.Instant.from("2026-11-21T10:00:00Z");
const original = { name: "letter.txt", bytes: Buffer.from("Dear tenant") };
const bundle = await sampleBundle({ originals: [original] });
const { request, pki } = bundle;
const keep = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return name;
};
keep("bundle.asice", bundle.bytes);
keep("letter.txt", original.bytes);
keep("other.txt", "Dear landlord");
keep("first.xml", request.records[0]?.xml ?? "");
keep("changed.xml", (request.records[0]?.xml ?? "").replace("Wałęsa", "Walesa"));
keep("roots.pem", toPem(pki.root.key.certificate) + toPem(pki.tsaRoot.key.certificate));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, {
    folder,
    env: { LANG: "nl_BE.UTF-8" },
    now: () => NOW,
    write: (text) => out.push(text),
    complain: (text) => err.push(text),
  });
  return { code, out: out.join(""), err: err.join("") };
}

/** The first report; instants are texts there. */
function reportOf({ out }: { readonly out: string }): FileReport {
  const reports: FileReport[] = JSON.parse(out);
  const [first] = reports;
  if (!first) throw new Error("no report");
  return first;
}

test("what is changed fails, what is open is open, and a failure outweighs", async () => {
  const open = await run("verify", "first.xml", "--trust", "roots.pem");
  expect([open.code, open.err]).toEqual([2, ""]);
  expect(open.out).toContain("Niet zeker (INDETERMINATE, TRY_LATER)");
  const changed = await run("verify", "first.xml", "changed.xml", "--trust", "roots.pem", "--lang", "fr");
  expect(changed.code).toBe(1);
  expect(changed.out).toContain("changed.xml: Ne vous fiez pas à ce fichier (TOTAL-FAILED, HASH_FAILURE)");
});

test("JSON gives every finding, and files beside are compared", async () => {
  const args = ["verify", "bundle.asice", "--trust", "roots.pem", "--json", "--beside"];
  const same = reportOf(await run(...args, "letter.txt"));
  expect(same).toMatchObject({
    kind: "bundle",
    complete: true,
    parts: [{ compared: "same", file: "letter.txt" }],
  });
  const other = await run(...args, "other.txt");
  expect(other.code).toBe(1);
  const found = reportOf(other);
  expect(found.checks).toContainEqual(expect.objectContaining({ name: "parts", ok: false }));
  expect(found).toMatchObject({ indication: "TOTAL-FAILED", itself: same.itself });
  expect(same.itself.indication).not.toBe("TOTAL-FAILED");
  const words = await run(...args.filter((arg) => arg !== "--json"), "other.txt", "--lang", "fr");
  expect(words.code).toBe(1);
  expect(words.out).toContain("Un fichier joint à la preuve n’est pas celui qui a été envoyé (TOTAL-FAILED");
  expect(words.out).not.toContain("Ne vous fiez pas à ce fichier");
});

test("without trust the seal is intact, with its fingerprint to compare", async () => {
  const { code, out, err } = await run("verify", "first.xml", "--lang", "de");
  expect(code).toBe(2);
  expect(err).toContain("Vertrauensanker");
  expect(out).toContain("Unversehrt, aber nicht von einem anerkannten Anbieter");
  expect(out).toMatch(/Fingerabdruck +[0-9a-f]{64}/u);
});

test("a folder of trusted lists is trust", async () => {
  const maker = createListMaker(NOW);
  const statuses = [{ status: "granted", from: NOW.subtract({ hours: 48 }) }] as const;
  const lists = maker.make({
    now: NOW,
    services: [
      { type: "CA/QC", certificate: pki.root.key.certificate, statuses },
      { type: "TSA/QTST", certificate: pki.tsa.key.certificate, statuses },
    ],
  });
  keep("lotl-signers.pem", maker.signersPem);
  keep("EU.xml", lists.lotl);
  keep("BE.xml", lists.belgian);
  expect(reportOf(await run("verify", "first.xml", "--trust", ".", "--json"))).toMatchObject({
    seal: { trust: "trusted", anchor: "EU Trusted List BE #1" },
  });
  const late = await run("verify", "first.xml", "--trust", ".", "--json", "--at", "2027-03-01T00:00:00Z");
  expect(reportOf(late).checks).toContainEqual(expect.objectContaining({ name: "trusted_list", ok: false }));
});

test("wrong use says how it is used", async () => {
  for (const args of [
    [],
    ["verify"],
    ["verify", "first.xml", "--no-such"],
    ["verify", "first.xml", "--trust", "missing.pem"],
    ["verify", "first.xml", "--trust", "letter.txt"],
    ["verify", "first.xml", "--log-key", "no+key"],
    ["verify", "first.xml", "--lang", "xx"],
    ["verify", "first.xml", "--at", "yesterday"],
    ["evidence"],
  ]) {
    const { code, err } = await run(...args);
    expect([args, code, err.includes("posthorn verify") || err.includes("posthorn evidence")]).toEqual([
      args,
      64,
      true,
    ]);
  }
});

test("a file that is not there is open; one of 100 MB is not read", async () => {
  expect(await run("verify", "missing.pdf", "--trust", "roots.pem")).toMatchObject({
    code: 2,
    err: "missing.pdf kan niet worden gelezen.\n",
  });
  truncateSync(join(folder, keep("huge.pdf", "%PDF-")), 100 * 1024 * 1024);
  const huge = await run("verify", "huge.pdf", "--trust", "roots.pem", "--json");
  expect(reportOf(huge).checks[0]?.detail).toBe("the file is larger than any proof");
});

test("the linter reads what a bundle holds", async () => {
  const good = await run("evidence", "lint", "bundle.asice", "--trust", "roots.pem", "--json");
  expect(JSON.parse(good.out)).toMatchObject([{ delivery: request.deliveryId, records: 4 }]);
  expect((await run("evidence", "lint", "letter.txt")).code).toBe(2);
  const alone = await run("evidence", "lint", "first.xml", "--trust", "roots.pem");
  expect(alone.out).toContain("1 records");
});

test("no control character of a file reaches the terminal", async () => {
  const name = keep("\u001b[31mred.xml", "<a>\u001b[0m</a>");
  const { out } = await run("verify", name, "--trust", "roots.pem");
  expect(out).not.toContain("\u001b");
});

test("whoever reads no further ends the command without a complaint", async () => {
  const main = join(import.meta.dirname, "main.ts");
  const child = spawn(process.execPath, [main, "evidence", "lint", "first.xml"], {
    env: { ...process.env, POSTHORN_CWD: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  const complaints: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => complaints.push(text));
  await once(child, "close");
  expect(complaints.join("")).not.toContain("EPIPE");
});
