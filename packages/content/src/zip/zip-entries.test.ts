import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ZipEntry, zipEntries } from "./zip-entries.ts";

const WHEN = Temporal.Instant.from("2026-11-21T09:00:00Z");
const noUnzip = spawnSync("unzip", ["-v"]).error !== undefined;

function entry(name: string, ...chunks: readonly Uint8Array[]): ZipEntry {
  return {
    name,
    async *stream() {
      yield* chunks;
    },
  };
}

test.skipIf(noUnzip)("unzip takes out what was put in (skipped: unzip is not installed)", async () => {
  const directory = await mkdtemp(join(tmpdir(), "zip-"));
  try {
    const big = Array.from({ length: 20 }, () => randomBytes(65_536));
    async function* entries() {
      yield entry("person.json", Buffer.from("{}"));
      for (let n = 0; n < 300; n += 1) yield entry(`messages/${n}/leeg.txt`);
      yield entry("messages/é/groot.bin", ...big);
    }
    await writeFile(join(directory, "all.zip"), zipEntries(entries(), WHEN));
    expect(spawnSync("unzip", ["-tq", "all.zip"], { cwd: directory, encoding: "utf8" }).stdout).toContain(
      "No errors",
    );
    const env = { ...process.env, LC_ALL: "C.UTF-8" };
    spawnSync("unzip", ["-q", "all.zip", "-d", "out"], { cwd: directory, env });
    const out = await readFile(join(directory, "out", "messages", "é", "groot.bin"));
    expect(out.equals(Buffer.concat(big))).toBe(true);
  } finally {
    await rm(directory, { recursive: true });
  }
});

test("an entry is asked for once the one before is written, and none when the reader has gone", async () => {
  const asked: number[] = [];
  let ended = false;
  async function* entries() {
    try {
      for (let n = 0; n < 50; n += 1) {
        asked.push(n);
        yield entry(`${n}`, ...Array.from({ length: 32 }, () => randomBytes(65_536)));
      }
    } finally {
      ended = true;
    }
  }
  let taken = 0;
  for await (const chunk of zipEntries(entries(), WHEN)) {
    taken += chunk.length;
    if (taken > 3_000_000) break;
  }
  expect(asked.length).toBeLessThan(8);
  expect(ended).toBe(true);
});

test("what breaks an entry breaks the file off", async () => {
  async function* entries() {
    yield entry("good", Buffer.from("good"));
    yield {
      name: "broken",
      stream: () => broken(),
    };
  }
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("half");
    throw new Error("damaged");
  }
  await expect(Array.fromAsync(zipEntries(entries(), WHEN))).rejects.toThrow("damaged");
  async function* failing(): AsyncGenerator<ZipEntry> {
    yield entry("good", Buffer.from("good"));
    throw new Error("no more");
  }
  await expect(Array.fromAsync(zipEntries(failing(), WHEN))).rejects.toThrow("no more");
});
