import { expect, test } from "vitest";
import { makeSite } from "../test-site/site.ts";
import { HASH_WORKER, ICON, ISLANDS, STYLE_SHEET } from "./assets.ts";
import { buildAssets, buildIslands } from "./build-assets.ts";

test("style sheet, icon, islands and worker are built, small, and the same each time", async () => {
  const [assets, again] = [await buildAssets(), await buildIslands()];
  for (const name of [STYLE_SHEET, ICON, HASH_WORKER, ...ISLANDS.map((island) => `${island}.js`)]) {
    expect(assets.url(name)).toMatch(/^\/assets\/[\w-]+-[A-Z0-9]{8}\.(css|js|svg)$/);
    expect(again.url(name)).toBe(assets.url(name));
    expect(assets.files.get(assets.url(name).slice("/assets/".length))?.bytes.byteLength).toBeLessThan(
      32_000,
    );
  }
  expect(() => assets.url("none.js")).toThrow("There is no asset none.js");
  expect(await buildAssets()).toBe(assets);
});

test("the style sheet reads its fonts from us and nothing from elsewhere", async () => {
  const assets = await buildAssets();
  const css = Buffer.from(
    assets.files.get(assets.url(STYLE_SHEET).slice("/assets/".length))!.bytes,
  ).toString();
  const urls = [...css.matchAll(/url\(([^)]*)\)/g)].map((match) => match[1] ?? "");
  expect(urls).toHaveLength(4);
  for (const url of urls)
    expect(assets.files.get(url.replaceAll(/^"|"$/g, "").slice("/assets/".length))?.type).toBe("font/woff2");
  expect(css).toContain("prefers-color-scheme:dark");
});

test("assets are kept for ever by browsers, an unknown one is a problem", async () => {
  const assets = await buildAssets();
  const { app } = makeSite({ assets });
  const answer = await app.request(assets.url(STYLE_SHEET));
  expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  expect(answer.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect((await app.request("/assets/site.css")).status).toBe(404);
});
