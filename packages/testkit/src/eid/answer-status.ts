// What the cards' authorities say about them by OCSP, and faults when told to.

import { setTimeout } from "node:timers/promises";
import { answerOcspRequest } from "@posthorn/pki";
import type { CertificateStatus } from "@posthorn/pki";
import { Hono } from "hono";
import { OCSP_MODES, readMode, withoutSignature } from "../pki/ocsp-responder.ts";
import type { OcspMode } from "../pki/ocsp-responder.ts";
import type { StandInClock } from "../standin/clock.ts";
import type { CardSet } from "./keep-cards.ts";

export interface CardResponder {
  /** `POST /ocsp`; `GET` and `POST /ocsp/mode` with `{"mode":"down"}`, one of `OCSP_MODES`. */
  readonly app: Hono;
  /** `delayMs` is real time and counts for `slow`. */
  setMode(mode: OcspMode, delayMs?: number): void;
  /** `serial` in hex. Cannot be taken back. */
  revoke(serial: string): void;
}

const DEFAULT_DELAY_MS = 30_000;
const VALID_SECONDS = 3_600;
const REPLY = { "content-type": "application/ocsp-response" };

export function createCardResponder(set: CardSet, clock: StandInClock): CardResponder {
  const revoked = new Set(
    Object.values(set.cards).flatMap(({ profile, serial }) => (profile.fault === "revoked" ? [serial] : [])),
  );
  let mode: OcspMode = "ok";
  let delayMs = DEFAULT_DELAY_MS;
  let earlier: Uint8Array | undefined;

  function setMode(next: OcspMode, delay = DEFAULT_DELAY_MS): void {
    mode = next;
    delayMs = delay;
  }

  async function answer(request: Uint8Array): Promise<Uint8Array> {
    const real = await clock.now();
    const now = mode === "stale" ? real.subtract({ hours: 48 }) : real;
    const statusOf = (serial: string): CertificateStatus => {
      if (mode === "unknown") return { status: "unknown" };
      return revoked.has(serial)
        ? { status: "revoked", at: now.subtract({ hours: 24 }), reason: 4 }
        : { status: "good" };
    };
    const { citizen, foreigner, stranger } = set.authorities;
    const [first, ...others] = [citizen, foreigner, stranger].map(({ ca, responder }) => ({
      issuer: ca.key.certificate,
      key: responder.key,
      now,
      validSeconds: VALID_SECONDS,
      statusOf,
    }));
    if (!first) throw new Error("no authority");
    if (mode === "garbage") return Buffer.from("no answer");
    if (mode === "replay" && earlier) return earlier;
    const reply = await answerOcspRequest(request, first, ...others);
    earlier ??= reply;
    return mode === "unsigned" ? withoutSignature(reply) : reply;
  }

  const app = new Hono();
  app.get("/ocsp/mode", (c) => c.json({ mode, delay_ms: delayMs }));
  app.post("/ocsp/mode", async (c) => {
    const asked = readMode(await c.req.json().catch(() => null));
    if (!asked) return c.json({ error: `mode is one of ${OCSP_MODES.join(", ")}` }, 400);
    setMode(asked.mode, asked.delayMs);
    return c.json({ mode, delay_ms: delayMs });
  });
  app.post("/ocsp", async (c) => {
    if (mode === "down") return c.text("Service Unavailable", 503);
    if (mode === "slow")
      await setTimeout(delayMs, undefined, { signal: c.req.raw.signal }).catch(() => undefined);
    const reply = await answer(new Uint8Array(await c.req.arrayBuffer()));
    return c.body(new Uint8Array(reply), 200, REPLY);
  });
  return { app, setMode, revoke: (serial) => void revoked.add(serial.toLowerCase()) };
}
