import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { clockNow } from "@posthorn/db";
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

async function ceremony(minutesAgo: number): Promise<string> {
  const at = (await clockNow(owner())).subtract({ minutes: minutesAgo });
  const id = `cer-${minutesAgo}`;
  await owner()
    .insertInto("sign_in_ceremony")
    .values({
      id,
      kind: "passkey_sign_in",
      holder_kind: "person",
      holder_id: null,
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
