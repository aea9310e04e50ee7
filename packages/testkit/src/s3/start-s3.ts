// A store of objects on a port: speaks S3's REST protocol as far as content needs it, checks signatures, and fails as asked.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Bucket, openBucket, s3Error, type S3Reply } from "./bucket.ts";
import { wrongWithSignature } from "./verify-signature.ts";

/**
 * For a request: `slow_down` 503, `full` 507, `silent` no answer, `lost` done but the connection breaks before the answer, `cut` breaks
 * off in the middle of the answer's body, `stalled` falls silent there, `elsewhere` redirects, `late_error` 200 with an error in it.
 */
export type S3Fault =
  | "slow_down"
  | "full"
  | "silent"
  | "lost"
  | "cut"
  | "stalled"
  | "elsewhere"
  | "late_error";

export interface S3StandInOptions {
  /** Port 0 takes a free one. */
  readonly port?: number;
  /** Keys in one page of a list; default 1000. */
  readonly pageSize?: number;
}

export interface S3Seen {
  readonly method: string;
  readonly target: string;
  readonly bytes: number;
}

export interface S3StandIn {
  /** Without a slash at its end. */
  readonly url: string;
  /** `CONTENT_URL` of the one bucket there is, below a prefix. */
  readonly contentUrl: string;
  /** The same, the bucket named by the host: `bucket.localhost`, for a caller that finds it. */
  readonly hostedUrl: string;
  readonly keys: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly bucket: Bucket;
  /** Every request that arrived, in order. */
  readonly seen: readonly S3Seen[];
  /** The next `times` requests that `concerns` finds (all, without it) meet the fault. */
  fail(fault: S3Fault, times: number, concerns?: (seen: S3Seen) => boolean): void;
  setVersioning(status: "Enabled" | "Suspended" | undefined): void;
  /** As it was at the start. */
  reset(): void;
  stop(): Promise<void>;
}

const REGION = "eu-test-1";
const BUCKET = "content-of-tests";
const KEYS = { accessKeyId: "AKTESTPOSTHORN", secretAccessKey: "k0/notASecret+outsideOfTests=" };

export async function startS3({ port = 0, pageSize = 1000 }: S3StandInOptions = {}): Promise<S3StandIn> {
  let versioning: "Enabled" | "Suspended" | undefined;
  let faults: { fault: S3Fault; left: number; concerns: (seen: S3Seen) => boolean }[] = [];
  const seen: S3Seen[] = [];
  const bucket = openBucket({
    pageSize,
    versioning: () => versioning,
    now: () => new Date().toISOString(),
  });

  function faultOf(request: S3Seen): S3Fault | undefined {
    const found = faults.find(({ left, concerns }) => left > 0 && concerns(request));
    if (!found) return undefined;
    found.left -= 1;
    return found.fault;
  }

  function reply(request: IncomingMessage, body: Buffer): S3Reply {
    const { method = "", url: target = "" } = request;
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const wrong = wrongWithSignature({ method, target, headers, body }, { ...KEYS, region: REGION });
    if (wrong !== undefined) return s3Error(wrong === "XAmzContentSHA256Mismatch" ? 400 : 403, wrong);
    const { pathname, searchParams } = new URL(target, "http://s3.invalid");
    // The bucket is named by the host, or by the first part of the path.
    const hosted = request.headers.host?.startsWith(`${BUCKET}.`) === true ? [BUCKET] : [];
    const [named = "", ...rest] = [...hosted, ...pathname.split("/").slice(1)];
    if (named !== BUCKET) return s3Error(404, "NoSuchBucket");
    return bucket.answer(method, decodeURIComponent(rest.join("/")), searchParams, request.headers, body);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    const one = { method: request.method ?? "", target: request.url ?? "", bytes: body.length };
    seen.push(one);
    const fault = faultOf(one);
    if (fault === "silent") return;
    if (fault === "slow_down") return send(response, s3Error(503, "SlowDown"));
    if (fault === "full") return send(response, s3Error(507, "XMinioStorageFull"));
    if (fault === "late_error") return send(response, { ...s3Error(200, "InternalError") });
    if (fault === "elsewhere")
      return send(response, { status: 307, headers: { location: `http://127.0.0.1:9/${BUCKET}/` } });
    const answer = reply(request, body);
    if (fault === "lost") request.socket.destroy();
    else if (fault === "cut" || fault === "stalled") breakOff(response, answer, fault === "cut");
    else send(response, answer);
  }

  const server = createServer((request, response) => {
    // A caller who goes away in the middle is none of the server's failures.
    handle(request, response).catch(() => response.destroy());
  });
  const url = await listen(server, port);
  return {
    url,
    contentUrl: `s3://${BUCKET}/kept?endpoint=${encodeURIComponent(url)}&region=${REGION}&pathStyle=1`,
    hostedUrl: `s3://${BUCKET}/kept?endpoint=${encodeURIComponent(url.replace("127.0.0.1", "localhost"))}&region=${REGION}&pathStyle=0`,
    keys: KEYS,
    bucket,
    seen,
    fail(fault, times, concerns = () => true) {
      faults.push({ fault, left: times, concerns });
    },
    setVersioning(status) {
      versioning = status;
    },
    reset() {
      faults = [];
      versioning = undefined;
      bucket.objects.clear();
      bucket.uploads.clear();
      seen.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status, headers, body = "" }: S3Reply): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

/** Half of the body under the length of the whole; then the connection goes, or nothing more comes. */
function breakOff(response: ServerResponse, { status, headers, body = "" }: S3Reply, goes: boolean): void {
  const whole = Buffer.from(body);
  response.writeHead(status, { ...headers, "content-length": whole.length });
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => {
    if (goes) response.destroy();
  });
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
