// What a proof says, before it is set as PDF or written as a web page: both are made from this, so that they cannot differ.

import type { AttachedFile, Color, Definition, Span } from "@posthorn/documents";
import type { TableWords } from "./list-parts.ts";
import type { ProofWords } from "./proof-style.ts";

/** One record on the track. */
export interface Station {
  readonly day: string;
  /** Time of day and distance from UTC. */
  readonly time: string;
  readonly lines: readonly (readonly Span[])[];
  readonly color: Color;
}

export interface ProofContent {
  readonly words: ProofWords;
  readonly title: string;
  readonly sentence: string;
  /** Delivery or message id. */
  readonly reference: string;
  /** Kind of service and legal status, on every page. */
  readonly statusLine: string;
  readonly verifyUrl: string;
  readonly definitions: readonly Definition[];
  readonly parts: { readonly title: string; readonly table: TableWords };
  /** On the proof of a whole message: its addressees. */
  readonly deliveries: { readonly title: string; readonly table: TableWords } | null;
  readonly track: {
    readonly title: string;
    readonly note: string;
    readonly stations: readonly Station[];
    /** Whether the chain is closed. */
    readonly chain: string | null;
  } | null;
  readonly limits: { readonly title: string; readonly text: string; readonly effect: string };
  readonly seal: {
    readonly title: string;
    readonly text: string;
    readonly policies: string;
    /** Of the verify site, as the QR code has it. */
    readonly link: string;
  };
  readonly check: {
    readonly title: string;
    readonly drop: string;
    readonly steps: readonly { readonly text: string; readonly commands: readonly string[] }[];
  };
  readonly author: string;
  readonly madeAt: Temporal.Instant;
  readonly files: readonly AttachedFile[];
}
