// Every kind of proof in every language, sealed, is what it says of itself: veraPDF finds it PDF/A-3.

import { expect, test } from "vitest";
import { LANGUAGES, type ProofKind } from "@posthorn/domain";
import { extend, makeProof, openAuthority, PROOFS, sealRecords } from "./make-seals.ts";
import { judgePdfs, whyNoVeraPdf } from "./verapdf.ts";

const skipped = whyNoVeraPdf();
const FLAVOUR = "3a";

test.skipIf(skipped !== "")(
  `every proof in every language, and what long-term material adds to one${skipped}`,
  async () => {
    const authority = openAuthority({ sealKey: "P-256" });
    const files = new Map<string, Uint8Array>();
    for (const [kind, steps] of Object.entries(PROOFS)) {
      const records = await sealRecords(steps, authority);
      for (const language of LANGUAGES) {
        files.set(
          `${kind}-${language}.pdf`,
          await makeProof(kind as ProofKind, records, authority, language),
        );
      }
    }
    const collected = files.get("proof_of_collection-nl.pdf") ?? new Uint8Array();
    files.set("long-term.pdf", await extend(collected, authority));
    const verdicts = await judgePdfs("claimed", files);
    expect(verdicts.size).toBe(Object.keys(PROOFS).length * LANGUAGES.length + 1);
    for (const [name, { flavour, failure, rules }] of verdicts) {
      expect({ flavour, failure, rules }, name).toEqual({ flavour: FLAVOUR, failure: null, rules: [] });
    }
  },
);

test.skipIf(skipped !== "")(
  `a file cut short, and one that is no PDF, are not taken for one${skipped}`,
  async () => {
    const authority = openAuthority({ sealKey: "P-256" });
    const records = await sealRecords(PROOFS["proof_of_submission"] ?? [], authority);
    const proof = await makeProof("proof_of_submission", records, authority);
    const verdicts = await judgePdfs(
      "claimed",
      new Map([
        ["cut.pdf", proof.subarray(0, proof.length / 2)],
        ["text.pdf", new TextEncoder().encode("hello")],
        ["unnamed-colours.pdf", swap(proof, "/OutputIntents", "/OutputIntentz")],
      ]),
    );
    expect([...verdicts.values()].map(({ compliant }) => compliant)).toEqual([false, false, false]);
    expect(verdicts.get("unnamed-colours.pdf")?.rules.map(({ clause }) => clause)).toContain("6.2.4.3");
  },
);

function swap(pdf: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(pdf).toString("latin1").replaceAll(from, to), "latin1");
}
