import { execFileSync, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { issueDevelopmentPki } from "../development/issue-pki.ts";
import { PkiError } from "../error.ts";
import { oid, sequence, tlv } from "../der/write.ts";
import { OID } from "../der/oids.ts";
import { issueCertificate } from "./issue.ts";
import { fromPem, toPem } from "./pem.ts";
import { readPolicies } from "./policies.ts";
import { readCertificate, readConstraints } from "./read.ts";
import { readRevocationPointers } from "./revocation-pointers.ts";
import { readName } from "./subject.ts";
import { verifyChain } from "./verify-chain.ts";

const NOW = Temporal.Instant.from("2026-11-21T09:00:00Z");
const pki = issueDevelopmentPki({
  now: NOW,
  ocspUrl: "http://127.0.0.1:9/ocsp",
  tsaCrlUrl: "http://127.0.0.1:9/crl/tsa-root.crl",
});
const seal = pki.seal.key.certificate;
const root = pki.root.key.certificate;
const folder = mkdtempSync(join(tmpdir(), "pki-"));
const noOpenssl = spawnSync("openssl", ["version"]).status !== 0;
afterAll(() => rmSync(folder, { recursive: true }));

function code(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof PkiError) return error.code;
    throw error;
  }
  return "nothing thrown";
}

test.skipIf(noOpenssl)(
  "openssl accepts the chain and reads the seal certificate (skipped: openssl is not installed)",
  () => {
    writeFileSync(join(folder, "root.pem"), toPem(root));
    writeFileSync(join(folder, "seal.pem"), toPem(seal));
    const at = ["-attime", String(NOW.epochMilliseconds / 1000)];
    const args = [
      "verify",
      "-x509_strict",
      ...at,
      "-CAfile",
      join(folder, "root.pem"),
      join(folder, "seal.pem"),
    ];
    expect(execFileSync("openssl", args, { encoding: "utf8" })).toContain("seal.pem: OK");
    const text = execFileSync(
      "openssl",
      ["x509", "-in", join(folder, "seal.pem"), "-noout", "-text", "-ocsp_uri"],
      { encoding: "utf8" },
    );
    expect(text).toContain("Digital Signature, Non Repudiation");
    expect(text).toContain("http://127.0.0.1:9/ocsp");
    expect(text).toContain("Not Before: Nov 20 09:00:00 2026 GMT");
  },
);

test.skipIf(noOpenssl)(
  "openssl accepts TSA and responders for what they are for (skipped: openssl is not installed)",
  () => {
    const file = (name: string, der: Uint8Array) => {
      writeFileSync(join(folder, name), toPem(der));
      return join(folder, name);
    };
    const at = ["-attime", String(NOW.epochMilliseconds / 1000)];
    const { tsa, ocsp, tsaOcsp } = pki;
    const [sealRoot, tsaRoot] = [file("root.pem", root), file("tsa-root.pem", pki.tsaRoot.key.certificate)];
    for (const [name, identity, authority, purpose] of [
      ["tsa.pem", tsa, tsaRoot, "timestampsign"],
      ["ocsp.pem", ocsp, sealRoot, "ocsphelper"],
      ["tsa-ocsp.pem", tsaOcsp, tsaRoot, "ocsphelper"],
    ] as const) {
      const args = ["verify", "-x509_strict", "-purpose", purpose, ...at, "-CAfile", authority];
      const out = execFileSync("openssl", [...args, file(name, identity.key.certificate)], {
        encoding: "utf8",
      });
      expect(out).toContain(`${name}: OK`);
    }
    const text = (name: string) =>
      execFileSync("openssl", ["x509", "-in", join(folder, name), "-noout", "-text"], { encoding: "utf8" });
    expect(text("tsa.pem")).toContain("URI:http://127.0.0.1:9/crl/tsa-root.crl");
    expect(text("tsa.pem")).toContain("CA Issuers - URI:http://127.0.0.1:9/ca/tsa-root.crt");
    expect(text("tsa.pem")).toContain("Policy: 1.3.6.1.4.1.99999.1");
    expect(text("ocsp.pem")).toContain("OCSP No Check");
    expect(text("seal.pem")).toContain("NTRBE-0123456749");
    const statements = execFileSync("openssl", ["asn1parse", "-in", join(folder, "seal.pem")], {
      encoding: "utf8",
    });
    expect(statements).toContain("qcStatements");
    // a demonstration never says that it is qualified: 0.4.0.1862.1.1
    expect(Buffer.from(seal).includes(Buffer.from("060604008e460101", "hex"))).toBe(false);
    expect(Buffer.from(seal).includes(Buffer.from("060704008e46010602", "hex"))).toBe(true);
  },
);

test("where to ask for a certificate's status and for its issuer is read", () => {
  const nothing = { ocspUrls: [], issuerUrls: [], crlUrls: [], ocspNoCheck: false };
  const ocspUrls = ["http://127.0.0.1:9/ocsp"];
  expect(readRevocationPointers(seal)).toEqual({
    ...nothing,
    ocspUrls,
    issuerUrls: ["http://127.0.0.1:9/ca/root.crt"],
  });
  const crlUrls = ["http://127.0.0.1:9/crl/tsa-root.crl"];
  expect(readRevocationPointers(pki.tsa.key.certificate)).toEqual({
    ...nothing,
    ocspUrls,
    crlUrls,
    issuerUrls: ["http://127.0.0.1:9/ca/tsa-root.crt"],
  });
  expect(readRevocationPointers(pki.ocsp.key.certificate)).toEqual({ ...nothing, ocspNoCheck: true });
  expect(readRevocationPointers(root)).toEqual(nothing);
});

test("a certificate's facts are read", () => {
  const facts = readCertificate(seal);
  expect(facts.subjectName).toBe(
    "CN=Posthorn demonstration seal, organizationIdentifier=NTRBE-0123456749, O=Posthorn demonstration, C=BE",
  );
  expect(facts.issuerName).toContain("CN=Posthorn demonstration root");
  expect(facts.serial).toBe(facts.x509.serialNumber.toLowerCase());
  expect(facts.sha256).toBe(facts.x509.fingerprint256.replaceAll(":", "").toLowerCase());
  expect(facts.notAfter.toString()).toBe("2036-11-21T09:00:00Z");
  expect(readConstraints(root)).toMatchObject({
    ca: true,
    keyUsage: ["keyCertSign", "cRLSign"],
    unknownCritical: [],
  });
  expect(readConstraints(pki.tsa.key.certificate)).toMatchObject({
    ca: false,
    extendedKeyUsageCritical: true,
  });
});

test("PEM with several certificates gives them in order; a text without any is refused", () => {
  expect(fromPem(`${toPem(seal)}\n${toPem(root)}`)).toEqual([seal, root]);
  expect(code(() => fromPem("nothing here"))).toBe("no_certificate");
});

test("bytes that are no certificate are refused", () => {
  expect(code(() => readCertificate(Uint8Array.of(0x30, 3, 1)))).toBe("malformed");
  expect(code(() => readCertificate(new Uint8Array()))).toBe("malformed");
});

test("the path leads from the leaf to the root", () => {
  expect(verifyChain({ certificate: seal, intermediates: [], trustedRoots: [root], at: NOW })).toEqual([
    seal,
    root,
  ]);
});

test("another root, even of the same name, is not trusted", () => {
  const other = issueDevelopmentPki({ now: NOW });
  const request = {
    certificate: seal,
    trustedRoots: [other.root.key.certificate, pki.tsaRoot.key.certificate],
    at: NOW,
  };
  expect(code(() => verifyChain({ ...request, intermediates: [root] }))).toBe("untrusted");
});

test.each(["2026-11-20T08:59:59Z", "2036-11-21T09:00:01Z"])(
  "at %s the seal certificate is not valid",
  (at) => {
    const request = {
      certificate: seal,
      intermediates: [],
      trustedRoots: [root],
      at: Temporal.Instant.from(at),
    };
    expect(code(() => verifyChain(request))).toBe("expired");
  },
);

test("a certificate that is no CA issues nothing that is trusted", () => {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const forged = issueCertificate({
    subject: { commonName: "forged" },
    publicKey,
    issuer: { privateKey: pki.seal.privateKey, certificate: seal },
    serial: Uint8Array.of(1),
    notBefore: NOW,
    notAfter: NOW.add({ hours: 1 }),
    keyUsage: ["digitalSignature"],
  });
  expect(
    code(() => verifyChain({ certificate: forged, intermediates: [seal], trustedRoots: [root], at: NOW })),
  ).toBe("untrusted");
});

test("a chain longer than its CA allows is not trusted", () => {
  const ca = (
    name: string,
    issuer: { privateKey: typeof pki.root.privateKey; certificate?: Uint8Array },
    pathLength: number,
  ) => {
    const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const certificate = issueCertificate({
      subject: { commonName: name },
      publicKey: keys.publicKey,
      issuer,
      serial: Uint8Array.of(7),
      notBefore: NOW,
      notAfter: NOW.add({ hours: 1 }),
      ca: { pathLength },
      keyUsage: ["keyCertSign"],
    });
    return { privateKey: keys.privateKey, certificate };
  };
  const top = ca("top", { privateKey: pki.root.privateKey, certificate: root }, 0);
  const below = ca("below", top, 0);
  const leaf = ca("leaf", below, 0);
  const request = { trustedRoots: [root], at: NOW };
  expect(
    verifyChain({ ...request, certificate: below.certificate, intermediates: [top.certificate] }),
  ).toHaveLength(3);
  const intermediates = [top.certificate, below.certificate];
  expect(code(() => verifyChain({ ...request, certificate: leaf.certificate, intermediates }))).toBe(
    "untrusted",
  );
});

test("a flipped bit in the signature breaks the path", () => {
  const damaged = Uint8Array.from(seal);
  damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
  expect(
    code(() => verifyChain({ certificate: damaged, intermediates: [], trustedRoots: [root], at: NOW })),
  ).toBe("untrusted");
});

test("the attributes of a name are read as text, in each of the encodings in use", () => {
  const name = (...parts: readonly (readonly [string, number, Uint8Array])[]) =>
    sequence(...parts.map(([type, tag, text]) => tlv(0x31, sequence(oid(type), tlv(tag, text)))));
  const utf8 = (text: string) => Buffer.from(text, "utf8");
  const latin1 = (text: string) => Buffer.from(text, "latin1");
  const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
  expect(
    readName(
      name(
        [OID.country, 0x13, latin1("BE")],
        [OID.surname, 0x0c, utf8("Van den Broeck, D'Hondt+=Ł")],
        [OID.givenName, 0x14, latin1("Nora Angèle")],
        [OID.commonName, 0x1e, utf16be("Šárka (Authentication)")],
        [OID.organization, 0x0c, utf8("ignored")],
      ),
    ),
  ).toEqual({
    country: "BE",
    surname: "Van den Broeck, D'Hondt+=Ł",
    givenName: "Nora Angèle",
    commonName: "Šárka (Authentication)",
  });
  const twice = name([OID.surname, 0x0c, utf8("Maes")], [OID.surname, 0x0c, utf8("Claes")]);
  expect(code(() => readName(twice))).toBe("malformed");
  expect(code(() => readName(name([OID.surname, 0x0c, latin1("\xff")])))).toBe("malformed");
  expect(code(() => readName(name([OID.surname, 0x02, latin1("1")])))).toBe("malformed");
});

test("policies are read, none where there are none", () => {
  expect(readPolicies(seal)).toEqual(["1.3.6.1.4.1.99999.2"]);
  expect(readPolicies(root)).toEqual([]);
});
