// The objects and unfinished uploads of a bucket, in memory, and S3's answers about them.

import { createHash, randomBytes } from "node:crypto";

export interface S3Object {
  readonly body: Buffer;
  /** ISO 8601, by the bucket's own clock. */
  readonly modified: string;
}

interface Upload {
  readonly key: string;
  readonly initiated: string;
  readonly parts: Map<number, Buffer>;
}

export interface S3Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Bucket {
  readonly objects: Map<string, S3Object>;
  readonly uploads: Map<string, Upload>;
  answer(method: string, key: string, query: URLSearchParams, asked: S3Asked, body: Buffer): S3Reply;
}

/** Headers of a request that say which of an object, and which object. */
export interface S3Asked {
  readonly range?: string | undefined;
  readonly "if-match"?: string | undefined;
}

export interface BucketOptions {
  /** Keys in one page of a list. */
  readonly pageSize: number;
  /** As `PutBucketVersioning` set it; what is said of it is all there is. */
  readonly versioning: () => "Enabled" | "Suspended" | undefined;
  /** ISO 8601. */
  readonly now: () => string;
}

const LEAST_PART = 5 * 1024 * 1024;

export function openBucket({ pageSize, versioning, now }: BucketOptions): Bucket {
  const objects = new Map<string, S3Object>();
  const uploads = new Map<string, Upload>();
  const version = (): Record<string, string> =>
    versioning() === "Enabled" ? { "x-amz-version-id": "3HL4kqtJlcpXroDTDmJ" } : {};

  function get(key: string, { range, "if-match": expected }: S3Asked): S3Reply {
    const found = objects.get(key);
    if (!found) return s3Error(404, "NoSuchKey");
    if (expected !== undefined && expected !== etagOf(found.body)) return s3Error(412, "PreconditionFailed");
    const headers = { etag: etagOf(found.body), "accept-ranges": "bytes", ...version() };
    const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
    if (!asked) return { status: 200, headers, body: found.body };
    const from = Number(asked[1]);
    const total = found.body.length;
    if (from >= total) return s3Error(416, "InvalidRange");
    const to = Math.min(asked[2] ? Number(asked[2]) : total - 1, total - 1);
    return {
      status: 206,
      headers: { ...headers, "content-range": `bytes ${from}-${to}/${total}` },
      body: found.body.subarray(from, to + 1),
    };
  }

  function list(query: URLSearchParams): S3Reply {
    const prefix = query.get("prefix") ?? "";
    const after = Buffer.from(query.get("continuation-token") ?? "", "base64url").toString();
    const keys = [...objects.keys()].toSorted().filter((key) => key.startsWith(prefix) && key > after);
    const page = keys.slice(0, pageSize);
    const more = keys.length > page.length;
    const entries = page.map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.modified}</LastModified></Contents>`,
    );
    const next = Buffer.from(page.at(-1) ?? "").toString("base64url");
    const token = more ? `<NextContinuationToken>${next}</NextContinuationToken>` : "";
    return xml("ListBucketResult", `<IsTruncated>${more}</IsTruncated>${token}${entries.join("")}`);
  }

  function listUploads(query: URLSearchParams): S3Reply {
    const prefix = query.get("prefix") ?? "";
    const after = query.get("upload-id-marker") ?? "";
    const ids = [...uploads].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const left = ids.filter(([id, { key }]) => id > after && key.startsWith(prefix));
    const page = left.slice(0, pageSize);
    const more = left.length > page.length;
    const entries = page.map(
      ([id, { key, initiated }]) =>
        `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${initiated}</Initiated></Upload>`,
    );
    const last = page.at(-1);
    const marker = last
      ? `<NextKeyMarker>${last[1].key}</NextKeyMarker><NextUploadIdMarker>${last[0]}</NextUploadIdMarker>`
      : "";
    const body = `<IsTruncated>${more}</IsTruncated>${more ? marker : ""}${entries.join("")}`;
    return xml("ListMultipartUploadsResult", body);
  }

  function complete(id: string, upload: Upload, text: string): S3Reply {
    const named = [...text.matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag>/g)];
    const parts = named.map(([, number]) => upload.parts.get(Number(number)));
    const sound = named.every(([, , etag], n) => parts[n] !== undefined && etagOf(parts[n]) === etag);
    if (!sound || named.length === 0) return s3Error(400, "InvalidPart");
    const bodies = parts.flatMap((part) => part ?? []);
    if (bodies.slice(0, -1).some((part) => part.length < LEAST_PART)) return s3Error(400, "EntityTooSmall");
    objects.set(upload.key, { body: Buffer.concat(bodies), modified: now() });
    uploads.delete(id);
    return xml("CompleteMultipartUploadResult", `<Key>${upload.key}</Key>`);
  }

  function ofUpload(method: string, id: string, query: URLSearchParams, body: Buffer): S3Reply {
    const upload = uploads.get(id);
    if (!upload) return s3Error(404, "NoSuchUpload");
    if (method === "POST") return complete(id, upload, body.toString());
    if (method === "DELETE") {
      uploads.delete(id);
      return { status: 204 };
    }
    upload.parts.set(Number(query.get("partNumber")), Buffer.from(body));
    return { status: 200, headers: { etag: etagOf(body) } };
  }

  return {
    objects,
    uploads,
    answer(method, key, query, asked, body) {
      if (key === "" && method === "GET") {
        if (query.has("versioning"))
          return xml("VersioningConfiguration", versioning() ? `<Status>${versioning()}</Status>` : "");
        return query.has("uploads") ? listUploads(query) : list(query);
      }
      const id = query.get("uploadId");
      if (id !== null) return ofUpload(method, id, query, body);
      if (method === "POST" && query.has("uploads")) {
        const made = randomBytes(12).toString("hex");
        uploads.set(made, { key, initiated: now(), parts: new Map() });
        return xml("InitiateMultipartUploadResult", `<Key>${key}</Key><UploadId>${made}</UploadId>`);
      }
      if (method === "GET") return get(key, asked);
      if (method === "PUT") {
        objects.set(key, { body: Buffer.from(body), modified: now() });
        return { status: 200, headers: { etag: etagOf(body), ...version() } };
      }
      if (method !== "DELETE") return s3Error(405, "MethodNotAllowed");
      objects.delete(key);
      return { status: 204, headers: version() };
    },
  };
}

export function s3Error(status: number, code: string): S3Reply {
  return {
    status,
    headers: { "content-type": "application/xml" },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  };
}

function xml(root: string, inner: string): S3Reply {
  return {
    status: 200,
    headers: { "content-type": "application/xml" },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inner}</${root}>`,
  };
}

function etagOf(body: Buffer): string {
  return `"${createHash("md5").update(body).digest("hex")}"`;
}
