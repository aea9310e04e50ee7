import { existsSync, globSync, mkdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { bundleServices } from "./bundle-services.ts";
import type { ServiceName } from "./service-environment.ts";

const CLONE = resolve(fileURLToPath(import.meta.url), "../../../../..");

test(
  "bundles hold what is ours and what others wrote once, and find the files beside each source; what has such files of others is loaded from where it is",
  { timeout: 60_000 },
  async () => {
    const names = ["collect"] as const;
    const file = (await bundleServices(CLONE, names)).get("collect") ?? "";
    const texts = globSync(join(dirname(file), "*.mjs")).map((path) => readFileSync(path, "utf8"));
    expect(texts).toContain(readFileSync(file, "utf8"));
    const text = texts.join("\n");
    expect(text).not.toMatch(/^import .* from "@posthorn\//m);
    expect(text).not.toMatch(/^import .*node_modules.*\/kysely\//m);
    expect(text.match(/^var Kysely = class/gm)).toHaveLength(1);
    expect(text).toMatch(/^import .* from "file:\/\/.*node_modules.*\/pg\//m);
    // Imported when it is needed, with all its names.
    expect(text).toMatch(/import\("file:\/\/.*node_modules.*\/@zxcvbn-ts\/language-common\//);
    // Every service with pages has these.
    const assets = pathToFileURL(join(CLONE, "packages/web/src/assets/build-assets.ts")).href;
    expect(texts.filter((each) => each.includes(assets))).toHaveLength(1);
    // The same sources, the same file.
    expect((await bundleServices(CLONE, names)).get("collect")).toBe(file);
  },
);

test("bundles from which nothing was started for a week are removed, those of yesterday stay", async () => {
  const file = (await bundleServices(CLONE, ["collect"])).get("collect") ?? "";
  const [unused, yesterdays] = ["unused", "yesterdays"].map((name) => join(dirname(file), "..", name));
  const now = Temporal.Now.instant().epochMilliseconds / 1000;
  for (const [folder = "", days] of [
    [unused, 8],
    [yesterdays, 1],
  ] as const) {
    mkdirSync(folder, { recursive: true });
    utimesSync(folder, now - days * 86_400, now - days * 86_400);
  }
  await bundleServices(CLONE, ["collect"]);
  expect(existsSync(unused ?? "")).toBe(false);
  expect(existsSync(yesterdays ?? "")).toBe(true);
  rmSync(yesterdays ?? "", { recursive: true });
  expect(existsSync(file)).toBe(true);
});

test("a service that does not exist is named", async () => {
  await expect(bundleServices(CLONE, ["nobody" as ServiceName])).rejects.toThrow(
    `The service nobody has no ${join("services", "nobody", "src", "main.ts")}.`,
  );
});
