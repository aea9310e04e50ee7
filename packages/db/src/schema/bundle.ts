// Row shape of evidence bundles.

import type { Generated } from "kysely";
import type { Defaulted, Instant } from "./accounts.ts";

export interface BundleTable {
  id: Generated<number>;
  delivery_id: string;
  account_id: string;
  for_side: "sender" | "addressee";
  language: string;
  up_to_seq: number;
  /** Later than `made_at` where it is to be made anew. */
  wanted_at: Instant;
  file: Uint8Array | null;
  complete: boolean | null;
  made_at: Instant | null;
  /** Times it could not be made. */
  attempts: Defaulted<number>;
}
