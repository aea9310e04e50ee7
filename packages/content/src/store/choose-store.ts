// Which store the configuration names.

import { fileURLToPath } from "node:url";
import { AppError } from "@posthorn/domain";
import type { ContentStore } from "./content-store.ts";
import { createFileStore } from "./file-store.ts";

/** The store of `CONTENT_URL`; `file:/…` is a directory. Anything else is `content_url_unsupported`: fail at start. */
export function contentStoreFromUrl(url: string): ContentStore {
  if (!url.startsWith("file:/") || !URL.canParse(url)) {
    // Only the scheme is told: an address of another kind may carry credentials.
    const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? "(none)";
    throw new AppError("internal", "content_url_unsupported", {
      detail: `CONTENT_URL must be file:/an/absolute/directory, its scheme is ${scheme}`,
    });
  }
  return createFileStore(fileURLToPath(url));
}
