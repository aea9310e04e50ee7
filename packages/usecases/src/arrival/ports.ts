// What arrivals need from outside the database: reading what mail servers and providers report.

import type { RawArrivalTable } from "@posthorn/db";

/** What the other side says of one attempt of ours. */
export interface Report {
  readonly channel: "email" | "sms";
  /** Id of the notice, challenge or errand, where the report names it in a way that nobody else can make up. */
  readonly attemptId: string | null;
  /** Under which the provider knows the message, where it has such a name. */
  readonly providerId: string | null;
  /** `other`: under way, delayed, passed on. */
  readonly outcome: "delivered" | "failed" | "other";
  /** The other side's own words, one line. */
  readonly answer: string;
}

export interface RawArrival {
  readonly kind: RawArrivalTable["kind"];
  /** Envelope recipient of a mail. */
  readonly envelopeTo: string | null;
  readonly body: Uint8Array;
}

export interface ArrivalPorts {
  /** Never throws for what arrived; what cannot be read or is none of ours is said in English for the log. */
  readReports(arrival: RawArrival): Promise<readonly Report[] | { readonly unreadable: string }>;
}
