// Stands in for a remote sealing service: tokens, one credential, activation, signatures, and faults when told to.

import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { Hono } from "hono";
import type { StandInClock } from "../standin/clock.ts";
import { describeCredential, describeService, type CscCredential } from "./describe-credential.ts";
import { signDigest } from "./sign-digest.ts";

export const CSC_MODES = [
  "ok",
  "down",
  "garbage",
  "refuse",
  "disabled",
  "wrong_certificate",
  "wrong_signature",
  "late",
] as const;
export type CscMode = (typeof CSC_MODES)[number];

export interface CscOptions {
  readonly clock: StandInClock;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly credential: CscCredential;
  /** Shown instead of the credential's own certificate in mode `wrong_certificate`, DER. */
  readonly otherCertificate: Uint8Array;
}

export interface CscStandIn {
  /**
   * `POST /oauth2/token`, and below `/csc/v2`: `info`, `credentials/list`, `credentials/info`, `credentials/authorize`,
   * `signatures/signHash`, all POST. `GET` and `POST /csc/mode` with `{"mode":"late","delay_ms":500}`: `late` signs,
   * then waits that long before it answers, once. `POST /csc/revoke` voids every token.
   */
  readonly app: Hono;
  /** `delayMs` is real time. */
  setMode(mode: CscMode, delayMs?: number): void;
  revokeTokens(): void;
  /** Signatures made so far, also those nobody waited for. */
  signed(): number;
}

const TOKEN_SECONDS = 300;
const SAD_SECONDS = 60;
const DEFAULT_DELAY_MS = 30_000;

export function createCsc(options: CscOptions): CscStandIn {
  const { clock, credential } = options;
  const tokens = new Map<string, Temporal.Instant>();
  const activations = new Map<string, { readonly digests: string; readonly endsAt: Temporal.Instant }>();
  let mode: CscMode = "ok";
  let delayMs = DEFAULT_DELAY_MS;
  let signed = 0;

  async function issue(): Promise<string> {
    const token = randomBytes(24).toString("base64url");
    tokens.set(token, (await clock.now()).add({ seconds: TOKEN_SECONDS }));
    return token;
  }

  async function knows(authorization = ""): Promise<boolean> {
    const endsAt = tokens.get(authorization.replace(/^Bearer /u, ""));
    return endsAt !== undefined && Temporal.Instant.compare(await clock.now(), endsAt) < 0;
  }

  const app = new Hono();
  app.get("/csc/mode", (c) => c.json({ mode, delay_ms: delayMs, signed }));
  app.post("/csc/mode", async (c) => {
    const body = await readObject(c.req);
    const asked = CSC_MODES.find((known) => known === body["mode"]);
    if (!asked) return c.json({ error: `mode is one of ${CSC_MODES.join(", ")}` }, 400);
    setMode(asked, typeof body["delay_ms"] === "number" ? body["delay_ms"] : DEFAULT_DELAY_MS);
    return c.json({ mode, delay_ms: delayMs, signed });
  });
  app.post("/csc/revoke", (c) => {
    tokens.clear();
    return c.json({ revoked: true });
  });
  app.use("*", async (c, next) => {
    if (mode === "down") return c.text("Service Unavailable", 503);
    if (mode === "garbage") return c.html("<html>It works</html>");
    return next();
  });
  app.post("/oauth2/token", async (c) => {
    const form = await c.req.parseBody();
    if (form["grant_type"] !== "client_credentials") return c.json(fault("unsupported_grant_type"), 400);
    const known = form["client_id"] === options.clientId && form["client_secret"] === options.clientSecret;
    if (!known) return c.json(fault("invalid_client", "Client authentication failed"), 401);
    return c.json({ access_token: await issue(), token_type: "Bearer", expires_in: TOKEN_SECONDS });
  });
  app.post("/csc/v2/info", (c) => c.json(describeService("Posthorn demonstration")));
  app.use("/csc/v2/*", async (c, next) => {
    if (await knows(c.req.header("authorization"))) return next();
    return c.json(fault("invalid_token", "The access token is unknown, expired or revoked"), 401);
  });
  app.post("/csc/v2/credentials/list", (c) => c.json({ credentialIDs: [credential.id] }));
  app.use("/csc/v2/*", async (c, next) => {
    const { credentialID } = await readObject(c.req);
    return credentialID === credential.id
      ? next()
      : c.json(fault("invalid_request", "Invalid parameter credentialID"), 400);
  });
  app.post("/csc/v2/credentials/info", (c) => {
    const shown = mode === "wrong_certificate" ? { certificate: options.otherCertificate } : {};
    return c.json(describeCredential(credential, { enabled: mode !== "disabled", ...shown }));
  });
  app.post("/csc/v2/credentials/authorize", async (c) => {
    const body = await readObject(c.req);
    const digests = readDigests(body["hashes"]);
    if (!digests || body["numSignatures"] !== digests.length) return c.json(fault("invalid_request"), 400);
    if (credential.pin !== undefined && credential.pin !== readPin(body["authData"]))
      return c.json(fault("invalid_pin", "The PIN is wrong"), 400);
    const sad = randomBytes(24).toString("base64url");
    const endsAt = (await clock.now()).add({ seconds: SAD_SECONDS });
    activations.set(sad, { digests: JSON.stringify(body["hashes"]), endsAt });
    return c.json({ SAD: sad, expiresIn: SAD_SECONDS });
  });
  app.post("/csc/v2/signatures/signHash", async (c) => {
    const body = await readObject(c.req);
    if (mode === "refuse") return c.json(fault("access_denied", "The credential may not sign now"), 400);
    const digests = readDigests(body["hashes"]);
    if (!digests || !isOffered(body["signAlgo"])) return c.json(fault("invalid_request"), 400);
    if (!(await activates(body))) return c.json(fault("invalid_request", "Invalid parameter SAD"), 400);
    const signatures = digests.map((digest) => {
      const wrong = mode === "wrong_signature" ? randomBytes(digest.length) : digest;
      return Buffer.from(signDigest(credential.identity.privateKey, wrong)).toString("base64");
    });
    signed += signatures.length;
    if (mode === "late") {
      mode = "ok";
      await setTimeout(delayMs, undefined, { signal: c.req.raw.signal }).catch(() => undefined);
    }
    return c.json({ signatures });
  });

  function isOffered(signAlgo: unknown): boolean {
    return describeCredential(credential).key.algo.some((offered) => offered === signAlgo);
  }

  /** Activation data serves once, for the digests it was given for. */
  async function activates(body: Record<string, unknown>): Promise<boolean> {
    const sad = String(body["SAD"]);
    const found = activations.get(sad);
    activations.delete(sad);
    return (
      found !== undefined &&
      (credential.scal === "1" || found.digests === JSON.stringify(body["hashes"])) &&
      Temporal.Instant.compare(await clock.now(), found.endsAt) < 0
    );
  }

  function setMode(next: CscMode, delay = DEFAULT_DELAY_MS): void {
    mode = next;
    delayMs = delay;
  }
  return { app, setMode, revokeTokens: () => tokens.clear(), signed: () => signed };
}

function fault(error: string, description = "The request is not valid") {
  return { error, error_description: description };
}

async function readObject(request: { json(): Promise<unknown> }): Promise<Record<string, unknown>> {
  const value = await request.json().catch(() => null);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Base64, of SHA-256 or SHA-384; nothing where one of them is not. */
function readDigests(hashes: unknown): Uint8Array[] | undefined {
  if (!Array.isArray(hashes) || hashes.length === 0) return undefined;
  const digests = hashes.map((text) => new Uint8Array(Buffer.from(String(text), "base64")));
  return digests.every(({ length }) => length === 32 || length === 48) ? digests : undefined;
}

function readPin(authData: unknown): unknown {
  const entries: readonly unknown[] = Array.isArray(authData) ? authData : [];
  const pin = entries.find((entry) => (entry as { id?: unknown } | null)?.id === "PIN");
  return (pin as { value?: unknown } | undefined)?.value;
}
