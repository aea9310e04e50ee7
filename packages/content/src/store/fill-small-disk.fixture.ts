// Puts too much into the directory given, which lies on a tiny disk of its own, and prints what came of it.

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@posthorn/domain";
import { newContentKey } from "../key/content-key.ts";
import { createFileStore } from "./file-store.ts";

async function* content(pieces: number): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < pieces; n += 1) yield new Uint8Array(64 * 1024);
}

const directory = process.argv[2] ?? "";
const store = createFileStore(directory);
const key = newContentKey();
try {
  await store.put("too-large", key, content(100));
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  const { kind, code, retryAfterSeconds } = error;
  const left = await readdir(join(directory, "incoming"));
  await store.put("small", key, content(1));
  process.stdout.write(JSON.stringify({ kind, code, retryAfterSeconds, left, afterwards: "stored" }));
}
