// What the registration desk needs beside the database.

import type { ContentPort, KeyUnwrapping } from "../context.ts";

export interface MandatePorts {
  readonly content: Pick<ContentPort, "open">;
  /** Opens what companies uploaded: of a pair of its own, whose public half the portal has. */
  readonly keys: KeyUnwrapping;
}

/** What the wrap of a document's key is bound to. */
export function documentWrapContext(documentId: string): string {
  return `application_document/${documentId}`;
}
