import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { toPem } from "../certificate/pem.ts";
import { readCertificate } from "../certificate/read.ts";
import { issueDevelopmentPki } from "../development/issue-pki.ts";
import { PkiError } from "../error.ts";
import { answerOcspRequest, type CertificateStatus, type OcspAuthority } from "./answer.ts";
import { checkOcsp } from "./check.ts";

const NOW = Temporal.Instant.from("2026-11-21T09:00:00Z");
const pki = issueDevelopmentPki({ now: NOW });
const issuer = pki.root.key.certificate;
const certificate = pki.seal.key.certificate;
const folder = mkdtempSync(join(tmpdir(), "ocsp-"));
const noOpenssl = spawnSync("openssl", ["version"]).status !== 0;
afterAll(() => rmSync(folder, { recursive: true }));

function authority(status: CertificateStatus, change: Partial<OcspAuthority> = {}): OcspAuthority {
  const serial = readCertificate(certificate).serial;
  const statusOf = (asked: string): CertificateStatus => (asked === serial ? status : { status: "unknown" });
  return { issuer, key: pki.ocsp.key, now: NOW, validSeconds: 3600, statusOf, ...change };
}

function ask(answer: (request: Uint8Array) => Promise<Uint8Array> | Uint8Array, now = NOW) {
  return checkOcsp({
    certificate,
    issuer,
    url: "http://ocsp.test/",
    now,
    timeoutMs: 1000,
    fetch: async (_url, init) => {
      if (!(init?.body instanceof Uint8Array)) throw new TypeError("no body");
      return new Response(new Uint8Array(await answer(init.body)));
    },
  });
}

const revoked: CertificateStatus = { status: "revoked", at: NOW.subtract({ hours: 2 }), reason: 1 };

test.each([{ status: "good" }, { status: "unknown" }, revoked] as const)(
  "the status $status is told",
  async (status) => {
    const answer = await ask((request) => answerOcspRequest(request, authority(status)));
    expect(answer.certificate).toEqual(status);
    expect(answer.nextUpdate?.toString()).toBe("2026-11-21T10:00:00Z");
  },
);

test("the CA itself may sign the answer", async () => {
  const answer = await ask((request) =>
    answerOcspRequest(request, authority({ status: "good" }, { key: pki.root.key })),
  );
  expect(answer.certificate.status).toBe("good");
});

test("faulty answers are not relied on", async () => {
  const good = authority({ status: "good" });
  const stranger = issueDevelopmentPki({ now: NOW });
  const cases: [string, (request: Uint8Array) => Promise<Uint8Array> | Uint8Array][] = [
    ["ocsp_untrusted", (request) => answerOcspRequest(request, { ...good, key: stranger.ocsp.key })],
    ["ocsp_untrusted", (request) => answerOcspRequest(request, { ...good, key: pki.seal.key })],
    ["ocsp_stale", (request) => answerOcspRequest(request, { ...good, now: NOW.subtract({ hours: 2 }) })],
    ["ocsp_stale", (request) => answerOcspRequest(request, { ...good, now: NOW.add({ hours: 2 }) })],
    ["ocsp_garbage", () => Buffer.from("<html>")],
    ["ocsp_garbage", () => answerOcspRequest(Buffer.from("no request"), good)],
    ["ocsp_unreachable", () => Promise.reject(new TypeError("connection refused"))],
  ];
  for (const [expected, answer] of cases) {
    const error: unknown = await ask(answer).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PkiError);
    expect(error).toMatchObject({ code: expected });
  }
});

test("an answer to an earlier question is not taken for a new one", async () => {
  let kept: Uint8Array | undefined;
  await ask(async (request) => (kept = await answerOcspRequest(request, authority({ status: "good" }))));
  await expect(ask(() => kept ?? new Uint8Array())).rejects.toMatchObject({ code: "ocsp_replayed" });
});

test("another CA's certificate is unknown", async () => {
  const other = issueDevelopmentPki({ now: NOW });
  const wrong = authority({ status: "good" }, { issuer: other.root.key.certificate, key: pki.ocsp.key });
  const answer = await ask((request) => answerOcspRequest(request, wrong));
  expect(answer.certificate.status).toBe("unknown");
});

test.skipIf(noOpenssl).each([
  [[], "good"],
  [["-sha256"], "good"],
  [[], "revoked"],
])("openssl reads our answer %s %s (skipped: openssl is not installed)", async (options, status) => {
  const path = (name: string) => join(folder, name);
  // openssl ocsp compares with the machine's clock
  const now = Temporal.Now.instant();
  const fresh = issueDevelopmentPki({ now });
  writeFileSync(path("root.pem"), toPem(fresh.root.key.certificate));
  writeFileSync(path("cert.pem"), toPem(fresh.seal.key.certificate));
  const names = ["-issuer", path("root.pem"), ...options, "-cert", path("cert.pem")];
  execFileSync("openssl", ["ocsp", ...names, "-reqout", path("req.der")], { stdio: "pipe" });
  const statusOf = (): CertificateStatus =>
    status === "good" ? { status: "good" } : { status: "revoked", at: now.subtract({ hours: 1 }), reason: 1 };
  const responder = {
    issuer: fresh.root.key.certificate,
    key: fresh.ocsp.key,
    now,
    validSeconds: 3600,
    statusOf,
  };
  writeFileSync(path("resp.der"), await answerOcspRequest(readFileSync(path("req.der")), responder));
  const args = ["ocsp", "-no_nonce", ...names, "-respin", path("resp.der"), "-CAfile", path("root.pem")];
  const out = spawnSync("openssl", args, { encoding: "utf8" });
  expect(out.stderr).toContain("Response verify OK");
  expect(out.stdout).toContain(`cert.pem: ${status}`);
  expect(out.stdout.includes("keyCompromise")).toBe(status === "revoked");
});
