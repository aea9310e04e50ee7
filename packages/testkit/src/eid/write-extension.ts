// Writes the stand-in extension as a folder that a Chromium browser loads unpacked; it knows the reader of this stack alone.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

/** Answers pages on this machine only. */
const MANIFEST = {
  manifest_version: 3,
  name: "Web eID stand-in of Posthorn",
  version: "1.0",
  description: "Answers pages on this machine with the card in the stand-in’s reader. Nobody is identified.",
  host_permissions: ["http://127.0.0.1/*"],
  background: { service_worker: "background.js" },
  content_scripts: [
    {
      matches: ["http://*.localhost/*", "http://127.0.0.1/*"],
      js: ["content.js"],
      run_at: "document_start",
    },
  ],
};

export function writeExtension(folder: string, reader: string): void {
  mkdirSync(folder, { recursive: true });
  const script = (name: string) =>
    transformSync(readFileSync(new URL(`extension/${name}.ts`, import.meta.url), "utf8"), { loader: "ts" })
      .code;
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(MANIFEST, undefined, 2));
  writeFileSync(join(folder, "content.js"), script("content"));
  writeFileSync(
    join(folder, "background.js"),
    `const READER = ${JSON.stringify(reader)};\n${script("background")}`,
  );
}
