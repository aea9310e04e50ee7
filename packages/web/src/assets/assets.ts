// The static files of the sites as built in memory: addressed by content, so that browsers may keep them for ever.

import { AppError } from "@posthorn/domain";
import type { Context } from "hono";

/** What pages may name; the names of the files as served carry a hash. */
export const STYLE_SHEET = "site.css";
export const ICON = "icon.svg";
export const ISLANDS = [
  "upload",
  "live",
  "countdown",
  "code-entry",
  "draft",
  "verify",
  "web-eid",
  "passkey",
] as const;
export type Island = (typeof ISLANDS)[number];
export const HASH_WORKER = "hash-worker.js";

export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

export interface Assets {
  /** By file name as served, below /assets/. */
  readonly files: ReadonlyMap<string, Asset>;
  /** Path of an asset by its plain name (`site.css`, `upload.js`). Throws where there is none: a programming error. */
  url(name: string): string;
}

export const ASSETS_PATH = "/assets/";
const A_YEAR_IN_SECONDS = 31_536_000;

/** Throws AppError not_found for an unknown file. */
export function serveAsset(c: Context, assets: Assets, file: string): Response {
  const asset = assets.files.get(file);
  if (asset === undefined) throw new AppError("not_found", "asset_unknown");
  return c.body(asset.bytes, 200, {
    "Content-Type": asset.type,
    "Cache-Control": `public, max-age=${A_YEAR_IN_SECONDS}, immutable`,
    "Content-Length": String(asset.bytes.byteLength),
  });
}
