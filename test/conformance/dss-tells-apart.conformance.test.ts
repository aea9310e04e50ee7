// What is wrong with a sealed file is told apart by the Commission's validator, each by its own indication.

import { createPublicKey, randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCertificate, type SealKey } from "@posthorn/pki";
import { startDss, whyNoDss } from "./dss.ts";
import { extend, makeProof, openAuthority, PROOFS, sealRecords, type Authority } from "./make-seals.ts";

const skipped = whyNoDss();
const dss = skipped === "" ? startDss() : undefined;
afterAll(() => dss?.stop());

interface Files {
  readonly xml: string;
  readonly pdf: Uint8Array;
}

async function sealedFiles(authority: Authority): Promise<Files> {
  const records = await sealRecords(PROOFS["proof_of_submission"] ?? [], authority);
  const pdf = await makeProof("proof_of_submission", records, authority);
  return { xml: records[0]?.xml ?? "", pdf };
}

async function extendFiles({ xml, pdf }: Files, authority: Authority): Promise<Files> {
  return { xml: await extend(xml, authority), pdf: await extend(pdf, authority) };
}

/** `[XML, PDF]` as the validator sees them at that time. */
async function judge(
  files: Files,
  authority: Authority,
  at = authority.now().add({ minutes: 1 }),
  ocsps: readonly Uint8Array[] = [],
): Promise<string[]> {
  const said: string[] = [];
  for (const [name, content] of [
    ["a.xml", files.xml],
    ["a.pdf", files.pdf],
  ] as const) {
    const answer = await dss?.judge({ name, content, trust: authority.trust, at, ocsps });
    const [first] = answer?.signatures ?? [];
    const expired = first?.errors.some((error) => error.includes("not in the validity range"))
      ? "expired"
      : "";
    said.push(
      first ? [first.indication, first.subIndication, expired].filter(Boolean).join(" ") : "no signature",
    );
  }
  return said;
}

let authority: Authority;
let whole: Files;
beforeAll(async () => {
  authority = openAuthority({});
  whole = await extendFiles(await sealedFiles(authority), authority);
});

test.skipIf(skipped !== "")(`a changed byte${skipped}`, async () => {
  const pdf = Uint8Array.from(whole.pdf);
  pdf[2000] = (pdf[2000] ?? 0) ^ 1;
  const changed = { xml: whole.xml.replace("Kerkstraat", "Kerkstraal"), pdf };
  expect(changed.xml).not.toBe(whole.xml);
  expect(await judge(changed, authority)).toEqual(["TOTAL_FAILED HASH_FAILURE", "TOTAL_FAILED HASH_FAILURE"]);
});

test.skipIf(skipped !== "")(`another signature value${skipped}`, async () => {
  const [value = ""] = /(?<=<ds:SignatureValue [^>]*>)[^<]+/u.exec(whole.xml) ?? [];
  const octets = Buffer.from(value, "base64");
  octets.writeUInt8(octets.readUInt8(40) ^ 1, 40);
  const xml = whole.xml.replace(value, octets.toString("base64"));
  expect((await judge({ ...whole, xml }, authority))[0]).toBe("TOTAL_FAILED SIG_CRYPTO_FAILURE");
});

test.skipIf(skipped !== "")(`a swapped certificate${skipped}`, async () => {
  const { key } = authority.pki.seal;
  const other = sameLength(key, authority);
  const base64 = (der: Uint8Array) => Buffer.from(der).toString("base64");
  const hex = (der: Uint8Array) => Buffer.from(der).toString("hex");
  const sealed = await sealedFiles(authority);
  const ocsps = await authority.statuses();
  const text = Buffer.from(sealed.pdf).toString("latin1");
  const swapped = {
    xml: sealed.xml.replaceAll(base64(key.certificate), base64(other)),
    pdf: Buffer.from(text.replaceAll(hex(key.certificate), hex(other)), "latin1"),
  };
  expect(swapped.pdf.length).toBe(sealed.pdf.length);
  expect(await judge(sealed, authority, undefined, ocsps)).toEqual(["TOTAL_PASSED", "TOTAL_PASSED"]);
  expect(await judge(swapped, authority, undefined, ocsps)).toEqual([
    "INDETERMINATE NO_SIGNING_CERTIFICATE_FOUND",
    "INDETERMINATE NO_SIGNING_CERTIFICATE_FOUND",
  ]);
});

/** A certificate of the same root for another key, as long as the seal's. */
function sameLength(key: SealKey, { pki }: Authority): Uint8Array {
  for (let filler = 1; ; filler = (filler % 400) + 1) {
    const certificate = issueCertificate({
      subject: { commonName: "A seal of somebody else", organization: "x".repeat(filler), country: "BE" },
      publicKey: createPublicKey(pki.ocsp.privateKey),
      issuer: { privateKey: pki.root.privateKey, certificate: pki.root.key.certificate },
      serial: Uint8Array.from([0x40, ...randomBytes(15)]),
      notBefore: key.notBefore,
      notAfter: key.notAfter,
      keyUsage: ["digitalSignature", "nonRepudiation"],
    });
    if (certificate.length === key.certificate.length) return certificate;
  }
}

test.skipIf(skipped !== "")(
  `a seal certificate that was revoked before, and one revoked long after${skipped}`,
  async () => {
    const own = openAuthority({});
    own.revokeSeal();
    own.advance({ hours: 1 });
    const files = await sealedFiles(own);
    own.advance({ minutes: 1 });
    expect(await judge(files, own, own.now(), await own.statuses())).toEqual([
      "INDETERMINATE REVOKED_NO_POE",
      "INDETERMINATE REVOKED_NO_POE",
    ]);
    const fine = openAuthority({});
    const extended = await extendFiles(await sealedFiles(fine), fine);
    fine.advance({ hours: 24 });
    fine.revokeSeal();
    fine.advance({ hours: 1 });
    expect(await judge(extended, fine, fine.now(), await fine.statuses())).toEqual([
      "TOTAL_PASSED",
      "TOTAL_PASSED",
    ]);
  },
);

test.skipIf(skipped !== "")(
  `an expired seal certificate, without and with the archive timestamp${skipped}`,
  async () => {
    const own = openAuthority({ sealNotAfter: authority.pki.seal.key.notBefore.add({ hours: 48 }) });
    const files = await sealedFiles(own);
    const extended = await extendFiles(files, own);
    own.advance({ hours: 24 * 30 });
    // nobody answers for an expired certificate any more: what was not kept cannot be had
    expect(await judge(files, own, own.now())).toEqual([
      "INDETERMINATE CERTIFICATE_CHAIN_GENERAL_FAILURE",
      "INDETERMINATE CERTIFICATE_CHAIN_GENERAL_FAILURE",
    ]);
    expect(await judge(extended, own, own.now())).toEqual(["TOTAL_PASSED", "TOTAL_PASSED"]);
  },
);

test.skipIf(skipped !== "")(`a seal made after its certificate had expired${skipped}`, async () => {
  const own = openAuthority({ sealNotAfter: authority.pki.seal.key.notBefore.add({ hours: 36 }) });
  const ocsps = await own.statuses();
  own.advance({ hours: 24 * 30 });
  const files = await sealedFiles(own);
  expect(await judge(files, own, own.now(), ocsps)).toEqual([
    "INDETERMINATE OUT_OF_BOUNDS_NOT_REVOKED expired",
    "INDETERMINATE OUT_OF_BOUNDS_NOT_REVOKED expired",
  ]);
});

test.skipIf(skipped !== "")(`a truncated file${skipped}`, async () => {
  const half = { xml: whole.xml.slice(0, -1000), pdf: whole.pdf.subarray(0, 50_000) };
  expect(await judge(half, authority)).toEqual(["no signature", "no signature"]);
  // without its end the archive timestamp is gone; the seal before it stands
  const content = whole.pdf.subarray(0, -1000);
  const at = authority.now().add({ minutes: 1 });
  const said = await dss?.judge({ name: "cut.pdf", content, trust: authority.trust, at });
  expect(said?.signatures.map(({ level }) => level)).toEqual(["PAdES-BASELINE-LT"]);
});

test.skipIf(skipped !== "")(`a provider whom nobody trusts${skipped}`, async () => {
  const stranger = openAuthority({});
  const files = await extendFiles(await sealedFiles(stranger), stranger);
  expect(await judge(files, authority)).toEqual([
    "INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND",
    "INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND",
  ]);
});
