import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  checkOcsp,
  createRevocationClient,
  createTimestampClient,
  fromPem,
  PkiError,
  readCertificate,
  toPem,
} from "@posthorn/pki";
import { manualClock } from "../standin/clock.ts";
import { serveApp, type ServedApp } from "../standin/serve.ts";
import { makeDevPki, type DevPki } from "./make-dev-pki.ts";
import { createOcspResponder, type OcspResponder } from "./ocsp-responder.ts";
import { createTimestampResponder, type TimestampResponder } from "./timestamp-responder.ts";

// openssl's command for OCSP compares with the machine's clock
const START = Temporal.Now.instant().round("second");
const PORT = "127.0.0.1:9999";
const OCSP_URL = `http://${PORT}/ocsp`;
const run = promisify(execFile);
const noOpenssl = spawnSync("openssl", ["version"]).status !== 0;
const folder = mkdtempSync(join(tmpdir(), "dev-pki-"));
const directory = join(folder, "pki");
const path = (name: string) => join(folder, name);
const digest = new Uint8Array(createHash("sha256").update("a leaf").digest());
const clock = manualClock(START);

let pki: DevPki;
let tsa: TimestampResponder;
let ocsp: OcspResponder;
let tsaServer: ServedApp;
let ocspServer: ServedApp;

beforeAll(async () => {
  pki = await makeDevPki({ directory, now: START, ocspUrl: OCSP_URL });
  tsa = createTimestampResponder({ pki, clock });
  ocsp = createOcspResponder({ pki, clock });
  tsaServer = await serveApp(tsa.app, { port: 0 });
  ocspServer = await serveApp(ocsp.app, { port: 0 });
});
afterAll(async () => {
  await Promise.all([tsaServer.stop(), ocspServer.stop()]);
  rmSync(folder, { recursive: true });
});

function stamp(timeoutMs = 2000) {
  const responder = { url: `${tsaServer.url}/tsa`, trustedRoots: fromPem(pki.tsaRootPem) };
  return createTimestampClient({ responders: [responder], timeoutMs }).stamp(digest);
}

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, { method: "POST", body: JSON.stringify(body) });
}

test("the PKI is kept and used again", async () => {
  const again = await makeDevPki({ directory, now: START.add({ hours: 24 * 365 * 9 }), ocspUrl: OCSP_URL });
  expect(again.rootPem).toBe(pki.rootPem);
  expect(again.sealKey.certificateSha256).toBe(pki.sealKey.certificateSha256);
  expect(again.tsaKey.certificateSha256).toBe(pki.tsaKey.certificateSha256);
  expect(readFileSync(pki.sealPasswordPath, "utf8")).toBe(pki.sealPassword);
  expect(existsSync(`${directory}.new`)).toBe(false);
});

test("another OCSP address or a worn-out certificate gives new ones under the same roots", async () => {
  const own = { directory: join(folder, "moving"), now: START, ocspUrl: OCSP_URL };
  const first = await makeDevPki(own);
  const moved = await makeDevPki({ ...own, ocspUrl: "http://127.0.0.1:1/ocsp" });
  expect(moved.rootPem).toBe(first.rootPem);
  expect(moved.sealKey.certificateSha256).not.toBe(first.sealKey.certificateSha256);
  const later = await makeDevPki({ ...own, now: START.add({ hours: 24 * 366 * 11 }) });
  expect([later.rootPem, later.tsaRootPem]).toEqual([first.rootPem, first.tsaRootPem]);
  const earlier = await makeDevPki({ ...own, now: START.subtract({ hours: 48 }) });
  expect(earlier.rootPem).not.toBe(first.rootPem);
});

test("a directory that lacks what seals need today is filled under the same roots", async () => {
  const own = { directory: join(folder, "older"), now: START, ocspUrl: OCSP_URL };
  const first = await makeDevPki(own);
  rmSync(join(own.directory, "tsa-ocsp.key"));
  const again = await makeDevPki(own);
  expect([again.rootPem, again.tsaRootPem]).toEqual([first.rootPem, first.tsaRootPem]);
  expect(again.tsaKey.certificateSha256).not.toBe(first.tsaKey.certificateSha256);
});

test("stamps follow the stand-in's clock", async () => {
  clock.advance({ hours: 3 });
  expect((await stamp()).genTime.equals(START.add({ hours: 3 }))).toBe(true);
  clock.advance({ hours: -3 });
  expect((await stamp()).genTime.equals(START)).toBe(true);
  expect(tsa.stamped()).toBe(2);
});

test("every fault can be switched on over HTTP, and off again", async () => {
  const expected = {
    down: "tsa_unreachable",
    garbage: "tsa_garbage",
    wrong_nonce: "tsa_wrong_nonce",
    wrong_imprint: "tsa_wrong_imprint",
    reject: "tsa_rejected",
  };
  for (const [mode, code] of Object.entries(expected)) {
    expect((await post(`${tsaServer.url}/tsa/mode`, { mode })).status).toBe(200);
    await expect(stamp()).rejects.toMatchObject({ code });
  }
  await post(`${tsaServer.url}/tsa/mode`, { mode: "slow", delay_ms: 10_000 });
  await expect(stamp(100)).rejects.toMatchObject({ code: "tsa_unreachable" });
  await post(`${tsaServer.url}/tsa/mode`, { mode: "slow", delay_ms: 1 });
  expect((await stamp()).genTime.equals(START)).toBe(true);
  await post(`${tsaServer.url}/tsa/mode`, { mode: "ok" });
  expect(await (await fetch(`${tsaServer.url}/tsa/mode`)).json()).toMatchObject({ mode: "ok" });
  expect((await stamp()).genTime.equals(START)).toBe(true);
});

test("an unknown mode and another content type are refused", async () => {
  expect((await post(`${tsaServer.url}/tsa/mode`, { mode: "odd" })).status).toBe(400);
  expect((await fetch(`${tsaServer.url}/tsa/mode`, { method: "POST", body: "{" })).status).toBe(400);
  expect((await fetch(`${tsaServer.url}/tsa`, { method: "POST", body: "x" })).status).toBe(415);
  expect(tsa.mode()).toBe("ok");
});

test("a responder that is not there is unreachable", async () => {
  const responder = { url: "http://127.0.0.1:9/tsa", trustedRoots: [] };
  const client = createTimestampClient({ responders: [responder], timeoutMs: 1000 });
  await expect(client.stamp(digest)).rejects.toMatchObject({ code: "tsa_unreachable" });
});

function status() {
  return checkOcsp({
    certificate: pki.sealKey.certificate,
    issuer: pki.authorities.root.key.certificate,
    url: `${ocspServer.url}/ocsp`,
    now: clock.now(),
    timeoutMs: 2000,
  });
}

test.skipIf(noOpenssl)(
  "openssl verifies stamps of the running responder (skipped: openssl is not installed)",
  async () => {
    await run("openssl", [
      "ts",
      "-query",
      "-digest",
      Buffer.from(digest).toString("hex"),
      "-sha256",
      "-cert",
      "-out",
      path("q.tsq"),
    ]);
    const headers = { "content-type": "application/timestamp-query" };
    const reply = await fetch(`${tsaServer.url}/tsa`, {
      method: "POST",
      headers,
      body: readFileSync(path("q.tsq")),
    });
    expect(reply.headers.get("content-type")).toBe("application/timestamp-reply");
    writeFileSync(path("r.tsr"), new Uint8Array(await reply.arrayBuffer()));
    const args = [
      "ts",
      "-verify",
      "-queryfile",
      path("q.tsq"),
      "-in",
      path("r.tsr"),
      "-CAfile",
      pki.tsaRootPemPath,
    ];
    const { stdout } = await run("openssl", args);
    expect(stdout).toContain("Verification: OK");
  },
);

test.skipIf(noOpenssl)(
  "openssl asks the running OCSP responder (skipped: openssl is not installed)",
  async () => {
    writeFileSync(path("seal.pem"), toPem(pki.sealKey.certificate));
    const names = ["-issuer", pki.rootPemPath, "-cert", path("seal.pem"), "-CAfile", pki.rootPemPath];
    const { stdout, stderr } = await run("openssl", ["ocsp", ...names, "-url", `${ocspServer.url}/ocsp`]);
    expect(stderr).toContain("Response verify OK");
    expect(stdout).toContain("seal.pem: good");
  },
);

function collect(timeoutMs = 2000) {
  const { sealKey, tsaKey } = pki;
  return createRevocationClient({
    timeoutMs,
    trustedRoots: [...fromPem(pki.rootPem), ...fromPem(pki.tsaRootPem)],
    clock: () => Promise.resolve(clock.now()),
    // certificates name the port of a stack; here it is another one
    fetch: (url, init) =>
      fetch(String(url instanceof Request ? url.url : url).replace(PORT, new URL(ocspServer.url).host), init),
  })([sealKey, tsaKey]);
}

test("both roots answer for theirs", async () => {
  const named = [pki.rootPem, pki.tsaRootPem].map((pem) => fromPem(pem)[0]);
  for (const [index, name] of ["root", "tsa-root"].entries()) {
    const own = await fetch(`${ocspServer.url}/ca/${name}.crt`);
    expect(new Uint8Array(await own.arrayBuffer())).toEqual(new Uint8Array(named[index] ?? []));
  }
  const { certificates, ocsps, crls } = await collect();
  expect([certificates.length, ocsps.length, crls.length]).toEqual([6, 2, 0]);
});

test.skipIf(noOpenssl)("openssl verifies the lists (skipped: openssl is not installed)", async () => {
  for (const [name, rootPath] of [
    ["root", pki.rootPemPath],
    ["tsa-root", pki.tsaRootPemPath],
  ] as const) {
    const list = await fetch(`${ocspServer.url}/crl/${name}.crl`);
    expect(list.headers.get("content-type")).toBe("application/pkix-crl");
    writeFileSync(path("list.crl"), new Uint8Array(await list.arrayBuffer()));
    const args = ["crl", "-inform", "DER", "-in", path("list.crl"), "-CAfile", rootPath, "-noout"];
    expect((await run("openssl", args)).stderr).toContain("verify OK");
  }
});

test("every fault of the authorities can be switched on over HTTP, and off again", async () => {
  // the TSA's certificate names a list too, which then decides; the seal's does not
  const expected = {
    garbage: "ocsp_garbage",
    unknown: "ocsp_unknown",
    stale: "ocsp_stale",
    replay: "ocsp_replayed",
    unsigned: "ocsp_untrusted",
    down: "ocsp_unreachable",
  };
  for (const [mode, code] of Object.entries(expected)) {
    expect((await post(`${ocspServer.url}/ocsp/mode`, { mode })).status).toBe(200);
    await expect(collect()).rejects.toMatchObject({ code });
  }
  await post(`${ocspServer.url}/ocsp/mode`, { mode: "slow", delay_ms: 10_000 });
  await expect(collect(100)).rejects.toMatchObject({ code: "ocsp_unreachable" });
  expect((await post(`${ocspServer.url}/ocsp/mode`, { mode: "odd" })).status).toBe(400);
  await post(`${ocspServer.url}/ocsp/mode`, { mode: "ok" });
  expect(await (await fetch(`${ocspServer.url}/ocsp/mode`)).json()).toMatchObject({ mode: "ok" });
  expect((await collect()).ocsps).toHaveLength(2);
});

test("a broken PKI directory is an error, not a new PKI in silence", async () => {
  const broken = join(folder, "broken");
  await makeDevPki({ directory: broken, now: START, ocspUrl: OCSP_URL });
  writeFileSync(join(broken, "seal.password"), "another");
  await expect(makeDevPki({ directory: broken, now: START, ocspUrl: OCSP_URL })).rejects.toThrow(PkiError);
});

test("a certificate is good until it is revoked", async () => {
  expect((await status()).certificate).toEqual({ status: "good" });
  expect((await post(`${ocspServer.url}/ocsp/revoke`, { serial: "no number" })).status).toBe(400);
  const { serial } = readCertificate(pki.sealKey.certificate);
  expect((await post(`${ocspServer.url}/ocsp/revoke`, { serial, reason: 1 })).status).toBe(204);
  expect((await status()).certificate).toEqual({ status: "revoked", at: START, reason: 1 });
  await expect(collect()).rejects.toMatchObject({ code: "revoked" });
});
