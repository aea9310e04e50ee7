import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startS3 } from "@posthorn/testkit";
import { expect, onTestFinished, test } from "vitest";
import { newContentKey } from "../key/content-key.ts";
import { openContentStore, storageProviders } from "./choose-store.ts";
import { createFileStore } from "./file-store.ts";

const NO_KEYS = { S3_ACCESS_KEY_ID: undefined, S3_SECRET_ACCESS_KEY: undefined };

async function* content(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("x");
}

async function open() {
  const s3 = await startS3();
  onTestFinished(() => s3.stop());
  const { accessKeyId, secretAccessKey } = s3.keys;
  const settings = {
    CONTENT_URL: s3.contentUrl,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  };
  return { s3, settings };
}

test("a directory", async () => {
  const directory = await mkdtemp(join(tmpdir(), "content-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  const CONTENT_URL = `${pathToFileURL(directory).href}/`;
  const store = await openContentStore({ CONTENT_URL, ...NO_KEYS });
  await store.put("blob-1", newContentKey(), content());
  expect(await createFileStore(directory).has("blob-1")).toBe(true);
  expect(storageProviders(CONTENT_URL)).toEqual([]);
});

test("a bucket, whose provider belongs on the register", async () => {
  const { s3, settings } = await open();
  const store = await openContentStore(settings);
  await store.put("blob-1", newContentKey(), content());
  expect([...s3.bucket.objects.keys()]).toEqual([expect.stringMatching(/^kept\/[0-9a-f]{2}\/blob-1$/)]);
  expect(storageProviders(settings.CONTENT_URL)).toEqual([{ role: "hosting", url: `${s3.url}/` }]);
});

test("a bucket that keeps versions is refused; one that did, or does not know the question, is not", async () => {
  const { s3, settings } = await open();
  s3.setVersioning("Enabled");
  await expect(openContentStore(settings)).rejects.toMatchObject({ code: "content_bucket_versioned" });
  s3.setVersioning("Suspended");
  await openContentStore(settings);
});

test("wrong keys and a bucket that is not there are told at the start; a store that is away is not waited for", async () => {
  const { s3, settings } = await open();
  await expect(openContentStore({ ...settings, S3_SECRET_ACCESS_KEY: "other" })).rejects.toMatchObject({
    kind: "internal",
    code: "content_refused",
    detail: "S3 answered 403 SignatureDoesNotMatch",
  });
  const elsewhere = settings.CONTENT_URL.replace("content-of-tests", "another-bucket");
  await expect(openContentStore({ ...settings, CONTENT_URL: elsewhere })).rejects.toMatchObject({
    detail: "S3 answered 404 NoSuchBucket",
  });
  await expect(openContentStore({ ...settings, ...NO_KEYS })).rejects.toThrow(/needs S3_ACCESS_KEY_ID/);
  s3.fail("slow_down", 1);
  await openContentStore(settings);
});

test("what is not understood is said without its secrets", async () => {
  const endpoint = "endpoint=https://s3.example&region=eu";
  for (const CONTENT_URL of [
    "https://id:hunter2@host/bucket",
    "/var/content",
    "file:content",
    "",
    `s3://id:hunter2@bucket?${endpoint}`,
    "s3://bucket?region=eu",
    "s3://bucket?endpoint=https://s3.example",
    "s3://bucket?endpoint=http://s3.example&region=eu",
    "s3://bucket?endpoint=https://id:hunter2@s3.example&region=eu",
    "s3://bucket?endpoint=https://s3.example/path&region=eu",
    `s3://bucket?${endpoint}&secret=hunter2`,
    `s3://bucket?${endpoint}&${endpoint}`,
    `s3://bucket?${endpoint}&pathStyle=yes`,
    `s3://bucket/a%2Fb?${endpoint}`,
    `s3://?${endpoint}`,
  ]) {
    const opening = openContentStore({ CONTENT_URL, ...NO_KEYS, S3_ACCESS_KEY_ID: "id" });
    await expect(opening, CONTENT_URL).rejects.toMatchObject({ code: "content_url_unsupported" });
    await expect(opening).rejects.not.toThrow(/hunter2/);
  }
});
