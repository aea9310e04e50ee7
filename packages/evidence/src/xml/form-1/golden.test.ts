// Evidence sealed under form 1 is remade to the octet for as long as anybody holds it: these digests never change.

import { createHash } from "node:crypto";
import { canonicalJson, type EvidenceFacts } from "@posthorn/domain";
import { expect, test } from "vitest";
import { EXAMPLE_FACTS, EXAMPLE_RANDOM } from "../../example-facts.ts";
import { evidenceXml } from "../evidence-xml.ts";

const STAMP = {
  token: Uint8Array.from({ length: 40 }, (_, index) => 255 - index),
  path: { index: 1, size: 3, hashes: ["aa".repeat(32), "bb".repeat(32)] },
  genTime: Temporal.Instant.from("2026-11-21T09:02:15Z"),
};

const {
  reasons: _reasons,
  collector: _collector,
  notice: _notice,
  details: _details,
  ...BARE
} = EXAMPLE_FACTS;
const { enterprise_number: _number, member: _member, ...PERSON } = EXAMPLE_FACTS.sender;

const GOLDEN: readonly (readonly [string, EvidenceFacts, string])[] = [
  [
    "an acceptance with everything",
    { ...EXAMPLE_FACTS, version: 1 },
    "33f29df44c3c225ae8c3f1c059b838ebadea48e2ada02735b84caad3e983a103",
  ],
  [
    "the least a record holds",
    { ...BARE, version: 1, policies: [], parts: [], type: "SubmissionRejection" },
    "1f6d89117e8ea47ab8bf0c0e83ad38cbc2c333f763e2bc9d1543ecbc802df9ef",
  ],
  [
    "a private sender and an organisation, closed, after the end",
    {
      ...EXAMPLE_FACTS,
      version: 1,
      type: "ContentAccessTracking",
      sender: { ...PERSON, kind: "person", name: "An De Smet" },
      recipient: {
        ...EXAMPLE_FACTS.recipient,
        kind: "organisation",
        enterprise_number: "0202239951",
        attention_of: "Boekhouding",
      },
      part: { name: "message.txt", sha256: "05".repeat(32) },
      closing: { records: 9, head: "06".repeat(32) },
      after_final: true,
      collector: {
        authentication: { method: "itsme", at: "2026-11-21T09:01:50.000Z", level: "high", issuer: "itsme" },
        name: "Zoë Wałęsa-Ő",
        matched_on: "name+birth_date",
      },
    },
    "590cae28de1e02feb27676a8e7df2a0e192f7be155a223f4e67af77818ee7287",
  ],
];

test.each(GOLDEN)("%s gives the octets it always gave", (_name, facts, sha256) => {
  const xml = evidenceXml(facts, canonicalJson(facts), EXAMPLE_RANDOM, STAMP);
  expect(createHash("sha256").update(xml, "utf8").digest("hex")).toBe(sha256);
});
