// What drafts need from outside the database.

export interface DraftSealing {
  newContentKey(): Uint8Array;
  /** AES-256-GCM under the draft's content key; `context` is authenticated. */
  sealForm(contentKey: Uint8Array, json: string, context: string): Uint8Array;
  openForm(contentKey: Uint8Array, sealed: Uint8Array, context: string): string;
}

/** Watches an upload as it flows to the store, so that nothing refused is ever kept. */
export interface UploadInspection {
  /** The name made safe, and distinct from those already taken. */
  nameFor(typed: string, taken: readonly string[]): string;
  /** The stream throws AppError `part_<reason>` as soon as the content is refused. */
  guard(
    name: string,
    source: AsyncIterable<Uint8Array>,
  ): {
    readonly stream: AsyncIterable<Uint8Array>;
    /** Only after the stream was read to its end. */
    accepted(): { readonly mediaType: string };
  };
}
