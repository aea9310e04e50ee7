import { expect, test } from "vitest";
import { issueDevelopmentPki } from "@posthorn/pki";
import { EXAMPLE_CANONICAL, EXAMPLE_FACTS, EXAMPLE_RANDOM } from "../example-facts.ts";
import { exampleSealing } from "../example-sealing.ts";
import { leafValue } from "../record/leaf-value.ts";
import { signXades } from "../xades/sign-xades.ts";
import { evidenceXml } from "../xml/evidence-xml.ts";
import { verifyEvidenceXml } from "./verify-evidence-xml.ts";

const example = await exampleSealing({});
const trust = {
  trustedRoots: [example.pki.root.key.certificate],
  timestampRoots: [example.pki.tsaRoot.key.certificate],
};

function failed(xml: string, options = trust) {
  const report = verifyEvidenceXml(xml, options);
  const names = report.checks.filter(({ ok }) => !ok).map(({ name }) => name);
  return [report.indication, report.subIndication, ...names];
}

test("untouched evidence passes every check", () => {
  const report = verifyEvidenceXml(example.sealed, trust);
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(report).toMatchObject({
    indication: "TOTAL-PASSED",
    facts: EXAMPLE_FACTS,
    signedAt: example.now,
    stampedAt: example.now,
  });
  expect(report.signedBy).toContain("CN=Posthorn demonstration seal");
  expect(report.leaf).toBe(Buffer.from(leafValue(EXAMPLE_RANDOM, EXAMPLE_CANONICAL)).toString("hex"));
  expect(report).not.toHaveProperty("subIndication");
});

test.each(["P-384", "RSA-3072"] as const)(
  "evidence sealed with %s and stamped among 100 others passes",
  async (sealKey) => {
    const others = Array.from({ length: 100 }, (_, i) => Uint8Array.of(i));
    const { pki, sealed } = await exampleSealing({ sealKey, others });
    const roots = { trustedRoots: [pki.root.key.certificate], timestampRoots: [pki.tsaRoot.key.certificate] };
    expect(verifyEvidenceXml(sealed, roots).indication).toBe("TOTAL-PASSED");
  },
);

test("a changed word, digest, claimed time or signature fails", () => {
  const { sealed } = example;
  expect(failed(sealed.replace("Zonen", "Zoden"))).toEqual([
    "TOTAL-FAILED",
    "HASH_FAILURE",
    "digests",
    "record_matches",
  ]);
  expect(failed(sealed.replace("Zoë", "Zoe"))[0]).toBe("TOTAL-FAILED");
  const backdated = sealed.replace(/<xades:SigningTime>2026/u, "<xades:SigningTime>2025");
  expect(failed(backdated)).toEqual(["TOTAL-FAILED", "HASH_FAILURE", "digests"]);
  const value = /<ds:SignatureValue [^>]*>([^<]{10})/u.exec(sealed)?.[1] ?? "";
  const forged = sealed.replace(value, value.split("").toReversed().join(""));
  expect(failed(forged).slice(0, 2)).toEqual(["TOTAL-FAILED", "SIG_CRYPTO_FAILURE"]);
});

test("white space between elements counts as a change", () => {
  expect(failed(example.sealed.replace("<EventTime>", "\n<EventTime>"))[0]).toBe("TOTAL-FAILED");
});

test("another seal of the same name is not trusted; without its roots a timestamp proves nothing", async () => {
  const stranger = issueDevelopmentPki({ now: example.now });
  const roots = { trustedRoots: [stranger.root.key.certificate], timestampRoots: trust.timestampRoots };
  expect(failed(example.sealed, roots)).toEqual([
    "INDETERMINATE",
    "NO_CERTIFICATE_CHAIN_FOUND",
    "certificate_chain",
  ]);
  const noStamps = { trustedRoots: trust.trustedRoots, timestampRoots: [] };
  expect(failed(example.sealed, noStamps)).toEqual([
    "INDETERMINATE",
    "NO_CERTIFICATE_CHAIN_FOUND",
    "signature_timestamp",
    "record_timestamp",
  ]);
});

test("a seal made, provably, after its certificate had ended fails", async () => {
  const { pki, now, unsigned } = example;
  const old = issueDevelopmentPki({ now: now.subtract({ hours: 24 * 366 * 11 }), roots: pki });
  const sealed = await signXades(unsigned, old.seal.key, { signedAt: now, timestamp: example.timestamp });
  expect(failed(sealed)).toEqual(["TOTAL-FAILED", "EXPIRED", "certificate_chain"]);
});

test("XML that says something else than its record fails, though its seal is right", async () => {
  const { pki, now, stamp, timestamp } = example;
  const lie = { ...EXAMPLE_FACTS, type: "ConsignmentRejection", event_at: "2026-12-01T00:00:00.000Z" };
  const unsigned = evidenceXml(lie, EXAMPLE_CANONICAL, EXAMPLE_RANDOM, stamp);
  const sealed = await signXades(unsigned, pki.seal.key, { signedAt: now, timestamp });
  expect(failed(sealed)).toEqual(["TOTAL-FAILED", "FORMAT_FAILURE", "record_matches"]);
});

test("a record that was not stamped, or a random that is not its own, fails", async () => {
  const { pki, now, stamp, timestamp } = example;
  const seal = (random: Uint8Array, path = stamp.path) =>
    signXades(evidenceXml(EXAMPLE_FACTS, EXAMPLE_CANONICAL, random, { ...stamp, path }), pki.seal.key, {
      signedAt: now,
      timestamp,
    });
  expect(failed(await seal(new Uint8Array(32)))).toEqual([
    "TOTAL-FAILED",
    "HASH_FAILURE",
    "record_timestamp",
  ]);
  const elsewhere = { index: 0, size: 2, hashes: ["00".repeat(32)] };
  expect(failed(await seal(EXAMPLE_RANDOM, elsewhere))).toEqual([
    "TOTAL-FAILED",
    "HASH_FAILURE",
    "record_timestamp",
  ]);
  const nowhere = { index: 3, size: 2, hashes: [] };
  expect(failed(await seal(EXAMPLE_RANDOM, nowhere))).toEqual([
    "TOTAL-FAILED",
    "FORMAT_FAILURE",
    "record_timestamp",
  ]);
});

test("a timestamp of another seal fails", async () => {
  const other = await exampleSealing({ facts: { ...EXAMPLE_FACTS, seq: 4 } });
  const stamp = /<xades:EncapsulatedTimeStamp>([^<]+)/u;
  const swapped = example.sealed.replace(stamp, stamp.exec(other.sealed)?.[0] ?? "");
  expect(failed(swapped)[0]).not.toBe("TOTAL-PASSED");
  expect(failed(swapped)[2]).toBe("signature_timestamp");
});

test("a seal without a timestamp is indeterminate", () => {
  const bare = example.sealed.replace(/<xades:SignatureTimeStamp [^]*<\/xades:SignatureTimeStamp>/u, "");
  expect(failed(bare)).toEqual(["INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", "signature_timestamp"]);
});

const FORMAT = ["TOTAL-FAILED", "FORMAT_FAILURE", "format"];

test("signed parts cannot be wrapped, moved or doubled", () => {
  const { sealed } = example;
  const signature = /<ds:Signature [^]*<\/ds:Signature>/u.exec(sealed)?.[0] ?? "";
  const root = sealed.slice(sealed.indexOf("<e:Evidence"));
  const wrapped = root.replace(signature, "").replace("Zonen", "Zoden").replace(' Id="', ' Id="X');
  const cases = {
    "two signatures": sealed.replace("</e:Evidence>", `${signature}</e:Evidence>`),
    "signature not last": sealed.replace(signature, "").replace("<EventTime>", `${signature}<EventTime>`),
    "evidence in evidence": wrapped.replace("</e:Evidence>", `<e:Wrap>${root}</e:Wrap></e:Evidence>`),
    "evidence in ds:Object": wrapped.replace(
      "</e:Evidence>",
      `${signature.replace("</ds:Object>", `</ds:Object><ds:Object>${root}</ds:Object>`)}</e:Evidence>`,
    ),
    "reference elsewhere": sealed.replace('URI=""', 'URI="#E-other"'),
    "a third reference": sealed.replace(
      "</ds:SignedInfo>",
      '<ds:Reference URI="#x"></ds:Reference></ds:SignedInfo>',
    ),
    "identifier twice": sealed.replace(
      "<EventTime>",
      `<EventTime Id="${/ Id="(P-[^"]+)"/u.exec(sealed)?.[1] ?? ""}">`,
    ),
    "another transform": sealed.replace("xmldsig#enveloped-signature", "xmldsig#base64"),
    "properties of another signature": sealed.replace('Target="#S-', 'Target="#Q-'),
    "weak digest": sealed.replaceAll("2001/04/xmlenc#sha256", "2000/09/xmldsig#sha1"),
  };
  for (const [name, xml] of Object.entries(cases)) {
    expect([name, ...failed(xml)]).toEqual([name, ...FORMAT]);
  }
});

test("document types, entities, comments, instructions and CDATA are refused", () => {
  const { sealed } = example;
  const [declaration = "", body = ""] = sealed.split("\n");
  for (const xml of [
    `${declaration}\n<!DOCTYPE e:Evidence [<!ENTITY x "y">]>${body}`,
    `${declaration}\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`,
    sealed.replace("<EventTime>", "<!-- x --><EventTime>"),
    sealed.replace("<EventTime>", "<?x y?><EventTime>"),
    sealed.replace("Zonen", "<![CDATA[Zonen]]>"),
  ]) {
    expect(failed(xml)).toEqual(FORMAT);
  }
});

test("whatever is not sealed evidence is refused without an exception", () => {
  const deep = `${"<a>".repeat(50_000)}${"</a>".repeat(50_000)}`;
  for (const xml of [
    "",
    "text",
    "<a/>",
    "<a",
    example.unsigned,
    example.sealed.slice(0, -20),
    deep,
    "<a>&nope;</a>",
  ]) {
    expect(failed(xml)).toEqual(FORMAT);
  }
});
