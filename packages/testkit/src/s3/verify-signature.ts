// Checks AWS Signature Version 4 in the header of a request, as a store of objects does before it does anything else.

import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export interface SignedRequest {
  readonly method: string;
  /** Path and query as they stood on the request line. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface SigningKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

/** S3's word for what is wrong, or undefined: `AccessDenied`, `InvalidAccessKeyId`, `XAmzContentSHA256Mismatch`, `SignatureDoesNotMatch`. */
export function wrongWithSignature(request: SignedRequest, keys: SigningKeys): string | undefined {
  const { headers } = request;
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8}\/[^/]+\/s3\/aws4_request), SignedHeaders=([^,\s]+), Signature=([0-9a-f]{64})$/.exec(
      headers["authorization"] ?? "",
    );
  if (!given) return "AccessDenied";
  const [, id, scope = "", names = "", signature = ""] = given;
  if (id !== keys.accessKeyId) return "InvalidAccessKeyId";
  const digest = headers["x-amz-content-sha256"] ?? "";
  if (digest !== sha256(request.body)) return "XAmzContentSHA256Mismatch";
  const signed = names.split(";");
  const date = headers["x-amz-date"] ?? "";
  const must = ["host", "x-amz-content-sha256", "x-amz-date"];
  const [day = "", region = ""] = scope.split("/");
  if (!must.every((name) => signed.includes(name)) || region !== keys.region || !date.startsWith(day))
    return "SignatureDoesNotMatch";
  const [path = "", query = ""] = request.target.split("?");
  const canonical = [
    request.method,
    path,
    canonicalQuery(query),
    ...signed.map((name) => `${name}:${(headers[name] ?? "").trim().replaceAll(/\s+/g, " ")}`),
    "",
    names,
    digest,
  ].join("\n");
  const text = ["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n");
  let key: Buffer = Buffer.from(`AWS4${keys.secretAccessKey}`);
  for (const part of scope.split("/")) key = hmac(key, part);
  return timingSafeEqual(hmac(key, text), Buffer.from(signature, "hex"))
    ? undefined
    : "SignatureDoesNotMatch";
}

function canonicalQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join("&");
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.codePointAt(0)?.toString(16).toUpperCase() ?? ""}`,
  );
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
