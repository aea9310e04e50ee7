import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { bundleServices } from "./bundle-services.ts";
import type { ServiceName } from "./service-environment.ts";

const CLONE = resolve(fileURLToPath(import.meta.url), "../../../../..");

test(
  "one file holds what is ours, finds the files beside each source, and loads others from where they are",
  { timeout: 60_000 },
  async () => {
    const names = ["collect"] as const;
    const file = (await bundleServices(CLONE, names)).get("collect") ?? "";
    const text = readFileSync(file, "utf8");
    expect(text).not.toMatch(/^import .* from "@posthorn\//m);
    expect(text).toMatch(/^import .* from "file:\/\/.*node_modules.*\/kysely\//m);
    expect(text).toContain(pathToFileURL(join(CLONE, "packages/web/src/assets/build-assets.ts")).href);
    // The same sources, the same file.
    expect((await bundleServices(CLONE, names)).get("collect")).toBe(file);
  },
);

test("a service that does not exist is named", async () => {
  await expect(bundleServices(CLONE, ["nobody" as ServiceName])).rejects.toThrow(
    `The service nobody has no ${join("services", "nobody", "src", "main.ts")}.`,
  );
});
