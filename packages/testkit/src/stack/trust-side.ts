// The trust side of a stack: a small PKI kept in its directory, a time-stamping authority and an OCSP responder.

import { createPrivateKey, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { answerOcspRequest, answerTimestampRequest, createSealKey, exportPkcs12, fromPem, issueDevelopmentPki, rejectTimestampRequest, toPem } from "@posthorn/pki";
import type { DevelopmentPki, SealKey } from "@posthorn/pki";
import { Hono } from "hono";
import { serveApp } from "../standin/serve.ts";
import type { StackClock } from "./stack-clock.ts";

/** What the sealer is given, and what whoever checks its work trusts. */
export interface TrustFiles {
  /** `file:` URLs. */
  readonly sealP12: string;
  readonly tsaRootPem: string;
  readonly sealPassword: string;
  /** Paths of the two roots in PEM. */
  readonly roots: { readonly seal: string; readonly tsa: string };
}

/** `down` breaks the connection, `reject` refuses by protocol, `garbage` answers nonsense. */
export type TsaMode = "ok" | "down" | "reject" | "garbage";

export interface TrustSide {
  readonly files: TrustFiles;
  readonly tsaUrl: string;
  setTsaMode(mode: TsaMode): void;
  stop(): Promise<void>;
}

const TSA_POLICY = "1.3.6.1.4.1.99999.1";
const OCSP_VALID_SECONDS = 3600;

export async function startTrustSide(options: { directory: string; tsaPort: number; ocspPort: number; clock: StackClock }): Promise<TrustSide> {
  const { directory, clock } = options;
  if (!existsSync(join(directory, "seal.p12"))) write(directory, clock.now(), `http://127.0.0.1:${options.ocspPort}/ocsp`);
  const tsa = read(directory, "tsa", ["tsa-root"]);
  const ocsp = read(directory, "ocsp", ["root"]);
  let mode: TsaMode = "ok";

  const tsaApp = new Hono();
  tsaApp.post("/tsa", async (c) => {
    if (mode === "down") return c.text("Service Unavailable", 503);
    if (mode === "garbage") return c.body("no token", 200, { "content-type": "application/timestamp-reply" });
    const asked = new Uint8Array(await c.req.arrayBuffer());
    const answer =
      mode === "reject"
        ? rejectTimestampRequest("systemFailure", "out of order")
        : await answerTimestampRequest(asked, { key: tsa, now: clock.now(), policy: TSA_POLICY, serial: newSerial() });
    return c.body(new Uint8Array(answer), 200, { "content-type": "application/timestamp-reply" });
  });
  const ocspApp = new Hono();
  ocspApp.post("/ocsp", async (c) => {
    const answer = await answerOcspRequest(new Uint8Array(await c.req.arrayBuffer()), {
      issuer: ocsp.chain[0] ?? new Uint8Array(),
      key: ocsp,
      now: clock.now(),
      validSeconds: OCSP_VALID_SECONDS,
      statusOf: () => ({ status: "good" }),
    });
    return c.body(new Uint8Array(answer), 200, { "content-type": "application/ocsp-response" });
  });
  const servers = [await serveApp(tsaApp, { port: options.tsaPort }), await serveApp(ocspApp, { port: options.ocspPort })];
  return {
    files: {
      sealP12: pathToFileURL(join(directory, "seal.p12")).href,
      sealPassword: readFileSync(join(directory, "seal.password"), "utf8"),
      tsaRootPem: pathToFileURL(join(directory, "tsa-root.pem")).href,
      roots: { seal: join(directory, "root.pem"), tsa: join(directory, "tsa-root.pem") },
    },
    tsaUrl: `${servers[0]?.url}/tsa`,
    setTsaMode: (next) => void (mode = next),
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}

/** Made aside and renamed into place at the end: a start that is broken off leaves nothing half made. */
function write(directory: string, now: Temporal.Instant, ocspUrl: string): void {
  const aside = `${directory}.new`;
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const pki = issueDevelopmentPki({ now, ocspUrl });
  const password = randomBytes(24).toString("base64url");
  const { seal } = pki;
  const p12 = exportPkcs12({ privateKey: seal.privateKey, certificate: seal.key.certificate, chain: seal.key.chain }, password);
  const files: Record<string, string | Uint8Array> = { "seal.p12": p12, "seal.password": password };
  for (const [name, identity] of named(pki)) {
    files[`${name}.pem`] = toPem(identity.key.certificate);
    files[`${name}.key`] = identity.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(aside, name), content, { mode: 0o600 });
  renameSync(aside, directory);
}

function named(pki: DevelopmentPki) {
  return [["root", pki.root], ["tsa-root", pki.tsaRoot], ["tsa", pki.tsa], ["ocsp", pki.ocsp]] as const;
}

function read(directory: string, name: string, issuers: readonly string[]): SealKey {
  const certificate = (file: string): Uint8Array => fromPem(readFileSync(join(directory, `${file}.pem`), "utf8"))[0] ?? new Uint8Array();
  const key = createPrivateKey(readFileSync(join(directory, `${name}.key`), "utf8"));
  return createSealKey(key, certificate(name), issuers.map(certificate));
}

function newSerial(): Uint8Array {
  const serial = new Uint8Array(randomBytes(16));
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
}
