// Builds the one file that the verifier is: style and script inside, and a policy that forbids everything else.

import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { LANGUAGES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { build } from "esbuild";
import { PAGE_STYLE } from "./page/page-style.ts";

/** The page as it is committed; a test says when it is no longer what the sources give. */
export async function buildPage(): Promise<string> {
  const words = LANGUAGES.map((language) => [language, textsFor(language).proof.track.event]);
  const result = await build({
    entryPoints: [fileURLToPath(new URL("page/main.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    charset: "utf8",
    target: ["es2022", "chrome109", "firefox115", "safari16.4"],
    define: { EVENT_WORDS: JSON.stringify(Object.fromEntries(words)) },
    logLevel: "silent",
  });
  const script = (result.outputFiles[0]?.text ?? "").trim().replaceAll("</script", String.raw`<\/script`);
  const style = PAGE_STYLE.trim();
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Posthorn</title>',
    `<style>${style}</style>\n</head>\n<body>\n${BODY}`,
    `<script>${script}</script>\n</body>\n</html>\n`,
  ].join("\n");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}

const BODY = `<main>
<header><h1 id="title"></h1>
<div class="language"><label for="language" id="language-label"></label> <select id="language"></select></div></header>
<p id="lead"></p>
<div id="drop"><p id="drop-words"></p><p id="besides" class="hint"></p>
<input type="file" id="file" multiple><label for="file" class="button" id="choose"></label></div>
<div class="key"><label for="key" id="key-label"></label>
<input type="text" id="key" aria-describedby="key-hint" autocomplete="off" spellcheck="false">
<p class="hint" id="key-hint"></p></div>
<ul id="files"></ul>
<p id="status" role="status"></p>
<div id="result"></div>
<div id="after" hidden><button type="button" id="print"></button><button type="button" id="again"></button></div>
<noscript><p>This page needs JavaScript.</p></noscript>
</main>`;
