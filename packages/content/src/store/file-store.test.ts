import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFileStore } from "./file-store.ts";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "content-"));
});
afterEach(() => rm(directory, { recursive: true }));

const SMALL_DISK = 'mount -t tmpfs -o size=512k tmpfs "$1" && exec "$2" "$3" "$1"';
const canMount =
  spawnSync("unshare", ["-rm", "sh", "-c", 'mount -t tmpfs tmpfs "$0"', tmpdir()]).status === 0;

test.skipIf(!canMount)(
  "a full disk is told as such and leaves nothing (skipped: no private mounts here)",
  () => {
    const script = join(import.meta.dirname, "fill-small-disk.fixture.ts");
    const run = spawnSync(
      "unshare",
      ["-rm", "sh", "-c", SMALL_DISK, "sh", directory, process.execPath, script],
      {
        encoding: "utf8",
      },
    );
    expect(run.stderr).toBe("");
    expect(JSON.parse(run.stdout)).toEqual({
      kind: "unavailable",
      code: "storage_full",
      retryAfterSeconds: 300,
      left: [],
      afterwards: "stored",
    });
  },
);

test("no more than a few chunks are held while a large file passes", { timeout: 60_000 }, () => {
  const script = join(import.meta.dirname, "put-large-file.fixture.ts");
  const run = spawnSync(process.execPath, [script, directory], { encoding: "utf8" });
  expect(run.stderr).toBe("");
  const { size, growth } = JSON.parse(run.stdout) as { size: number; growth: number };
  expect(size).toBe(256 * 1024 * 1024);
  expect(growth).toBeLessThan(64 * 1024 * 1024);
});

test("a store that cannot be asked says neither that a blob is there nor that it is not", async () => {
  const broken = createFileStore(join(directory, "file"));
  await writeFile(join(directory, "file"), "no directory");
  await expect(broken.has("blob-1")).rejects.toMatchObject({ code: "ENOTDIR" });
});
