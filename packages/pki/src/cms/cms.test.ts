import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { toPem } from "../certificate/pem.ts";
import { issueDevelopmentPki } from "../development/issue-pki.ts";
import { PkiError } from "../error.ts";
import type { HashName } from "../key/algorithm.ts";
import { hashFor, type SealKey } from "../key/seal-key.ts";
import { createTimestampClient } from "../timestamp/client.ts";
import { answerTimestampRequest } from "../timestamp/answer.ts";
import { buildSignedAttributes, signCms } from "./sign.ts";
import { readSignedData, verifySigner } from "./read.ts";

type KeyType = "P-256" | "P-384" | "RSA-3072";
const NOW = Temporal.Instant.from("2026-11-21T09:00:00Z");
const CONTENT = Buffer.from("the content of a proof");
const contentSha256 = new Uint8Array(createHash("sha256").update(CONTENT).digest());
const digestFor = (key: SealKey) => new Uint8Array(createHash(hashFor(key)).update(CONTENT).digest());
const folder = mkdtempSync(join(tmpdir(), "cms-"));
const noOpenssl = spawnSync("openssl", ["version"]).status !== 0;
afterAll(() => rmSync(folder, { recursive: true }));

function stampWith(pki: ReturnType<typeof issueDevelopmentPki>) {
  const client = createTimestampClient({
    responders: [{ url: "http://tsa.test/", trustedRoots: [pki.tsaRoot.key.certificate] }],
    timeoutMs: 1000,
    fetch: async (_url, init) => {
      if (!(init?.body instanceof Uint8Array)) throw new TypeError("no body");
      const authority = { key: pki.tsa.key, now: NOW, policy: "1.2.3", serial: Uint8Array.of(1) };
      return new Response(new Uint8Array(await answerTimestampRequest(init.body, authority)));
    },
  });
  return async (sha256: Uint8Array) => (await client.stamp(sha256)).token;
}

test.skipIf(noOpenssl).each([
  ["P-256", false],
  ["P-256", true],
  ["P-384", true],
  ["RSA-3072", true],
  ["P-384", true, "SHA-384"],
  ["RSA-3072", false, "SHA-384"],
] as const satisfies readonly (readonly [KeyType, boolean, HashName?])[])(
  "openssl verifies a %s signature as CAdES, stamped: %s %s (skipped: openssl is not installed)",
  async (sealKey, stamped, sealHash: HashName = "SHA-256") => {
    const pki = issueDevelopmentPki({ now: NOW, sealKey, sealHash });
    const cms = await signCms({
      contentDigest: digestFor(pki.seal.key),
      key: pki.seal.key,
      ...(stamped ? { timestamp: stampWith(pki) } : {}),
    });
    const path = (name: string) => join(folder, name);
    writeFileSync(path("sig.der"), cms);
    writeFileSync(path("content"), CONTENT);
    writeFileSync(path("root.pem"), toPem(pki.root.key.certificate));
    const files = [
      "-in",
      path("sig.der"),
      "-content",
      path("content"),
      "-CAfile",
      path("root.pem"),
      "-out",
      path("out"),
    ];
    const at = ["-attime", String(NOW.epochMilliseconds / 1000)];
    const args = [
      "cms",
      "-verify",
      "-cades",
      "-binary",
      "-inform",
      "DER",
      "-purpose",
      "any",
      ...at,
      ...files,
    ];
    const result = spawnSync("openssl", args, { encoding: "utf8" });
    expect(result.stderr).toContain("CAdES Verification successful");
    const printed = execFileSync(
      "openssl",
      ["cms", "-cmsout", "-print", "-inform", "DER", "-in", path("sig.der")],
      { encoding: "utf8" },
    );
    expect(printed.includes("id-smime-aa-timeStampToken")).toBe(stamped);
    expect(printed).not.toContain("signingTime");
    expect(printed.includes("sha384")).toBe(sealHash === "SHA-384");
  },
);

test("the signer is found and another content is noticed", async () => {
  const pki = issueDevelopmentPki({ now: NOW });
  const signed = readSignedData(await signCms({ contentDigest: contentSha256, key: pki.seal.key }));
  expect(verifySigner(signed, CONTENT).der).toEqual(pki.seal.key.certificate);
  expect(() => verifySigner(signed, Buffer.from("another content"))).toThrow("bad_signature");
});

test("the signed attributes are those that the key signs", async () => {
  const pki = issueDevelopmentPki({ now: NOW });
  const asked: Uint8Array[] = [];
  const key = {
    ...pki.seal.key,
    sign: (tbs: Uint8Array) => {
      asked.push(tbs);
      return pki.seal.key.sign(tbs);
    },
  };
  await signCms({ contentDigest: contentSha256, key });
  expect(asked).toEqual([buildSignedAttributes("1.2.840.113549.1.7.1", contentSha256, key.certificate)]);
});

test("a digest of the wrong length or of another hash than the key's is refused", async () => {
  const { key } = issueDevelopmentPki({ now: NOW }).seal;
  await expect(signCms({ contentDigest: contentSha256.subarray(1), key })).rejects.toThrow("malformed");
  await expect(signCms({ contentDigest: contentSha256, key: { ...key, hash: "SHA-384" } })).rejects.toThrow(
    "malformed",
  );
});

test("the claimed time of signing is signed where it is asked for", async () => {
  const { key } = issueDevelopmentPki({ now: NOW, sealKey: "P-384", sealHash: "SHA-384" }).seal;
  const signed = readSignedData(await signCms({ contentDigest: digestFor(key), key, signingTime: NOW }));
  expect(verifySigner(signed, CONTENT).der).toEqual(key.certificate);
  const written = Buffer.from("261121090000Z", "latin1").toString("hex");
  expect(Buffer.from(signed.signer.signedAttributes).toString("hex")).toContain(written);
});

test("no signature is made when the timestamp fails", async () => {
  const { key } = issueDevelopmentPki({ now: NOW }).seal;
  const timestamp = () => Promise.reject(new PkiError("tsa_unreachable", "down"));
  await expect(signCms({ contentDigest: contentSha256, key, timestamp })).rejects.toThrow("tsa_unreachable");
});

test("what is no CMS is refused", () => {
  expect(() => readSignedData(Buffer.from("x"))).toThrow("malformed");
  expect(() => readSignedData(Uint8Array.of(0x30, 0))).toThrow("malformed");
});
