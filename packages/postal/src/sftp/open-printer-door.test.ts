import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PrinterProfile } from "@posthorn/domain";
import { newSshKey, PRINT_PARTNER_USER, type PrintPartner, startPrintPartner } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPrinterDoor } from "./open-printer-door.ts";

const ours = newSshKey();
const stranger = newSshKey();
const LAST = { name: "manifest.json", bytes: Buffer.from('{"batch":7}') };
const LETTER = Buffer.alloc(100_000, "letter ");

let folder: string;
let partner: PrintPartner;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "posthorn-partner-"));
  partner = await startPrintPartner({
    port: 0,
    directory: folder,
    hostKey: newSshKey().private,
    clientKey: ours.public,
  });
});
beforeEach(() => {
  partner.setMode({ kind: "ok" });
  rmSync(join(folder, "in"), { recursive: true, force: true });
  mkdirSync(join(folder, "in"));
});
afterAll(async () => {
  await partner.stop();
  rmSync(folder, { recursive: true });
});

function printer(change: Partial<NonNullable<PrinterProfile["sftp"]>> = {}): PrinterProfile {
  const box = { x: 20, y: 20, width: 80, height: 40 };
  return {
    key: "partner",
    name: "Partner",
    window: box,
    returnAddress: box,
    label: box,
    margin: 5,
    duplex: true,
    colour: true,
    sheets: 100,
    sftp: {
      host: "127.0.0.1",
      port: partner.port,
      user: PRINT_PARTNER_USER,
      hostKey: partner.hostKey,
      directory: "in",
      ...change,
    },
  };
}

async function* letters(count = 3) {
  for (let number = 1; number <= count; number += 1) yield { name: `${number}.pdf`, bytes: LETTER };
}

const door = (key = ours.private) =>
  openPrinterDoor({ keys: new Map([["partner", key]]), patienceMs: 2_000 });
const push = (to = printer(), last = LAST) => door().push(to, "batch-7", letters(), last);
const arrived = () => readdirSync(join(folder, "in")).toSorted();
const failed = (detail: string) => ({ kind: "unavailable", code: "printer_unavailable", detail });

test("all files stand in the folder of the batch, octet for octet, and nothing beside it", async () => {
  await push();
  expect(arrived()).toEqual(["batch-7"]);
  const whole = join(folder, "in", "batch-7");
  expect(readdirSync(whole).toSorted()).toEqual(["1.pdf", "2.pdf", "3.pdf", "manifest.json"]);
  expect(readFileSync(join(whole, "2.pdf")).equals(LETTER)).toBe(true);
});

test("brought again, the same batch is left as it is; another under its name is refused", async () => {
  await push();
  writeFileSync(join(folder, "in", "batch-7", "seen"), "");
  await push();
  expect(existsSync(join(folder, "in", "batch-7", "seen"))).toBe(true);
  const other = { name: LAST.name, bytes: Buffer.from('{"batch":8}') };
  await expect(push(printer(), other)).rejects.toMatchObject(failed("already_there"));
});

test("what an earlier try left is begun anew", async () => {
  const part = join(folder, "in", ".batch-7.part");
  mkdirSync(part);
  writeFileSync(join(part, "1.pdf"), "half");
  writeFileSync(join(part, "9.pdf"), "of a letter that fell out");
  await push();
  expect(arrived()).toEqual(["batch-7"]);
  expect(readdirSync(join(folder, "in", "batch-7"))).not.toContain("9.pdf");
});

test.each([
  ["broken_off", { kind: "break", after: 150_000 }],
  ["no_room", { kind: "full", after: 150_000 }],
] as const)("%s half way: no batch is to be seen, and the next try brings it", async (fault, mode) => {
  partner.setMode(mode);
  await expect(push()).rejects.toMatchObject(failed(fault));
  expect(arrived()).toEqual([".batch-7.part"]);
  partner.setMode({ kind: "ok" });
  await push();
  expect(arrived()).toEqual(["batch-7"]);
});

test("a failure of our own files passes through, and leaves no batch there", async () => {
  async function* damaged() {
    yield* letters(1);
    throw new Error("content_damaged");
  }
  await expect(door().push(printer(), "batch-7", damaged(), LAST)).rejects.toThrow("content_damaged");
  expect(arrived()).toEqual([".batch-7.part"]);
});

test("a host with another key than the pinned one is told nothing, not even who we are", async () => {
  const to = printer({ hostKey: "A".repeat(43) });
  await expect(push(to)).rejects.toMatchObject(failed("host_key_wrong"));
  expect(arrived()).toEqual([]);
});

test.each([
  ["auth_refused", stranger.private, printer],
  ["auth_refused", ours.private, () => printer({ user: "somebody" })],
  ["denied", ours.private, () => printer({ directory: "nowhere" })],
] as const)("%s", async (fault, key, to) => {
  await expect(door(key).push(to(), "batch-7", letters(), LAST)).rejects.toMatchObject(failed(fault));
});

test("down, or nobody there, or without a key of ours", async () => {
  partner.setMode({ kind: "down" });
  await expect(push()).rejects.toMatchObject(failed("unreachable"));
  await expect(push(printer({ port: 1 }))).rejects.toMatchObject(failed("unreachable"));
  const none = openPrinterDoor({ keys: new Map() });
  await expect(none.push(printer(), "batch-7", letters(), LAST)).rejects.toMatchObject(failed("no_key"));
});

test("a printer without a place for files is a mistake of the caller", async () => {
  const { sftp: _place, ...own } = printer();
  await expect(push(own)).rejects.toMatchObject({ kind: "internal", code: "printer_has_no_place" });
});
