// Every kind of proof and of evidence passes the Commission's validator, at the level it is said to have.

import { afterAll, expect, test } from "vitest";
import type { ProofKind } from "@posthorn/domain";
import { renewPdf, renewXades } from "@posthorn/evidence";
import { startDss, whyNoDss } from "./dss.ts";
import { extend, makeProof, openAuthority, PROOFS, sealRecords, type Authority } from "./make-seals.ts";

const skipped = whyNoDss();
const dss = skipped === "" ? startDss() : undefined;
afterAll(() => dss?.stop());

const KEYS = [
  { sealKey: "P-256" },
  { sealKey: "P-384", sealHash: "SHA-384" },
  { sealKey: "RSA-3072" },
] as const;

async function judge(
  name: string,
  content: Uint8Array | string,
  authority: Authority,
  more: { at?: Temporal.Instant; ocsps?: readonly Uint8Array[] } = {},
): Promise<string> {
  const at = more.at ?? authority.now().add({ minutes: 1 });
  const said = await dss?.judge({ name, content, trust: authority.trust, at, ...more });
  const [first, ...others] = said?.signatures ?? [];
  if (!first || others.length > 0) return `${name}: ${JSON.stringify(said)}`;
  const stamps = first.timestamps.map(({ type, indication }) => `${type} ${indication}`);
  return [first.indication, first.level, ...stamps, ...first.errors].join(", ");
}

const LTA = (form: "XAdES" | "PAdES", archive: string) =>
  `TOTAL_PASSED, ${form}-BASELINE-LTA, SIGNATURE_TIMESTAMP PASSED, ${archive} PASSED`;

test.skipIf(skipped !== "").each(KEYS)(
  `every proof and evidence sealed with $sealKey${skipped}`,
  async (keys) => {
    const kinds = new Set<string>();
    for (const [kind, steps] of Object.entries(PROOFS)) {
      const authority = openAuthority(keys);
      const records = await sealRecords(steps, authority);
      const pdf = await makeProof(kind as ProofKind, records, authority);
      expect(await judge(`${kind}.pdf`, await extend(pdf, authority), authority), kind).toBe(
        LTA("PAdES", "DOCUMENT_TIMESTAMP"),
      );
      for (const { facts, xml } of records) {
        if (xml === null || kinds.has(facts.type)) continue;
        kinds.add(facts.type);
        const extended = await extend(xml, authority);
        expect(await judge(`${facts.type}.xml`, extended, authority), facts.type).toBe(
          LTA("XAdES", "ARCHIVE_TIMESTAMP"),
        );
      }
    }
    expect(kinds.size).toBeGreaterThanOrEqual(6);
  },
);

test.skipIf(skipped !== "").each(KEYS)(
  `before extension the level is B-T with $sealKey${skipped}`,
  async (keys) => {
    const authority = openAuthority(keys);
    const records = await sealRecords(PROOFS["proof_of_submission"] ?? [], authority);
    const pdf = await makeProof("proof_of_submission", records, authority);
    authority.advance({ minutes: 1 });
    const ocsps = await authority.statuses();
    expect(await judge("proof.pdf", pdf, authority, { ocsps })).toBe(
      "TOTAL_PASSED, PAdES-BASELINE-T, SIGNATURE_TIMESTAMP PASSED",
    );
    expect(await judge("evidence.xml", records[0]?.xml ?? "", authority, { ocsps })).toBe(
      "TOTAL_PASSED, XAdES-BASELINE-T, SIGNATURE_TIMESTAMP PASSED",
    );
  },
);

test.skipIf(skipped !== "")(
  `renewed by the next time-stamping authority, a seal outlives both certificates${skipped}`,
  async () => {
    const authority = openAuthority({ sealKey: "P-256" });
    const records = await sealRecords(PROOFS["proof_of_submission"] ?? [], authority);
    const pdf = await extend(await makeProof("proof_of_submission", records, authority), authority);
    const xml = await extend(records[0]?.xml ?? "", authority);
    authority.advance({ hours: 24 * 365 * 9 });
    const next = openAuthority({}, { pki: authority.pki, now: authority.now() });
    const ports = { timestamp: next.ports.timestamp, collect: authority.ports.collect };
    const [newPdf, newXml] = await Promise.all([renewPdf(pdf, ports), renewXades(xml, ports)]);
    // of the newest timestamp's certificate only the authority can tell, as always
    next.advance({ hours: 24 * 365 * 2 });
    const later = { at: next.now().add({ minutes: 1 }), ocsps: await next.statuses() };
    expect(await judge("old.pdf", pdf, authority, later)).toMatch(/^INDETERMINATE/u);
    expect(await judge("old.xml", xml, authority, later)).toMatch(/^INDETERMINATE/u);
    expect(await judge("new.pdf", newPdf, authority, later)).toBe(
      `${LTA("PAdES", "DOCUMENT_TIMESTAMP")}, DOCUMENT_TIMESTAMP PASSED`,
    );
    expect(await judge("new.xml", newXml, authority, later)).toBe(
      `${LTA("XAdES", "ARCHIVE_TIMESTAMP")}, ARCHIVE_TIMESTAMP PASSED`,
    );
  },
);
