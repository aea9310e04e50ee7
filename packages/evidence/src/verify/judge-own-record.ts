// Judges a record of our own types, which the standard has no XML for: its canonical JSON, random and timestamp.

import { canonicalJson, type EvidenceFacts } from "@posthorn/domain";
import { leafValue } from "../record/leaf-value.ts";
import type { CarriedRecord } from "../xml/read-record.ts";
import { checkRecordStamp } from "./check-record.ts";
import { asObject, asText } from "./read-json.ts";
import { startChecks, type Checks, type EvidenceReport } from "./report.ts";
import type { Setting } from "./setting.ts";
import type { ZipFile } from "./zip/read-zip.ts";

export interface JudgedRecord {
  readonly report: EvidenceReport;
  readonly record: CarriedRecord | null;
}

/** What it leads to is taken over into `checks`. Such a record has no seal of its own: its timestamp and the chain hold it. */
export function judgeOwnRecord(file: ZipFile, setting: Setting, checks: Checks): JudgedRecord {
  const own = startChecks();
  const record = own.check("record_matches", () => {
    const carried = parseOwnRecord(Buffer.from(file.bytes).toString("utf8"));
    return [
      { ...carried, leaf: leafValue(carried.random, carried.canonical) },
      `${file.path} is a canonical record`,
    ];
  });
  const stampedAt = record && checkRecordStamp(record, null, setting, setting.material, own.check);
  const verdict = own.verdict();
  const why = verdict.checks.find(({ ok }) => !ok)?.detail ?? "a canonical record with its timestamp";
  if (verdict.indication !== "TOTAL-PASSED")
    checks.takeOver("attached_evidence", verdict, `${file.path}: ${why}`);
  const report = {
    ...verdict,
    facts: record?.facts ?? null,
    leaf: record ? Buffer.from(record.leaf).toString("hex") : null,
    signedBy: null,
    signedAt: null,
    stampedAt: stampedAt ?? null,
  };
  return { report, record: record ?? null };
}

function parseOwnRecord(text: string) {
  const { record, random, stamp } = asObject(JSON.parse(text));
  const { token, path, gen_time: genTime } = asObject(stamp);
  const { index, size, hashes } = asObject(path);
  const canonical = asText(record);
  const facts: unknown = JSON.parse(canonical);
  if (!isFacts(facts) || canonicalJson(facts) !== canonical) throw new TypeError("not a canonical record");
  return {
    facts,
    canonical,
    random: new Uint8Array(Buffer.from(asText(random), "base64")),
    token: new Uint8Array(Buffer.from(asText(token), "base64")),
    path: {
      index: Number(index),
      size: Number(size),
      hashes: Array.isArray(hashes) ? hashes.map(asText) : [],
    },
    genTime: Temporal.Instant.from(asText(genTime)),
  };
}

function isFacts(value: unknown): value is EvidenceFacts {
  const { delivery, seq, prev_hash: previous, parts } = asObject(value);
  return (
    typeof delivery === "string" &&
    typeof seq === "number" &&
    typeof previous === "string" &&
    Array.isArray(parts)
  );
}
