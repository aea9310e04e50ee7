import { expect, test } from "vitest";
import { printedParts, SAMPLE_PARTS, sampleRecords, STEPS } from "../proofs/sample-records.ts";
import { compareParts } from "./compare-parts.ts";
import type { FoundRecord } from "./judged-file.ts";
import type { MakeCheck } from "./report.ts";

const parts = printedParts(SAMPLE_PARTS);
const records = sampleRecords(STEPS.submission, { parts }) as unknown as readonly FoundRecord[];
const [text, lease] = parts;
const carriedOut: MakeCheck = (_, made) => {
  made();
};

test("a print rendition that is given is known by its digest, and goes by its part's name", () => {
  const print = lease?.print ?? { size: 0, sha256: "" };
  const given = [{ name: "scan.pdf", size: print.size, sha256: print.sha256 }];
  expect(compareParts(records, given, carriedOut)).toEqual([
    expect.objectContaining({ name: text?.name, compared: "not_given" }),
    expect.objectContaining({ name: lease?.name, sha256: lease?.sha256, compared: "not_given" }),
    { name: lease?.name, size: print.size, sha256: print.sha256, compared: "same", file: "scan.pdf" },
  ]);
});

test("a rendition that goes by its part's own name is not that part, changed", () => {
  const print = lease?.print ?? { size: 0, sha256: "" };
  const given = [{ name: lease?.name ?? "", size: print.size, sha256: print.sha256 }];
  expect(compareParts(records, given, carriedOut).map(({ compared }) => compared)).toEqual([
    "not_given",
    "not_given",
    "same",
  ]);
  const changed = [{ name: lease?.name ?? "", size: 3, sha256: "ab".repeat(32) }];
  expect(() => compareParts(records, changed, carriedOut)).toThrow("not a part of the message");
});

test("what is neither a part nor its rendition is no part", () => {
  const given = [{ name: "other.pdf", size: 1, sha256: "00".repeat(32) }];
  expect(() => compareParts(records, given, carriedOut)).toThrow("not a part of the message");
  expect(compareParts(records, [], carriedOut)).toHaveLength(2);
});
