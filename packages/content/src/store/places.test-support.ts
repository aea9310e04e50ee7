// The two places a store can lie in, opened for the tests that are the same for both: what lies there can be read, spoilt and aged.

import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { S3StandIn } from "@posthorn/testkit";
import { s3Location } from "../s3/s3-location.ts";
import { createS3Store } from "../s3/s3-store.ts";
import { shardOf } from "./blob-path.ts";
import type { ContentStore } from "./content-store.ts";
import { createFileStore } from "./file-store.ts";

export interface Place {
  readonly store: ContentStore;
  /** The bytes of a blob as they lie there. */
  read(blobId: string): Promise<Buffer>;
  write(blobId: string, bytes: Buffer): Promise<void>;
  age(blobId: string, seconds: number): Promise<void>;
  /** How much interrupted puts left. */
  unfinished(): Promise<number>;
  leaveUnfinished(secondsAgo: number): Promise<void>;
  /** Something that is no blob. */
  plantOther(): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function directoryPlace(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), "content-"));
  const incoming = join(directory, "incoming");
  const pathOf = (blobId: string): string => join(directory, shardOf(blobId), blobId);
  const clear = async (): Promise<void> => {
    await rm(directory, { recursive: true, force: true });
    await mkdir(incoming, { recursive: true });
  };
  return {
    store: createFileStore(directory),
    read: (blobId) => readFile(pathOf(blobId)),
    write: (blobId, bytes) => writeFile(pathOf(blobId), bytes),
    age: (blobId, seconds) => setBack(pathOf(blobId), seconds),
    unfinished: async () => (await readdir(incoming)).length,
    async leaveUnfinished(secondsAgo) {
      const path = join(incoming, randomBytes(8).toString("hex"));
      await writeFile(path, "x");
      await setBack(path, secondsAgo);
    },
    plantOther: () => writeFile(join(directory, shardOf("blob-2"), ".nfs000"), "x"),
    clear,
    close: () => rm(directory, { recursive: true }),
  };
}

export function s3Place(s3: S3StandIn): Place {
  const { objects, uploads } = s3.bucket;
  const keyOf = (blobId: string): string => `kept/${shardOf(blobId)}/${blobId}`;
  const bytesOf = (blobId: string): Buffer => {
    const found = objects.get(keyOf(blobId));
    if (!found) throw new Error(`no blob ${blobId}`);
    return found.body;
  };
  return {
    store: createS3Store(s3Location(s3.contentUrl), s3.keys),
    read: async (blobId) => bytesOf(blobId),
    write: async (blobId, bytes) => void objects.set(keyOf(blobId), { body: bytes, modified: ago(0) }),
    age: async (blobId, seconds) =>
      void objects.set(keyOf(blobId), { body: bytesOf(blobId), modified: ago(seconds) }),
    unfinished: async () => uploads.size,
    async leaveUnfinished(secondsAgo) {
      const id = randomBytes(8).toString("hex");
      uploads.set(id, { key: keyOf("blob-9"), initiated: ago(secondsAgo), parts: new Map() });
    },
    async plantOther() {
      for (const key of ["kept/readme.txt", "kept/aa/.hidden", "kept/aa/bb/blob-77", "elsewhere/aa/blob-88"])
        objects.set(key, { body: Buffer.from("x"), modified: ago(9 * 86_400) });
    },
    clear: async () => s3.reset(),
    close: () => s3.stop(),
  };
}

async function setBack(path: string, seconds: number): Promise<void> {
  const at = Temporal.Instant.from(ago(seconds)).epochMilliseconds / 1000;
  await utimes(path, at, at);
}

function ago(seconds: number): string {
  return Temporal.Now.instant().subtract({ seconds }).toString();
}
