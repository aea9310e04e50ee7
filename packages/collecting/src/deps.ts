// What the pages of a delivery are given by the site on which they stand.

import type {
  CodesPort,
  ContentPort,
  Context,
  EidPort,
  IdentityKeysPort,
  ItsmePort,
  KeyUnwrapping,
  OpenedPart,
  SessionTokens,
  TryLimit,
} from "@posthorn/usecases";
import type { SiteSettings } from "@posthorn/web";
import type { Place } from "./place.ts";

/** Ways that are not configured are absent, and not offered. */
export interface Identification {
  readonly itsme?: ItsmePort | undefined;
  readonly eid?: EidPort | undefined;
  /** Address, without a slash at its end, of the host where a browser shows a card's certificate by itself. */
  readonly cardHost?: string | undefined;
  readonly identityKeys: IdentityKeysPort;
}

export interface CollectingDeps {
  /** Its database role sees the one delivery that was presented, and nothing else of the sender's. */
  readonly ctx: Context;
  readonly site: Omit<SiteSettings, "service">;
  readonly place: Place;
  readonly codes: CodesPort;
  readonly identification: Identification;
  readonly sessions: SessionTokens;
  readonly content: ContentPort;
  readonly keys: KeyUnwrapping;
  /** Digests by which the database knows what was presented. */
  readonly digest: { session(token: string): string };
  /** When the request that is being answered had arrived; throws AppError unavailable when the clock is stale. */
  arrivedAt(): Temporal.Instant;
  zip(parts: readonly OpenedPart[], modifiedAt: Temporal.Instant): AsyncIterable<Uint8Array>;
  readonly limits: {
    /** By address; a right pair forgets. */
    readonly codes: TryLimit;
    /** By address. */
    readonly asking: TryLimit;
    /** By delivery: tries with itsme or a card. */
    readonly identifying: TryLimit;
    /** By delivery. */
    readonly proofCopy: TryLimit;
  };
  /** Ends the lines of waiting pages when the service stops. */
  readonly stopping?: AbortSignal | undefined;
}
