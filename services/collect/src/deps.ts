// What the pages of collect are given; a service's main.ts wires it, tests as well.

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

export interface Health {
  live(): { readonly status: 200 | 503; readonly body: object };
  ready(): Promise<{ readonly status: 200 | 503; readonly body: object }>;
}

/** Ways that are not configured are absent, and not offered. */
export interface Identification {
  readonly itsme?: ItsmePort | undefined;
  readonly eid?: EidPort | undefined;
  /** Address, without a slash at its end, of the host where a browser shows a card's certificate by itself. */
  readonly cardHost?: string | undefined;
  readonly identityKeys: IdentityKeysPort;
}

export interface CollectDeps {
  readonly ctx: Context;
  readonly site: Omit<SiteSettings, "service">;
  readonly health: Health;
  readonly codes: CodesPort;
  readonly identification: Identification;
  readonly sessions: SessionTokens;
  readonly content: ContentPort;
  readonly keys: KeyUnwrapping;
  /** Digests by which the database knows what was presented. */
  readonly digest: {
    link(token: string): string;
    session(token: string): string;
    /** Null where what was typed cannot be a check code. */
    checkCode(typed: string): { readonly code: string; readonly hash: string } | null;
  };
  /** When the request that is being answered had arrived; throws AppError unavailable when the clock is stale. */
  arrivedAt(): Temporal.Instant;
  zip(parts: readonly OpenedPart[], modifiedAt: Temporal.Instant): AsyncIterable<Uint8Array>;
  readonly limits: {
    /** By address. */
    readonly checkCode: TryLimit;
    /** All addresses together. */
    readonly checkCodeInAll: TryLimit;
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
  readonly stopping?: AbortSignal;
}

/** How often an address may try, and all together; wide enough for an office behind one address. */
export const TRY_LIMITS = {
  checkCode: { name: "collect-check-code", tries: 20, windowSeconds: 600 },
  checkCodeInAll: { name: "collect-check-code-in-all", tries: 3000, windowSeconds: 600 },
  codes: { name: "collect-codes", tries: 50, windowSeconds: 600 },
  asking: { name: "collect-asking", tries: 120, windowSeconds: 3600 },
  identifying: { name: "collect-identifying", tries: 30, windowSeconds: 3600 },
  proofCopy: { name: "collect-proof-copy", tries: 3, windowSeconds: 3600 },
} as const;
