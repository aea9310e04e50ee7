// What the privacy desk needs beside the database: papers that come with a request are encrypted for it alone.

import type { ContentPort, KeyUnwrapping, KeyWrapping } from "../context.ts";
import type { UploadInspection } from "../draft/ports.ts";

export interface RequestFilePorts {
  readonly content: Pick<ContentPort, "put" | "open" | "remove">;
  /** Of the desk's pair. */
  readonly keys: KeyUnwrapping & KeyWrapping;
  readonly newContentKey: () => Uint8Array;
  readonly inspection: UploadInspection;
}

/** What the wrap of a paper's key is bound to. */
export function requestFileContext(fileId: string): string {
  return `rights_request_file/${fileId}`;
}
