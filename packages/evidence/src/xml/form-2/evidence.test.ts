import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { canonicalJson, EVENT_NAMES, type EvidenceFacts } from "@posthorn/domain";
import { afterAll, expect, test } from "vitest";
import { EXAMPLE_FACTS, EXAMPLE_RANDOM } from "../../example-facts.ts";
import { evidenceXml } from "../evidence-xml.ts";
import { allElements, type DomElement, hasName, parseXml } from "../parse.ts";

const STAMP = {
  token: new Uint8Array(40),
  path: { index: 0, size: 1, hashes: [] },
  genTime: Temporal.Instant.from("2026-11-21T09:02:15Z"),
};
// the schemas of the standards, which are not ours to distribute
const SCHEMA = [process.env["EVIDENCE_XSD_DIR"], resolve("..", "shared", "reference", "xsd")]
  .map((folder) => join(folder ?? "", "etsi-en-319-522-3.xsd"))
  .find(existsSync);
const noSchema = SCHEMA === undefined || spawnSync("xmllint", ["--version"]).status !== 0;
const folder = mkdtempSync(join(tmpdir(), "evidence-form-2-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { member: _member, enterprise_number: _number, ...PERSON } = EXAMPLE_FACTS.sender;
const { collector: _collector, ...UNCOLLECTED } = EXAMPLE_FACTS;
const BY_EID: EvidenceFacts["collector"] = {
  authentication: { method: "eid", at: "2026-11-21T09:01:50.000Z", level: "high", issuer: "Belgian eID" },
  name: "Zoë Wałęsa-Ő",
  matched_on: "name+birth_date",
};
const ORGANISATION: EvidenceFacts = {
  ...EXAMPLE_FACTS,
  recipient: { ...EXAMPLE_FACTS.recipient, kind: "organisation", enterprise_number: "0202239951" },
};
const BY_MEMBER: EvidenceFacts = {
  ...ORGANISATION,
  required_identification: "eid_or_itsme",
  collector: {
    authentication: { method: "itsme", at: "2026-11-21T09:01:50.000Z", level: "high", issuer: "itsme" },
    member: "M-4F7K",
    matched_on: "member+enterprise_number",
    identification_commitment: "ef".repeat(32),
  },
};
const POSTED: EvidenceFacts = {
  ...UNCOLLECTED,
  type: "RelayToNonERDS",
  relay: { operator: "bpost", item: "010541288500452621221234567890", service: "registered", batch: "B-12" },
};
const RENDITION = { size: 5120, sha256: "05".repeat(32), pages: 2, converter: "LibreOffice 24.8 <& co>" };
/** A letter was to follow: how each part looks on paper stands beside it. */
const WITH_PRINTS: EvidenceFacts = {
  ...UNCOLLECTED,
  postal_fallback: true,
  parts: UNCOLLECTED.parts.map((part) => ({ ...part, print: RENDITION })),
};
const POSTED_WHOLE: EvidenceFacts = {
  ...WITH_PRINTS,
  type: "RelayToNonERDS",
  relay: {
    operator: "bpost",
    item: "010541288500452621221234567890",
    service: "registered",
    batch: "12",
    print_sha256: "06".repeat(32),
    pages: 5,
    sheets: 3,
    address: 'Zoë "W" & co, Kerkstraat 12 bus 3, 9000 GENT',
    receipt_sha256: "07".repeat(32),
  },
};

/** What each event has of its own; `CarrierStatement` and the like are records without XML. */
const LIVES: readonly (readonly [string, EvidenceFacts])[] = [
  ...EVENT_NAMES.map((type): readonly [string, EvidenceFacts] => [type, { ...EXAMPLE_FACTS, type }]),
  ["a refused submission", { ...UNCOLLECTED, type: "SubmissionRejection", subject: "", parts: [] }],
  ["a private sender", { ...EXAMPLE_FACTS, sender: { ...PERSON, kind: "person", name: "An De Smet" } }],
  ["a private sender's program", viaKey({ ...PERSON, kind: "person", name: "An De Smet" })],
  ["a company's program", viaKey(EXAMPLE_FACTS.sender)],
  ["an organisation by codes", ORGANISATION],
  ["an organisation by its member", BY_MEMBER],
  ["a person by eID", { ...EXAMPLE_FACTS, collector: BY_EID }],
  ["a submission that may become a letter", WITH_PRINTS],
  ["a letter handed to the operator", POSTED],
  ["a letter handed to the operator with its receipt", POSTED_WHOLE],
  [
    "a letter that could not be posted",
    { ...UNCOLLECTED, type: "RelayToNonERDSFailure", reasons: ["own:not_postable"] },
  ],
];

function viaKey(sender: EvidenceFacts["sender"]): EvidenceFacts {
  const authentication = { method: "api_key", at: "2026-11-21T08:29:59.000Z" } as const;
  return { ...EXAMPLE_FACTS, sender: { ...sender, authentication } };
}

function made(facts: EvidenceFacts): string {
  return evidenceXml(facts, canonicalJson(facts), EXAMPLE_RANDOM, STAMP);
}

function find(facts: EvidenceFacts, name: string): readonly DomElement[] {
  return allElements(parseXml(made(facts))).filter((each) => hasName(each, name));
}

function attribute(of: DomElement | undefined, friendly: string): string | null | undefined {
  if (!of) return undefined;
  return allElements(of).find((each) => each.getAttribute("FriendlyName") === friendly)?.textContent;
}

test.skipIf(noSchema).each(LIVES)(
  "%s is valid by the schema (skipped: xmllint or EVIDENCE_XSD_DIR is missing)",
  (_name, facts) => {
    const file = join(folder, "evidence.xml");
    writeFileSync(file, made(facts));
    const args = ["--nonet", "--noout", "--schema", SCHEMA ?? "", file];
    expect(spawnSync("xmllint", args, { encoding: "utf8" }).stderr).toContain("validates");
  },
);

test("a company is the sender, its member the delegate: with random id, method and time, and how he was identified", () => {
  const [sender] = find(EXAMPLE_FACTS, "e:SenderDetails");
  expect(attribute(sender, "LegalName")).toBe(EXAMPLE_FACTS.sender.name);
  expect(attribute(sender, "Member")).toBeUndefined();
  const [delegate] = find(EXAMPLE_FACTS, "e:SenderDelegateDetails");
  expect(attribute(delegate, "Member")).toBe(EXAMPLE_FACTS.sender.member);
  expect(attribute(delegate, "ActsBy")).toBe("session");
  expect(delegate?.textContent).toContain(EXAMPLE_FACTS.sender.authentication.at);
  expect(delegate?.textContent).toContain(EXAMPLE_FACTS.sender.identified.at);
  expect(delegate?.textContent).toContain("http://eidas.europa.eu/LoA/high");
});

test("a key that acts is a delegate too; a person who acts himself has none", () => {
  expect(attribute(find(viaKey(EXAMPLE_FACTS.sender), "e:SenderDelegateDetails")[0], "ActsBy")).toBe(
    "api_key",
  );
  const person = { ...PERSON, kind: "person", name: "An De Smet" } as const;
  expect(find(viaKey(person), "e:SenderDelegateDetails")).toHaveLength(1);
  expect(find({ ...EXAMPLE_FACTS, sender: person }, "e:SenderDelegateDetails")).toHaveLength(0);
});

test("whoever acts for an organisation stands apart from it, a person stands for himself", () => {
  const [recipient] = find(ORGANISATION, "e:RecipientDetails");
  const [delegate] = find(ORGANISATION, "e:RecipientsDelegateDetails");
  expect(attribute(recipient, "MatchedOn")).toBeUndefined();
  expect(attribute(delegate, "MatchedOn")).toBe("mailbox+phone");
  expect(find(ORGANISATION, "DelegatingRecipients")[0]?.textContent).toBe("1");
  const person = { ...EXAMPLE_FACTS, collector: BY_EID };
  expect(attribute(find(person, "e:RecipientDetails")[0], "MatchedOn")).toBe("name+birth_date");
  expect(find(person, "e:RecipientsDelegateDetails")).toHaveLength(0);
});

test("a company's member is his random id and nothing else", () => {
  const [delegate] = find(BY_MEMBER, "e:RecipientsDelegateDetails");
  expect(attribute(delegate, "Member")).toBe("M-4F7K");
  expect(attribute(delegate, "MatchedOn")).toBe("member+enterprise_number");
  expect(attribute(delegate, "AuthenticatedName")).toBeUndefined();
  expect(attribute(delegate, "IdentificationCommitment")).toBe("ef".repeat(32));
});

test("consent is told in its words, the consignment as one by consent, each part with its size", () => {
  const [recipient] = find(EXAMPLE_FACTS, "e:RecipientDetails");
  expect(attribute(recipient, "ConsentStatedOn")).toBe("2026-01-05");
  expect(attribute(recipient, "ConsentWords")).toContain("art. 12");
  expect(find(EXAMPLE_FACTS, "x:Delivery")[0]?.getAttribute("consignmentMode")).toBe(
    "http://uri.etsi.org/19522/v1#/consignment/consent",
  );
  expect(find(EXAMPLE_FACTS, "x:Size").map((size) => size.getAttribute("octets"))).toEqual(["120", "102400"]);
});

test("a letter names the operator and the item", () => {
  expect(find(POSTED, "ForwardedToExternalSystem")[0]?.textContent).toBe(
    "bpost, 010541288500452621221234567890",
  );
});

test("a letter handed over is told with its print file, its address and the deposit's receipt", () => {
  const [relay] = find(POSTED_WHOLE, "x:Relay");
  const said = Object.fromEntries([...(relay?.attributes ?? [])].map(({ name, value }) => [name, value]));
  expect(said).toMatchObject({
    address: 'Zoë "W" & co, Kerkstraat 12 bus 3, 9000 GENT',
    batch: "12",
    item: "010541288500452621221234567890",
    operator: "bpost",
    pages: "5",
    printSha256: "06".repeat(32),
    receiptSha256: "07".repeat(32),
    service: "registered",
    sheets: "3",
  });
});

test("how a part looks on paper stands beside the part's own digest, with what made it", () => {
  const prints = find(WITH_PRINTS, "x:Print");
  expect(prints.map((print) => print.getAttribute("name"))).toEqual(
    WITH_PRINTS.parts.map(({ name }) => name.replace("\u0007", "\uFFFD")),
  );
  expect(prints[0]?.getAttribute("converter")).toBe("LibreOffice 24.8 <& co>");
  expect(prints[0]?.getAttribute("octets")).toBe("5120");
  expect(prints[0]?.getAttribute("pages")).toBe("2");
  expect(prints[0]?.getAttribute("sha256")).toBe("05".repeat(32));
  expect(find(EXAMPLE_FACTS, "x:Prints")).toEqual([]);
});

test("evidence without renditions keeps the octets it was sealed with", () => {
  const digest = (facts: EvidenceFacts) => createHash("sha256").update(made(facts)).digest("hex");
  expect(digest(EXAMPLE_FACTS)).toBe("5d3a5c0aefd69905a125e95b32b935eb1910a15614f54ce29b512c21266ca977");
  expect(digest(POSTED)).toBe("1dc959d9c9e4df1d119ecff4f52146295939394ce6bfe7af2fd62ae07eb1d64d");
});

test.each([
  ["R_ERDS_Unreachable", "http://uri.etsi.org/19522/EventReason/R_ERDS_Unreachable"],
  ["own:window_passed", "https://posthorn.example/policy/practice-statement/1#reason-window_passed"],
])("the reason %s has its URI", (reason, uri) => {
  expect(find({ ...EXAMPLE_FACTS, reasons: [reason] }, "Code")[0]?.textContent).toBe(uri);
});

test("a record of a version unknown here makes no evidence", () => {
  const later = { ...EXAMPLE_FACTS, version: 3 } as unknown as EvidenceFacts;
  expect(() => made(later)).toThrow(TypeError);
});
