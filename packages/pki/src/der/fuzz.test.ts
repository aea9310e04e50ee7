import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readCertificate, readConstraints } from "../certificate/read.ts";
import { readRevocationPointers } from "../certificate/revocation-pointers.ts";
import { readSignedData, verifySigner } from "../cms/read.ts";
import { findEntry, readRevocationList } from "../crl/read.ts";
import { developmentFetch } from "../development/development-fetch.ts";
import { issueDevelopmentPki } from "../development/issue-pki.ts";
import { createRevocationAuthority } from "../development/revocation-authority.ts";
import { PkiError } from "../error.ts";
import { answerOcspRequest } from "../ocsp/answer.ts";
import { readOcspResponse } from "../ocsp/read.ts";
import { checkRevocation } from "../revocation/check.ts";
import { createRevocationClient } from "../revocation/collect.ts";
import { createTimestampClient } from "../timestamp/client.ts";
import { readTimestampRequest } from "../timestamp/request.ts";
import { verifyTimestampToken } from "../timestamp/verify.ts";
import { children, octets, readWhole } from "./read.ts";
import { context, octetString, sequence, tlv } from "./write.ts";

const NOW = Temporal.Instant.from("2026-11-21T09:00:00Z");
const digest = new Uint8Array(createHash("sha256").update("a record").digest());
const pki = issueDevelopmentPki({ now: NOW, ocspUrl: "http://status.test/" });
const { certificate, chain } = pki.seal.key;
const [issuer = certificate] = chain;
const trustedRoots = [pki.root.key.certificate, pki.tsaRoot.key.certificate];

const fetch = developmentFetch({ pki, now: () => NOW });
const responders = [{ url: "http://tsa.test/", trustedRoots }];
const { token } = await createTimestampClient({ responders, timeoutMs: 1000, fetch }).stamp(digest);
const clock = () => Promise.resolve(NOW);
const collect = createRevocationClient({ timeoutMs: 1000, trustedRoots, clock, fetch });
const { ocsps } = await collect([{ certificate, chain }]);
const authority = createRevocationAuthority(pki);
authority.revoke({ serial: readCertificate(certificate).serial, at: NOW, reason: 1 });
const list = authority.list("root", NOW);

/** Each reader of what strangers send, with something it reads. */
const READERS: readonly [string, Uint8Array, (octets: Uint8Array) => unknown][] = [
  ["a certificate", certificate, (der) => readConstraints(readCertificate(der).der)],
  ["pointers", certificate, readRevocationPointers],
  ["a signature", token, (der) => verifySigner(readSignedData(der), digest)],
  ["a token", token, (der) => verifyTimestampToken(der, digest, trustedRoots)],
  ["a timestamp request", sequence(), readTimestampRequest],
  ["an OCSP answer", ocsps[0] ?? sequence(), readOcspResponse],
  ["a list", list, (der) => findEntry(readRevocationList(der), readCertificate(certificate).serialDer)],
];

/** What a stranger makes of it: cut off, changed, stretched, repeated. */
function mangled(sample: Uint8Array): fc.Arbitrary<Uint8Array> {
  const position = fc.nat(sample.length - 1);
  return fc.oneof(
    position.map((end) => sample.subarray(0, end)),
    fc.array(fc.tuple(position, fc.nat(255)), { minLength: 1, maxLength: 6 }).map((changes) => {
      const changed = Uint8Array.from(sample);
      for (const [at, value] of changes) changed[at] = value;
      return changed;
    }),
    fc
      .tuple(position, fc.uint8Array({ maxLength: 40 }))
      .map(([at, more]) => Buffer.concat([sample.subarray(0, at), more, sample.subarray(at)])),
    // a length of up to 4 GB where an element stands
    fc.tuple(position, fc.nat(0xffffffff)).map(([at, length]) => {
      const size = Buffer.alloc(5, 0x84);
      size.writeUInt32BE(length, 1);
      return Buffer.concat([sample.subarray(0, at), size, sample.subarray(at + 1)]);
    }),
    fc.uint8Array({ maxLength: 400 }),
  );
}

test.each(READERS)("%s: whatever comes is read or refused, never worse", (_what, sample, read) => {
  fc.assert(
    fc.property(mangled(sample), (der) => {
      try {
        read(der);
      } catch (error) {
        expect(error).toBeInstanceOf(PkiError);
      }
    }),
    { numRuns: 400 },
  );
});

test("mangled material never makes a revoked certificate good, nor breaks the check", () => {
  fc.assert(
    fc.property(mangled(list), mangled(ocsps[0] ?? list), (crl, ocsp) => {
      const crls = [crl, list];
      const status = checkRevocation({ certificates: [ocsp], ocsps: [ocsp], crls }, certificate, issuer, NOW);
      expect(status.status).toBe("revoked");
    }),
    { numRuns: 300 },
  );
});

test("an OCSP responder answers whatever it is asked", async () => {
  const statusOf = () => ({ status: "good" }) as const;
  const responder = { issuer, key: pki.ocsp.key, now: NOW, validSeconds: 60, statusOf };
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
      for (const request of [noise, sequence(noise), sequence(sequence(sequence(noise)))]) {
        expect(readWhole(await answerOcspRequest(request, responder)).tag).toBe(0x30);
      }
    }),
    { numRuns: 60 },
  );
});

test("nesting without end is refused at once, in either form of length", () => {
  let definite: Uint8Array = octetString(Uint8Array.of(1));
  for (let depth = 0; depth < 5000; depth += 1) definite = tlv(0x24, definite);
  const indefinite = Buffer.alloc(1_000_000, Buffer.from([0x24, 0x80]));
  const before = process.cpuUsage();
  expect(() => octets(readWhole(definite))).toThrow(PkiError);
  expect(() => octets(readWhole(indefinite))).toThrow(PkiError);
  for (const [, , read] of READERS) {
    expect(() => read(definite)).toThrow(PkiError);
    expect(() => read(sequence(context(0, indefinite)))).toThrow(PkiError);
  }
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});

test("reading many small elements takes time in proportion", () => {
  const many = sequence(Buffer.alloc(200_000, Buffer.from([0x05, 0x00])));
  const before = process.cpuUsage();
  expect(children(readWhole(many))).toHaveLength(100_000);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
});
