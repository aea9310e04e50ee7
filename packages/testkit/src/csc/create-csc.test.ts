import { createHash, verify } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  issueDevelopmentPki,
  openRemoteSeal,
  PkiError,
  readCertificate,
  readSignedData,
  signCms,
  hashFor,
  verifySigner,
  type RemoteSealOptions,
} from "@posthorn/pki";
import { manualClock } from "../standin/clock.ts";
import { serveApp, type ServedApp } from "../standin/serve.ts";
import { createCsc, CSC_MODES, type CscStandIn } from "./create-csc.ts";
import { signDigest } from "./sign-digest.ts";

const NOW = Temporal.Instant.from("2026-11-21T09:00:00Z");
const clock = manualClock(NOW);
const pki = issueDevelopmentPki({ now: NOW });
const stranger = issueDevelopmentPki({ now: NOW });
const CLIENT = { clientId: "posthorn", clientSecret: "a secret" };
const CONTENT = Buffer.from("a manifest");

let csc: CscStandIn;
let server: ServedApp;

function standIn(
  change: Partial<Parameters<typeof createCsc>[0]["credential"]> = {},
  from = pki,
): CscStandIn {
  return createCsc({
    clock,
    ...CLIENT,
    credential: { id: "seal-1", identity: from.seal, scal: "2", ...change },
    otherCertificate: stranger.seal.key.certificate,
  });
}

beforeAll(async () => {
  csc = standIn();
  server = await serveApp(csc.app, { port: 0 });
});
beforeEach(() => csc.setMode("ok"));
afterAll(() => server.stop());

function open(change: Partial<RemoteSealOptions> = {}) {
  return openRemoteSeal({
    baseUrl: `${server.url}/csc/v2`,
    tokenUrl: `${server.url}/oauth2/token`,
    ...CLIENT,
    credentialId: "seal-1",
    timeoutMs: 2000,
    ...change,
  });
}

async function failure(act: () => Promise<unknown>): Promise<string> {
  const error: unknown = await act().catch((thrown: unknown) => thrown);
  return error instanceof PkiError ? error.code : `no PkiError: ${String(error)}`;
}

test("a remote key seals like one of our own", async () => {
  const key = await open();
  expect(key.certificateSha256).toBe(pki.seal.key.certificateSha256);
  expect(key.chain).toEqual([pki.root.key.certificate]);
  const contentDigest = new Uint8Array(createHash(hashFor(key)).update(CONTENT).digest());
  const signed = readSignedData(await signCms({ contentDigest, key }));
  expect(verifySigner(signed, CONTENT).der).toEqual(pki.seal.key.certificate);
});

test.each([
  ["P-256", "SHA-256"],
  ["P-384", "SHA-384"],
  ["RSA-3072", "SHA-256"],
] as const)("a remote %s key signs with %s", async (sealKey, hash) => {
  const other = issueDevelopmentPki({ now: NOW, sealKey });
  const own = await serveApp(standIn({ scal: "1", pin: "1234" }, other).app, { port: 0 });
  const address = { baseUrl: `${own.url}/csc/v2/`, tokenUrl: `${own.url}/oauth2/token` };
  try {
    const key = await open({ ...address, authData: { PIN: "1234" } });
    expect(key.hash).toBe(hash);
    const { publicKey } = readCertificate(key.certificate);
    expect(verify(hashFor(key), CONTENT, publicKey, await key.sign(CONTENT))).toBe(true);
    const wrongPin = await open({ ...address, authData: { PIN: "0000" } });
    expect(await failure(() => wrongPin.sign(CONTENT))).toBe("seal_refused");
  } finally {
    await own.stop();
  }
});

test("faults while opening have each their code", async () => {
  const expected = { down: "seal_unreachable", garbage: "seal_garbage", disabled: "seal_disabled" } as const;
  for (const [mode, code] of Object.entries(expected)) {
    csc.setMode(CSC_MODES.find((known) => known === mode) ?? "ok");
    expect(await failure(() => open())).toBe(code);
  }
  csc.setMode("ok");
  expect(await failure(() => open({ clientSecret: "wrong" }))).toBe("seal_refused");
  expect(await failure(() => open({ credentialId: "another" }))).toBe("seal_refused");
  expect(await failure(() => open({ baseUrl: "http://127.0.0.1:9" }))).toBe("seal_unreachable");
});

test("faults while signing have each their code, and the key recovers", async () => {
  const key = await open();
  const expected = {
    down: "seal_unreachable",
    garbage: "seal_garbage",
    refuse: "seal_refused",
    wrong_signature: "seal_garbage",
  } as const;
  for (const [mode, code] of Object.entries(expected)) {
    csc.setMode(CSC_MODES.find((known) => known === mode) ?? "ok");
    expect(await failure(() => key.sign(CONTENT))).toBe(code);
  }
  csc.setMode("ok");
  await key.sign(CONTENT);
});

test("a certificate of somebody else's key is found out before its signature is used", async () => {
  csc.setMode("wrong_certificate");
  const key = await open();
  expect(key.certificateSha256).toBe(stranger.seal.key.certificateSha256);
  expect(await failure(() => key.sign(CONTENT))).toBe("seal_garbage");
});

test("a signature that does not arrive in time is asked for again", async () => {
  const key = await open({ timeoutMs: 1000 });
  const before = csc.signed();
  csc.setMode("late", 5000);
  await key.sign(CONTENT);
  expect(csc.signed()).toBe(before + 2);
});

test("tokens are used again, and renewed when the service no longer takes them", async () => {
  const asked: string[] = [];
  const counting: typeof fetch = (input, init) => {
    asked.push(new URL(String(input instanceof Request ? input.url : input)).pathname);
    return fetch(input, init);
  };
  const key = await open({ fetch: counting });
  await Promise.all([key.sign(CONTENT), key.sign(CONTENT)]);
  const tokens = () => asked.filter((path) => path === "/oauth2/token").length;
  expect(tokens()).toBe(1);
  csc.revokeTokens();
  await key.sign(CONTENT);
  expect(tokens()).toBe(2);
  clock.advance({ minutes: 6 });
  await key.sign(CONTENT);
  expect(tokens()).toBe(3);
});

test("signatures of r‖s are taken too, as DER", async () => {
  const raw: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (!String(input instanceof Request ? input.url : input).endsWith("/signHash")) return response;
    const { hashes } = JSON.parse(Buffer.from(init?.body as Uint8Array).toString("utf8")) as {
      hashes: string[];
    };
    const digest = new Uint8Array(Buffer.from(hashes[0] ?? "", "base64"));
    const der = signDigest(pki.seal.privateKey, digest);
    const plain = toFixedLength(der, 32);
    return Response.json({ signatures: [Buffer.from(plain).toString("base64")] });
  };
  const key = await open({ fetch: raw });
  const { publicKey } = readCertificate(key.certificate);
  expect(verify("sha256", CONTENT, publicKey, await key.sign(CONTENT))).toBe(true);
});

/** SEQUENCE { INTEGER r, INTEGER s } as r‖s, for lengths of one octet. */
function toFixedLength(der: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(der);
  const first = 4 + (bytes[3] ?? 0);
  const fixed = (number: Buffer) =>
    Buffer.concat([Buffer.alloc(size), number.subarray(number[0] === 0 ? 1 : 0)]).subarray(-size);
  return Buffer.concat([fixed(bytes.subarray(4, first)), fixed(bytes.subarray(first + 2))]);
}

test("the stand-in speaks the protocol to whoever asks", async () => {
  const post = (path: string, body: unknown, token = "") =>
    fetch(`${server.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: CLIENT.clientId,
    client_secret: CLIENT.clientSecret,
  });
  const granted = await fetch(`${server.url}/oauth2/token`, { method: "POST", body: form });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  expect(await (await post("/csc/v2/info", {})).json()).toMatchObject({ specs: "2.0.0.2" });
  expect((await post("/csc/v2/credentials/list", {})).status).toBe(401);
  expect(await (await post("/csc/v2/credentials/list", {}, token)).json()).toEqual({
    credentialIDs: ["seal-1"],
  });
  const hashes = [createHash("sha256").update(CONTENT).digest("base64")];
  const common = { credentialID: "seal-1", hashes, hashAlgorithmOID: "2.16.840.1.101.3.4.2.1" };
  const info = await (await post("/csc/v2/credentials/info", common, token)).json();
  expect(info).toMatchObject({ key: { status: "enabled", algo: ["1.2.840.10045.4.3.2"] }, SCAL: "2" });
  const signAlgo = "1.2.840.10045.4.3.2";
  expect((await post("/csc/v2/signatures/signHash", { ...common, signAlgo }, token)).status).toBe(400);
  const authorize = async () => {
    const answer = await post("/csc/v2/credentials/authorize", { ...common, numSignatures: 1 }, token);
    return ((await answer.json()) as { SAD: string }).SAD;
  };
  const SAD = await authorize();
  const other = { ...common, hashes: [Buffer.alloc(32).toString("base64")], SAD, signAlgo };
  expect((await post("/csc/v2/signatures/signHash", other, token)).status).toBe(400);
  expect((await post("/csc/v2/signatures/signHash", { ...common, SAD, signAlgo }, token)).status).toBe(400);
  const whole = { ...common, SAD: await authorize(), signAlgo };
  const signed = await (await post("/csc/v2/signatures/signHash", whole, token)).json();
  expect(signed).toEqual({ signatures: [expect.stringMatching(/^ME/u)] });
});

test("modes are switched over HTTP", async () => {
  const put = (body: unknown) =>
    fetch(`${server.url}/csc/mode`, { method: "POST", body: JSON.stringify(body) });
  expect((await put({ mode: "odd" })).status).toBe(400);
  expect(await (await put({ mode: "refuse" })).json()).toMatchObject({ mode: "refuse" });
  const key = await open();
  await expect(key.sign(CONTENT)).rejects.toMatchObject({
    detail: expect.stringContaining("access_denied: The credential may not sign now"),
  });
  expect((await put({ mode: "ok" })).status).toBe(200);
  expect((await fetch(`${server.url}/csc/revoke`, { method: "POST" })).status).toBe(200);
  await key.sign(CONTENT);
});
