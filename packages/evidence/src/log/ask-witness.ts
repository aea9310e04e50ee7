// Asks a witness for its cosignature on a checkpoint (C2SP tlog-witness, add-checkpoint), and takes none that does not verify.

import { readNote, verifyNote } from "./signed-note.ts";
import { parseNoteKey } from "./note-key.ts";

export interface WitnessOptions {
  /** Submission prefix: `/add-checkpoint` is put behind it. */
  readonly url: string;
  /** Its verifier key, of a cosignature. */
  readonly verifierKey: string;
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch;
}

export interface CosignRequest {
  /** Size of the tree that the witness is thought to have cosigned last; 0 for none. */
  readonly oldSize: number;
  /** From the old size to that of the checkpoint. */
  readonly proof: readonly Uint8Array[];
  readonly note: string;
}

/** Either its signature line with the newline, or the size of the tree it did cosign last. */
export type WitnessAnswer =
  | { readonly line: string; readonly cosignedAt: Temporal.Instant }
  | { readonly knownSize: number };

export interface WitnessClient {
  readonly name: string;
  /** Throws Error, naming the witness, when it does not answer in time, refuses, or signs wrongly. */
  cosign(request: CosignRequest): Promise<WitnessAnswer>;
}

const MAX_ANSWER = 16 * 1024;
const SIZE_TYPE = "text/x.tlog.size";

/** Throws RangeError for a verifier key that is no witness's. */
export function createWitnessClient(options: WitnessOptions): WitnessClient {
  const key = parseNoteKey(options.verifierKey);
  if (key.type !== "cosignature") throw new RangeError(`${key.name} is no key for cosignatures`);
  const fetch = options.fetch ?? globalThis.fetch;
  const address = `${options.url.replace(/\/$/u, "")}/add-checkpoint`;

  return {
    name: key.name,
    async cosign(request) {
      const response = await fetch(address, {
        method: "POST",
        body: writeRequest(request),
        headers: { "content-type": "text/plain; charset=utf-8" },
        redirect: "error",
        signal: AbortSignal.timeout(options.timeoutMs),
      });
      const answer = (await response.text()).slice(0, MAX_ANSWER);
      if (response.status === 409 && response.headers.get("content-type")?.startsWith(SIZE_TYPE)) {
        const size = /^(0|[1-9]\d{0,14})\n$/u.exec(answer)?.[1];
        if (size !== undefined) return { knownSize: Number(size) };
      }
      if (response.status !== 200) throw new Error(`witness ${key.name} answered ${response.status}`);
      const cosigned = readCosignature(request.note, answer, key);
      if (!cosigned) throw new Error(`witness ${key.name} answered no cosignature of its own that verifies`);
      return cosigned;
    },
  };
}

function writeRequest({ oldSize, proof, note }: CosignRequest): string {
  const hashes = proof.map((hash) => `${Buffer.from(hash).toString("base64")}\n`);
  return `old ${oldSize}\n${hashes.join("")}\n${note}`;
}

/** A witness may sign with several keys: the lines of others are left out. */
function readCosignature(note: string, answer: string, key: ReturnType<typeof parseNoteKey>) {
  for (const text of answer.split("\n")) {
    const line = `${text}\n`;
    const signed = text === "" ? undefined : readNote(note + line);
    const verified = signed && verifyNote({ ...signed, signatures: signed.signatures.slice(-1) }, key);
    if (verified?.cosignedAt) return { line, cosignedAt: verified.cosignedAt };
  }
  return undefined;
}
