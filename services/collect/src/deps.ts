// What the pages of collect are given; a service's main.ts wires it, tests as well.

import type { CollectingDeps } from "@posthorn/collecting";
import type { TryLimit } from "@posthorn/usecases";

export interface Health {
  live(): { readonly status: 200 | 503; readonly body: object };
  ready(): Promise<{ readonly status: 200 | 503; readonly body: object }>;
}

export interface CollectDeps extends Omit<CollectingDeps, "place" | "digest" | "limits"> {
  readonly health: Health;
  /** Digests by which the database knows what was presented. */
  readonly digest: CollectingDeps["digest"] & {
    link(token: string): string;
    /** Null where what was typed cannot be a check code. */
    checkCode(typed: string): { readonly code: string; readonly hash: string } | null;
  };
  readonly limits: CollectingDeps["limits"] & {
    /** By address. */
    readonly checkCode: TryLimit;
    /** All addresses together. */
    readonly checkCodeInAll: TryLimit;
  };
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
