import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTryLimit, sql } from "@posthorn/db";
import { LANGUAGES } from "@posthorn/domain";
import {
  createVerbBench,
  createVisitor,
  PEOPLE,
  TEST_SENDER,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { policyText, textsFor } from "@posthorn/texts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

const noUnzip = spawnSync("unzip", ["-v"]).error !== undefined;

let bench: VerbBench;
let portal: RunningPortal;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal");
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
    now: () => Temporal.Now.instant().round("millisecond"),
  });
  const owner = bench.context("owner").db;
  await sql`INSERT INTO staff (id, email, family_name, first_names, language, roles, webauthn_handle, created_at)
    VALUES ('stf_PACK', 'p@posthorn.example', 'Officer', 'Privacy', 'nl', '{privacy_officer}', 'stf_PACK', clock.now())`.execute(
    owner,
  );
  await sql`INSERT INTO subprocessor (id, name, address, purpose, country, parent_name, parent_country, terms_url, hosts, roles,
      effective_on, override_reason, entered_by, entered_at)
    VALUES ('sub_PACK', 'Relay NV', 'Stationsstraat 1, 9000 Gent', '{"nl":"Brengt mails","fr":"Porte nos courriels","de":"Bringt E-Mails","en":"Carries mails"}',
      'BE', 'Relay Inc.', 'US', 'https://relay.be/dpa', '{smtp.relay.be}', '{mail}', '2026-01-01', 'Assessed on 3 November 2026.', 'stf_PACK', clock.now())`.execute(
    owner,
  );
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

async function enter(id: string): Promise<Visitor> {
  const person = PEOPLE.find((each) => each.id === id);
  const visitor = createVisitor();
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const typed = { email: person?.email ?? "", password: person?.password ?? "" };
  expect(new URL((await visitor.press(form, "Sign in", typed)).url).pathname).toBe("/");
  return visitor;
}

test.each(LANGUAGES)(
  "in %s everybody reads who works for us, from where, and why one from outside does",
  async (language) => {
    const page = await createVisitor().open(`${portal.url}/subprocessors?lang=${language}`);
    const words = textsFor(language).registers.subprocessors;
    expect(page.status).toBe(200);
    for (const text of [
      "Relay NV",
      "Relay Inc.",
      "Assessed on 3 November 2026.",
      words.outside,
      words.object,
    ])
      expect(page.text).toContain(text);
  },
);

test.skipIf(noUnzip)(
  "one click saves the pack: agreement in its words, subprocessors, retention, measures, record; and it is logged (skipped: unzip is not installed)",
  async () => {
    const { accountId } = TEST_SENDER;
    const owner = bench.context("owner").db;
    const text = policyText("nl", "processor-agreement", "1") ?? "";
    await sql`INSERT INTO policy_acceptance (id, person_id, account_id, policy, version, language, sha256, accepted_at)
      VALUES ('pac_PACK', 'per_SEED0LOTTEMAES', ${accountId}, 'processor-agreement', '1', 'nl', encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), clock.now())`.execute(
      owner,
    );
    const lotte = await enter("per_SEED0LOTTEMAES");
    const page = await lotte.open(`${portal.url}/account/compliance?lang=en`);
    const csrf = page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
    const answer = await lotte.fetch(`${portal.url}/account/compliance`, {
      method: "POST",
      body: new URLSearchParams({ _csrf: csrf }),
    });
    expect(answer.headers.get("content-disposition")).toContain("compliance-pack-");
    const directory = await mkdtemp(join(tmpdir(), "posthorn-pack-"));
    try {
      await writeFile(join(directory, "pack.zip"), Buffer.from(await answer.arrayBuffer()));
      expect(spawnSync("unzip", ["-q", "pack.zip", "-d", "out"], { cwd: directory }).status).toBe(0);
      const names = (await readdir(join(directory, "out"))).toSorted();
      expect(names).toHaveLength(6);
      const [cover, agreement, subprocessors, retention, measures, record] = await Promise.all(
        names.map((name) => readFile(join(directory, "out", name), "utf8")),
      );
      expect(cover).toContain(accountId);
      expect(agreement).toContain(text);
      expect(agreement).toContain("by Lotte Maes");
      expect(subprocessors).toContain("Relay Inc.");
      expect(retention).toContain("access to the content of his messages");
      // What a rule is called among ourselves tells a sender nothing.
      expect(`${retention}${record}`).not.toMatch(/\bR\d/u);
      expect(measures).toContain("AES-256-GCM");
      expect(record).toContain("30(2)");
      expect(record).not.toContain("Accounts of our staff");
    } finally {
      await rm(directory, { recursive: true });
    }
    const uses = await owner
      .selectFrom("use_log")
      .select("account_id")
      .where("act", "=", "compliance_pack_made")
      .execute();
    expect(uses).toEqual([{ account_id: accountId }]);
  },
);
