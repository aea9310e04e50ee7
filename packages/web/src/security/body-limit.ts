// Bounds the body of a request before anything reads it, whether its length is announced or not.

import { AppError } from "@posthorn/domain";
import type { MiddlewareHandler } from "hono";

export const DEFAULT_BODY_BYTES = 1_048_576;

/** Throws AppError too_large `body_too_large`: at once by Content-Length, else from the read that passes the limit. */
export function bodyLimit(
  bytesFor: (method: string, path: string, contentType: string) => number,
): MiddlewareHandler {
  return async (c, next) => {
    const limit = bytesFor(c.req.method, c.req.path, c.req.header("Content-Type") ?? "");
    const announced = c.req.header("Content-Length");
    if (announced !== undefined && Number(announced) > limit) throw tooLarge(limit);
    // GET and HEAD have no body, and touching `body` of a lightweight request builds a real one.
    const mayHaveBody = c.req.method !== "GET" && c.req.method !== "HEAD";
    if (mayHaveBody && announced === undefined && Number.isFinite(limit) && c.req.raw.body !== null) {
      const body = c.req.raw.body.pipeThrough(counting(limit));
      // `duplex` is demanded for streamed bodies and missing in the DOM's types.
      const init: RequestInit & { duplex: "half" } = { body, duplex: "half" };
      c.req.raw = new Request(c.req.raw, init);
    }
    await next();
  };
}

function counting(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > limit) controller.error(tooLarge(limit));
      else controller.enqueue(chunk);
    },
  });
}

function tooLarge(limit: number): AppError {
  return new AppError("too_large", "body_too_large", { detail: `the body may have at most ${limit} bytes` });
}
