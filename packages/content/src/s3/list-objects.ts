// What lies in the bucket and how old it is, page by page; ages are taken on the store's own clock.

import type { CallS3, S3Answer } from "./call-s3.ts";
import { elementsOf, textOf } from "./read-xml.ts";
import { contentUnavailable, refusedBy } from "./s3-errors.ts";

export interface AgedKey {
  readonly key: string;
  /** By the store's clock at the time of the answer, to the second. */
  readonly ageMs: number;
}

export interface UnfinishedUpload extends AgedKey {
  readonly uploadId: string;
}

/** In the order of keys (ListObjectsV2). Throws as `CallS3`, and `content_refused`. */
export async function* listObjects(call: CallS3, prefix: string): AsyncGenerator<AgedKey> {
  let after: string | undefined;
  do {
    const answer = await call({
      method: "GET",
      query: { "list-type": "2", prefix, ...(after === undefined ? {} : { "continuation-token": after }) },
    });
    if (!answer.ok) throw refusedBy(answer);
    const age = agesOf(answer);
    for (const entry of elementsOf(answer.text, "Contents"))
      yield { key: textOf(entry, "Key") ?? "", ageMs: age(textOf(entry, "LastModified")) };
    after = nextOf(answer, "NextContinuationToken");
  } while (after !== undefined);
}

/** Uploads in parts that were neither completed nor aborted; none where a store knows of no such list. */
export async function* listUploads(call: CallS3, prefix: string): AsyncGenerator<UnfinishedUpload> {
  let after: Readonly<Record<string, string>> = {};
  for (;;) {
    const answer = await call({ method: "GET", query: { uploads: "", prefix, ...after } });
    if (answer.status === 501) return;
    if (!answer.ok) throw refusedBy(answer);
    const age = agesOf(answer);
    for (const entry of elementsOf(answer.text, "Upload"))
      yield {
        key: textOf(entry, "Key") ?? "",
        uploadId: textOf(entry, "UploadId") ?? "",
        ageMs: age(textOf(entry, "Initiated")),
      };
    const key = nextOf(answer, "NextKeyMarker");
    if (key === undefined) return;
    after = { "key-marker": key, "upload-id-marker": textOf(answer.text, "NextUploadIdMarker") ?? "" };
  }
}

function nextOf({ text }: S3Answer, name: string): string | undefined {
  return textOf(text, "IsTruncated") === "true" ? textOf(text, name) : undefined;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
// RFC 9110 §5.6.7, the only form that may be sent.
const HTTP_DATE = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/;

function agesOf({ headers }: S3Answer): (modified: string | undefined) => number {
  const [, day, month, year, time] = HTTP_DATE.exec(headers.get("date") ?? "") ?? [];
  const nth = MONTHS.indexOf(month ?? "") + 1;
  if (nth === 0) throw contentUnavailable("S3 did not say what time it is");
  const present = Temporal.Instant.from(`${year}-${String(nth).padStart(2, "0")}-${day}T${time}Z`);
  return (modified) => {
    if (modified === undefined) throw contentUnavailable("S3 did not say how old an object is");
    const since = Temporal.Instant.from(modified).round({ smallestUnit: "second", roundingMode: "floor" });
    return present.epochMilliseconds - since.epochMilliseconds;
  };
}
