import { createHash, randomBytes } from "node:crypto";
import dns from "node:dns";
import { type S3Fault, type S3StandIn, startS3 } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { newContentKey } from "../key/content-key.ts";
import type { ContentStore, OpenedBlob } from "../store/content-store.ts";
import { PART_BYTES } from "./put-object.ts";
import { s3Location } from "./s3-location.ts";
import { createS3Store } from "./s3-store.ts";

let s3: S3StandIn;
let store: ContentStore;
let hasty: ContentStore;
const key = newContentKey();
const PATIENCE = { timeoutMs: 5_000, uploadTimeoutMs: 10_000, pauseMs: 2 };
// For what never answers: each such try costs so long.
const HASTY = { ...PATIENCE, timeoutMs: 400 };
const MEBIBYTE = 1024 * 1024;

beforeAll(async () => {
  s3 = await startS3();
  store = createS3Store(s3Location(s3.contentUrl), s3.keys, PATIENCE);
  hasty = createS3Store(s3Location(s3.contentUrl), s3.keys, HASTY);
});
beforeEach(() => s3.reset());
afterAll(() => s3.stop());

async function* pieces(...list: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* list;
}

async function* mebibytes(count: number): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < count; n += 1) yield new Uint8Array(MEBIBYTE).fill(n);
}

async function readAll(blob: OpenedBlob): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(blob.stream()));
}

/** What a put comes to, and what is left of it. */
async function outcomeOfPut(fault: S3Fault, times: number, megabytes = 0): Promise<unknown> {
  const put = store.put("blob-1", key, megabytes === 0 ? pieces(randomBytes(100)) : mebibytes(megabytes));
  s3.fail(fault, times, ({ method }) => method === "PUT");
  return put.then(
    () => "stored",
    ({ kind, code, retryAfterSeconds }: Record<string, unknown>) => ({ kind, code, retryAfterSeconds }),
  );
}

test(
  "a large blob goes in parts, few of them held at a time, and comes back whole",
  { timeout: 60_000 },
  async () => {
    let given = 0;
    let most = 0;
    const hash = createHash("sha256");
    async function* watched(): AsyncGenerator<Uint8Array> {
      for await (const piece of mebibytes(17)) {
        hash.update(piece);
        given += piece.length;
        most = Math.max(most, given - s3.seen.reduce((sum, { bytes }) => sum + bytes, 0));
        yield piece;
      }
    }
    const stored = await store.put("blob-1", key, watched());
    expect(stored).toMatchObject({ size: 17 * MEBIBYTE, sha256: hash.digest("hex") });
    expect(most).toBeLessThan(3 * PART_BYTES);
    expect(s3.seen.filter(({ method }) => method === "PUT").map(({ bytes }) => bytes)).toEqual([
      ...Array.from({ length: 3 }, () => PART_BYTES),
      stored.blobBytes - 3 * PART_BYTES,
    ]);
    const read = createHash("sha256");
    for await (const chunk of (await store.open("blob-1", key)).stream()) read.update(chunk);
    expect(read.digest("hex")).toBe(stored.sha256);
  },
);

test("a small one is one request besides the look whether its name is taken", async () => {
  await store.put("blob-1", key, pieces(randomBytes(100)));
  expect(s3.seen.map(({ method }) => method)).toEqual(["GET", "PUT"]);
});

test.each<S3Fault>(["slow_down", "silent", "lost"])("%s for a moment is overcome", async (fault) => {
  const patient = fault === "silent" ? hasty : store;
  if (fault !== "silent") expect(await outcomeOfPut(fault, 2)).toBe("stored");
  else await store.put("blob-1", key, pieces(Buffer.from("x")));
  s3.fail(fault, 1);
  expect(await patient.has("blob-1")).toBe(true);
  s3.fail(fault, 1);
  await readAll(await patient.open("blob-1", key));
  s3.fail(fault, 1);
  expect(await Array.fromAsync(patient.listOlderThan(0))).toEqual(["blob-1"]);
  s3.fail(fault, 1, ({ method }) => method === "DELETE");
  expect(await patient.remove("blob-1")).toBe(true);
  expect(s3.bucket.objects.size).toBe(0);
});

test("a store that stays away, or is full, is told as such, and nothing of the put stays", async () => {
  const away = { kind: "unavailable", code: "content_unavailable", retryAfterSeconds: 30 };
  expect(await outcomeOfPut("slow_down", 99)).toEqual(away);
  s3.reset();
  expect(await outcomeOfPut("lost", 99)).toEqual(away);
  expect(s3.bucket.objects.size).toBe(0);
  const full = { kind: "unavailable", code: "storage_full", retryAfterSeconds: 300 };
  s3.reset();
  expect(await outcomeOfPut("full", 99)).toEqual(full);
  s3.reset();
  expect(await outcomeOfPut("full", 99, 11)).toEqual(full);
  expect(s3.bucket.objects.size + s3.bucket.uploads.size).toBe(0);
});

test("the end of an upload whose answer was lost is found done; one that ends in an error leaves nothing", async () => {
  const ends = ({ method, target }: { method: string; target: string }): boolean =>
    method === "POST" && target.includes("uploadId=");
  s3.fail("lost", 1, ends);
  await store.put("blob-1", key, mebibytes(6));
  expect(await store.has("blob-1")).toBe(true);
  s3.fail("late_error", 1, ends);
  await store.put("blob-2", key, mebibytes(6));
  s3.fail("late_error", 9, ends);
  await expect(store.put("blob-3", key, mebibytes(6))).rejects.toMatchObject({ code: "content_unavailable" });
  expect(await store.has("blob-3")).toBe(false);
  expect(s3.bucket.uploads.size).toBe(0);
});

test("a large put that its sender gives up leaves no parts", async () => {
  const controller = new AbortController();
  async function* leaving(): AsyncGenerator<Uint8Array> {
    yield* mebibytes(11);
    controller.abort(new Error("client went away"));
    yield* mebibytes(11);
  }
  const put = store.put("blob-1", key, leaving(), { signal: controller.signal });
  await expect(put).rejects.toThrow("client went away");
  expect(s3.bucket.objects.size + s3.bucket.uploads.size).toBe(0);
});

test.each<S3Fault>(["cut", "stalled"])("a reading that is %s goes on where it broke off", async (fault) => {
  const content = randomBytes(3 * MEBIBYTE);
  await store.put("blob-1", key, pieces(content));
  const opened = await (fault === "stalled" ? hasty : store).open("blob-1", key);
  s3.fail(fault, 2);
  expect((await readAll(opened)).equals(content)).toBe(true);
  expect(s3.seen.filter(({ method, target }) => method === "GET" && target.endsWith("blob-1"))).toHaveLength(
    5,
  );
});

test("a blob that is exchanged while it is read is damaged", async () => {
  await store.put("blob-1", key, pieces(randomBytes(3 * MEBIBYTE)));
  const opened = await store.open("blob-1", key);
  s3.fail("cut", 1);
  const reader = opened.stream()[Symbol.asyncIterator]();
  expect((await reader.next()).done).toBe(false);
  const [name = "", object] = [...s3.bucket.objects][0] ?? [];
  const other = randomBytes(object?.body.length ?? 0);
  s3.bucket.objects.set(name, { body: other, modified: "2026-01-01T00:00:00Z" });
  const rest = async (): Promise<void> => {
    while ((await reader.next()).done !== true);
  };
  await expect(rest()).rejects.toMatchObject({ code: "content_damaged", detail: "it was replaced" });
});

test("no redirect is followed, and a bucket or keys that are wrong look like neither a lost blob nor a passing fault", async () => {
  s3.fail("elsewhere", 1);
  await expect(store.has("blob-1")).rejects.toMatchObject({
    kind: "internal",
    code: "content_refused",
    detail: "S3 answered 307",
  });
  const wrong = createS3Store(s3Location(s3.contentUrl), { ...s3.keys, secretAccessKey: "other" }, PATIENCE);
  const gone = createS3Store(s3Location(s3.contentUrl.replace("of-tests", "gone")), s3.keys, PATIENCE);
  for (const other of [wrong, gone]) {
    await expect(other.has("blob-1")).rejects.toMatchObject({ code: "content_refused" });
    await expect(other.open("blob-1", key)).rejects.toMatchObject({ code: "content_refused" });
    await expect(other.remove("blob-1")).rejects.toMatchObject({ code: "content_refused" });
    await expect(other.put("blob-1", key, pieces())).rejects.toMatchObject({ code: "content_refused" });
  }
});

test("where versions began to be kept, removing is refused again and again, and hides nothing", async () => {
  await store.put("blob-1", key, pieces(randomBytes(10)));
  s3.setVersioning("Enabled");
  for (let nth = 0; nth < 2; nth += 1)
    await expect(store.remove("blob-1")).rejects.toMatchObject({ code: "content_bucket_versioned" });
  expect(s3.seen.some(({ method }) => method === "DELETE")).toBe(false);
  s3.setVersioning("Suspended");
  expect(await store.remove("blob-1")).toBe(true);
});

test("a bucket that its host names, and not the path, is signed for and serves the same", async () => {
  // Not every resolver knows names below localhost.
  const asked: string[] = [];
  const lookup = vi.spyOn(dns, "lookup");
  onTestFinished(() => lookup.mockRestore());
  lookup.mockImplementation(((
    host: string,
    _options: unknown,
    tell: (error: null, found: unknown) => void,
  ) => {
    asked.push(host);
    tell(null, [{ address: "127.0.0.1", family: 4 }]);
  }) as unknown as typeof dns.lookup);
  const hosted = createS3Store(s3Location(s3.hostedUrl), s3.keys, PATIENCE);
  const bytes = randomBytes(1000);
  await hosted.put("blob-1", key, pieces(bytes));
  expect(new Set(asked)).toEqual(new Set(["content-of-tests.localhost"]));
  expect(s3.seen.map(({ target }) => target.split("/")[1])).toEqual(["kept", "kept"]);
  expect(await readAll(await store.open("blob-1", key))).toEqual(bytes);
  expect(await readAll(await hosted.open("blob-1", key))).toEqual(bytes);
  expect(await Array.fromAsync(hosted.listOlderThan(-60_000))).toEqual(["blob-1"]);
  await hosted.remove("blob-1");
  expect(await store.has("blob-1")).toBe(false);
});
