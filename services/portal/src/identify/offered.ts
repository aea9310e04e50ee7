// By which ways somebody can show who he is here; what is not configured is not shown.

import type { IdentityWays, TryLimit } from "@posthorn/usecases";

export interface Identification {
  readonly ways: IdentityWays;
  /** How often one place, and one person who is signed in, may begin. */
  readonly tries: { readonly byAddress: TryLimit; readonly byPerson: TryLimit };
  /** Origin of the host that asks browsers for a card by themselves; absent where that is off. */
  readonly cardHost?: string;
  /** Our public keys, where itsme reads them; absent without itsme. */
  readonly itsmeKeys?: { readonly jwks: object; readonly cacheControl: string };
}

/** Whether anybody can show who he is here. */
export function isOffered({ identification }: { readonly identification: Identification }): boolean {
  return identification.ways.itsme !== undefined || identification.ways.eid !== undefined;
}
