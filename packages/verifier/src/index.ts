// The page that checks a bundle offline, in one file: built beforehand, so that nothing is bundled where services run.

import { readFile } from "node:fs/promises";

/** HTML. The same for every bundle. */
export async function verifierPage(): Promise<string> {
  return readFile(new URL("../verifier.html", import.meta.url), "utf8");
}
