import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBreachedPasswords } from "./breached.ts";

const sha1 = (text: string) => createHash("sha1").update(text, "utf8").digest("hex").toUpperCase();
const STOLEN = Array.from({ length: 500 }, (_, index) => `stolen ${index}`);

let folder: string;
let server: Server;
const asked: string[] = [];
let status = 200;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "posthorn-breached-"));
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const prefix = request.url?.split("/").at(-1) ?? "";
    const lines = STOLEN.map(sha1)
      .filter((digest) => digest.startsWith(prefix))
      .map((digest) => `${digest.slice(5)}:${digest === sha1("stolen 7") ? 0 : 3}`);
    response.writeHead(status).end([...lines, `${"0".repeat(35)}:0`].join("\r\n"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

async function fileOf(
  lines: readonly string[],
  end = "\n",
): Promise<ReturnType<typeof openBreachedPasswords>> {
  const path = join(folder, `${Math.abs(lines.length)}-${end.length}-${lines[0]?.length ?? 0}.txt`);
  await writeFile(path, lines.length === 0 ? "" : lines.join(end) + end);
  return openBreachedPasswords(pathToFileURL(path).href);
}

test.each([
  ["digests with counts", (digest: string) => `${digest}:12`, "\n"],
  ["digests alone, as Windows ends lines", (digest: string) => digest, "\r\n"],
  ["beginnings of digests", (digest: string) => digest.slice(0, 16), "\n"],
])("a sorted file of %s is searched", async (_, entry, end) => {
  const list = await fileOf(STOLEN.map(sha1).toSorted().map(entry), end);
  for (const password of STOLEN) expect(await list?.(password), password).toBe(true);
  for (let index = 0; index < 200; index += 1) expect(await list?.(`mine ${index}`)).toBe(false);
});

test("a file with one line or none", async () => {
  expect(await (await fileOf([sha1("one")]))?.("one")).toBe(true);
  expect(await (await fileOf([sha1("one")]))?.("two")).toBe(false);
  expect(await (await fileOf([]))?.("two")).toBe(false);
});

test("a service learns five letters of the digest and nothing else; padding counts for nothing", async () => {
  const { port } = server.address() as AddressInfo;
  const list = openBreachedPasswords(`http://127.0.0.1:${port}/range/`);
  asked.length = 0;
  expect(await list?.("stolen 3")).toBe(true);
  expect(await list?.("stolen 7")).toBe(false);
  expect(await list?.("never stolen")).toBe(false);
  expect(asked).toEqual(
    ["stolen 3", "stolen 7", "never stolen"].map((password) => `/range/${sha1(password).slice(0, 5)}`),
  );
  status = 503;
  await expect(list?.("stolen 3")).rejects.toThrow("503");
  status = 200;
});

test("what is not there rejects, what is no setting is said at the start", async () => {
  expect(openBreachedPasswords("off")).toBeNull();
  const missing = openBreachedPasswords(pathToFileURL(join(folder, "missing.txt")).href);
  await expect(missing?.("x")).rejects.toThrow("ENOENT");
  for (const wrong of ["", "on", "http://list.example/range/", "ftp://list.example/"])
    expect(() => openBreachedPasswords(wrong)).toThrow("is neither off");
});
