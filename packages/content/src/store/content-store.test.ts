import { createHash, randomBytes } from "node:crypto";
import { AppError } from "@posthorn/domain";
import { startS3 } from "@posthorn/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newContentKey } from "../key/content-key.ts";
import { CHUNK_BYTES, HEADER_BYTES, SEALED_CHUNK_BYTES, TAG_BYTES } from "./chunk-cipher.ts";
import type { OpenedBlob } from "./content-store.ts";
import { directoryPlace, type Place, s3Place } from "./places.test-support.ts";

// What every store does, whatever lies beneath it: the same tests for each.
const KINDS = [
  { name: "directory", open: directoryPlace },
  // Pages of three, so that lists go over several.
  { name: "S3", open: async () => s3Place(await startS3({ pageSize: 3 })) },
];

describe.each(KINDS)("$name:", ({ open }) => {
  let place: Place;
  const key = newContentKey();

  beforeAll(async () => {
    place = await open();
  });
  beforeEach(() => place.clear());
  afterAll(() => place.close());

  async function readAll(blob: OpenedBlob): Promise<Buffer> {
    return Buffer.concat(await Array.fromAsync(blob.stream()));
  }

  /** Opens and reads to the end; the code of the error that ended it, or "whole". */
  async function outcome(id: string, withKey: Uint8Array = key): Promise<string> {
    try {
      await readAll(await place.store.open(id, withKey));
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
        const stored = await place.store.put(id, key, pieces(...cut));
        const sha256 = createHash("sha256").update(content).digest("hex");
        expect(stored).toEqual({ size, sha256, blobBytes: (await place.read(id)).length });
        const opened = await place.store.open(id, key);
        expect(opened.size).toBe(size);
        expect((await readAll(opened)).equals(content)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test("keeps no plaintext and leaves nothing temporary", async () => {
    const secret = Buffer.from("Ondertekende overeenkomst ".repeat(10_000));
    await place.store.put("blob-1", key, pieces(secret));
    expect((await place.read("blob-1")).includes("overeenkomst")).toBe(false);
    expect(await place.unfinished()).toBe(0);
  });

  test("the same bytes put twice never look alike", async () => {
    const content = Buffer.alloc(1000);
    await place.store.put("blob-1", key, pieces(content));
    const first = await place.read("blob-1");
    await place.store.remove("blob-1");
    await place.store.put("blob-1", key, pieces(content));
    const second = await place.read("blob-1");
    expect(second.subarray(HEADER_BYTES).equals(first.subarray(HEADER_BYTES))).toBe(false);
  });

  test("a flipped bit anywhere is damage", async () => {
    await place.store.put("blob-1", key, pieces(randomBytes(CHUNK_BYTES + 5)));
    const sound = await place.read("blob-1");
    const places = [0, 6, 7, 8, HEADER_BYTES - 1, HEADER_BYTES, HEADER_BYTES + CHUNK_BYTES, sound.length - 1];
    for (const at of [...places, ...places.map((_, n) => (n * 7919 + 40) % sound.length)]) {
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      await place.write("blob-1", damaged);
      expect(`${at} ${await outcome("blob-1")}`).toBe(`${at} content_damaged`);
    }
    await place.write("blob-1", sound);
    expect(await outcome("blob-1")).toBe("whole");
  });

  test("damage in the first chunk shows when opening, later damage before its chunk is given", async () => {
    await place.store.put("blob-1", key, pieces(randomBytes(3 * CHUNK_BYTES)));
    const bytes = await place.read("blob-1");
    bytes[HEADER_BYTES + SEALED_CHUNK_BYTES + 9]! ^= 1;
    await place.write("blob-1", bytes);
    const opened = await place.store.open("blob-1", key);
    const got: number[] = [];
    await expect(async () => {
      for await (const chunk of opened.stream()) got.push(chunk.length);
    }).rejects.toMatchObject({ code: "content_damaged" });
    expect(got).toEqual([CHUNK_BYTES]);
  });

  test("a blob cut anywhere, lengthened or with chunks exchanged is damage", async () => {
    await place.store.put("blob-1", key, pieces(randomBytes(3 * CHUNK_BYTES)));
    const sound = await place.read("blob-1");
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
      await place.write("blob-1", sound.subarray(0, length));
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
      await place.write("blob-1", forged);
      expect(await outcome("blob-1")).toBe("content_damaged");
    }
  });

  test("another key or another blob's bytes do not open", async () => {
    await place.store.put("blob-1", key, pieces(randomBytes(10)));
    await place.store.put("blob-2", key, pieces(randomBytes(10)));
    expect(await outcome("blob-1", newContentKey())).toBe("content_damaged");
    await place.write("blob-1", await place.read("blob-2"));
    expect(await outcome("blob-1")).toBe("content_damaged");
  });

  test("what is not there is missing, also when it goes between opening and reading", async () => {
    expect(await outcome("blob-1")).toBe("content_missing");
    await place.store.put("blob-1", key, pieces(randomBytes(10)));
    const opened = await place.store.open("blob-1", key);
    expect(await place.store.remove("blob-1")).toBe(true);
    expect(await place.store.remove("blob-1")).toBe(false);
    await expect(readAll(opened)).rejects.toMatchObject({ code: "content_missing" });
  });

  test("one byte over the limit is refused and leaves nothing; the limit itself is not", async () => {
    const content = randomBytes(100_000);
    const over = place.store.put("blob-1", key, pieces(content), { limit: 99_999 });
    await expect(over).rejects.toMatchObject({ kind: "too_large", code: "part_too_large" });
    expect(await outcome("blob-1")).toBe("content_missing");
    expect(await place.unfinished()).toBe(0);
    await place.store.put("blob-1", key, pieces(content), { limit: 100_000 });
    expect(await outcome("blob-1")).toBe("whole");
  });

  test("a source that breaks off leaves nothing", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield randomBytes(100_000);
      throw new Error("connection lost");
    }
    await expect(place.store.put("blob-1", key, broken())).rejects.toThrow("connection lost");
    expect(await outcome("blob-1")).toBe("content_missing");
    expect(await place.unfinished()).toBe(0);
  });

  test("an abort ends a put whose source has fallen silent", async () => {
    const controller = new AbortController();
    async function* silent(): AsyncGenerator<Uint8Array> {
      yield randomBytes(10);
      controller.abort(new Error("client went away"));
      await new Promise(() => undefined);
    }
    const put = place.store.put("blob-1", key, silent(), { signal: controller.signal });
    await expect(put).rejects.toThrow("client went away");
    expect(await place.unfinished()).toBe(0);
    const late = place.store.put("blob-2", key, pieces(randomBytes(10)), { signal: controller.signal });
    await expect(late).rejects.toThrow("client went away");
  });

  test("a blob is never overwritten", async () => {
    await place.store.put("blob-1", key, pieces(Buffer.from("first")));
    await expect(place.store.put("blob-1", key, pieces(Buffer.from("second")))).rejects.toMatchObject({
      code: "content_exists",
    });
    expect((await readAll(await place.store.open("blob-1", key))).toString()).toBe("first");
  });

  test("an id that is a path is refused", async () => {
    for (const id of ["../../etc/passwd", "a/b/c/d", "..", "", ".hidden", "blob\n1"]) {
      await expect(place.store.put(id, key, pieces())).rejects.toMatchObject({
        code: "content_id_malformed",
      });
    }
  });

  test("a sweep takes only what lay untouched long enough", async () => {
    await place.store.put("blob-1", key, pieces(Buffer.from("kept")));
    await place.leaveUnfinished(3);
    await place.leaveUnfinished(7200);
    await place.leaveUnfinished(7200);
    expect(await place.store.sweepTemporary(3_600_000)).toBe(2);
    expect(await place.unfinished()).toBe(1);
    expect(await outcome("blob-1")).toBe("whole");
  });

  test("blobs are listed by age on the store's own clock; what is unfinished or no blob is not", async () => {
    expect(await Array.fromAsync(place.store.listOlderThan(0))).toEqual([]);
    const ids = Array.from({ length: 7 }, (_, n) => `blob-${n}`);
    for (const id of ids) await place.store.put(id, key, pieces(Buffer.from("x")));
    await place.age("blob-2", 2 * 86_400);
    await place.plantOther();
    await place.leaveUnfinished(2 * 86_400);
    expect(await Array.fromAsync(place.store.listOlderThan(86_400_000))).toEqual(["blob-2"]);
    expect((await Array.fromAsync(place.store.listOlderThan(0))).toSorted()).toEqual(ids);
  });

  test("what is listed may be removed meanwhile, across all pages", async () => {
    const ids = Array.from({ length: 9 }, (_, n) => `blob-${n}`);
    for (const id of ids) await place.store.put(id, key, pieces(Buffer.from("x")));
    const removed: string[] = [];
    for await (const id of place.store.listOlderThan(0)) {
      expect(await place.store.remove(id)).toBe(true);
      removed.push(id);
    }
    expect(removed.toSorted()).toEqual(ids);
    expect(await Array.fromAsync(place.store.listOlderThan(0))).toEqual([]);
  });

  test("a blob is there or not", async () => {
    await place.store.put("blob-1", key, pieces(Buffer.from("here")));
    expect(await place.store.has("blob-1")).toBe(true);
    expect(await place.store.has("blob-2")).toBe(false);
  });
});

async function* pieces(...list: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* list;
}
