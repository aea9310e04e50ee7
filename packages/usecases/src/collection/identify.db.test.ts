import { randomBytes } from "node:crypto";
import { clockNow } from "@posthorn/db";
import { AppError, type AuthenticatedIdentity, type EvidenceFacts } from "@posthorn/domain";
import {
  createLetterBench,
  createVerbBench,
  type LetterBench,
  type StandingLetter,
  type VerbBench,
} from "@posthorn/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../context.ts";
import { answerAttempt } from "../identification/answer-attempt.ts";
import type { IdentityKeysPort, ItsmeAnswer } from "../identification/ports.ts";
import { acceptMessage } from "./accept-message.ts";
import { beginIdentification } from "./begin-identification.ts";
import {
  type AnswerInput,
  finishIdentification,
  type IdentificationFinished,
} from "./finish-identification.ts";
import { refuseMessage } from "./refuse-message.ts";
import { viewCollected } from "./view-collected.ts";

const visitor = { ip: "203.0.113.7", userAgent: "test", language: "nl" };
const page = { html: "<p>accept or refuse</p>", language: "nl", version: "2" } as const;
const NUMBER = "74030200134";
const SECRET_WORDS = ["74030200134", "1974-03-02", "eyJ-the-token", "subject-of-jan"];

let bench: VerbBench;
let letters: LetterBench;
let ctx: Context;
let keys: IdentityKeysPort;

beforeAll(async () => {
  bench = await createVerbBench();
  letters = createLetterBench(bench);
  ctx = bench.context("collect");
  keys = bench.identityKeys;
});
afterAll(() => bench.close());

const owner = () => bench.context("owner").db;
const doorOf = (letter: StandingLetter) => ({ presented: letters.digest.link(letter.token) });
const secret = () => randomBytes(32).toString("base64url");

function jan(changes: Partial<AuthenticatedIdentity> = {}): AuthenticatedIdentity {
  return {
    method: "itsme",
    issuer: "itsme",
    country: "BE",
    level: "high",
    authenticatedAt: Temporal.Instant.from("2026-11-22T09:00:00.000Z"),
    familyName: "PEETERS",
    givenNames: "Jan Frans",
    birthDate: Temporal.PlainDate.from("1974-03-02"),
    registerNumber: NUMBER,
    subject: "subject-of-jan",
    received: { id_token: "eyJ-the-token" },
    ...changes,
  };
}

/** A notified delivery that only itsme or a card opens. */
async function letterFor(
  columns: Readonly<Record<string, unknown>> = {},
  required: "codes" | "eid_or_itsme" = "eid_or_itsme",
): Promise<StandingLetter> {
  const letter = await letters.notify({}, columns);
  const { facts } = await owner()
    .selectFrom("message")
    .select("facts")
    .where("id", "=", letter.messageId)
    .executeTakeFirstOrThrow();
  await owner()
    .updateTable("message")
    .set({ facts: JSON.stringify({ ...facts, required_identification: required }) })
    .where("id", "=", letter.messageId)
    .execute();
  return letter;
}

interface Try {
  readonly state: string;
  readonly browserHash: string;
}

async function begin(
  letter: StandingLetter,
  given: Partial<Try & { readonly method: "itsme" | "web_eid" | "eid_tls"; at: Temporal.Instant }> = {},
): Promise<Try> {
  const state = given.state ?? secret();
  const browserHash = given.browserHash ?? letters.digest.session("browser");
  const begun = await beginIdentification(ctx, {
    door: doorOf(letter),
    method: given.method ?? "itsme",
    browserHash,
    stateHash: letters.digest.session(state),
    nonce: secret(),
    codeVerifier: secret(),
    language: "nl",
    arrivedAt: given.at ?? (await clockNow(ctx.db)),
    visitor,
  });
  expect(begun).toMatchObject({ kind: "begun", deliveryId: letter.deliveryId });
  return { state, browserHash };
}

async function finish(
  letter: StandingLetter,
  begun: Try,
  answer: ItsmeAnswer | AppError | AuthenticatedIdentity = jan(),
  given: Partial<Pick<AnswerInput, "doorOf" | "arrivedAt">> = {},
): Promise<IdentificationFinished> {
  const answered: ItsmeAnswer | AppError =
    answer instanceof AppError || "kind" in answer ? answer : { kind: "identified", identity: answer };
  return finishIdentification(
    ctx,
    {
      identityKeys: keys,
      sessions: letters.sessions,
      itsme: {
        freshSecrets: () => ({ state: "", nonce: "", codeVerifier: "" }),
        begin: () => Promise.resolve(""),
        finish: () => (answered instanceof AppError ? Promise.reject(answered) : Promise.resolve(answered)),
      },
    },
    {
      answer: {
        method: "itsme",
        state: begun.state,
        stateHash: letters.digest.session(begun.state),
        callbackUrl: `https://collect.example/itsme/callback?state=${begun.state}&code=c`,
      },
      browserHash: begun.browserHash,
      doorOf: () => doorOf(letter),
      arrivedAt: await clockNow(ctx.db),
      visitor,
      ...given,
    },
  );
}

async function identify(letter: StandingLetter, identity = jan()): Promise<IdentificationFinished> {
  return finish(letter, await begin(letter), identity);
}

const rowOf = (letter: StandingLetter) =>
  owner().selectFrom("delivery").selectAll().where("id", "=", letter.deliveryId).executeTakeFirstOrThrow();

async function factsOf(letter: StandingLetter, type: string) {
  const { canonical } = await owner()
    .selectFrom("evidence_record")
    .select("canonical")
    .where("delivery_id", "=", letter.deliveryId)
    .where("type", "=", type)
    .executeTakeFirstOrThrow();
  return { canonical, facts: JSON.parse(canonical) as EvidenceFacts };
}

function sessionOf(finished: IdentificationFinished) {
  if (finished.kind !== "identified") throw new Error(`not identified: ${finished.kind}`);
  return { presentedSession: letters.digest.session(finished.token) };
}

async function accept(finished: IdentificationFinished) {
  const door = sessionOf(finished);
  const ports = { content: bench.content, keys: bench.keys };
  return acceptMessage(ctx, ports, { door, arrivedAt: await clockNow(ctx.db), visitor, page });
}

describe("who is the addressee", () => {
  test("collects: evidence says method, level, name, what was matched, and a commitment; never number, date, token", async () => {
    const letter = await letterFor({ identification: JSON.stringify({ birth_date: "1974-03-02" }) });
    const finished = await identify(letter);
    expect(finished).toMatchObject({ kind: "identified", collected: false, method: "itsme" });
    expect(await letters.records(letter.deliveryId)).toEqual([
      "SubmissionAcceptance",
      "NotificationAccessTracking",
    ]);
    expect((await rowOf(letter)).state).toBe("notified");
    expect(await accept(finished)).toMatchObject({ kind: "collected" });
    const { canonical, facts } = await factsOf(letter, "ConsignmentAcceptance");
    expect(facts.collector).toEqual({
      authentication: { method: "itsme", issuer: "itsme", level: "high", at: "2026-11-22T09:00:00.000Z" },
      name: "Jan Frans PEETERS",
      matched_on: "name+birth_date",
      identification_commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    for (const word of SECRET_WORDS) expect(canonical).not.toContain(word);
    const record = await owner()
      .selectFrom("identification_record")
      .selectAll()
      .where("delivery_id", "=", letter.deliveryId)
      .executeTakeFirstOrThrow();
    expect(record.commitment).toBe(facts.collector?.identification_commitment);
    const opened = keys.open(`identification_record/${record.id}`, {
      bytes: record.sealed,
      keyVersion: record.key_version,
    });
    for (const word of SECRET_WORDS) expect(opened).toContain(word);
    expect(Buffer.from(record.sealed).toString("latin1")).not.toContain(NUMBER);
  });

  test("refuses with the same identification, and its evidence says who", async () => {
    const letter = await letterFor();
    const door = sessionOf(await identify(letter, jan({ method: "eid", issuer: "Citizen CA" })));
    const refused = await refuseMessage(ctx, { door, arrivedAt: await clockNow(ctx.db), visitor, page });
    expect(refused).toMatchObject({ kind: "refused" });
    const { facts } = await factsOf(letter, "ConsignmentRejection");
    expect(facts.collector).toMatchObject({
      authentication: { method: "eid", issuer: "Citizen CA" },
      matched_on: "name",
    });
  });

  test("matches a register number by keyed digest, under an older key too, and each reading leaves a row", async () => {
    const digest = keys.registerNumberDigests(NUMBER).at(-1);
    const number = {
      digest: digest?.digest,
      digest_version: digest?.keyVersion,
      sealed: "",
      sealed_version: 1,
    };
    const letter = await letterFor({ identification: JSON.stringify({ register_number: number }) });
    expect(await identify(letter)).toMatchObject({ kind: "identified" });
    const uses = await owner()
      .selectFrom("register_number_use")
      .select(["service", "purpose"])
      .where("delivery_id", "=", letter.deliveryId)
      .orderBy("id")
      .execute();
    expect(uses).toEqual([
      { service: "collect", purpose: "matched" },
      { service: "collect", purpose: "recorded" },
    ]);
    const unknownKey = { ...number, digest_version: 77 };
    const lost = await letterFor({ identification: JSON.stringify({ register_number: unknownKey }) });
    await expect(identify(lost)).rejects.toMatchObject({ code: "identity_key_missing" });
  });

  test("comes back after collection by the same way, and nothing is written about it but the use", async () => {
    const letter = await letterFor();
    await accept(await identify(letter));
    const before = await letters.records(letter.deliveryId);
    const back = await identify(letter);
    expect(back).toMatchObject({ kind: "identified", collected: true });
    expect((await viewCollected(ctx, sessionOf(back))).notice.state).toBe("collected");
    expect(await letters.records(letter.deliveryId)).toEqual(before);
    const stranger = await identify(letter, jan({ familyName: "Janssens", subject: "other" }));
    expect(stranger).toMatchObject({ kind: "mismatch", field: "name" });
  });

  test("identifies himself although codes would do, where the message asks codes", async () => {
    const letter = await letterFor({}, "codes");
    await accept(await identify(letter));
    const { facts } = await factsOf(letter, "ConsignmentAcceptance");
    expect(facts.collector).toMatchObject({ matched_on: "name", authentication: { method: "itsme" } });
  });

  test("the use opens the window where no notice stood yet", async () => {
    const letter = await letterFor({
      state: "accepted",
      notified_at: null,
      deadline_at: null,
      collect_until: null,
      credit_consumed: false,
    });
    expect(await identify(letter)).toMatchObject({ kind: "identified" });
    expect((await rowOf(letter)).state).toBe("notified");
  });
});

describe("who is not", () => {
  const date = { birth_date: "1974-03-03" };
  test.each([
    ["another name", {}, { familyName: "Janssens" }, "name"],
    ["another first name", {}, { givenNames: "Piet" }, "name"],
    ["another date", date, {}, "birth_date"],
    ["no date stated", date, { birthDate: undefined }, "birth_date"],
    ["another number", null, { registerNumber: "85073003328" }, "register_number"],
    ["no number stated, as of some foreigners", null, { registerNumber: undefined }, "register_number"],
  ] as const)("%s: turned away, the delivery is as it was", async (_, given, changes, field) => {
    const [own] = keys.registerNumberDigests(NUMBER);
    const identification = given ?? {
      register_number: { digest: own?.digest, digest_version: own?.keyVersion },
    };
    const letter = await letterFor({ identification: JSON.stringify(identification) });
    const begun = await begin(letter);
    const before = await rowOf(letter);
    const { birthDate, registerNumber, ...rest } = { ...jan({ subject: "stranger" }), ...changes };
    const identity = {
      ...rest,
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(registerNumber === undefined ? {} : { registerNumber }),
    };
    expect(await finish(letter, begun, identity)).toMatchObject({ kind: "mismatch", field });
    expect(await rowOf(letter)).toEqual(before);
    const kept = await owner()
      .selectFrom("identification_mismatch")
      .selectAll()
      .where("delivery_id", "=", letter.deliveryId)
      .execute();
    expect(kept).toMatchObject([
      { field, method: "itsme", digest: keys.subjectDigests(identity)[0]?.digest },
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/stranger|Janssens|Piet|1974/);
    const errands = await owner()
      .selectFrom("errand")
      .select(["kind", "occasion"])
      .where("delivery_id", "=", letter.deliveryId)
      .execute();
    expect(errands).toEqual([
      { kind: "identity_mismatch", occasion: expect.stringMatching(new RegExp(`^${field}/2\\d{3}-`)) },
    ]);
    for (const table of ["identification_record", "collect_session"] as const) {
      const rows = await owner()
        .selectFrom(table)
        .select("delivery_id")
        .where("delivery_id", "=", letter.deliveryId)
        .execute();
      expect(rows, table).toEqual([]);
    }
  });

  test("a field that fails is told once a day, each try is kept, and the addressee still collects", async () => {
    const letter = await letterFor();
    for (let tries = 0; tries < 3; tries += 1) await identify(letter, jan({ familyName: "Janssens" }));
    const errands = await owner()
      .selectFrom("errand")
      .select("kind")
      .where("delivery_id", "=", letter.deliveryId)
      .execute();
    expect(errands).toHaveLength(1);
    const kept = await owner()
      .selectFrom("identification_mismatch")
      .select("id")
      .where("delivery_id", "=", letter.deliveryId)
      .execute();
    expect(kept).toHaveLength(3);
    expect(await accept(await identify(letter))).toMatchObject({ kind: "collected" });
  });
});

describe("an organisation", () => {
  const COMPANY = { kind: "organisation", name: "Immo Vandewalle bv", first_names: null } as const;
  const ENTERPRISE = "0123456749";
  const pieter = () => jan({ familyName: "Declercq", givenNames: "Pieter", subject: "subject-of-pieter" });

  beforeAll(async () => {
    await owner()
      .updateTable("account")
      .set({ enterprise_number: ENTERPRISE, enterprise_verified_at: await clockNow(ctx.db) })
      .where("id", "=", "acc_SEED0VANDEWALLE")
      .execute();
    const [digest] = keys.subjectDigests(pieter());
    const now = await clockNow(ctx.db);
    await owner()
      .insertInto("person_identity")
      .values({
        method: "itsme",
        subject_digest: digest?.digest ?? "",
        key_version: digest?.keyVersion ?? 0,
        person_id: "per_SEED0PIETERDECLERCQ",
        issuer: "itsme",
        linked_at: now,
        last_used_at: now,
      })
      .execute();
  });

  test("is collected for by its member, who is named to nobody but by his random id", async () => {
    const letter = await letterFor({ ...COMPANY, enterprise_number: ENTERPRISE });
    const finished = await identify(letter, pieter());
    await accept(finished);
    const { canonical, facts } = await factsOf(letter, "ConsignmentAcceptance");
    const { public_id } = await owner()
      .selectFrom("member")
      .select("public_id")
      .where("person_id", "=", "per_SEED0PIETERDECLERCQ")
      .executeTakeFirstOrThrow();
    expect(facts.collector).toMatchObject({ member: public_id, matched_on: "member+enterprise_number" });
    expect(facts.collector).not.toHaveProperty("name");
    expect(canonical).not.toMatch(/Declercq|Pieter/);
  });

  test.each([
    ["somebody without an account", ENTERPRISE, () => jan()],
    ["a member of another company", "0403170701", pieter],
    ["anybody, where no number was given", null, pieter],
  ])("turns away %s", async (_, number, who) => {
    const letter = await letterFor({ ...COMPANY, enterprise_number: ENTERPRISE });
    const begun = await begin(letter);
    await owner()
      .updateTable("delivery")
      .set({ enterprise_number: number })
      .where("id", "=", letter.deliveryId)
      .execute();
    expect(await finish(letter, begun, who())).toMatchObject({ kind: "mismatch", field: "not_a_member" });
  });

  test("is not identified at all without its number", async () => {
    const letter = await letterFor({ ...COMPANY, enterprise_number: null }, "codes");
    await expect(begin(letter)).rejects.toMatchObject({ code: "organisation_not_identifiable" });
    expect(await letters.records(letter.deliveryId)).toEqual(["SubmissionAcceptance"]);
  });

  test("of whose number nobody is verified yet opens to nobody", async () => {
    await owner().updateTable("account").set({ enterprise_verified_at: null }).execute();
    const letter = await letterFor({ ...COMPANY, enterprise_number: ENTERPRISE });
    expect(await identify(letter, pieter())).toMatchObject({ kind: "mismatch", field: "not_a_member" });
  });
});

describe("a try", () => {
  const unknown = { kind: "forbidden", code: "identification_try_unknown" };

  test("is good once, in its browser, in time, and for its own delivery", async () => {
    const letter = await letterFor();
    const begun = await begin(letter);
    const elsewhere = { ...begun, browserHash: letters.digest.session("another browser") };
    await expect(finish(letter, elsewhere)).rejects.toMatchObject(unknown);
    await expect(finish(letter, { ...begun, state: secret() })).rejects.toMatchObject(unknown);
    const late = (await clockNow(ctx.db)).add({ minutes: 10 });
    await expect(finish(letter, begun, jan(), { arrivedAt: late })).rejects.toMatchObject(unknown);
    const other = await letterFor();
    await expect(finish(other, begun)).rejects.toMatchObject({ code: "link_unknown" });
    await expect(finish(letter, begun), "used up by the last").rejects.toMatchObject(unknown);
    const again = await begin(letter);
    expect(await finish(letter, again)).toMatchObject({ kind: "identified" });
    await expect(finish(letter, again)).rejects.toMatchObject(unknown);
  });

  test("many answers at once open one session", async () => {
    const letter = await letterFor();
    const begun = await begin(letter);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => finish(letter, begun)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const sessions = await owner()
      .selectFrom("collect_session")
      .select("token_hash")
      .where("delivery_id", "=", letter.deliveryId)
      .execute();
    expect(sessions).toHaveLength(1);
  });

  test("ends with a repair in between, even where the door still opens", async () => {
    const letter = await letterFor();
    const begun = await begin(letter);
    await owner()
      .updateTable("delivery")
      .set({ link_generation: 2 })
      .where("id", "=", letter.deliveryId)
      .execute();
    await expect(finish(letter, begun)).rejects.toMatchObject({ code: "link_unknown" });
  });

  test("without a door of the delivery opens nothing", async () => {
    const letter = await letterFor();
    const begun = await begin(letter);
    await expect(finish(letter, begun, jan(), { doorOf: () => ({}) })).rejects.toMatchObject({
      code: "link_unknown",
    });
  });

  test("that was turned back, refused or not answered is used up, and the delivery is as it was", async () => {
    const letter = await letterFor();
    const down = new AppError("unavailable", "itsme_unavailable", { retryAfterSeconds: 30 });
    const refused = new AppError("forbidden", "itsme_answer_refused");
    const before = await rowOf(await letterFor()).then(({ state }) => state);
    for (const [answer, expected] of [
      [{ kind: "cancelled" }, { kind: "cancelled" }],
      [down, { kind: "failed", error: down }],
      [refused, { kind: "failed", error: refused }],
    ] as const) {
      const begun = await begin(letter);
      expect(await finish(letter, begun, answer)).toMatchObject(expected);
      await expect(finish(letter, begun)).rejects.toMatchObject(unknown);
    }
    expect((await rowOf(letter)).state).toBe(before);
    const acts = await owner()
      .selectFrom("use_log")
      .select("act")
      .where("delivery_id", "=", letter.deliveryId)
      .where("act", "not like", "identification_asked%")
      .orderBy("id")
      .execute();
    expect(acts.map(({ act }) => act)).toEqual([
      "identification_cancelled",
      "identification_failed_itsme_unavailable",
      "identification_failed_itsme_answer_refused",
    ]);
  });

  test("after the end of the delivery is answered with its end", async () => {
    const letter = await letterFor();
    const begun = await begin(letter);
    await owner()
      .updateTable("delivery")
      .set({ state: "refused" })
      .where("id", "=", letter.deliveryId)
      .execute();
    expect(await finish(letter, begun)).toMatchObject({ kind: "closed", reason: "already_refused" });
    const closed = await beginIdentification(ctx, {
      door: doorOf(letter),
      method: "itsme",
      browserHash: begun.browserHash,
      stateHash: letters.digest.session(secret()),
      nonce: secret(),
      language: "nl",
      arrivedAt: await clockNow(ctx.db),
      visitor,
    });
    expect(closed).toEqual({ kind: "closed", reason: "already_refused" });
  });

  test("by client certificate is answered on its own host and fetched by code in the browser that began", async () => {
    const letter = await letterFor();
    const begun = await begin(letter, { method: "eid_tls" });
    const code = secret();
    const at = await clockNow(ctx.db);
    const answer = {
      stateHash: letters.digest.session(begun.state),
      returnHash: letters.digest.session(code),
      service: "collect",
      identity: jan({ method: "eid", issuer: "Citizen CA" }),
      at,
    } as const;
    const ports = { identityKeys: keys, sessions: letters.sessions };
    const fetched = (browserHash: string, returnHash = answer.returnHash) =>
      finishIdentification(ctx, ports, {
        answer: { method: "eid_tls", returnHash },
        browserHash,
        doorOf: () => doorOf(letter),
        arrivedAt: at,
        visitor,
      });
    await expect(fetched(begun.browserHash, answer.stateHash)).rejects.toMatchObject(unknown);
    await answerAttempt(ctx, keys, answer);
    await expect(answerAttempt(ctx, keys, answer), "answered once").rejects.toMatchObject(unknown);
    await expect(fetched(letters.digest.session("other"))).rejects.toMatchObject(unknown);
    const finished = await fetched(begun.browserHash);
    await accept(finished);
    expect((await factsOf(letter, "ConsignmentAcceptance")).facts.collector).toMatchObject({
      authentication: { method: "eid", at: "2026-11-22T09:00:00.000Z" },
      name: "Jan Frans PEETERS",
    });
    await expect(fetched(begun.browserHash)).rejects.toMatchObject(unknown);
  });

  test("leaves nothing of a stranger's card once it was fetched, by however many at once", async () => {
    const letter = await letterFor();
    const begun = await begin(letter, { method: "eid_tls" });
    const returnHash = letters.digest.session(secret());
    const at = await clockNow(ctx.db);
    const identity = jan({ method: "eid", familyName: "Janssens", subject: "stranger" });
    const stateHash = letters.digest.session(begun.state);
    await answerAttempt(ctx, keys, { stateHash, returnHash, service: "collect", identity, at });
    const fetch = () =>
      finishIdentification(
        ctx,
        { identityKeys: keys, sessions: letters.sessions },
        {
          answer: { method: "eid_tls", returnHash },
          browserHash: begun.browserHash,
          doorOf: () => doorOf(letter),
          arrivedAt: at,
          visitor,
        },
      );
    const fetched = await Promise.allSettled([fetch(), fetch(), fetch()]);
    expect(fetched.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(fetched.find(({ status }) => status === "fulfilled")).toMatchObject({
      value: { kind: "mismatch" },
    });
    const kept = await owner()
      .selectFrom("identification_attempt")
      .select(["answer", "answer_key_version"])
      .where("return_hash", "=", returnHash)
      .execute();
    expect(kept).toEqual([{ answer: null, answer_key_version: null }]);
  });

  test("is seen by collect alone through what was presented", async () => {
    await begin(await letterFor());
    expect(await ctx.db.selectFrom("identification_attempt").selectAll().execute()).toEqual([]);
    await expect(ctx.db.selectFrom("identification_record").selectAll().execute()).rejects.toThrow(
      /permission denied/,
    );
  });
});
