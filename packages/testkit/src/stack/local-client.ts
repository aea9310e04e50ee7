// Calls the sites of a stack by their names, on machines whose resolver does not know names below localhost.

import { request as openRequest } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";

/**
 * As `fetch`, but a name below `localhost` leads to 127.0.0.1, redirects are answered as they are, and
 * nothing is kept between calls. Rejects where nobody listens or the connection breaks.
 */
export async function openLocal(address: string | URL, init: RequestInit = {}): Promise<Response> {
  const request = new Request(address, { redirect: "manual", ...init });
  const url = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  return new Promise((resolve, reject) => {
    const call = openRequest(
      {
        host: "127.0.0.1",
        port: url.port,
        path: `${url.pathname}${url.search}`,
        method: request.method,
        // As browsers say it: a server that answers before it has read a body then still reads on to its end.
        headers: { ...headers, host: url.host, connection: "keep-alive" },
        agent: false,
        ...(init.signal === undefined || init.signal === null ? {} : { signal: init.signal }),
      },
      (answer) => {
        const status = answer.statusCode ?? 500;
        const bodiless = status === 204 || status === 304 || request.method === "HEAD";
        if (bodiless) answer.resume();
        const body = bodiless ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>);
        resolve(new Response(body, { status, headers: headersOf(answer.rawHeaders) }));
      },
    );
    call.once("error", reject);
    if (request.body === null) call.end();
    else pipeline(Readable.fromWeb(request.body as WebStream), call).catch(reject);
  });
}

function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let index = 0; index < raw.length; index += 2) headers.append(raw[index] ?? "", raw[index + 1] ?? "");
  return headers;
}
