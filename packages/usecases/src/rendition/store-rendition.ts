// Makes the rendition of one part and stores it under the message's key, durable when it returns.

import type { PrintFacts } from "@posthorn/domain";
import type { ContentPort, Context } from "../context.ts";
import type { RenderedPart, RenditionPort, RenditionRefused } from "../letter/ports.ts";

export interface RenditionPorts {
  readonly content: ContentPort;
  readonly renditions: RenditionPort;
}

export interface StoredRendition {
  readonly kind: "stored";
  readonly blobId: string;
  readonly colour: boolean;
  /** As the evidence will say it. */
  readonly print: PrintFacts;
}

/** A part as it stands in the content store. */
interface StoredPart {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly blobId: string;
}

export type ToRender =
  | { readonly kind: "text"; readonly subject: string; readonly body: string }
  | { readonly kind: "part"; readonly part: StoredPart };

export interface RenditionKey {
  readonly contentKey: Uint8Array;
  readonly at: Temporal.Instant;
  /** Whose turn it takes. */
  readonly account: string;
}

/** Nothing is stored of what is refused. Errors: those of the content store; too_many `renditions_busy`. */
export async function storeRendition(
  ctx: Context,
  { content, renditions }: RenditionPorts,
  { contentKey, at, account }: RenditionKey,
  wanted: ToRender,
): Promise<StoredRendition | RenditionRefused> {
  const made =
    wanted.kind === "text"
      ? await renditions.renderText({ account, subject: wanted.subject, body: wanted.body })
      : await renderStored({ content, renditions }, { contentKey, account }, wanted.part);
  if (made.kind === "refused") return made;
  try {
    const blobId = ctx.newId("blb", at);
    const { size, sha256 } = await content.put(blobId, contentKey, made.open());
    const { pages, converter, colour } = made;
    return { kind: "stored", blobId, colour, print: { size, sha256, pages, converter } };
  } finally {
    await made.dispose();
  }
}

async function renderStored(
  { content, renditions }: RenditionPorts,
  { contentKey, account }: Pick<RenditionKey, "contentKey" | "account">,
  { name, type, size, blobId }: StoredPart,
): Promise<RenderedPart | RenditionRefused> {
  const blob = await content.open(blobId, contentKey);
  return renditions.renderPart({ account, name, mediaType: type, size, source: blob.stream() });
}
