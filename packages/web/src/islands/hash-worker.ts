// Computes SHA-256 of files chunk by chunk beside the page: the browser's own WebCrypto would need the whole file in memory.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { HashAnswer, HashRequest } from "./hash-protocol.ts";

const cancelled = new Set<number>();
let last: Promise<void> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<HashRequest>) => {
  if (data.kind === "cancel") cancelled.add(data.id);
  // One after the other: two at once would only halve the speed of both.
  else last = last.then(() => hash(data.id, data.file));
});

async function hash(id: number, file: Blob): Promise<void> {
  try {
    const digest = sha256.create();
    let done = 0;
    let told = 0;
    const reader = file.stream().getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      if (cancelled.has(id)) return await reader.cancel();
      digest.update(step.value);
      done += step.value.byteLength;
      if (done - told > 2_000_000) {
        told = done;
        answer({ kind: "progress", id, done });
      }
    }
    answer({ kind: "digest", id, sha256: bytesToHex(digest.digest()) });
  } catch {
    answer({ kind: "failed", id });
  }
}

function answer(message: HashAnswer): void {
  postMessage(message);
}
