// Where a bucket is: `CONTENT_URL=s3://bucket/prefix?endpoint=https://…&region=…&pathStyle=1`, nothing of it guessed.

import { AppError } from "@posthorn/domain";

export interface S3Location {
  readonly bucket: string;
  /** Before every key: empty, or with a slash at its end. */
  readonly prefix: string;
  /** As it was given: whose bucket it is. */
  readonly endpoint: URL;
  /** Of the bucket, with a slash at its end; requests go to its host alone. */
  readonly bucketUrl: URL;
  readonly region: string;
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^(?:[A-Za-z0-9_-]+\/)*$/;
const REGION = /^[A-Za-z0-9-]{1,40}$/;
const PARAMETERS = new Set(["endpoint", "region", "pathStyle"]);

/** Throws AppError `content_url_unsupported`, which says what is wrong and repeats nothing of the address. */
export function s3Location(text: string): S3Location {
  const url = URL.parse(text);
  if (url === null || url.protocol !== "s3:") throw wrong("is no s3: address");
  if (url.username !== "" || url.password !== "" || url.port !== "" || url.hash !== "")
    throw wrong("names a bucket, a prefix and parameters only: keys go into S3_ACCESS_KEY_ID");
  const given = [...url.searchParams.keys()];
  if (given.some((name) => !PARAMETERS.has(name)) || new Set(given).size !== given.length)
    throw wrong(`knows ${[...PARAMETERS].join(", ")}, each once`);
  const bucket = url.hostname;
  if (!BUCKET.test(bucket)) throw wrong("names no bucket");
  const path = url.pathname.replace(/^\//, "").replace(/\/$/, "");
  const prefix = path === "" ? "" : `${path}/`;
  if (!PREFIX.test(prefix)) throw wrong("has a prefix of other signs than letters, digits, - and _");
  const region = url.searchParams.get("region") ?? "";
  if (!REGION.test(region)) throw wrong("needs region=");
  const style = url.searchParams.get("pathStyle") ?? "0";
  if (style !== "0" && style !== "1") throw wrong("has a pathStyle other than 0 or 1");
  const endpoint = checkedEndpoint(url.searchParams.get("endpoint") ?? "");
  return { bucket, prefix, region, endpoint, bucketUrl: bucketUrlOf(endpoint, bucket, style === "1") };
}

function checkedEndpoint(text: string): URL {
  const endpoint = URL.parse(text);
  if (endpoint === null) throw wrong("needs endpoint=https://…");
  const bare = endpoint.pathname === "/" && endpoint.search === "" && endpoint.hash === "";
  if (!bare || endpoint.username !== "" || endpoint.password !== "")
    throw wrong("has an endpoint that is more than a scheme, a host and a port");
  // Plain HTTP is for a stand-in on this machine.
  if (endpoint.protocol !== "https:" && !(endpoint.protocol === "http:" && isLoopback(endpoint)))
    throw wrong("has an endpoint without TLS");
  return endpoint;
}

function bucketUrlOf(endpoint: URL, bucket: string, pathStyle: boolean): URL {
  if (pathStyle) return new URL(`/${bucket}/`, endpoint);
  const found = new URL(endpoint);
  found.hostname = `${bucket}.${endpoint.hostname}`;
  return found;
}

function isLoopback({ hostname }: URL): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname) || hostname.endsWith(".localhost");
}

function wrong(what: string): AppError {
  return new AppError("internal", "content_url_unsupported", { detail: `CONTENT_URL ${what}` });
}
