// Makes bundles of the services with all that they import, so that a process starts in a third of the time.

import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Plugin } from "esbuild";
import type { ServiceName } from "./service-environment.ts";

const OURS = /[\\/](?:packages|services)[\\/][^\\/]+[\\/]src[\\/].*\.tsx?$/;
const OTHERS = /[\\/]node_modules[\\/].*\.[cm]?js$/;
const RESOLVED = Symbol("resolved");
/** With native code or files beside their modules, or needed by a package that has them and by us: one copy for both. */
const APART = /^(?:@node-rs\/argon2|esbuild|graphile-worker|pg|pino|sharp|ssh2|twilio)(?:\/|$)/;
const BESIDE_ITSELF = /\b(?:__dirname|__filename|import\.meta\.(?:url|dirname|filename))\b/;
const NO_MAP = `data:application/json;base64,${Buffer.from('{"version":3,"sources":[""],"mappings":"A"}').toString("base64")}`;
/** What CommonJS modules find in a bundle that is none. */
const REQUIRE = 'const require = process.getBuiltinModule("node:module").createRequire(import.meta.url);';
/** Bundles of older sources are left this long to stacks that may still run from them. */
const KEPT_MS = 7 * 86_400_000;

/** Where each service's file is. Throws where a service has no `main.ts`, or one that cannot be read. They are made anew where a source has changed, and used again by every later start. */
export async function bundleServices(
  root: string,
  names: readonly ServiceName[],
): Promise<ReadonlyMap<ServiceName, string>> {
  for (const name of names) {
    const main = join("services", name, "src", "main.ts");
    if (!existsSync(join(root, main))) throw new Error(`The service ${name} has no ${main}.`);
  }
  const folder = join(root, "node_modules", ".cache", "posthorn", "services", stateOf(root));
  if (!existsSync(folder)) await bundleAll(root, folder);
  const nowSeconds = Temporal.Now.instant().epochMilliseconds / 1000;
  utimesSync(folder, nowSeconds, nowSeconds);
  dropUnused(dirname(folder), nowSeconds * 1000 - KEPT_MS);
  return new Map(names.map((name) => [name, join(folder, `${name}.mjs`)]));
}

/** Removes the bundles that no stack was started from since. */
function dropUnused(folder: string, beforeMs: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const usedMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? beforeMs;
    if (usedMs < beforeMs) rmSync(path, { recursive: true, force: true });
  }
}

/** All at once: what several services share is read, and written, once. */
async function bundleAll(root: string, folder: string): Promise<void> {
  const mains = globSync("services/*/src/main.ts", { cwd: root });
  // Made aside: another stack may be starting from the same sources.
  const aside = `${folder}.${process.pid}.${performance.now()}`;
  mkdirSync(dirname(folder), { recursive: true });
  try {
    await build({
      entryPoints: Object.fromEntries(
        mains.map((main) => [basename(dirname(dirname(main))), join(root, main)]),
      ),
      outdir: aside,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      splitting: true,
      platform: "node",
      format: "esm",
      target: "node26",
      // Without the condition "module", which is for bundlers: what Node itself would load.
      conditions: [],
      jsx: "automatic",
      jsxImportSource: "hono/jsx",
      sourcemap: "linked",
      // The lines of the sources stand in the sources.
      sourcesContent: false,
      logLevel: "silent",
      banner: { js: REQUIRE },
      plugins: [keepPlaces(), leaveApart(), leaveUnmapped()],
    });
    if (!existsSync(folder)) renameSync(aside, folder);
  } catch (error) {
    // Where the other was first, his are the same.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
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

/**
 * Loaded from where the importing package finds them, each in the version that is its own. So is what is imported when it
 * is needed: of a CommonJS module a bundle would then give the default export alone.
 */
function leaveApart(): Plugin {
  return {
    name: "leave-apart",
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^[^./]/ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
        if (pluginData === RESOLVED || path.startsWith("node:") || path.startsWith("@posthorn/"))
          return undefined;
        if (kind !== "dynamic-import" && !APART.test(path)) return undefined;
        const found = await resolve(path, { importer, kind, resolveDir, pluginData: RESOLVED });
        if (found.errors.length > 0 || found.external) return found;
        // Unlike an import, a call of require knows no URLs.
        return {
          path: kind === "require-call" ? found.path : pathToFileURL(found.path).href,
          external: true,
        };
      });
    },
  };
}

/** The map of a bundle, read for the stack of an error, tells of our lines alone. */
function leaveUnmapped(): Plugin {
  return {
    name: "leave-unmapped",
    setup({ onLoad }) {
      onLoad({ filter: OTHERS }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        if (BESIDE_ITSELF.test(text))
          return { errors: [{ text: `${path} looks for files beside itself: name its package in APART.` }] };
        return { contents: `${text}\n//# sourceMappingURL=${NO_MAP}`, loader: "js" };
      });
    },
  };
}

/** Changes whenever a source or a dependency does. */
function stateOf(root: string): string {
  const hash = createHash("sha256");
  const sources = globSync("{packages,services}/*/src/**/*.{ts,tsx}", { cwd: root }).toSorted();
  for (const path of ["pnpm-lock.yaml", ...sources]) {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}
