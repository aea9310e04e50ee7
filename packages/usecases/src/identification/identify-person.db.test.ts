import { AppError } from "@posthorn/domain";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "../context.ts";
import { answerByItsme } from "./answer-for-person.ts";
import { beginForPerson } from "./begin-for-person.ts";
import { changeName } from "./change-name.ts";
import { viewHeldName } from "./held-answer.ts";
import {
  answering,
  digest,
  identityOf,
  NELE,
  now,
  type PersonBench,
  personBench,
  returned,
  tokens,
  TOM,
  VISITOR,
} from "./person.test-support.ts";

let bench: VerbBench;
let person: PersonBench;
let owner: Context;

beforeAll(async () => {
  bench = await createVerbBench();
  person = personBench(bench);
  owner = bench.context("owner");
});
beforeEach(() => person.reset());
afterAll(() => bench.close());

const tomsItsme = (change = {}) => identityOf("sub-tom", "JANSSENS", "Tom Karel", change);

async function row(personId: string) {
  return owner.db.selectFrom("person").selectAll().where("id", "=", personId).executeTakeFirstOrThrow();
}
async function links(): Promise<unknown[]> {
  return owner.db.selectFrom("person_identity").select(["method", "person_id", "key_version"]).execute();
}
async function records() {
  return owner.db.selectFrom("identification_record").selectAll().execute();
}
async function errands(): Promise<string[]> {
  const rows = await owner.db
    .selectFrom("person_errand")
    .select(["kind", "person_id"])
    .orderBy("created_at")
    .execute();
  return rows.map(({ kind, person_id }) => `${kind} ${person_id}`);
}
async function acts(): Promise<(string | null)[]> {
  const rows = await owner.db.selectFrom("use_log").select("act").orderBy("id").execute();
  return rows.map(({ act }) => act);
}

describe("activation", () => {
  test("takes over the name as authenticated, keeps the record sealed, links the means, owes a mail", async () => {
    const identity = tomsItsme({ registerNumber: "93013028103" });
    expect(await person.identify(identity)).toEqual({ kind: "identified", how: "activated" });
    expect(await row(TOM.personId)).toMatchObject({
      family_name: "JANSSENS",
      first_names: "Tom Karel",
      identified_method: "itsme",
      identified_level: "high",
      identified_issuer: "itsme",
      identified_at: identity.authenticatedAt,
    });
    const account = owner.db.selectFrom("account").select("name").where("id", "=", TOM.accountId);
    expect(await account.executeTakeFirst()).toEqual({ name: "Tom Karel JANSSENS" });
    expect(await links()).toEqual([{ method: "itsme", person_id: TOM.personId, key_version: 2 }]);
    expect(await errands()).toEqual([`identified ${TOM.personId}`]);
    expect(await acts()).toEqual(["identified_activated"]);
    const [record, ...others] = await records();
    expect(others).toEqual([]);
    expect(record).toMatchObject({ purpose: "activate", person_id: TOM.personId, delivery_id: null });
    const opened = bench.identityKeys.open(`identification_record/${record?.id ?? ""}`, {
      bytes: record?.sealed ?? new Uint8Array(),
      keyVersion: record?.key_version ?? 0,
    });
    expect(JSON.parse(opened)).toMatchObject({ identity: { subject: "sub-tom", birthDate: "1993-01-30" } });
    const uses = await owner.db.selectFrom("register_number_use").select("purpose").execute();
    expect(uses).toEqual([{ purpose: "recorded" }]);
  });

  test("by a person whose account carries no level of eIDAS: none is claimed", async () => {
    const { level: _, ...identity } = tomsItsme({ country: "NL" });
    expect(await person.identify(identity)).toMatchObject({ how: "activated" });
    expect(await row(TOM.personId)).toMatchObject({ identified_level: null });
  });

  test.each([
    ["another family name", "Jansen", "Tom"],
    ["another first name", "Janssens", "Thomas"],
    ["names exchanged", "Tom", "Janssens"],
  ])("%s is turned away; nothing is kept but the log of use", async (_, family, given) => {
    const before = await row(TOM.personId);
    expect(await person.identify(identityOf("sub-x", family, given))).toEqual({ kind: "name_differs" });
    expect(await row(TOM.personId)).toEqual(before);
    expect([await links(), await records(), await errands()]).toEqual([[], [], []]);
    expect(await acts()).toEqual(["identification_name_differs"]);
    const tries = await owner.db.selectFrom("identification_attempt").select("answer").execute();
    expect(tries.every(({ answer }) => answer === null)).toBe(true);
  });

  test("what is linked to somebody else is refused, without a word about whom", async () => {
    await owner.db
      .updateTable("person")
      .set({ family_name: "Janssens", first_names: "Tom" })
      .where("id", "=", NELE.personId)
      .execute();
    await person.identify(tomsItsme(), NELE);
    const outcome = await person.identify(tomsItsme());
    expect(outcome).toEqual({ kind: "of_another" });
    expect(await row(TOM.personId)).toMatchObject({ identified_at: null });
    expect(await links()).toEqual([{ method: "itsme", person_id: NELE.personId, key_version: 2 }]);
    expect((await acts()).at(-1)).toBe("identification_of_another");
  });

  test("of two persons who link the same at the same instant one wins", async () => {
    await owner.db
      .updateTable("person")
      .set({ family_name: "Janssens", first_names: "Tom" })
      .where("id", "=", NELE.personId)
      .execute();
    for (let round = 0; round < 5; round += 1) {
      const identity = identityOf(`sub-race-${round}`, "Janssens", "Tom");
      const outcomes = await Promise.all([person.identify(identity), person.identify(identity, NELE)]);
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["identified", "of_another"]);
    }
    expect(await links()).toHaveLength(5);
  });
});

describe("identifying again", () => {
  test("moves the day, keeps the link and owes no mail", async () => {
    await person.identify(tomsItsme({ authenticatedAt: now().subtract({ hours: 24 * 800 }) }));
    const again = tomsItsme({ level: "substantial" });
    expect(await person.identify(again)).toEqual({ kind: "identified", how: "again" });
    expect(await row(TOM.personId)).toMatchObject({
      identified_at: again.authenticatedAt,
      identified_level: "substantial",
    });
    expect(await links()).toHaveLength(1);
    expect(await errands()).toEqual([`identified ${TOM.personId}`]);
    expect((await records()).map(({ purpose }) => purpose).toSorted()).toEqual([
      "activate",
      "identify_again",
    ]);
  });

  test("by a further means of the same name links it, and that is told by mail", async () => {
    await person.identify(tomsItsme());
    const card = identityOf("93013028103", "Janssens", "Tom Karel", { method: "eid", issuer: "Citizen CA" });
    expect(await person.identify(card)).toEqual({ kind: "identified", how: "linked" });
    expect(await links()).toHaveLength(2);
    expect((await errands()).at(-1)).toBe(`identity_linked ${TOM.personId}`);
  });

  test("somebody else with another name is turned away", async () => {
    await person.identify(tomsItsme());
    expect(await person.identify(identityOf("sub-jan", "Peeters", "Jan"))).toEqual({ kind: "name_differs" });
    expect(await links()).toHaveLength(1);
  });

  test("a digest under an older key is found, and kept under the newest from then on", async () => {
    const old = {
      ...bench.identityKeys,
      subjectDigests: (of: { method: "itsme" | "eid"; subject: string }) =>
        bench.identityKeys.subjectDigests(of).slice(1),
    };
    await personBench(bench, old).identify(tomsItsme());
    expect(await links()).toMatchObject([{ key_version: 1 }]);
    expect(await person.identify(tomsItsme())).toMatchObject({ how: "again" });
    expect(await links()).toEqual([{ method: "itsme", person_id: TOM.personId, key_version: 2 }]);
  });
});

describe("a name that has changed", () => {
  const married = () => identityOf("sub-tom", "Peeters-Janssens", "Tom Karel");

  async function asked(): Promise<{ returnHash: string; browserHash: string }> {
    await person.identify(tomsItsme());
    const outcome = await person.identify(married());
    if (outcome.kind !== "name_change") throw new Error(outcome.kind);
    return { returnHash: digest(outcome.returnCode), browserHash: digest("browser") };
  }
  const change = (held: { returnHash: string; browserHash: string }, member = TOM) =>
    changeName(person.ctx, person.keys, { ...held, member, visitor: VISITOR, arrivedAt: now() });

  test("is asked about, changed on the person's word, once, and told by mail", async () => {
    const held = await asked();
    expect(await row(TOM.personId)).toMatchObject({ family_name: "JANSSENS" });
    const shown = await viewHeldName(person.ctx, person.keys, {
      ...held,
      personId: TOM.personId,
      arrivedAt: now(),
    });
    expect(shown).toEqual({ familyName: "Peeters-Janssens", givenNames: "Tom Karel", method: "itsme" });
    await change(held);
    expect(await row(TOM.personId)).toMatchObject({ family_name: "Peeters-Janssens" });
    expect((await errands()).at(-1)).toBe(`name_changed ${TOM.personId}`);
    expect((await acts()).at(-1)).toBe("name_changed");
    await expect(change(held)).rejects.toMatchObject({ code: "identification_try_unknown" });
    const waiting = owner.db
      .selectFrom("identification_attempt")
      .select("id")
      .where("answer", "is not", null);
    expect(await waiting.execute()).toEqual([]);
  });

  test("waits for this person alone, in this browser, for minutes", async () => {
    const held = await asked();
    const unknown = { kind: "forbidden", code: "identification_try_unknown" };
    await expect(change({ ...held, browserHash: digest("another") })).rejects.toMatchObject(unknown);
    await expect(change({ ...held, returnHash: digest("guess") })).rejects.toMatchObject(unknown);
    await expect(change(held, NELE)).rejects.toMatchObject(unknown);
    await owner.db
      .updateTable("identification_attempt")
      .set({ answered_at: now().subtract({ minutes: 11 }) })
      .where("answer", "is not", null)
      .execute();
    await expect(change(held)).rejects.toMatchObject(unknown);
    expect(await row(TOM.personId)).toMatchObject({ family_name: "JANSSENS" });
  });
});

describe("a try", () => {
  const ways = () => ({ itsme: answering(tomsItsme()) });
  const unknown = { kind: "forbidden", code: "identification_try_unknown" };

  test("is good once, in the browser that began it, for minutes", async () => {
    const state = await person.begin({});
    const elsewhere = { state, callbackUrl: "", ...returned(state, "another") };
    await expect(answerByItsme(person.ctx, ways(), elsewhere)).rejects.toMatchObject(unknown);
    const here = { state, callbackUrl: "", ...returned(state) };
    expect(await answerByItsme(person.ctx, ways(), here)).toMatchObject({
      kind: "identified",
      attempt: { person_id: TOM.personId, purpose: "activate" },
    });
    await expect(answerByItsme(person.ctx, ways(), here)).rejects.toMatchObject(unknown);
    const late = await person.begin({});
    const after = { state: late, callbackUrl: "", ...returned(late), arrivedAt: now().add({ minutes: 11 }) };
    await expect(answerByItsme(person.ctx, ways(), after)).rejects.toMatchObject(unknown);
  });

  test("that fails at itsme says why, is used up, and leaves a line in the log", async () => {
    const state = await person.begin({});
    const refusing = {
      itsme: answering(new AppError("forbidden", "itsme_answer_refused", { detail: "nonce" })),
    };
    const here = { state, callbackUrl: "", ...returned(state) };
    expect(await answerByItsme(person.ctx, refusing, here)).toMatchObject({
      kind: "failed",
      error: { code: "itsme_answer_refused" },
    });
    expect(await acts()).toEqual(["identification_failed: itsme_answer_refused"]);
    await expect(answerByItsme(person.ctx, ways(), here)).rejects.toMatchObject(unknown);
    const turned = await person.begin({});
    const cancelled = { state: turned, callbackUrl: "", ...returned(turned) };
    expect(await answerByItsme(person.ctx, { itsme: answering("cancelled") }, cancelled)).toMatchObject({
      error: { code: "identification_cancelled" },
    });
  });

  test("in a way that is not configured is not begun", async () => {
    const ask = {
      purpose: "activate",
      personId: TOM.personId,
      browserHash: "b",
      language: "nl",
      nextPath: "/",
      arrivedAt: now(),
    } as const;
    const ports = { ways: {}, tokens, digest };
    for (const method of ["itsme", "web_eid"] as const)
      await expect(beginForPerson(person.ctx, ports, { ...ask, method })).rejects.toMatchObject({
        code: "identification_way_unknown",
      });
  });
});
