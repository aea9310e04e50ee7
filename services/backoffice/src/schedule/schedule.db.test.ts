import { execFileSync, spawnSync } from "node:child_process";
import { sql } from "@posthorn/db";
import { LANGUAGES, RETENTION_RULES, type RetentionRule } from "@posthorn/domain";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { ruleInWords, textsFor } from "@posthorn/texts";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  enrolStaff,
  type RunningBackoffice,
  type StaffVisitor,
  startBackoffice,
} from "../start.test-support.ts";

const RULES = Object.values(RETENTION_RULES) as readonly RetentionRule[];
const missing =
  spawnSync("pdftotext", ["-v"]).error === undefined ? "" : " (skipped: pdftotext is not installed)";

let bench: VerbBench;
let desk: RunningBackoffice;
let officer: StaffVisitor;
let auditor: StaffVisitor;

beforeAll(async () => {
  bench = await createVerbBench();
  desk = await startBackoffice(bench);
  officer = await enrolStaff(bench, desk, ["privacy_officer"]);
  auditor = await enrolStaff(bench, desk, ["auditor"]);
  await officer.signIn();
  await auditor.signIn();
  const purpose = (text: string) => JSON.stringify({ nl: text, fr: text, de: text, en: text });
  const override = "Decided by the privacy officer";
  await sql`INSERT INTO subprocessor (id, name, address, purpose, country, parent_name, parent_country, terms_url, hosts, roles,
      effective_on, ended_on, override_reason, entered_by, entered_at)
    SELECT 'sub_' || name, name, 'Street 1', purpose::jsonb, country, 'Parent', parent, 'https://terms.example/', '{}', '{sms}',
      starts::date, ends::date, ${override}, ${officer.id}, clock.now()
    FROM (VALUES ('Kraaienpost nv', ${purpose("Print")}, 'BE', 'BE', '2020-01-01', NULL),
      ('Faraway Inc.', ${purpose("SMS")}, 'IE', 'US', '2020-01-01', NULL),
      ('Gone bv', ${purpose("Mail")}, 'NL', 'NL', '2020-01-01', '2021-01-01'),
      ('To come bv', ${purpose("Mail")}, 'NL', 'NL', '2099-01-01', NULL)) AS v (name, purpose, country, parent, starts, ends)`.execute(
    bench.context("owner").db,
  );
});
afterAll(async () => {
  await desk.close();
  await bench.close();
});

const folded = (text: string) => text.replaceAll(/\s+/g, " ");

test.each(LANGUAGES)(
  "in %s the schedule shows every rule with its period, who may set another, and who decided",
  async (language) => {
    const { document, status } = await officer.visitor.open(`${desk.url}/privacy/schedule?lang=${language}`);
    expect(status).toBe(200);
    const rows = [...document.querySelectorAll("#rules tbody tr")].map((row) =>
      folded(row.textContent ?? ""),
    );
    const words = textsFor(language).privacyPages.schedule;
    expect(rows).toHaveLength(RULES.length);
    for (const [index, rule] of RULES.entries()) {
      const said = ruleInWords(language, rule);
      for (const text of [
        said.id,
        said.data,
        said.people,
        said.citations,
        said.period,
        said.trigger,
        said.adjustable ?? words.nobody,
      ])
        expect(rows[index]).toContain(folded(text));
      expect(rows[index]).toContain(words.roles[rule.role]);
      expect(rows[index]).toContain(words.offices[rule.decidedBy]);
    }
  },
);

test("the record has the parts of article 30, and names those of the register of subprocessors who work for us today", async () => {
  const { document } = await auditor.visitor.open(`${desk.url}/privacy/record?lang=en`);
  for (const role of ["controller", "processor"] as const) {
    const card = folded(document.querySelector(`#${role}`)?.textContent ?? "");
    for (const rule of RULES) {
      const shown = card.includes(`${ruleInWords("en", rule).data}`);
      expect([rule.id, shown]).toEqual([rule.id, rule.role === role]);
    }
    for (const said of [
      "dpo@posthorn.example",
      "Kraaienpost nv (BE): Print",
      "Transfers outside the European UnionFaraway Inc. (IE): SMS",
    ])
      expect(card).toContain(said);
    for (const other of ["Gone bv", "To come bv"]) expect(card).not.toContain(other);
  }
  expect(document.querySelector("#processor")?.textContent).toContain("Controllers");
});

test("saved as CSV it has a line for each rule, each of them whole, and the look is logged", async () => {
  const answer = await auditor.visitor.fetch(`${desk.url}/privacy/record.csv?lang=nl`);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toContain("record-of-processing.csv");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
  expect(lines).toHaveLength(RULES.length + 1);
  const columns = lines.map((line) => line.split('","').length);
  expect(new Set(columns)).toEqual(new Set([columns[0]]));
  expect(lines.find((line) => line.startsWith('"R9"'))).toContain('"24 maanden"');
  const { rows } = await bench
    .context("owner")
    .db.selectFrom("staff_log")
    .select(["act", "staff_id"])
    .where("act", "in", ["schedule_viewed", "processing_record_viewed", "processing_record_saved"])
    .execute()
    .then((found) => ({ rows: found }));
  expect(rows).toContainEqual({ act: "processing_record_saved", staff_id: auditor.id });
  expect(rows).toContainEqual({ act: "schedule_viewed", staff_id: officer.id });
});

test.skipIf(missing !== "")(`saved as PDF it is a document that others can read${missing}`, async () => {
  const answer = await officer.visitor.fetch(`${desk.url}/privacy/record.pdf?lang=fr`);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  const text = execFileSync("pdftotext", ["-", "-"], {
    input: Buffer.from(await answer.arrayBuffer()),
    encoding: "utf8",
  });
  expect(text).toContain("Registre des activités de traitement");
  expect(text).toContain("Kraaienpost nv (BE)");
});
