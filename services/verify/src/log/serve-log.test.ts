import { textsFor } from "@posthorn/texts";
import { openLocal } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PublicLog } from "../deps.ts";
import { startTestSite, type TestSite } from "../site.test-support.ts";

const NOTE = "verify.example/log\n300\nqqqq\n\n— verify.example/log AAAA\n— north BBBB\n";
const TILES = new Map([
  ["tile/0/000", Buffer.alloc(8192, 1)],
  ["tile/0/001.p/44", Buffer.alloc(44 * 32, 2)],
  ["tile/entries/000", Buffer.alloc(256 * 34, 3)],
]);
const LOG: PublicLog = {
  checkpoint: () => Promise.resolve(NOTE),
  tile: (path) => Promise.resolve(TILES.get(path) ?? null),
  head: () =>
    Promise.resolve({
      size: 300,
      root: "ab".repeat(32),
      note: NOTE,
      stampedAt: Temporal.Instant.from("2026-11-22T01:00:00Z"),
      witnesses: [{ name: "north", cosignedAt: Temporal.Instant.from("2026-11-22T01:00:02Z") }],
    }),
  vkey: "verify.example/log+01020304+AQID",
};

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite(null, { log: LOG });
});
afterAll(() => site.close());

const get = (path: string) => openLocal(`${site.origin}${path}`);

test("the checkpoint is text, for a moment, for everybody", async () => {
  const answer = await get("/log/checkpoint");
  expect(await answer.text()).toBe(NOTE);
  expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  expect(answer.headers.get("Cache-Control")).toBe("public, max-age=5");
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(answer.headers.get("Vary")).toBeNull();
});

test("full tiles are kept for ever, partial ones for a minute", async () => {
  for (const [path, bytes] of TILES) {
    const answer = await get(`/log/${path}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(answer.headers.get("Content-Type")).toBe("application/octet-stream");
    expect(answer.headers.get("Cache-Control")).toBe(
      path.includes(".p/") ? "public, max-age=60" : "public, max-age=31536000, immutable",
    );
  }
});

test.each(["/log/tile/0/002", "/log/tile/../../etc/passwd", "/log/tile/0/x", "/log/tile/"])(
  "%s is no tile",
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
  },
);

test("people see size, time, witnesses and the key", async () => {
  const text = (await (await get("/log?lang=en")).text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  for (const said of [
    "300",
    "ab".repeat(32),
    "north",
    "verify.example/log+01020304+AQID",
    "Sunday 22 November 2026 at 02.00.00",
    textsFor("en").verify.log.vkeyUse,
  ])
    expect(text).toContain(said);
});
