// Puts an object of unknown length: parts of one size, one on its way while the next is filled; whole at its end or not at all.

import type { CallS3, S3Answer, S3Request } from "./call-s3.ts";
import { isThere } from "./read-object.ts";
import { escapeXml, textOf } from "./read-xml.ts";
import { refusedBy } from "./s3-errors.ts";

/** The least that every S3 takes for a part that is not the last. With 10,000 parts: 48 GiB. */
export const PART_BYTES = 5 * 1024 * 1024;

export interface ObjectUpload {
  /** Takes pieces to append; waits only while an earlier part is still on its way. They must not change afterwards. */
  append(pieces: readonly Uint8Array[]): Promise<void>;
  /** Sends what is left; on return the object is there, whole. */
  finish(): Promise<void>;
  /** After a failure: as if nothing had been sent, as far as the store can be reached. */
  discard(): Promise<void>;
}

export function startUpload(call: CallS3, key: string, signal: AbortSignal | undefined): ObjectUpload {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  let uploadId: string | undefined;
  let finishing = false;
  const etags: string[] = [];
  let underWay: Promise<void> = Promise.resolve();

  async function ask(request: Omit<S3Request, "key" | "signal">): Promise<S3Answer> {
    const answer = await call({ ...request, key, signal });
    if (!answer.ok) throw refusedBy(answer);
    return answer;
  }

  async function sendPart(body: Uint8Array<ArrayBuffer>): Promise<void> {
    if (uploadId === undefined) {
      const { text } = await ask({ method: "POST", query: { uploads: "" } });
      uploadId = textOf(text, "UploadId");
      if (uploadId === undefined) throw refusedBy({ status: 200, code: "without an UploadId" });
    }
    const query = { partNumber: String(etags.length + 1), uploadId };
    const { headers } = await ask({ method: "PUT", query, body });
    etags.push(headers.get("etag") ?? "");
  }

  async function queue(body: Uint8Array<ArrayBuffer>): Promise<void> {
    await underWay;
    underWay = sendPart(body);
    // Seen by whoever waits next; until then it is no unhandled failure.
    underWay.catch(() => undefined);
  }

  async function complete(id: string): Promise<void> {
    const parts = etags.map(
      (etag, n) => `<Part><PartNumber>${n + 1}</PartNumber><ETag>${escapeXml(etag)}</ETag></Part>`,
    );
    const body = Buffer.from(
      `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join("")}</CompleteMultipartUpload>`,
    );
    const answer = await call({ method: "POST", key, query: { uploadId: id }, body, signal });
    if (answer.ok) return;
    // The answer to an earlier try was lost: the upload is gone because it has become the object.
    if (answer.code === "NoSuchUpload" && answer.tries > 1 && (await isThere(call, key))) return;
    throw refusedBy(answer);
  }

  return {
    async append(pieces) {
      for (const piece of pieces) {
        waiting.push(piece);
        bytes += piece.length;
      }
      if (bytes < PART_BYTES) return;
      const whole = Buffer.concat(waiting);
      waiting = [whole.subarray(PART_BYTES)];
      bytes = whole.length - PART_BYTES;
      await queue(whole.subarray(0, PART_BYTES));
    },
    async finish() {
      await underWay;
      const rest = Buffer.concat(waiting);
      if (uploadId === undefined) {
        finishing = true;
        await ask({ method: "PUT", body: rest });
        return;
      }
      if (rest.length > 0) await sendPart(rest);
      finishing = true;
      await complete(uploadId);
    },
    async discard() {
      await underWay.catch(() => undefined);
      waiting = [];
      const gone = (query: Record<string, string>): Promise<unknown> =>
        call({ method: "DELETE", key, query }).catch(() => undefined);
      if (uploadId !== undefined) await gone({ uploadId });
      // Whether it was done is not known: the answer may have been lost.
      if (finishing) await gone({});
    },
  };
}
