// The folder that documents lie in while they are made: of this process alone, gone with it or with the next one's start.

import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const PREFIX = "posthorn-renditions-";

/** Of mode 0700. What processes that are no longer there left behind is removed on the way. */
export async function openWorkFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split("-")[0]) : Number.NaN;
    if (Number.isInteger(pid) && !isRunning(pid)) await removeFolder(join(tmpdir(), name));
  }
  return mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** A folder within it, of one document. */
export async function openDocumentFolder(work: string): Promise<string> {
  await mkdir(work, { recursive: true, mode: 0o700 });
  return mkdtemp(join(work, "document-"));
}

/** Another user's leftovers are not ours to remove. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
}

/** Reads `source` to its end, whatever it holds; answers whether it fitted. */
export async function spool(
  source: AsyncIterable<Uint8Array>,
  path: string,
  maxBytes: number,
): Promise<boolean> {
  let size = 0;
  async function* upToMax(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      size += chunk.length;
      if (size <= maxBytes) yield chunk;
    }
  }
  await pipeline(Readable.from(upToMax(), { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
  return size <= maxBytes;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
