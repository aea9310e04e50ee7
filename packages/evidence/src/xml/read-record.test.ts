import { canonicalJson, type EvidenceFacts } from "@posthorn/domain";
import { expect, test } from "vitest";
import { EXAMPLE_FACTS, EXAMPLE_RANDOM } from "../example-facts.ts";
import { evidenceXml, XML_DECLARATION } from "./evidence-xml.ts";
import { parseXml } from "./parse.ts";
import { readCarriedRecord, remakeXml } from "./read-record.ts";

const STAMP = {
  token: new Uint8Array(40),
  path: { index: 0, size: 1, hashes: [] },
  genTime: Temporal.Instant.from("2026-11-21T09:02:15Z"),
};

function made(version: EvidenceFacts["version"]): string {
  const facts = { ...EXAMPLE_FACTS, version };
  return evidenceXml(facts, canonicalJson(facts), EXAMPLE_RANDOM, STAMP);
}

test.each([1, 2] as const)(
  "evidence of a record of version %i is remade to the octet from what it carries",
  (version) => {
    const xml = made(version);
    expect(XML_DECLARATION + remakeXml(readCarriedRecord(parseXml(xml)))).toBe(xml);
  },
);

test("a record in another form than its own is refused, an unknown version too", () => {
  const posing = made(1).replace('form="1"', 'form="2"');
  expect(() => readCarriedRecord(parseXml(posing))).toThrow("of another form");
  const later = canonicalJson({ ...EXAMPLE_FACTS, version: 3 });
  const unknown = made(2).replace(
    /(<x:Canonical>)[^<]*/u,
    `$1${Buffer.from(later, "utf8").toString("base64")}`,
  );
  expect(() => readCarriedRecord(parseXml(unknown))).toThrow(TypeError);
});
