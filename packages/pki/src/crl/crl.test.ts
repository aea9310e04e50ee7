import { execFileSync, spawnSync } from "node:child_process";
import { sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { extension } from "../certificate/extensions.ts";
import { toPem } from "../certificate/pem.ts";
import { readCertificate } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import {
  bitString,
  certificateTime,
  context,
  contextPrimitive,
  enumerated,
  integer,
  oid,
  sequence,
} from "../der/write.ts";
import { issueDevelopmentPki } from "../development/issue-pki.ts";
import { PkiError } from "../error.ts";
import { signatureAlgorithm } from "../key/algorithm.ts";
import { issueCrl } from "./issue.ts";
import { findEntry, readRevocationList } from "./read.ts";
import { requireListOf } from "./verify.ts";

const NOW = Temporal.Instant.from("2026-11-21T09:00:00Z");
const CRL_URL = "http://status.test/crl/tsa-root.crl";
const pki = issueDevelopmentPki({ now: NOW, tsaCrlUrl: CRL_URL });
const root = readCertificate(pki.tsaRoot.key.certificate);
const tsa = readCertificate(pki.tsa.key.certificate);
const signer = { privateKey: pki.tsaRoot.privateKey, certificate: root.der };
const dates = { thisUpdate: NOW, nextUpdate: NOW.add({ hours: 24 }) };
const folder = mkdtempSync(join(tmpdir(), "crl-"));
const noOpenssl = spawnSync("openssl", ["version"]).status !== 0;
afterAll(() => rmSync(folder, { recursive: true }));

test("a list says when and why, and of whom it says nothing", () => {
  const entry = { serial: tsa.serial, at: NOW.subtract({ hours: 1 }), reason: 1 };
  const list = readRevocationList(issueCrl({ issuer: signer, number: 7, ...dates, revoked: [entry] }));
  expect(findEntry(list, tsa.serialDer)).toEqual({ status: "revoked", at: entry.at, reason: 1 });
  expect(findEntry(list, root.serialDer)).toEqual({ status: "good" });
  expect([list.thisUpdate, list.nextUpdate]).toEqual([dates.thisUpdate, dates.nextUpdate]);
  expect(() => requireListOf(list, root, tsa)).not.toThrow();
});

test("entries that end too early are garbage, not an all-clear", () => {
  const list = readRevocationList(
    issueCrl({ issuer: signer, number: 1, ...dates, revoked: [{ serial: "41", at: NOW }] }),
  );
  for (const entries of [list.entries.subarray(0, -1), Uint8Array.of(0x30), Uint8Array.of(0x05, 0)]) {
    expect(() => findEntry({ ...list, entries }, tsa.serialDer)).toThrow("crl_garbage");
  }
});

test.skipIf(noOpenssl)("openssl reads and verifies our list (skipped: openssl is not installed)", () => {
  const at = Temporal.Instant.from("2051-01-01T00:00:00Z");
  const revoked = [
    { serial: tsa.serial, at: NOW, reason: 1 },
    { serial: "41", at },
  ];
  writeFileSync(join(folder, "list.crl"), issueCrl({ issuer: signer, number: 7, ...dates, revoked }));
  writeFileSync(join(folder, "root.pem"), toPem(root.der));
  const args = ["crl", "-inform", "DER", "-in", join(folder, "list.crl"), "-noout"];
  const verified = spawnSync("openssl", [...args, "-CAfile", join(folder, "root.pem")], { encoding: "utf8" });
  expect(verified.stderr).toContain("verify OK");
  const text = execFileSync("openssl", [...args, "-text"], { encoding: "utf8" });
  expect(text.toLowerCase()).toContain(tsa.serial);
  expect(text).toContain("Key Compromise");
  expect(text).toContain("Revocation Date: Jan  1 00:00:00 2051 GMT");
});

const flag = (n: number) => contextPrimitive(n, Uint8Array.of(0xff));
const name = (url: string) => context(0, context(0, contextPrimitive(6, Buffer.from(url, "latin1"))));

test.each([
  ["all certificates", [], true],
  ["end certificates only", [flag(1)], true],
  ["authorities only", [flag(2)], false],
  ["some reasons only", [contextPrimitive(3, Uint8Array.of(1, 0x40))], false],
  ["other issuers too", [flag(4)], false],
  ["attribute certificates only", [flag(5)], false],
  ["the partition the certificate names", [name(CRL_URL)], true],
  ["another partition", [name("http://status.test/other.crl")], false],
])("a list of %s", (_what, fields, covers) => {
  const list = readRevocationList(
    listWith(extension(OID.issuingDistributionPoint, true, sequence(...fields))),
  );
  if (covers) expect(() => requireListOf(list, root, tsa)).not.toThrow();
  else expect(() => requireListOf(list, root, tsa)).toThrow("crl_untrusted");
});

test("a list of changes only, and one of an issuer that may not sign lists, are not relied on", () => {
  const deltaIndicator = extension("2.5.29.27", true, integer(3));
  expect(() => requireListOf(readRevocationList(listWith(deltaIndicator)), root, tsa)).toThrow(PkiError);
  const issuer = { privateKey: pki.tsa.privateKey, certificate: tsa.der };
  const list = readRevocationList(issueCrl({ issuer, number: 1, ...dates, revoked: [] }));
  expect(() => requireListOf(list, tsa, root)).toThrow("may not sign revocation lists");
  const sha1 = listWith(extension(OID.crlReason, false, enumerated(0)), "1.2.840.10045.4.1");
  expect(() => requireListOf(readRevocationList(sha1), root, tsa)).toThrow("not signed by the issuer");
});

/** An empty list with one more extension. */
function listWith(more: Uint8Array, algorithmId?: string): Uint8Array {
  const algorithm =
    algorithmId === undefined ? signatureAlgorithm(signer.privateKey, "SHA-256") : sequence(oid(algorithmId));
  const times = [dates.thisUpdate, dates.nextUpdate].map(certificateTime);
  const tbs = sequence(integer(1), algorithm, root.subjectDer, ...times, context(0, sequence(more)));
  return sequence(tbs, algorithm, bitString(sign("sha256", tbs, signer.privateKey)));
}
