// Cards, their responder and our verification in one process, on a clock that stands still: for tests and figures.

import { createHash } from "node:crypto";
import { openEid } from "@posthorn/identity";
import type { Eid, EidSettings, EidTrust } from "@posthorn/identity";
import { manualClock } from "../standin/clock.ts";
import type { ManualClock } from "../standin/clock.ts";
import { createCardResponder } from "./answer-status.ts";
import type { CardResponder } from "./answer-status.ts";
import { makeCards } from "./keep-cards.ts";
import type { CardSet } from "./keep-cards.ts";

export interface CardBench {
  readonly set: CardSet;
  readonly clock: ManualClock;
  readonly responder: CardResponder;
  readonly trust: EidTrust;
  readonly eid: Eid;
  /** Leads every question to the responder, whatever its address. */
  readonly fetch: typeof globalThis.fetch;
  /** With other settings than the usual. */
  open(change: Partial<EidSettings>): Eid;
}

const OCSP_URL = "http://ocsp.cards.test/ocsp";

export function createCardBench(at = "2026-11-22T10:00:00Z"): CardBench {
  const clock = manualClock(at);
  const set = makeCards({ now: clock.now(), ocspUrl: OCSP_URL });
  const responder = createCardResponder(set, clock);
  const { root, citizen, foreigner } = set.authorities;
  const trust: EidTrust = {
    roots: [root.key.certificate],
    intermediates: [citizen.ca.key.certificate, foreigner.ca.key.certificate],
    hosts: ["ocsp.cards.test"],
    nonceRequired: true,
  };
  const fetch: typeof globalThis.fetch = async (input, init) => responder.app.request(input, init);
  const open = (change: Partial<EidSettings>) =>
    openEid({ trust, useRegisterNumber: true, fetch, timeoutMs: 1_000, ...change });
  return { set, clock, responder, trust, fetch, open, eid: open({}) };
}

/** As it is pinned in configuration: lower-case hex. */
export function digestOf(certificate: Uint8Array): string {
  return createHash("sha256").update(certificate).digest("hex");
}
