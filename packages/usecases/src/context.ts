// What every verb is given: its database, ids, settings; ports come with the verbs that need them.

import type { Database } from "@posthorn/db";
import {
  type Envelope,
  type EvidenceFacts,
  REIDENTIFY_DAYS_DEFAULT,
  type RequiredIdentification,
  type Tariff,
  type TrustStatus,
} from "@posthorn/domain";

export interface Settings {
  readonly trustStatus: TrustStatus;
  /** Name and country of the provider, and the certificate that will seal, as they go into every record. */
  readonly issuer: EvidenceFacts["issuer"];
  /** URIs of the practice statement, terms and notices in force. */
  readonly policies: readonly string[];
  /** Refuse new submissions when stamps have failed for longer than this. */
  readonly stampGraceSeconds: number;
  /** On what terms letters follow here; null where none do. */
  readonly letters: LetterTerms | null;
  readonly limits: Limits;
  /** What senders may ask of addressees here. */
  readonly identifications: readonly RequiredIdentification[];
  /** Days after which a sender identifies himself again. */
  readonly reidentifyDays: number;
  /** The ground on which national register numbers may be taken here, in words; absent: they are not. */
  readonly registerNumberBasis?: string | undefined;
}

/** What a service that takes nothing in is given. */
export const DEFAULT_IDENTIFICATION: Pick<Settings, "identifications" | "reidentifyDays"> = {
  identifications: ["codes"],
  reidentifyDays: REIDENTIFY_DAYS_DEFAULT,
};

export interface LetterTerms {
  /** Credits by country and sheets, printed on both sides. */
  readonly tariff: Tariff;
  /** What is to be posted must fit an envelope of one of them. */
  readonly printers: readonly Envelope[];
}

export interface Limits {
  readonly fileBytes: number;
  readonly messageBytes: number;
  readonly files: number;
  readonly addressees: number;
}

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 100_000_000,
  messageBytes: 250_000_000,
  files: 20,
  addressees: 500,
};

export interface Context {
  readonly db: Database;
  /** Name of the service, for logs of use and of keys. */
  readonly service: string;
  /** A new identifier with the prefix, ordered by `at`. */
  newId(prefix: string, at: Temporal.Instant): string;
  readonly settings: Settings;
}

/** Wraps content keys; intake has only this. `context` names holder and message and is authenticated. */
export interface KeyWrapping {
  wrap(contentKey: Uint8Array, context: string): Uint8Array;
}

/** Opens wraps; only processes that hand content over have it. Every use is logged by the verb. */
export interface KeyUnwrapping {
  unwrap(wrapped: Uint8Array, context: string): Uint8Array;
}

export interface StoredBlob {
  readonly size: number;
  readonly sha256: string;
}

/** The content store as verbs see it; errors are AppErrors (`content_damaged`, `storage_full`, …). */
export interface ContentPort {
  put(
    blobId: string,
    contentKey: Uint8Array,
    source: AsyncIterable<Uint8Array>,
    options?: { readonly limit?: number },
  ): Promise<StoredBlob>;
  open(
    blobId: string,
    contentKey: Uint8Array,
  ): Promise<{ readonly size: number; stream(): AsyncIterable<Uint8Array> }>;
  remove(blobId: string): Promise<unknown>;
}

/** What a wrap is bound to: a wrap copied to another holder or message does not open. */
export function wrapContext(messageId: string, holder: string): string {
  return `${messageId}/${holder}`;
}
