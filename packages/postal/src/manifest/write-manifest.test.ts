import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { type LetterToList, writeManifest } from "./write-manifest.ts";

const BATCH = {
  number: 12,
  printer: "own",
  readyAt: Temporal.Instant.from("2026-12-07T09:00:00Z"),
  duplex: true,
};
const LETTER: LetterToList = {
  job: "pjb_1",
  ordinal: 1,
  file: "12-0001-pjb_1.pdf",
  sha256: "a".repeat(64),
  size: 41_000,
  pages: 5,
  sheets: 3,
  colour: false,
  barcode: "010541288500000000000000000001",
  address: ["Jan Peeters", "Kerkstraat 5 bus 3", "2000 ANTWERPEN"],
  country: "BE",
  postBy: Temporal.PlainDate.from("2026-12-21"),
};

const file = z
  .strictObject({
    job: z.string(),
    ordinal: z.int().min(1).describe("Place in the batch, from 1."),
    file: z.string().describe("Name of the PDF beside this manifest."),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().min(1),
    paper: z.literal("A4"),
    pages: z.int().min(1).describe("With blank ones."),
    sheets: z.int().min(1),
    duplex: z.boolean(),
    colour: z.boolean(),
    registered: z.literal(true),
    barcode: z.string().describe("The carrier's number of the item, as on its label."),
    address: z.array(z.string()).min(1).describe("As printed, line by line."),
    country: z.string().regex(/^[A-Z]{2}$/),
    post_by: z.iso.date().describe("Last day to hand it to the carrier, in Brussels."),
  })
  .describe("One letter.");
const manifest = z
  .strictObject({
    version: z.literal(1),
    batch: z.int().min(1),
    printer: z.string(),
    ready_at: z.iso.datetime(),
    letters: z.int().min(1),
    sheets: z.int().min(1),
    files: z.array(file).describe("In the order of the batch."),
  })
  .describe("The letters of one batch, for whoever prints them.");

function files(letters: readonly LetterToList[]): ReadonlyMap<string, string> {
  return new Map(
    writeManifest(BATCH, letters).map(({ name, bytes }) => [name, Buffer.from(bytes).toString("utf8")]),
  );
}

function cells(csv: string, row: number): readonly string[] {
  const line = csv.split("\r\n")[row] ?? "";
  return line.slice(1, -1).split('","');
}

test("the JSON is what the documented schema says", () => {
  const read: unknown = JSON.parse(files([LETTER]).get("manifest.json") ?? "");
  expect(manifest.parse(read)).toMatchObject({
    batch: 12,
    letters: 1,
    sheets: 3,
    files: [{ barcode: LETTER.barcode, post_by: "2026-12-21", duplex: true, registered: true }],
  });
  const documented: unknown = JSON.parse(
    readFileSync(new URL("../../../../docs/print-manifest.schema.json", import.meta.url), "utf8"),
  );
  expect(documented).toEqual(z.toJSONSchema(manifest));
});

test("the CSV has a row a letter, its address line by line", () => {
  const csv = files([LETTER, { ...LETTER, job: "pjb_2", ordinal: 2 }]).get("manifest.csv") ?? "";
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(csv.split("\r\n")).toHaveLength(4);
  const head = cells(csv.slice(1), 0);
  const row = cells(csv, 1);
  expect(row).toHaveLength(head.length);
  const cell = (name: string) => row[head.indexOf(name)];
  expect(cell("barcode")).toBe(LETTER.barcode);
  expect([1, 2, 3, 4, 6].map((line) => cell(`address_${line}`))).toEqual([...LETTER.address, "", ""]);
  expect(cell("post_by")).toBe("2026-12-21");
});

test("an address of more lines than columns loses none; names that look like formulas are no formulas", () => {
  const address = ["=cmd|' /C calc'!A1", "2", "3", "4", "5", "6", "7"];
  const csv = files([{ ...LETTER, address }]).get("manifest.csv") ?? "";
  const head = cells(csv.slice(1), 0);
  const row = cells(csv, 1);
  expect(row[head.indexOf("address_1")]).toBe("'=cmd|' /C calc'!A1");
  expect(row[head.indexOf("address_6")]).toBe("6, 7");
});

test("the same batch gives the same octets, the JSON last", () => {
  expect(writeManifest(BATCH, [LETTER])).toEqual(writeManifest(BATCH, [LETTER]));
  expect(writeManifest(BATCH, [LETTER]).map(({ name }) => name)).toEqual(["manifest.csv", "manifest.json"]);
});
