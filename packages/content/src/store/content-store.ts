// What a content store does, whatever lies beneath it: keep ciphertext, give it back authenticated, forget it.

/** What is known of a stored blob; `sha256` is over the plaintext, lower-case hex; sizes in bytes. */
export interface StoredBlob {
  readonly size: number;
  readonly sha256: string;
  /** Size of the ciphertext as it lies in the store. */
  readonly blobBytes: number;
}

export interface PutOptions {
  /** Greatest number of plaintext bytes; one more fails with `part_too_large`. */
  readonly limit?: number;
  /** Aborting leaves nothing behind; the put rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface OpenedBlob {
  /** Plaintext size in bytes. */
  readonly size: number;
  /** The plaintext, chunk by chunk, each authenticated before it is given; may be called more than once. */
  stream(): AsyncIterable<Uint8Array>;
}

export interface ContentStore {
  /**
   * Encrypts and stores; on return the blob survives a power cut. Errors: AppError `part_too_large`, `storage_full`
   * (retryable), `content_exists`; errors of the source pass through. After any of them nothing is left.
   */
  put(
    blobId: string,
    contentKey: Uint8Array,
    source: AsyncIterable<Uint8Array>,
    options?: PutOptions,
  ): Promise<StoredBlob>;
  /**
   * Opens a blob and authenticates its first chunk. Errors, here and while streaming: AppError `content_missing`,
   * `content_damaged` (a changed bit, a cut, another order, the wrong key).
   */
  open(blobId: string, contentKey: Uint8Array): Promise<OpenedBlob>;
  /** Whether the blob is there; says nothing of its bytes. Errors of the store beneath pass through. */
  has(blobId: string): Promise<boolean>;
  /** Forgets a blob, durably; false where there was none. */
  remove(blobId: string): Promise<boolean>;
  /** Ids of blobs whose last write is that many milliseconds back by the store's own clock, in no order. */
  listOlderThan(milliseconds: number): AsyncIterable<string>;
  /** Removes what interrupted puts left, if untouched for that many milliseconds; how many. */
  sweepTemporary(olderThanMs: number): Promise<number>;
}
