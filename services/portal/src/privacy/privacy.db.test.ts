import { createTryLimit, sql } from "@posthorn/db";
import { LANGUAGES, RETENTION_RULES, type RetentionRule } from "@posthorn/domain";
import { createVerbBench, createVisitor, type VerbBench } from "@posthorn/testkit";
import { ruleInWords, textsFor } from "@posthorn/texts";
import { COOKIES } from "@posthorn/web";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

const RULES = Object.values(RETENTION_RULES) as readonly RetentionRule[];

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
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

const folded = (text: string) => text.replaceAll(/\s+/g, " ");

test.each(LANGUAGES)(
  "in %s the notice says of every rule what, why, how long and from when, under its role",
  async (language) => {
    const page = await createVisitor().open(`${portal.url}/privacy?lang=${language}`);
    const words = textsFor(language).privacyPages.notice;
    expect(page.status).toBe(200);
    for (const rule of RULES) {
      const said = ruleInWords(language, rule);
      const card = folded(page.document.querySelector(`#${rule.role}`)?.textContent ?? "");
      for (const text of [
        said.data,
        said.purpose,
        said.ground,
        said.citations,
        said.period + said.joint + said.trigger,
      ])
        expect(card).toContain(folded(text));
      const other = rule.role === "controller" ? "processor" : "controller";
      expect(page.document.querySelector(`#${other}`)?.textContent).not.toContain(said.data);
    }
    expect(page.text).toContain(folded(words.authority.address));
    expect(page.text).toContain("dpo@posthorn.example");
    // What each thing is, and never what we call its rule.
    expect(page.text).not.toMatch(/\bR\d/u);
    expect(page.document.querySelector('a[href="/rights"]')?.textContent?.trim()).toBe(words.rights.form);
    expect(page.document.querySelector("footer a[href='/privacy']")).not.toBeNull();
    expect(page.document.querySelector("footer a[href='/cookies']")).not.toBeNull();
  },
);

test("a period that the provider set longer for all is what the notice says from then on, and not before", async () => {
  const owner = bench.context("owner").db;
  const { rows } = await sql<{
    id: string;
  }>`INSERT INTO staff (id, email, family_name, first_names, language, roles, webauthn_handle, created_at)
    VALUES ('stf_PRIVACY', 'p@posthorn.example', 'Officer', 'Privacy', 'nl', '{privacy_officer}', 'stf_PRIVACY', clock.now()) RETURNING id`.execute(
    owner,
  );
  await sql`INSERT INTO retention_change (id, rule, kept, reason, shorter, proposed_by, proposed_at, effective_at) VALUES
    ('rch_1', 'R9', '36 months', 'claims', false, ${rows[0]?.id}, clock.now(), clock.now() - interval '1 day'),
    ('rch_2', 'R6', '48 months', 'claims', false, ${rows[0]?.id}, clock.now(), clock.now() + interval '1 day')`.execute(
    owner,
  );
  await sql`INSERT INTO retention_change (id, rule, account_id, kept, reason, shorter, proposed_by, proposed_at, effective_at)
    VALUES ('rch_3', 'R8.sender', 'acc_SEED0VANDEWALLE', '30 days', 'own', false, ${rows[0]?.id}, clock.now(), clock.now())`.execute(
    owner,
  );
  const { text } = await createVisitor().open(`${portal.url}/privacy?lang=en`);
  expect(text).toContain("36 months, from the final state of the delivery");
  expect(text).toContain("the schedule says 24 months");
  expect(text).not.toContain("48 months");
  expect(text).toContain("365 days, from the final state of the message’s last delivery");
});

test.each(LANGUAGES)(
  "in %s the page about cookies names each one, who sets it, what for and how long",
  async (language) => {
    const { document, text } = await createVisitor().open(`${portal.url}/cookies?lang=${language}`);
    const words = textsFor(language).privacyPages.cookies;
    const rows = [...document.querySelectorAll("tbody tr")].map((row) => folded(row.textContent ?? ""));
    expect(rows).toHaveLength(COOKIES.length);
    for (const [index, cookie] of COOKIES.entries()) {
      expect(rows[index]).toContain(cookie.name);
      expect(rows[index]).toContain(words.purposes[cookie.purpose]);
    }
    expect(text).toContain(words.untilClosed);
  },
);
