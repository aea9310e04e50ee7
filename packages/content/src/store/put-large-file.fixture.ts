// Puts 256 MiB into the directory given and prints by how much the memory of this process grew above a first, small put.

import { randomBytes } from "node:crypto";
import { newContentKey } from "../key/content-key.ts";
import { createFileStore } from "./file-store.ts";

let highest = 0;

async function* content(pieces: number): AsyncGenerator<Uint8Array> {
  const piece = randomBytes(64 * 1024);
  for (let n = 0; n < pieces; n += 1) {
    yield Uint8Array.from(piece);
    if (n % 64 === 0) highest = Math.max(highest, process.memoryUsage.rss());
  }
}

const store = createFileStore(process.argv[2] ?? "");
const key = newContentKey();
await store.put("first", key, content(1024));
const before = process.memoryUsage.rss();
highest = 0;
const { size } = await store.put("large", key, content(4096));
process.stdout.write(JSON.stringify({ size, growth: highest - before }));
