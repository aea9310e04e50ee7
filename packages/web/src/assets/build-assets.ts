// Bundles style sheet, fonts and islands in memory when a service starts; nothing is written, nothing is fetched.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ASSETS_PATH, HASH_WORKER, ICON, ISLANDS, STYLE_SHEET } from "./assets.ts";
import type { Asset, Assets } from "./assets.ts";

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  woff2: "font/woff2",
  svg: "image/svg+xml",
};

let built: Promise<Assets> | undefined;

/** Built once per process. Rejects with esbuild's own message where a source does not compile. */
export function buildAssets(): Promise<Assets> {
  built ??= buildIslands();
  return built;
}

/** Builds anew; about 100 ms. */
export async function buildIslands(): Promise<Assets> {
  const source = fileURLToPath(new URL("..", import.meta.url));
  const names = [...ISLANDS.map((island) => `${island}.js`), HASH_WORKER];
  const result = await build({
    absWorkingDir: source,
    entryPoints: [
      `assets/${STYLE_SHEET}`,
      `assets/${ICON}`,
      ...names.map((name) => `islands/${name.replace(/\.js$/, ".ts")}`),
    ],
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    outdir: "/",
    publicPath: ASSETS_PATH,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    target: ["es2022", "chrome109", "firefox115", "safari16.4"],
    loader: { ".woff2": "file", ".svg": "copy" },
    logLevel: "silent",
  });
  const files = new Map<string, Asset>();
  for (const { path, contents } of result.outputFiles) {
    const extension = path.split(".").at(-1) ?? "";
    files.set(baseName(path), {
      bytes: Uint8Array.from(contents),
      type: TYPES[extension] ?? "application/octet-stream",
    });
  }
  const urls = new Map<string, string>();
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    if (output.entryPoint === undefined) continue;
    const plain = baseName(output.entryPoint).replace(/\.ts$/, ".js");
    urls.set(plain, `${ASSETS_PATH}${baseName(path)}`);
  }
  for (const name of [STYLE_SHEET, ICON, ...names])
    if (!urls.has(name)) throw new Error(`The asset ${name} was not built`);
  return {
    files,
    url(name) {
      const url = urls.get(name);
      if (url === undefined) throw new Error(`There is no asset ${name}`);
      return url;
    },
  };
}

function baseName(path: string): string {
  return path.split("/").at(-1) ?? path;
}
