// Hands a file to the browser as a file: never shown inside our pages, never sniffed, never run.

import type { WebContext } from "../app/env.ts";

export interface AttachmentOptions {
  readonly filename: string;
  readonly type: string;
  /** Bytes, where known: the browser then shows progress. */
  readonly size?: number;
}

/** Streams `body`; an error in it cuts the connection, so that half a file is never taken for a whole one. */
export function sendAttachment(
  c: WebContext,
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>,
  options: AttachmentOptions,
): Response {
  return c.body(body, 200, {
    "Content-Type": options.type,
    "Content-Disposition": contentDisposition(options.filename),
    "Content-Security-Policy": "default-src 'none'; sandbox",
    ...(options.size === undefined ? {} : { "Content-Length": String(options.size) }),
  });
}

/** A PDF of our own making, shown in the browser's reader: it may load nothing, run nothing, and reach nothing of ours. */
export function sendPdf(c: WebContext, body: ReadableStream<Uint8Array>, size: number): Response {
  return c.body(body, 200, {
    "Content-Type": "application/pdf",
    "Content-Disposition": "inline",
    "Content-Length": String(size),
    "Content-Security-Policy":
      // Browsers put a reader of their own around it, which needs these two.
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Cache-Control": "private, no-store",
  });
}

/** RFC 6266: an ASCII name for old readers, the true one as RFC 8187 UTF-8; line ends and path signs are taken out. */
export function contentDisposition(filename: string): string {
  const name = Array.from(filename, (sign) => (isUnsafe(sign) ? "_" : sign)).join("");
  const ascii = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^ -~]/g, "_")
    .replace(/["%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function isUnsafe(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x20 || code === 0x7f || sign === "/" || sign === "\\";
}

/** A whole HTML document with styles of its own, shown as it is: it may load nothing, run nothing, and reach nothing of ours. */
export function sendDocument(c: WebContext, html: string): Response {
  return c.body(html, 200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; sandbox allow-popups allow-popups-to-escape-sandbox",
    "Cache-Control": "private, no-store",
  });
}
