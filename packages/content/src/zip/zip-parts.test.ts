import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ZipPart } from "./zip-parts.ts";
import { zipParts } from "./zip-parts.ts";

const WHEN = Temporal.Instant.from("2026-11-21T09:00:00Z");
const noUnzip = spawnSync("unzip", ["-v"]).error !== undefined;

function part(name: string, content: Buffer, size = content.length): ZipPart {
  return {
    name,
    size,
    async *stream() {
      for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
    },
  };
}

test.skipIf(noUnzip)("unzip takes out what was put in (skipped: unzip is not installed)", async () => {
  const directory = await mkdtemp(join(tmpdir(), "zip-"));
  try {
    const contents: Record<string, Buffer> = {
      "message.txt": Buffer.from("Onderwerp\n\nTekst"),
      "Łódź – bijlage ő ș.pdf": randomBytes(300_000),
      "leeg.txt": Buffer.alloc(0),
    };
    const parts = Object.entries(contents).map(([name, content]) => part(name, content));
    await writeFile(join(directory, "all.zip"), zipParts(parts, WHEN));
    expect(spawnSync("unzip", ["-tq", "all.zip"], { cwd: directory, encoding: "utf8" }).stdout).toContain(
      "No errors",
    );
    const run = spawnSync("unzip", ["-q", "all.zip", "-d", "out"], {
      cwd: directory,
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
    expect(run.status).toBe(0);
    expect((await readdir(join(directory, "out"))).toSorted()).toEqual(Object.keys(contents).toSorted());
    for (const [name, content] of Object.entries(contents)) {
      expect((await readFile(join(directory, "out", name))).equals(content)).toBe(true);
    }
  } finally {
    await rm(directory, { recursive: true });
  }
});

test("a part is opened only when its turn has come, and closed when the reader goes away", async () => {
  const events: string[] = [];
  const slow = (name: string): ZipPart => ({
    name,
    size: 100 * 65_536,
    async *stream() {
      events.push(`open ${name}`);
      try {
        for (let n = 0; n < 100; n += 1) yield randomBytes(65_536);
      } finally {
        events.push(`close ${name}`);
      }
    },
  });
  let read = 0;
  for await (const piece of zipParts([slow("a.bin"), slow("b.bin")], WHEN)) {
    read += piece.length;
    if (read > 500_000) break;
  }
  await new Promise((resolve) => setImmediate(resolve));
  expect(events).toEqual(["open a.bin", "close a.bin"]);
});

test("an error in a part breaks the zip off with that error", async () => {
  const damaged: ZipPart = {
    name: "b.bin",
    size: 10,
    async *stream() {
      yield Buffer.alloc(5);
      throw new Error("content_damaged");
    },
  };
  await expect(Array.fromAsync(zipParts([part("a.txt", Buffer.from("a")), damaged], WHEN))).rejects.toThrow(
    "content_damaged",
  );
});

test("a part of another size than said breaks the zip off", async () => {
  await expect(Array.fromAsync(zipParts([part("a.txt", Buffer.from("abc"), 4)], WHEN))).rejects.toThrow(
    "unexpected number of bytes",
  );
});

test("no parts make an empty zip", async () => {
  expect(Buffer.concat(await Array.fromAsync(zipParts([], WHEN))).length).toBe(22);
});
