import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AppError } from "@posthorn/domain";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newContentKey } from "../key/content-key.ts";
import { contentStoreFromUrl } from "./choose-store.ts";
import { CHUNK_BYTES, HEADER_BYTES, SEALED_CHUNK_BYTES, TAG_BYTES } from "./chunk-cipher.ts";
import type { ContentStore, OpenedBlob } from "./content-store.ts";
import { createFileStore } from "./file-store.ts";

let directory: string;
let store: ContentStore;
const key = newContentKey();

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "content-"));
  store = createFileStore(directory);
});
afterEach(() => rm(directory, { recursive: true }));

async function* pieces(...list: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* list;
}

async function readAll(blob: OpenedBlob): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(blob.stream()));
}

async function blobPath(id: string): Promise<string> {
  const all = await readdir(directory, { recursive: true });
  const found = all.find((name) => name.endsWith(`/${id}`));
  if (found === undefined) throw new Error(`no blob ${id}`);
  return join(directory, found);
}

/** Opens and reads to the end; the code of the error that ended it, or "whole". */
async function outcome(id: string, withKey: Uint8Array = key): Promise<string> {
  try {
    await readAll(await store.open(id, withKey));
    return "whole";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

test("gives back what was put, whatever the sizes of file and pieces", async () => {
  let number = 0;
  const around = fc.constantFrom(
    0,
    1,
    CHUNK_BYTES - 1,
    CHUNK_BYTES,
    CHUNK_BYTES + 1,
    2 * CHUNK_BYTES,
    150_000,
  );
  await fc.assert(
    fc.asyncProperty(around, fc.integer({ min: 100, max: 200_000 }), async (size, step) => {
      const id = `blob-${(number += 1)}`;
      const content = randomBytes(size);
      const cut = Array.from({ length: Math.ceil(size / step) }, (_, n) =>
        content.subarray(n * step, (n + 1) * step),
      );
      const stored = await store.put(id, key, pieces(...cut));
      const sha256 = createHash("sha256").update(content).digest("hex");
      expect(stored).toEqual({ size, sha256, blobBytes: (await stat(await blobPath(id))).size });
      const opened = await store.open(id, key);
      expect(opened.size).toBe(size);
      expect((await readAll(opened)).equals(content)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test("keeps no plaintext and leaves nothing temporary", async () => {
  const secret = Buffer.from("Ondertekende overeenkomst ".repeat(10_000));
  await store.put("blob-1", key, pieces(secret));
  expect((await readFile(await blobPath("blob-1"))).includes("overeenkomst")).toBe(false);
  expect(await readdir(join(directory, "incoming"))).toEqual([]);
});

test("the same bytes put twice never look alike", async () => {
  const content = Buffer.alloc(1000);
  await store.put("blob-1", key, pieces(content));
  const first = await readFile(await blobPath("blob-1"));
  await store.remove("blob-1");
  await store.put("blob-1", key, pieces(content));
  const second = await readFile(await blobPath("blob-1"));
  expect(second.subarray(HEADER_BYTES).equals(first.subarray(HEADER_BYTES))).toBe(false);
});

test("a flipped bit anywhere is damage", async () => {
  await store.put("blob-1", key, pieces(randomBytes(CHUNK_BYTES + 5)));
  const path = await blobPath("blob-1");
  const sound = await readFile(path);
  const places = [0, 6, 7, 8, HEADER_BYTES - 1, HEADER_BYTES, HEADER_BYTES + CHUNK_BYTES, sound.length - 1];
  for (const place of [...places, ...places.map((_, n) => (n * 7919 + 40) % sound.length)]) {
    const damaged = Buffer.from(sound);
    damaged[place] = (damaged[place] ?? 0) ^ 1;
    await writeFile(path, damaged);
    expect(`${place} ${await outcome("blob-1")}`).toBe(`${place} content_damaged`);
  }
  await writeFile(path, sound);
  expect(await outcome("blob-1")).toBe("whole");
});

test("damage in the first chunk shows when opening, later damage before its chunk is given", async () => {
  await store.put("blob-1", key, pieces(randomBytes(3 * CHUNK_BYTES)));
  const path = await blobPath("blob-1");
  const bytes = await readFile(path);
  bytes[HEADER_BYTES + SEALED_CHUNK_BYTES + 9]! ^= 1;
  await writeFile(path, bytes);
  const opened = await store.open("blob-1", key);
  const got: number[] = [];
  await expect(async () => {
    for await (const chunk of opened.stream()) got.push(chunk.length);
  }).rejects.toMatchObject({ code: "content_damaged" });
  expect(got).toEqual([CHUNK_BYTES]);
});

test("a blob cut anywhere, lengthened or with chunks exchanged is damage", async () => {
  await store.put("blob-1", key, pieces(randomBytes(3 * CHUNK_BYTES)));
  const path = await blobPath("blob-1");
  const sound = await readFile(path);
  const one = HEADER_BYTES + SEALED_CHUNK_BYTES;
  const two = one + SEALED_CHUNK_BYTES;
  for (const length of [
    0,
    5,
    HEADER_BYTES,
    HEADER_BYTES + TAG_BYTES - 1,
    one,
    one + TAG_BYTES,
    two,
    sound.length - 1,
  ]) {
    await writeFile(path, sound);
    await truncate(path, length);
    expect(`${length} ${await outcome("blob-1")}`).toBe(`${length} content_damaged`);
  }
  for (const forged of [
    Buffer.concat([sound, Buffer.of(0)]),
    Buffer.concat([sound, sound.subarray(two)]),
    Buffer.concat([
      sound.subarray(0, HEADER_BYTES),
      sound.subarray(one, two),
      sound.subarray(HEADER_BYTES, one),
      sound.subarray(two),
    ]),
  ]) {
    await writeFile(path, forged);
    expect(await outcome("blob-1")).toBe("content_damaged");
  }
});

test("another key or another blob's bytes do not open", async () => {
  await store.put("blob-1", key, pieces(randomBytes(10)));
  await store.put("blob-2", key, pieces(randomBytes(10)));
  expect(await outcome("blob-1", newContentKey())).toBe("content_damaged");
  await writeFile(await blobPath("blob-1"), await readFile(await blobPath("blob-2")));
  expect(await outcome("blob-1")).toBe("content_damaged");
});

test("what is not there is missing, also when it goes between opening and reading", async () => {
  expect(await outcome("blob-1")).toBe("content_missing");
  await store.put("blob-1", key, pieces(randomBytes(10)));
  const opened = await store.open("blob-1", key);
  expect(await store.remove("blob-1")).toBe(true);
  expect(await store.remove("blob-1")).toBe(false);
  await expect(readAll(opened)).rejects.toMatchObject({ code: "content_missing" });
});

test("one byte over the limit is refused and leaves nothing; the limit itself is not", async () => {
  const content = randomBytes(100_000);
  const over = store.put("blob-1", key, pieces(content), { limit: 99_999 });
  await expect(over).rejects.toMatchObject({ kind: "too_large", code: "part_too_large" });
  expect(await outcome("blob-1")).toBe("content_missing");
  expect(await readdir(join(directory, "incoming"))).toEqual([]);
  await store.put("blob-1", key, pieces(content), { limit: 100_000 });
  expect(await outcome("blob-1")).toBe("whole");
});

test("a source that breaks off leaves nothing", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield randomBytes(100_000);
    throw new Error("connection lost");
  }
  await expect(store.put("blob-1", key, broken())).rejects.toThrow("connection lost");
  expect(await outcome("blob-1")).toBe("content_missing");
  expect(await readdir(join(directory, "incoming"))).toEqual([]);
});

test("an abort ends a put whose source has fallen silent", async () => {
  const controller = new AbortController();
  async function* silent(): AsyncGenerator<Uint8Array> {
    yield randomBytes(10);
    controller.abort(new Error("client went away"));
    await new Promise(() => undefined);
  }
  const put = store.put("blob-1", key, silent(), { signal: controller.signal });
  await expect(put).rejects.toThrow("client went away");
  expect(await readdir(join(directory, "incoming"))).toEqual([]);
  const late = store.put("blob-2", key, pieces(randomBytes(10)), { signal: controller.signal });
  await expect(late).rejects.toThrow("client went away");
});

test("a blob is never overwritten", async () => {
  await store.put("blob-1", key, pieces(Buffer.from("first")));
  await expect(store.put("blob-1", key, pieces(Buffer.from("second")))).rejects.toMatchObject({
    code: "content_exists",
  });
  expect((await readAll(await store.open("blob-1", key))).toString()).toBe("first");
});

test("an id that is a path is refused", async () => {
  for (const id of ["../../etc/passwd", "a/b/c/d", "..", "", ".hidden", "blob\n1"]) {
    await expect(store.put(id, key, pieces())).rejects.toMatchObject({
      code: "content_id_malformed",
    });
  }
});

test("a sweep takes only what lay untouched long enough", async () => {
  await store.put("blob-1", key, pieces(Buffer.from("kept")));
  const old = join(directory, "incoming", "old");
  await writeFile(old, "x");
  await utimes(old, 1_000_000, 1_000_000);
  await writeFile(join(directory, "incoming", "fresh"), "x");
  expect(await store.sweepTemporary(3_600_000)).toBe(1);
  expect(await readdir(join(directory, "incoming"))).toEqual(["fresh"]);
  expect(await outcome("blob-1")).toBe("whole");
});

test("blobs are listed by age on the store's own clock; what is unfinished or no blob is not", async () => {
  expect(await Array.fromAsync(store.listOlderThan(0))).toEqual([]);
  for (const id of ["blob-1", "blob-2", "blob-3"]) await store.put(id, key, pieces(Buffer.from("x")));
  const files = await readdir(directory, { recursive: true });
  const path = join(directory, files.find((name) => name.endsWith("blob-2")) ?? "");
  await utimes(path, 1_000_000, 1_000_000);
  await writeFile(join(path, "..", ".nfs000"), "x");
  await writeFile(join(directory, "incoming", "unfinished"), "x");
  expect(await Array.fromAsync(store.listOlderThan(86_400_000))).toEqual(["blob-2"]);
  expect((await Array.fromAsync(store.listOlderThan(0))).toSorted()).toEqual(["blob-1", "blob-2", "blob-3"]);
});

test("the configuration names the store; what is not understood is said without its secrets", async () => {
  await contentStoreFromUrl(`${pathToFileURL(directory).href}/`).put("blob-1", key, pieces(Buffer.from("x")));
  expect(await outcome("blob-1")).toBe("whole");
  for (const url of ["s3://id:hunter2@host/bucket", "/var/content", "file:content", ""]) {
    expect(() => contentStoreFromUrl(url)).toThrow(/CONTENT_URL must be file:/);
    expect(() => contentStoreFromUrl(url)).not.toThrow(/hunter2/);
  }
});

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

test("a blob is there or not; a store that cannot be asked is neither", async () => {
  await store.put("blob-1", key, pieces(Buffer.from("here")));
  expect(await store.has("blob-1")).toBe(true);
  expect(await store.has("blob-2")).toBe(false);
  const broken = createFileStore(join(directory, "file"));
  await writeFile(join(directory, "file"), "no directory");
  await expect(broken.has("blob-1")).rejects.toMatchObject({ code: "ENOTDIR" });
});
