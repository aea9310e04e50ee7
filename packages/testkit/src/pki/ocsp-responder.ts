// An OCSP responder for the dev stack: says "good" of every certificate until one is revoked (RFC 6960).

import { answerOcspRequest, type CertificateStatus } from "@posthorn/pki";
import { Hono } from "hono";
import type { StandInClock } from "../standin/clock.ts";
import type { DevPki } from "./make-dev-pki.ts";

const REPLY = { "content-type": "application/ocsp-response" };
const VALID_SECONDS = 3600;

export interface OcspResponderOptions {
  readonly pki: Pick<DevPki, "ocspKey" | "issuer">;
  readonly clock: StandInClock;
}

export interface OcspResponder {
  /** `POST /ocsp` and `GET /ocsp/{base64}` (RFC 6960 appendix A); `POST /ocsp/revoke` with `{"serial":"…","reason":1}`. */
  readonly app: Hono;
  /** `serial` in hex; `reason` is a CRLReason, as 1 for a compromised key. Cannot be taken back. */
  revoke(serial: string, reason?: number): Promise<void>;
}

export function createOcspResponder({ pki, clock }: OcspResponderOptions): OcspResponder {
  const revoked = new Map<string, CertificateStatus>();

  async function revoke(serial: string, reason?: number): Promise<void> {
    const at = await clock.now();
    revoked.set(serial.toLowerCase(), { status: "revoked", at, ...(reason === undefined ? {} : { reason }) });
  }

  async function answer(request: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    const reply = await answerOcspRequest(request, {
      issuer: pki.issuer,
      key: pki.ocspKey,
      now: await clock.now(),
      validSeconds: VALID_SECONDS,
      statusOf: (serial) => revoked.get(serial) ?? { status: "good" },
    });
    return new Uint8Array(reply);
  }

  const app = new Hono();
  app.post("/ocsp", async (c) => c.body(await answer(new Uint8Array(await c.req.arrayBuffer())), 200, REPLY));
  app.get("/ocsp/:request{.+}", async (c) =>
    c.body(await answer(Buffer.from(c.req.param("request"), "base64")), 200, REPLY),
  );
  app.post("/ocsp/revoke", async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    const asked = readRevocation(body);
    if (!asked) return c.json({ error: "serial is a number in hexadecimal" }, 400);
    await revoke(asked.serial, asked.reason);
    return c.body(null, 204);
  });
  return { app, revoke };
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
