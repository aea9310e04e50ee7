// Makes one file of each service's own modules, so that a process starts in a third of the time; what is not ours stays where it is.

import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Plugin } from "esbuild";
import type { ServiceName } from "./service-environment.ts";

const OURS = /[\\/](?:packages|services)[\\/][^\\/]+[\\/]src[\\/].*\.tsx?$/;
const RESOLVED = Symbol("resolved");

/** Where each service's file is. Throws where a service has no `main.ts`, or one that cannot be read. They are made anew where a source has changed, and used again by every later start. */
export async function bundleServices(
  root: string,
  names: readonly ServiceName[],
): Promise<ReadonlyMap<ServiceName, string>> {
  const folder = join(root, "node_modules", ".cache", "posthorn", "services", stateOf(root));
  mkdirSync(folder, { recursive: true });
  const made = names.map(async (name) => [name, await bundleService(root, folder, name)] as const);
  return new Map(await Promise.all(made));
}

async function bundleService(root: string, folder: string, name: ServiceName): Promise<string> {
  const file = join(folder, `${name}.mjs`);
  if (existsSync(file)) return file;
  const main = join("services", name, "src", "main.ts");
  if (!existsSync(join(root, main))) throw new Error(`The service ${name} has no ${main}.`);
  // Made aside: another stack may be starting from the same sources.
  const aside = join(folder, `${name}.${process.pid}.${performance.now()}.mjs`);
  await build({
    entryPoints: [join(root, main)],
    outfile: aside,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node26",
    // Without the condition "module", which is for bundlers: what Node itself would load.
    conditions: [],
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    sourcemap: "inline",
    logLevel: "silent",
    plugins: [keepPlaces(), leaveOthers()],
  });
  renameSync(aside, file);
  return file;
}

/** A module goes on finding the files beside it. */
function keepPlaces(): Plugin {
  return {
    name: "keep-places",
    setup({ onLoad }) {
      onLoad({ filter: OURS }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replaceAll(
          "import.meta.url",
          JSON.stringify(pathToFileURL(path).href),
        ),
        loader: path.endsWith("x") ? "tsx" : "ts",
      }));
    },
  };
}

/** Packages of others are loaded from where the importing package finds them, each in the version that is its own. */
function leaveOthers(): Plugin {
  return {
    name: "leave-others",
    setup(context) {
      context.onResolve({ filter: /^[^./]/ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
        if (pluginData === RESOLVED || path.startsWith("node:") || path.startsWith("@posthorn/"))
          return undefined;
        const found = await context.resolve(path, { importer, kind, resolveDir, pluginData: RESOLVED });
        if (found.errors.length > 0 || found.external) return found;
        return { path: pathToFileURL(found.path).href, external: true };
      });
    },
  };
}

/** Changes whenever a source does. */
function stateOf(root: string): string {
  const hash = createHash("sha256");
  for (const path of globSync("{packages,services}/*/src/**/*.{ts,tsx}", { cwd: root }).toSorted()) {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}
