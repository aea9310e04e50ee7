// What the dev stack's authorities say about revocation: OCSP and lists for both roots, and faults when told to.

import { setTimeout } from "node:timers/promises";
import {
  answerOcspRequest,
  createRevocationAuthority,
  type CertificateStatus,
  type OcspAuthority,
} from "@posthorn/pki";
import { Hono, type Context } from "hono";
import type { StandInClock } from "../standin/clock.ts";
import type { DevPki } from "./make-dev-pki.ts";

const REPLY = { "content-type": "application/ocsp-response" };
const LIST = { "content-type": "application/pkix-crl" };
const CERTIFICATE = { "content-type": "application/pkix-cert" };
const DEFAULT_DELAY_MS = 30_000;

export const OCSP_MODES = [
  "ok",
  "down",
  "garbage",
  "unknown",
  "stale",
  "replay",
  "unsigned",
  "slow",
] as const;
export type OcspMode = (typeof OCSP_MODES)[number];

export interface OcspResponderOptions {
  readonly pki: Pick<DevPki, "authorities">;
  readonly clock: StandInClock;
}

export interface OcspResponder {
  /**
   * `POST /ocsp` and `GET /ocsp/{base64}` (RFC 6960 appendix A), `GET /crl/root.crl` and `GET /crl/tsa-root.crl`,
   * `GET /ca/root.crt` and `GET /ca/tsa-root.crt`;
   * `POST /ocsp/revoke` with `{"serial":"…","reason":1}`; `GET` and `POST /ocsp/mode` with
   * `{"mode":"slow","delay_ms":500}`. `down` takes the lists away too, the other faults are those of OCSP alone.
   */
  readonly app: Hono;
  /** `serial` in hex; `reason` is a CRLReason, as 1 for a compromised key. Cannot be taken back. */
  revoke(serial: string, reason?: number): Promise<void>;
  /** `delayMs` is real time and counts for `slow`. */
  setMode(mode: OcspMode, delayMs?: number): void;
}

export function createOcspResponder({ pki, clock }: OcspResponderOptions): OcspResponder {
  const authority = createRevocationAuthority(pki.authorities);
  let mode: OcspMode = "ok";
  let delayMs = DEFAULT_DELAY_MS;
  let earlier: Uint8Array | undefined;

  async function revoke(serial: string, reason?: number): Promise<void> {
    const at = await clock.now();
    authority.revoke({ serial, at, ...(reason === undefined ? {} : { reason }) });
  }

  async function answer(request: Uint8Array): Promise<Uint8Array> {
    const now = await clock.now();
    if (mode === "garbage") return Buffer.from("no answer");
    if (mode === "replay" && earlier) return earlier;
    if (mode === "unknown") return answerUnknown(request, now, pki.authorities);
    const reply = await authority.answer(request, mode === "stale" ? now.subtract({ hours: 48 }) : now);
    earlier ??= reply;
    return mode === "unsigned" ? withoutSignature(reply) : reply;
  }

  async function reply(c: Context, request: Uint8Array): Promise<Response> {
    if (mode === "down") return c.text("Service Unavailable", 503);
    if (mode === "slow")
      await setTimeout(delayMs, undefined, { signal: c.req.raw.signal }).catch(() => undefined);
    return c.body(new Uint8Array(await answer(request)), 200, REPLY);
  }

  async function list(c: Context, root: "root" | "tsaRoot"): Promise<Response> {
    if (mode === "down") return c.text("Service Unavailable", 503);
    return c.body(new Uint8Array(authority.list(root, await clock.now())), 200, LIST);
  }

  function setMode(next: OcspMode, delay = DEFAULT_DELAY_MS): void {
    mode = next;
    delayMs = delay;
  }

  const app = new Hono();
  app.get("/ocsp/mode", (c) => c.json({ mode, delay_ms: delayMs }));
  app.post("/ocsp/mode", async (c) => {
    const asked = readMode(await c.req.json().catch(() => null));
    if (!asked) return c.json({ error: `mode is one of ${OCSP_MODES.join(", ")}` }, 400);
    setMode(asked.mode, asked.delayMs);
    return c.json({ mode, delay_ms: delayMs });
  });
  app.post("/ocsp", async (c) => reply(c, new Uint8Array(await c.req.arrayBuffer())));
  app.get("/ocsp/:request{.+}", (c) => reply(c, Buffer.from(c.req.param("request"), "base64")));
  app.get("/crl/root.crl", (c) => list(c, "root"));
  app.get("/crl/tsa-root.crl", (c) => list(c, "tsaRoot"));
  for (const [name, { key }] of [
    ["root", pki.authorities.root],
    ["tsa-root", pki.authorities.tsaRoot],
  ] as const) {
    app.get(`/ca/${name}.crt`, (c) => c.body(new Uint8Array(key.certificate), 200, CERTIFICATE));
  }
  app.post("/ocsp/revoke", async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    const asked = readRevocation(body);
    if (!asked) return c.json({ error: "serial is a number in hexadecimal" }, 400);
    await revoke(asked.serial, asked.reason);
    return c.body(null, 204);
  });
  return { app, revoke, setMode };
}

function answerUnknown(
  request: Uint8Array,
  now: Temporal.Instant,
  { root, ocsp, tsaRoot, tsaOcsp }: DevPki["authorities"],
): Promise<Uint8Array> {
  const statusOf = (): CertificateStatus => ({ status: "unknown" });
  const by = (ca: typeof root, responder: typeof root): OcspAuthority => ({
    issuer: ca.key.certificate,
    key: responder.key,
    now,
    validSeconds: 3600,
    statusOf,
  });
  return answerOcspRequest(request, by(root, ocsp), by(tsaRoot, tsaOcsp));
}

/** The octets of the signature, which follow its algorithm, made zero. */
export function withoutSignature(reply: Uint8Array): Uint8Array {
  const ecdsaWithSha256 = Buffer.from("06082a8648ce3d040302", "hex");
  const start = Buffer.from(reply).indexOf(ecdsaWithSha256) + ecdsaWithSha256.length;
  // after tag, length and unused bits of the BIT STRING, tag and length of the SEQUENCE in it
  return Uint8Array.from(reply).fill(0, start + 5, start + 40);
}

export function readMode(body: unknown): { mode: OcspMode; delayMs: number } | undefined {
  if (typeof body !== "object" || body === null || !("mode" in body)) return undefined;
  const mode = OCSP_MODES.find((candidate) => candidate === body.mode);
  const delayMs = "delay_ms" in body && typeof body.delay_ms === "number" ? body.delay_ms : DEFAULT_DELAY_MS;
  return mode && delayMs >= 0 ? { mode, delayMs } : undefined;
}

function readRevocation(body: unknown): { serial: string; reason?: number } | undefined {
  if (typeof body !== "object" || body === null || !("serial" in body) || typeof body.serial !== "string")
    return undefined;
  if (!/^[0-9a-f]{1,40}$/iu.test(body.serial)) return undefined;
  return {
    serial: body.serial,
    ...("reason" in body && typeof body.reason === "number" ? { reason: body.reason } : {}),
  };
}
