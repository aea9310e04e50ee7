// Takes what is to be checked out of the form: the proof into memory, of the original files nothing but their digests.

import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { AppError } from "@posthorn/domain";
import { type FilePart, formParts, type WebContext } from "@posthorn/web";
import type { CheckLimits } from "../deps.ts";
import type { FileDigest } from "../report/file-report.ts";

export interface ReceivedCheck {
  /** Null where the field was left open. */
  readonly proof: { readonly name: string; readonly bytes: Uint8Array } | null;
  /** In the order given: computed by the browser, or by us where it could not. */
  readonly beside: readonly FileDigest[];
}

export const PROOF_FIELD = "proof";
export const ORIGINALS_FIELD = "originals";
export const DIGEST_FIELD = "digest";

const MAX_NAME = 255;
const MAX_DIGEST_BYTES = 4096;

/**
 * Throws AppError too_large `proof_too_large`, `original_too_large`, `too_many_originals`; bad_request `digests_malformed`;
 * and as `formParts` does. A body that takes longer than `readMs` is cut.
 */
export async function receiveCheck(c: WebContext, limits: CheckLimits): Promise<ReceivedCheck> {
  const incoming = (c.env as { readonly incoming?: IncomingMessage } | undefined)?.incoming;
  const cut = setTimeout(() => incoming?.destroy(), limits.readMs);
  try {
    return await readParts(c, limits);
  } finally {
    clearTimeout(cut);
  }
}

async function readParts(c: WebContext, limits: CheckLimits): Promise<ReceivedCheck> {
  let proof: ReceivedCheck["proof"] = null;
  const beside: FileDigest[] = [];
  let originalsLeft = limits.originalsBytes;
  const parts = formParts(c, {
    files: limits.originals + 2,
    fileBytes: Math.max(limits.originalBytes, limits.proofBytes) + 1,
    totalBytes: limits.proofBytes + limits.originalsBytes,
    fields: limits.originals + 2,
    fieldBytes: MAX_DIGEST_BYTES,
  });
  for await (const part of parts) {
    if (part.kind === "field") {
      if (part.name === DIGEST_FIELD) beside.push(readDigest(part.value));
    } else if (part.name === PROOF_FIELD && proof === null) {
      const bytes = await collect(part.body, limits.proofBytes);
      if (part.filename !== "" || bytes.length > 0) proof = { name: part.filename, bytes };
    } else if (part.name === ORIGINALS_FIELD) {
      const digest = await hash(part, Math.min(limits.originalBytes, originalsLeft));
      originalsLeft -= digest.size;
      if (part.filename !== "" || digest.size > 0) beside.push(digest);
    }
    if (beside.length > limits.originals) throw new AppError("too_large", "too_many_originals");
  }
  return { proof, beside };
}

async function collect(body: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    if ((size += chunk.byteLength) > limit) throw new AppError("too_large", "proof_too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function hash(part: FilePart, limit: number): Promise<FileDigest> {
  const digest = createHash("sha256");
  let size = 0;
  for await (const chunk of part.body) {
    if ((size += chunk.byteLength) > limit) throw new AppError("too_large", "original_too_large");
    digest.update(chunk);
  }
  return { name: part.filename, size, sha256: digest.digest("hex") };
}

/** As the browser's island writes it. Throws AppError bad_request `digests_malformed`. */
function readDigest(json: string): FileDigest {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw malformed(cause);
  }
  if (!isDigest(value)) throw malformed();
  return { name: value.name.slice(0, MAX_NAME), size: value.size, sha256: value.sha256 };
}

function isDigest(value: unknown): value is FileDigest {
  if (typeof value !== "object" || value === null) return false;
  const { name, size, sha256 } = value as Partial<Record<keyof FileDigest, unknown>>;
  return (
    typeof name === "string" &&
    typeof size === "number" &&
    Number.isSafeInteger(size) &&
    size >= 0 &&
    typeof sha256 === "string" &&
    /^[0-9a-f]{64}$/.test(sha256)
  );
}

function malformed(cause?: unknown): AppError {
  return new AppError("bad_request", "digests_malformed", { cause });
}
