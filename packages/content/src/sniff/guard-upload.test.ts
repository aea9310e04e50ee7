import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@posthorn/domain";
import { expect, test } from "vitest";
import { newContentKey } from "../key/content-key.ts";
import { createFileStore } from "../store/file-store.ts";
import { guardUpload } from "./guard-upload.ts";
import { inspectStoredZip, TAIL_BYTES } from "./inspect-stored-zip.ts";
import { openDocument, PDF, PROGRAM, zipOf, zipWith } from "./sample-files.fixture.ts";

const DOCX = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"];

/** Sends the content in pieces of `step` through one buffer that is reused, as some sources do. */
async function* inPieces(content: Buffer, step: number): AsyncGenerator<Uint8Array> {
  const reused = Buffer.alloc(step);
  for (let at = 0; at < content.length; at += step) {
    const length = content.copy(reused, 0, at, at + step);
    yield reused.subarray(0, length);
  }
}

async function verdict(name: string, content: Buffer, step = 10_000): Promise<string> {
  const guard = guardUpload(name, inPieces(content, step));
  const seen: Buffer[] = [];
  try {
    for await (const piece of guard.stream) seen.push(Buffer.from(piece));
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  expect(Buffer.concat(seen).equals(content)).toBe(true);
  return guard.accepted().mediaType;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";

test("files pass unchanged and are known at the end", async () => {
  for (const step of [1, 999, 65_536, 70_000, 3_000_000]) {
    expect(await verdict("a.pdf", Buffer.concat([PDF, randomBytes(200_000)]), Math.max(step, 10))).toBe(
      "application/pdf",
    );
  }
  expect(await verdict("a.docx", await zipOf(...DOCX))).toBe(`${OFFICE}.wordprocessingml.document`);
  expect(await verdict("a.xlsx", await zipOf("[Content_Types].xml", "xl/workbook.xml"))).toBe(
    `${OFFICE}.spreadsheetml.sheet`,
  );
  expect(await verdict("a.pptx", await zipOf("[Content_Types].xml", "ppt/presentation.xml"))).toBe(
    `${OFFICE}.presentationml.presentation`,
  );
  const ods = "application/vnd.oasis.opendocument.spreadsheet";
  expect(await verdict("a.ods", openDocument(ods, await zipOf("content.xml")))).toBe(ods);
});

test("macros are found in the list at the end, whatever the ending", async () => {
  expect(await verdict("a.docx", await zipOf(...DOCX, "word/vbaProject.bin"))).toBe("part_macros");
  expect(await verdict("a.docx", await zipOf(...DOCX, "word\\VBAPROJECT.BIN"))).toBe("part_macros");
  expect(await verdict("a.zip", await zipOf(...DOCX, "word/vbaProject.bin"))).toBe("part_macros");
  expect(await verdict("a.xlsx", await zipOf("[Content_Types].xml", "xl/macrosheets/sheet1.xml"))).toBe(
    "part_macros",
  );
  const odt = "application/vnd.oasis.opendocument.text";
  const withBasic = openDocument(odt, await zipOf("mimetype", "content.xml", "Basic/Standard/Module1.xml"));
  expect(await verdict("a.odt", withBasic)).toBe("part_macros");
});

test("programs in zip clothing and packages of another kind are refused", async () => {
  expect(await verdict("a.zip", await zipOf("META-INF/MANIFEST.MF", "Main.class"))).toBe("part_executable");
  expect(await verdict("a.zip", await zipOf("AndroidManifest.xml", "classes.dex"))).toBe("part_executable");
  expect(await verdict("a.xlsx", await zipOf(...DOCX))).toBe("part_type_mismatch");
  expect(await verdict("a.docx", await zipOf("just.txt"))).toBe("part_type_mismatch");
});

test("a zip that breaks off, or has bytes behind its end, is not what it says", async () => {
  const whole = await zipOf("a.txt", "b.txt");
  expect(await verdict("a.zip", whole.subarray(0, -30))).toBe("part_type_mismatch");
  expect(await verdict("a.zip", Buffer.concat([whole, Buffer.from("junk")]))).toBe("part_type_mismatch");
});

test("a zip bomb passes untouched: nothing is inflated", async () => {
  const bomb = await zipWith({ "zeros.bin": "\0".repeat(50_000_000) });
  expect(bomb.length).toBeLessThan(1_000_000);
  const before = process.memoryUsage().rss;
  expect(await verdict("a.zip", bomb)).toBe("application/zip");
  expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
});

test("the list is found behind more content than is kept", async () => {
  const large = await zipWith({
    "noise.bin": randomBytes(1_500_000).toString("base64"),
    ...Object.fromEntries(DOCX.map((name) => [name, "x"])),
  });
  expect(large.length).toBeGreaterThan(TAIL_BYTES);
  expect(await verdict("a.docx", large, 65_536)).toBe(`${OFFICE}.wordprocessingml.document`);
  expect(await verdict("a.docx", large, 2_000_000)).toBe(`${OFFICE}.wordprocessingml.document`);
});

test("a list longer than what is kept: a zip passes, an office file does not", async () => {
  const whole = await zipOf(...DOCX, ...Array.from({ length: 60 }, (_, n) => `${n}.txt`));
  const tail = whole.subarray(-200);
  expect((await inspectStoredZip({ name: "a.zip", tail, size: whole.length })).ok).toBe(true);
  expect(await inspectStoredZip({ name: "a.docx", tail, size: whole.length })).toEqual({
    ok: false,
    reason: "unknown_type",
  });
});

test("text that stops being text later on is refused there", async () => {
  const text = Buffer.from("regel\n".repeat(20_000));
  expect(await verdict("a.txt", text)).toBe("text/plain");
  expect(await verdict("a.txt", Buffer.concat([text, Buffer.of(0xff)]))).toBe("part_type_mismatch");
  expect(await verdict("a.txt", Buffer.concat([text, Buffer.of(0xe2, 0x82)]))).toBe("part_type_mismatch");
  expect(await verdict("a.txt", Buffer.from("\u{20ac}".repeat(50_000)), 7)).toBe("text/plain");
});

test("a refusal by the first bytes comes before the rest was asked for", async () => {
  let asked = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      asked += 1;
      yield Buffer.concat([PROGRAM, Buffer.alloc(32_768)]);
    }
  }
  await expect(Array.fromAsync(guardUpload("a.pdf", endless()).stream)).rejects.toThrow("part_executable");
  expect(asked).toBe(2);
});

test("nothing refused is kept in the store", async () => {
  const directory = await mkdtemp(join(tmpdir(), "guard-"));
  try {
    const store = createFileStore(directory);
    const guard = guardUpload("a.docx", inPieces(await zipOf(...DOCX, "word/vbaProject.bin"), 1000));
    await expect(store.put("blob-1", newContentKey(), guard.stream)).rejects.toMatchObject({
      code: "part_macros",
    });
    expect(() => guard.accepted()).toThrow("part_not_read");
    expect(await readdir(directory)).toEqual(["incoming"]);
    const empty = guardUpload("a.pdf", inPieces(Buffer.alloc(0), 1));
    await expect(store.put("blob-2", newContentKey(), empty.stream)).rejects.toMatchObject({
      code: "part_empty",
    });
  } finally {
    await rm(directory, { recursive: true });
  }
});
