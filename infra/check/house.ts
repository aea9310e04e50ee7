// Check: every file keeps the rules of the house.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "./house-rules.ts";
import type { Complaint } from "./house-rules.ts";

const SKIPPED = new Set(["node_modules", ".git", ".posthorn", "dist", "coverage", "LICENSE"]);
const READ =
  /\.(ts|tsx|mjs|js|json|jsonc|yaml|yml|md|css|html|svg|sql|sh|toml|xml)$|(^|\/)(\.npmrc|\.editorconfig|\.gitattributes|\.gitignore|run)$/;

function list(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? list(path) : entry.isFile() && READ.test(path) ? [path] : [];
  });
}

const files = list(".");
const complaints: Complaint[] = files.flatMap((path) => [
  ...inspect({ path, text: readFileSync(join(".", path), "utf8") }),
]);
for (const { path, line, what } of complaints) process.stderr.write(`${path}:${line} ${what}\n`);
if (complaints.length > 0) process.exit(1);
process.stdout.write(`${files.length} files\n`);
