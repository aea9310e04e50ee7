import { execFileSync, spawnSync } from "node:child_process";
import { createPrivateKey, verify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { toPem } from "../certificate/pem.ts";
import { readCertificate } from "../certificate/read.ts";
import { issueDevelopmentPki } from "../development/issue-pki.ts";
import { PkiError } from "../error.ts";
import { ecdsaRawSignature } from "./algorithm.ts";
import { exportPkcs12 } from "./export-pkcs12.ts";
import { loadPkcs12 } from "./load-pkcs12.ts";
import { createSealKey } from "./seal-key.ts";

const NOW = Temporal.Instant.from("2026-11-21T09:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "pkcs12-"));
const noOpenssl = spawnSync("openssl", ["version"]).status !== 0;
afterAll(() => rmSync(folder, { recursive: true }));

async function code(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof PkiError) return error.code;
    throw error;
  }
  return "nothing thrown";
}

function exported(sealKey: "P-256" | "P-384" | "RSA-3072", password = "pass word é") {
  const { seal } = issueDevelopmentPki({ now: NOW, sealKey });
  return { seal, file: exportPkcs12({ ...seal.key, privateKey: seal.privateKey }, password) };
}

test.each(["P-256", "P-384", "RSA-3072"] as const)(
  "a %s key comes back from its file and signs",
  async (type) => {
    const { seal, file } = exported(type, "secret");
    const key = await loadPkcs12(file, "secret", { now: NOW });
    expect(key).toMatchObject({
      algorithm: type === "RSA-3072" ? "RSA" : "ECDSA",
      hash: "SHA-256",
    });
    expect(key.certificate).toEqual(seal.key.certificate);
    expect(key.chain).toEqual(seal.key.chain);
    const { publicKey } = readCertificate(key.certificate);
    const signature = await key.sign(Buffer.from("text"));
    expect(verify("sha256", Buffer.from("text"), publicKey, signature)).toBe(true);
    if (key.algorithm !== "ECDSA") return;
    const raw = ecdsaRawSignature(signature, publicKey);
    expect(raw).toHaveLength(type === "P-256" ? 64 : 96);
    expect(verify("sha256", Buffer.from("text"), { key: publicKey, dsaEncoding: "ieee-p1363" }, raw)).toBe(
      true,
    );
  },
);

test("the wrong password is told apart from a broken file", async () => {
  const { file } = exported("P-256", "secret");
  expect(await code(() => loadPkcs12(file, "wrong"))).toBe("wrong_password");
  expect(await code(() => loadPkcs12(file, ""))).toBe("wrong_password");
  expect(await code(() => loadPkcs12(file.subarray(0, 40), "secret"))).toBe("malformed");
  expect(await code(() => loadPkcs12(Buffer.from("not a file"), "secret"))).toBe("malformed");
});

test("a certificate outside its dates is refused", async () => {
  const { file } = exported("P-256", "secret");
  expect(await code(() => loadPkcs12(file, "secret", { now: NOW.subtract({ hours: 25 }) }))).toBe("expired");
  const late = Temporal.Instant.from("2036-11-21T09:00:01Z");
  expect(await code(() => loadPkcs12(file, "secret", { now: late }))).toBe("expired");
});

test("a key and a certificate that do not belong together make no seal key", () => {
  const pki = issueDevelopmentPki({ now: NOW });
  expect(() => createSealKey(pki.tsa.privateKey, pki.seal.key.certificate, [])).toThrow(PkiError);
});

test.skipIf(noOpenssl)("openssl opens our file (skipped: openssl is not installed)", () => {
  const { seal, file } = exported("P-256", "secret");
  writeFileSync(join(folder, "ours.p12"), file);
  const args = ["pkcs12", "-in", join(folder, "ours.p12"), "-passin", "pass:secret", "-nodes"];
  const out = execFileSync("openssl", args, { encoding: "utf8", stdio: "pipe" });
  expect(out).toContain(toPem(seal.key.certificate).trim());
  expect(createPrivateKey(out.slice(out.indexOf("-----BEGIN PRIVATE KEY"))).equals(seal.privateKey)).toBe(
    true,
  );
});

test.skipIf(noOpenssl).each([
  ["P-256", []],
  ["RSA-3072", []],
  ["P-256", ["-legacy"]],
  ["RSA-3072", ["-legacy"]],
] as const)(
  "a %s file made by openssl %s opens (skipped: openssl is not installed)",
  async (type, options) => {
    const { seal } = issueDevelopmentPki({ now: NOW, sealKey: type });
    const path = (name: string) => join(folder, name);
    writeFileSync(path("key.pem"), seal.privateKey.export({ type: "pkcs8", format: "pem" }));
    writeFileSync(path("cert.pem"), toPem(seal.key.certificate));
    writeFileSync(path("chain.pem"), seal.key.chain.map(toPem).join(""));
    const files = [
      "-inkey",
      path("key.pem"),
      "-in",
      path("cert.pem"),
      "-certfile",
      path("chain.pem"),
      "-out",
      path("theirs.p12"),
    ];
    execFileSync("openssl", ["pkcs12", "-export", ...options, ...files, "-passout", "pass:secret"], {
      stdio: "pipe",
    });
    const key = await loadPkcs12(readFileSync(path("theirs.p12")), "secret", { now: NOW });
    expect(key.certificate).toEqual(seal.key.certificate);
    expect(key.chain).toEqual(seal.key.chain);
  },
);

test.skipIf(noOpenssl)("a file without a key is refused (skipped: openssl is not installed)", async () => {
  const { seal } = issueDevelopmentPki({ now: NOW });
  writeFileSync(join(folder, "only.pem"), toPem(seal.key.certificate));
  const out = join(folder, "nokey.p12");
  execFileSync(
    "openssl",
    ["pkcs12", "-export", "-nokeys", "-in", join(folder, "only.pem"), "-out", out, "-passout", "pass:x"],
    { stdio: "pipe" },
  );
  expect(await code(() => loadPkcs12(readFileSync(out), "x"))).toBe("no_private_key");
});
