import { createHash, randomBytes, sign } from "node:crypto";
import { expect, test } from "vitest";
import { issueCertificate, type CertificateRequest } from "../certificate/issue.ts";
import { readCertificate } from "../certificate/read.ts";
import { issueCrl } from "../crl/issue.ts";
import { developmentFetch } from "../development/development-fetch.ts";
import { children, readWhole } from "../der/read.ts";
import { bitString, certificateTime, integer, sequence, tlv } from "../der/write.ts";
import { issueDevelopmentPki, type Identity } from "../development/issue-pki.ts";
import { createRevocationAuthority } from "../development/revocation-authority.ts";
import { PkiError } from "../error.ts";
import { signatureAlgorithm } from "../key/algorithm.ts";
import { answerOcspRequest, type CertificateStatus, type OcspAuthority } from "../ocsp/answer.ts";
import { checkRevocation } from "./check.ts";
import { createRevocationClient, type RevocationClientOptions } from "./collect.ts";

const NOW = Temporal.Instant.from("2026-11-21T09:00:00Z");
const OCSP_URL = "http://status.test/ocsp";
const CRL_URL = "http://status.test/crl/tsa-root.crl";
const pki = issueDevelopmentPki({ now: NOW, ocspUrl: OCSP_URL, tsaCrlUrl: CRL_URL });
const { seal, tsa, root, tsaRoot } = pki;
const trustedRoots = [root.key.certificate, tsaRoot.key.certificate];
const end = ({ key }: Identity) => ({ certificate: key.certificate, chain: key.chain });
const serialOf = ({ key }: Identity) => readCertificate(key.certificate).serial;

type Answer = (question: Uint8Array) => Promise<Uint8Array> | Uint8Array;

/** Answers OCSP and lists as told; as the development PKI does where nothing is said. */
function collector(
  { ocsp, crl }: { ocsp?: Answer; crl?: Answer },
  change: Partial<RevocationClientOptions> = {},
) {
  const honest = developmentFetch({ pki, now: () => NOW });
  return createRevocationClient({
    timeoutMs: 1000,
    trustedRoots,
    clock: () => Promise.resolve(NOW),
    fetch: async (input, init) => {
      const answer = init?.method === "GET" ? crl : ocsp;
      if (!answer) return honest(input, init);
      const body = init?.body instanceof Uint8Array ? init.body : new Uint8Array();
      return new Response(new Uint8Array(await answer(body)));
    },
    ...change,
  });
}

async function code(act: () => Promise<unknown>): Promise<string> {
  const error = await act().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof PkiError ? error.code : `no PkiError: ${String(error)}`;
}

const unreachable: Answer = () => Promise.reject(new TypeError("connection refused"));

function authority(change: Partial<OcspAuthority> = {}): OcspAuthority {
  const statusOf = (): CertificateStatus => ({ status: "good" });
  const issuer = root.key.certificate;
  return { issuer, key: pki.ocsp.key, now: NOW, validSeconds: 3600, statusOf, ...change };
}

function answering(change: Partial<OcspAuthority> = {}): Answer {
  return (question) => answerOcspRequest(question, authority(change));
}

test("material holds the chains, the responders and one answer for each end certificate", async () => {
  const material = await collector({})([end(seal), end(tsa), end(seal)]);
  expect(material.ocsps).toHaveLength(2);
  expect(material.crls).toEqual([]);
  const expected = [seal, root, tsa, tsaRoot, pki.ocsp, pki.tsaOcsp].map(({ key }) => key.certificate);
  expect(new Set(material.certificates)).toEqual(new Set(expected));
  for (const [subject, issuer] of [
    [seal, root],
    [tsa, tsaRoot],
  ] as const) {
    const status = checkRevocation(material, subject.key.certificate, issuer.key.certificate, NOW);
    expect(status).toEqual({ status: "good", source: "ocsp", producedAt: NOW });
  }
});

test("the chain is completed from the trusted roots", async () => {
  const material = await collector({})([{ certificate: seal.key.certificate, chain: [] }]);
  expect(material.certificates).toContainEqual(root.key.certificate);
});

test("where the responder fails the list decides", async () => {
  const material = await collector({ ocsp: unreachable })([end(tsa)]);
  expect(material.ocsps).toEqual([]);
  expect(material.crls).toHaveLength(1);
  const status = checkRevocation(material, tsa.key.certificate, tsaRoot.key.certificate, NOW);
  expect(status).toEqual({ status: "good", source: "crl", producedAt: NOW });
});

test("faults of a responder have each their code", async () => {
  const stranger = issueDevelopmentPki({ now: NOW });
  let kept: Uint8Array | undefined;
  await collector({ ocsp: async (question) => (kept = await answering()(question)) })([end(seal)]);
  const replay = kept ?? new Uint8Array();
  const unsigned = Uint8Array.from(replay);
  const at = Buffer.from(replay).indexOf(Buffer.from("2a8648ce3d040302", "hex"));
  unsigned.fill(0, at + 16, at + 40);
  const cases: [string, Answer][] = [
    ["ocsp_unknown", answering({ statusOf: () => ({ status: "unknown" }) })],
    ["ocsp_stale", answering({ now: NOW.subtract({ hours: 2 }) })],
    ["ocsp_stale", answering({ now: NOW.add({ hours: 2 }) })],
    ["ocsp_untrusted", () => unsigned],
    ["ocsp_untrusted", answering({ key: stranger.ocsp.key })],
    ["ocsp_untrusted", answering({ key: pki.tsaOcsp.key })],
    ["ocsp_untrusted", answering({ key: seal.key })],
    ["ocsp_replayed", () => replay],
    ["ocsp_garbage", () => Buffer.from("<html>")],
    ["ocsp_garbage", () => new Uint8Array(2 * 1024 * 1024)],
    ["ocsp_unreachable", unreachable],
  ];
  for (const [expected, ocsp] of cases) {
    expect(await code(() => collector({ ocsp })([end(seal)]))).toBe(expected);
  }
});

test("an answer made in advance has no nonce; while it is fresh it counts", async () => {
  const inAdvance: Answer = (question) => {
    const [list] = children(children(readWhole(question))[0]);
    return answering()(sequence(sequence(list?.raw ?? new Uint8Array())));
  };
  expect((await collector({ ocsp: inAdvance })([end(seal)])).ocsps).toHaveLength(1);
});

test("an answer of the same serial number under another issuer is not ours", async () => {
  const other = issueDevelopmentPki({ now: NOW });
  // asks the other authority about its own certificate with our serial number, and signs with our responder's key
  const swapped: Answer = (question) => {
    const ours = Buffer.from(question);
    const [from, to] = [root, other.root].map(({ key }) => readCertificate(key.certificate));
    if (!from || !to) throw new RangeError("two roots");
    const position = ours.indexOf(hashOf(from.keyOctets));
    hashOf(to.keyOctets).copy(ours, position);
    return answerOcspRequest(ours, authority({ issuer: other.root.key.certificate }));
  };
  expect(await code(() => collector({ ocsp: swapped })([end(seal)]))).toBe("ocsp_garbage");
});

test("a revoked certificate is told with its instant, even where a list would still call it good", async () => {
  const revoked = { status: "revoked", at: NOW.subtract({ hours: 2 }), reason: 1 } as const;
  const tsaAuthority = { issuer: tsaRoot.key.certificate, key: pki.tsaOcsp.key };
  const collect = collector({ ocsp: answering({ ...tsaAuthority, statusOf: () => revoked }) });
  await expect(collect([end(tsa)])).rejects.toMatchObject({
    code: "revoked",
    detail: expect.stringContaining("was revoked at 2026-11-21T07:00:00Z, reason 1"),
  });
});

test("faults of a list have each their code", async () => {
  const list = (issuer: Identity, thisUpdate = NOW) =>
    issueCrl({
      issuer: { privateKey: issuer.privateKey, certificate: issuer.key.certificate },
      number: 1,
      thisUpdate,
      nextUpdate: thisUpdate.add({ hours: 1 }),
      revoked: [],
    });
  const sameName = issueDevelopmentPki({ now: NOW });
  const cases: [string, Answer][] = [
    ["crl_stale", () => list(tsaRoot, NOW.subtract({ hours: 2 }))],
    ["crl_untrusted", () => list(root)],
    ["crl_untrusted", () => list(sameName.tsaRoot)],
    ["crl_garbage", () => Buffer.from("<html>")],
    ["crl_garbage", () => list(tsaRoot).subarray(0, 100)],
    ["crl_too_long", () => new Uint8Array(32 * 1024 * 1024 + 1)],
    ["crl_unreachable", unreachable],
  ];
  const crlOnly = leaf(tsaRoot, { crlUrl: CRL_URL });
  for (const [expected, crl] of cases) {
    expect(await code(() => collector({ crl })([end(crlOnly)]))).toBe(expected);
  }
});

test("only plain HTTP addresses and hosts on the list are asked", async () => {
  const allowed = (allowedHosts: string[]) => collector({}, { allowedHosts })([end(seal)]);
  expect(await code(() => allowed(["elsewhere.test"]))).toBe("url_not_allowed");
  expect((await allowed(["status.test"])).ocsps).toHaveLength(1);
  for (const ocspUrl of ["ldap://status.test/", "file:///etc/passwd", "http://me:secret@status.test/", "?"]) {
    expect(await code(() => collector({})([end(leaf(root, { ocspUrl }))]))).toBe("url_not_allowed");
  }
});

test("a certificate that names no source, and a chain to nowhere, are refused", async () => {
  expect(await code(() => collector({})([end(leaf(root, {}))]))).toBe("no_revocation_source");
  const stranger = issueDevelopmentPki({ now: NOW });
  expect(await code(() => collector({})([end(stranger.seal)]))).toBe("untrusted");
  const late = { clock: () => Promise.resolve(NOW.add({ hours: 24 * 366 * 11 })) };
  expect(await code(() => collector({}, late)([end(seal)]))).toBe("expired");
});

test("a responder that is not exempted is asked about too, and counts only while it is good", async () => {
  const responder = leaf(root, {
    extendedKeyUsage: ["ocspSigning"],
    crlUrl: "http://status.test/crl/root.crl",
  });
  const ocsp = answering({ key: responder.key });
  const material = await collector({ ocsp })([end(seal)]);
  expect(material.certificates).toContainEqual(responder.key.certificate);
  expect(material.crls).toHaveLength(1);
  const statusOf = (crls: readonly Uint8Array[]) =>
    checkRevocation({ ...material, crls }, seal.key.certificate, root.key.certificate, NOW);
  expect(statusOf(material.crls)).toMatchObject({ status: "good", source: "ocsp" });
  expect(statusOf([])).toEqual({ status: "unknown" });
  const revoking = createRevocationAuthority(pki);
  revoking.revoke({ serial: serialOf(responder), at: NOW });
  // the list itself speaks for the seal certificate; the responder does no more
  expect(statusOf([revoking.list("root", NOW)])).toMatchObject({ status: "good", source: "crl" });
  const revokedList = { ocsp, crl: () => revoking.list("root", NOW) };
  expect(await code(() => collector(revokedList)([end(seal)]))).toBe("revoked");
});

test("offline, a later statement counts for an earlier instant, and a later revocation does not", async () => {
  const revoking = createRevocationAuthority(pki);
  const at = NOW.add({ hours: 10 });
  const check = (crls: Uint8Array[], instant: Temporal.Instant) =>
    checkRevocation(
      { certificates: [], ocsps: [], crls },
      tsa.key.certificate,
      tsaRoot.key.certificate,
      instant,
    );
  const before = revoking.list("tsaRoot", NOW);
  expect(check([before], NOW.subtract({ hours: 5 })).status).toBe("good");
  expect(check([before], NOW.add({ hours: 25 })).status).toBe("unknown");
  revoking.revoke({ serial: serialOf(tsa), at, reason: 1 });
  const after = revoking.list("tsaRoot", NOW.add({ hours: 20 }));
  expect(check([before, after], NOW)).toMatchObject({ status: "good", revokedAt: at, source: "crl" });
  expect(check([before, after], at)).toMatchObject({ status: "revoked", revokedAt: at });
  expect(check([], NOW)).toEqual({ status: "unknown" });
  expect(check([Buffer.from("garbage")], NOW)).toEqual({ status: "unknown" });
  const forgotten = revoking.list("tsaRoot", NOW.add({ hours: 24 * 366 * 10 }));
  expect(check([forgotten], NOW)).toMatchObject({ status: "good", revokedAt: at });
});

test("a list of half a million certificates is fetched and searched in a moment", async () => {
  const [listed, other] = [leaf(tsaRoot, { crlUrl: CRL_URL }), leaf(tsaRoot, { crlUrl: CRL_URL })];
  const list = longList(serialOf(listed));
  expect(list.length).toBeGreaterThan(20_000_000);
  const collect = collector({ crl: () => list });
  const before = process.cpuUsage();
  const material = await collect([end(other)]);
  const status = checkRevocation(material, other.key.certificate, tsaRoot.key.certificate, NOW);
  expect(status.status).toBe("good");
  expect(await code(() => collect([end(listed)]))).toBe("revoked");
  // some 500 ms for three readings; a quadratic search would take minutes
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
});

/** A list of 20 MB whose last entry is this one. */
function longList(serial: string): Uint8Array {
  const entry = (digits: string) =>
    sequence(integer(Buffer.from(digits, "hex")), certificateTime(NOW.subtract({ hours: 5 })));
  const first = entry(`40${"0".repeat(30)}`);
  const entries = Buffer.concat([...Array.from({ length: 580_000 }, () => first), entry(serial)]);
  // numbers that differ, as those of a real list
  for (let n = 0; n < 580_000; n += 1) entries.writeUInt32BE(n, n * first.length + first.length - 19);
  const algorithm = signatureAlgorithm(tsaRoot.privateKey, "SHA-256");
  const times = [NOW, NOW.add({ hours: 1 })].map(certificateTime);
  const { subjectDer } = readCertificate(tsaRoot.key.certificate);
  const tbs = sequence(integer(1), algorithm, subjectDer, ...times, tlv(0x30, entries));
  return sequence(tbs, algorithm, bitString(sign("sha256", tbs, tsaRoot.privateKey)));
}

function leaf(issuer: Identity, request: Partial<CertificateRequest>): Identity {
  const certificate = issueCertificate({
    subject: { commonName: "leaf" },
    publicKey: readCertificate(seal.key.certificate).publicKey,
    issuer: { privateKey: issuer.privateKey, certificate: issuer.key.certificate },
    serial: Uint8Array.from([0x40, ...randomBytes(15)]),
    notBefore: NOW.subtract({ hours: 1 }),
    notAfter: NOW.add({ hours: 24 }),
    keyUsage: ["digitalSignature"],
    ...request,
  });
  const key = { ...seal.key, certificate, chain: [issuer.key.certificate] };
  return { privateKey: seal.privateKey, key };
}

function hashOf(octets: Uint8Array): Buffer {
  return createHash("sha1").update(octets).digest();
}
