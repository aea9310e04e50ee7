import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { clockNow, sql } from "@posthorn/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginAttempt } from "../identification/begin-attempt.ts";
import { sweep } from "./sweep.ts";

let bench: VerbBench;

beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

const owner = () => bench.context("owner").db;

async function begin(minutesAgo: number): Promise<string> {
  const portal = bench.context("portal");
  const at = (await clockNow(portal.db)).subtract({ minutes: minutesAgo });
  const state = `state-${minutesAgo}`;
  const { id } = await portal.db.transaction().execute((trx) =>
    beginAttempt(trx, portal, {
      service: "portal",
      purpose: "sign_in",
      method: "eid_tls",
      browserHash: "browser",
      stateHash: state,
      nonce: "nonce",
      language: "nl",
      at,
    }),
  );
  // A card answered, and its browser never came back.
  await owner()
    .updateTable("identification_attempt")
    .set({
      answer: Buffer.from("sealed"),
      answer_key_version: 1,
      return_hash: `return-${minutesAgo}`,
      answered_at: at,
    })
    .where("id", "=", id)
    .execute();
  return id;
}

async function ceremony(minutesAgo: number, holder: string | null = null): Promise<string> {
  const at = (await clockNow(owner())).subtract({ minutes: minutesAgo });
  const id = `cer-${minutesAgo}`;
  await owner()
    .insertInto("sign_in_ceremony")
    .values({
      id,
      kind: "passkey_sign_in",
      holder_kind: "person",
      holder_id: holder,
      browser_hash: "browser",
      challenge: "challenge",
      sealed_secret: null,
      key_version: null,
      created_at: at,
      expires_at: at.add({ minutes: 5 }),
      consumed_at: null,
    })
    .execute();
  return id;
}

test("what nobody finished is forgotten an hour after its end, the card's answer with it", async () => {
  await begin(75);
  const young = await begin(20);
  await ceremony(75);
  const youngCeremony = await ceremony(20);
  await sweep(bench.context("worker"));
  const tries = await owner().selectFrom("identification_attempt").select("id").execute();
  expect(tries.map(({ id }) => id)).toEqual([young]);
  const ceremonies = await owner().selectFrom("sign_in_ceremony").select("id").execute();
  expect(ceremonies.map(({ id }) => id)).toEqual([youngCeremony]);
});

test("R11 what a hold names of them stays, and stands in nobody's way; it goes once the hold has ended", async () => {
  const nele = "per_SEED0NELECLAES";
  const held = await begin(90);
  await owner()
    .updateTable("identification_attempt")
    .set({ person_id: nele })
    .where("id", "=", held)
    .execute();
  const free = await begin(80);
  const kept = await ceremony(90, nele);
  const today = (await clockNow(owner())).toZonedDateTimeISO("Europe/Brussels").toPlainDate();
  await sql`INSERT INTO staff (id, email, family_name, first_names, language, roles, webauthn_handle, created_at)
    VALUES ('stf_HOLD', 'hold@posthorn.example', 'Vermeulen', 'Bo', 'en', '{privacy_officer}', 'stf_HOLD', clock.now())`.execute(
    owner(),
  );
  await sql`INSERT INTO legal_hold (id, scope, scope_id, ground, reason, asked_at, state, decided_by, decided_at, ends_on)
    VALUES ('hld_TRIES', 'person', ${nele}, 'dispute', 'In court', clock.now(), 'placed', 'stf_HOLD', clock.now(), ${today.add({ days: 30 })})`.execute(
    owner(),
  );
  const left = async () => {
    const tries = await owner().selectFrom("identification_attempt").select("id").execute();
    const ceremonies = await owner().selectFrom("sign_in_ceremony").select("id").execute();
    return [...tries, ...ceremonies].map(({ id }) => id);
  };
  await sweep(bench.context("worker"));
  expect(await left()).toEqual(expect.arrayContaining([held, kept]));
  expect(await left()).not.toContain(free);
  await sql`UPDATE legal_hold SET state = 'lifted' WHERE id = 'hld_TRIES'`.execute(owner());
  await sweep(bench.context("worker"));
  expect(await left()).not.toContain(held);
  expect(await left()).not.toContain(kept);
});
