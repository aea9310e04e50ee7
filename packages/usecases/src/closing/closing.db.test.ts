import { sql } from "@posthorn/db";
import { AppError, brusselsDay, COUNTDOWN_DAYS } from "@posthorn/domain";
import { createLetterBench, createVerbBench, type LetterBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runTimer } from "../deadline/run-timer.ts";
import { runErrand } from "../errand/run-errand.ts";
import { actOf, createCompanies, now, type TestMember } from "../member/company.test-support.ts";
import { leaveAccount } from "../member/leave-account.ts";
import { submitApplication } from "../registration/submit-application.ts";
import { type ClosingMode, closeAccount } from "./close-account.ts";
import { listRunning } from "./list-running.ts";
import { refundCredits } from "./refund-credits.ts";
import { reopenAccount } from "./reopen-account.ts";
import { runClosing } from "./run-closing.ts";
import { viewClosing } from "./view-closing.ts";

const RACES = Number(process.env["TEST_RACES"] ?? 8);

let bench: VerbBench;
let letters: LetterBench;
let company: ReturnType<typeof createCompanies>;

beforeAll(async () => {
  bench = await createVerbBench();
  letters = createLetterBench(bench);
  company = createCompanies(bench);
});
afterAll(() => bench.close());

const owner = () => bench.context("owner").db;
const portal = () => bench.context("portal");
const pass = () => runClosing(bench.context("worker"));

/** The seeded company, whose submissions the bench makes. */
const LOTTE: TestMember = {
  accountId: "acc_SEED0VANDEWALLE",
  memberId: "mem_SEED0LOTTEMAES",
  personId: "per_SEED0LOTTEMAES",
  publicId: "M-4F7K",
  email: "lotte.maes@vandewalle.example",
};
const PIETER: TestMember = {
  ...LOTTE,
  memberId: "mem_SEED0PIETERDECLERCQ",
  personId: "per_SEED0PIETERDECLERCQ",
  publicId: "M-9TQ2",
  email: "pieter.declercq@vandewalle.example",
};

const close = (who: TestMember, mode: ClosingMode = "when_final") =>
  closeAccount(portal(), { ...actOf(who), mode });
const reopen = (who: TestMember) => reopenAccount(portal(), actOf(who));

beforeEach(async () => {
  await owner().updateTable("delivery").set({ final_at: now() }).where("final_at", "is", null).execute();
  await owner()
    .updateTable("account")
    .set({ status: "active", erase_by: null, closed_at: null, closing_mode: null, erasure_told_at: null })
    .where("id", "=", LOTTE.accountId)
    .execute();
  await owner().deleteFrom("person_errand").execute();
});

function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => (error instanceof AppError ? error.code : String(error)));
}

const account = (id = LOTTE.accountId) =>
  owner().selectFrom("account").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

async function told(personId: string) {
  const rows = await owner()
    .selectFrom("person_errand")
    .select(["kind", "facts"])
    .where("person_id", "=", personId)
    .orderBy("id")
    .execute();
  return rows.map(({ kind, facts }) => [kind, facts["until"] ?? null]);
}

async function balance(): Promise<number> {
  const row = await owner()
    .selectFrom("account_credit")
    .select("balance")
    .where("account_id", "=", LOTTE.accountId)
    .executeTakeFirstOrThrow();
  return row.balance;
}

/** As a submission with fallback leaves it: the postage is reserved at the price of acceptance. */
async function orderLetter(
  deliveryId: string,
  columns: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await owner()
    .updateTable("delivery")
    .set({ postal_fallback: true, ...columns })
    .where("id", "=", deliveryId)
    .execute();
  await sql`INSERT INTO credit_entry (account_id, kind, item, amount, delivery_id, entered_at)
    VALUES (${LOTTE.accountId}, 'reservation', 'postage', -9, ${deliveryId}, clock.now())`.execute(owner());
  await sql`UPDATE account_credit SET balance = balance - 9 WHERE account_id = ${LOTTE.accountId}`.execute(
    owner(),
  );
}

test("a user cannot close it, nor take it back, nor ask credits back", async () => {
  expect(await outcomeOf(close(PIETER))).toBe("not_an_admin");
  expect((await account()).status).toBe("active");
  await close(LOTTE, "now");
  expect(await outcomeOf(reopen(PIETER))).toBe("not_an_admin");
  expect(await outcomeOf(refundCredits(portal(), actOf(PIETER)))).toBe("not_an_admin");
  expect((await account()).status).toBe("closed");
});

test("with nothing on its way it is closed at once, for at most 45 days; all members are told, invitations end", async () => {
  await invite();
  expect(await close(LOTTE)).toBe("closed");
  const closed = await account();
  const day = brusselsDay(now()).add({ days: COUNTDOWN_DAYS });
  expect(closed).toMatchObject({ status: "closed", closing_mode: "when_final" });
  expect(closed.erase_by?.equals(day)).toBe(true);
  for (const who of [LOTTE, PIETER])
    expect(await told(who.personId)).toEqual([["account_closed", day.subtract({ days: 1 }).toString()]]);
  const invitation = await owner().selectFrom("invitation").selectAll().executeTakeFirstOrThrow();
  const link = await owner().selectFrom("mailed_link").selectAll().executeTakeFirstOrThrow();
  expect([invitation.withdrawn_at, link.voided_at]).not.toContain(null);
  // Twice: nothing more happens.
  expect(await close(LOTTE)).toBe("already");
  expect(await close(LOTTE, "now")).toBe("already");
  expect(await told(LOTTE.personId)).toHaveLength(1);
});

async function invite(): Promise<void> {
  const at = now();
  await owner()
    .insertInto("invitation")
    .values({
      id: "inv_CLOSING",
      account_id: LOTTE.accountId,
      email: "new@vandewalle.example",
      role: "user",
      language: "nl",
      invited_by: LOTTE.memberId,
      created_at: at,
      expires_at: at.add({ hours: 48 }),
    })
    .execute();
  await owner()
    .insertInto("mailed_link")
    .values({
      id: "lnk_CLOSING",
      purpose: "invitation",
      subject_id: "inv_CLOSING",
      email: "new@vandewalle.example",
      language: "nl",
      created_at: at,
      expires_at: at.add({ hours: 48 }),
    })
    .execute();
}

test("what is on its way runs to its end first: shown with its last day; nothing new is sent; then it closes by itself", async () => {
  const { deliveryIds } = await bench.submit();
  expect(await close(LOTTE)).toBe("closing");
  expect(await account()).toMatchObject({ status: "closing", erase_by: null });
  const { lines, next } = await listRunning(portal(), LOTTE);
  expect(lines.map(({ id, letterCanBeCalledOff }) => [id, letterCanBeCalledOff])).toEqual([
    [deliveryIds[0], false],
  ]);
  expect([lines[0]?.finalBy instanceof Temporal.PlainDate, next]).toEqual([true, null]);
  expect(await outcomeOf(bench.submit())).toBe("account_closed");
  expect(await pass()).toMatchObject({ closed: 0, calledOff: 0 });
  await owner().updateTable("delivery").set({ final_at: now() }).where("final_at", "is", null).execute();
  expect(await pass()).toMatchObject({ closed: 1 });
  expect(await pass()).toMatchObject({ closed: 0 });
  const { status, erase_by: day } = await account();
  expect([status, day?.toString()]).toEqual([
    "closed",
    brusselsDay(now()).add({ days: COUNTDOWN_DAYS }).toString(),
  ]);
  expect((await told(PIETER.personId)).map(([kind]) => kind)).toEqual(["account_closing", "account_closed"]);
});

test("now: letters not yet released are called off with postage back, windows run on, and evidence says so", async () => {
  const before = await balance();
  const waiting = await bench.submit();
  const [running, toPrint, released] = [
    await letters.notify(),
    await letters.notify(),
    await letters.notify(),
  ];
  await orderLetter(waiting.deliveryIds[0] ?? "");
  await orderLetter(running.deliveryId);
  await orderLetter(toPrint.deliveryId, { state: "to_print", first_to_print_at: now() });
  const printing = { state: "to_print", first_to_print_at: now(), print_released_at: now() };
  await orderLetter(released.deliveryId, printing);
  expect(await viewClosing(portal(), LOTTE, now())).toMatchObject({ running: 4, withLetter: 3 });
  expect(await balance()).toBe(before - 4 * 10);
  expect(await close(LOTTE)).toBe("closing");
  expect(await close(LOTTE, "now")).toBe("closed");
  expect(await pass()).toMatchObject({ calledOff: 3 });
  expect(await pass()).toMatchObject({ calledOff: 0 });
  expect(await balance()).toBe(before - 4 * 10 + 3 * 9);
  const ids = [waiting.deliveryIds[0] ?? "", running.deliveryId, toPrint.deliveryId, released.deliveryId];
  const rows = await owner().selectFrom("delivery").selectAll().where("id", "in", ids).execute();
  const stateOf = (id: string) => {
    const row = rows.find((each) => each.id === id);
    return [row?.state, row?.postal_fallback];
  };
  expect(ids.map(stateOf)).toEqual([
    ["accepted", false],
    ["notified", false],
    ["post_failed", true],
    ["to_print", true],
  ]);
  expect(await letters.records(running.deliveryId)).toContain("LetterCalledOff");
  expect(await letters.records(toPrint.deliveryId)).toContain("RelayToNonERDSFailure");
  expect(await letters.records(released.deliveryId)).not.toContain("LetterCalledOff");
  const record = await owner()
    .selectFrom("evidence_record")
    .select("canonical")
    .where("delivery_id", "=", running.deliveryId)
    .where("type", "=", "LetterCalledOff")
    .executeTakeFirstOrThrow();
  expect(JSON.parse(record.canonical)).toMatchObject({ details: { because: "account_closed" } });
  // Taken back: what was called off stays off.
  expect(await reopen(LOTTE)).toBe("reopened");
  await pass();
  expect(await balance()).toBe(before - 4 * 10 + 3 * 9);
});

test("whose account is closed gets the proof with the mail about the outcome, once it is sealed", async () => {
  const ended = now().subtract({ minutes: 5 });
  const { deliveryId } = await letters.notify(undefined, { deadline_at: ended });
  const worker = bench.context("worker");
  await sql`INSERT INTO delivery_timer VALUES (${deliveryId}, 'expiry', ${ended})`.execute(worker.db);
  await sql`INSERT INTO heartbeat SELECT minute FROM generate_series(date_trunc('minute', clock.now()) - interval '26 hours',
    date_trunc('minute', clock.now()), interval '1 minute') AS minute ON CONFLICT DO NOTHING`.execute(
    owner(),
  );
  expect(await close(LOTTE, "now")).toBe("closed");
  expect(await runTimer(worker, { deliveryId, kind: "expiry" })).toBe("done");
  const { id } = await owner()
    .selectFrom("errand")
    .select("id")
    .where("delivery_id", "=", deliveryId)
    .where("kind", "=", "final")
    .executeTakeFirstOrThrow();
  const sent: { readonly to: string; readonly attachments: readonly { readonly name: string }[] }[] = [];
  const told: unknown[] = [];
  const ports = {
    links: {},
    rendering: {
      final: (words: { readonly proofAttached: boolean }) => {
        told.push(words.proofAttached);
        return { subject: "s", text: "t", html: "h" };
      },
    },
    mail: {
      send: (mail: (typeof sent)[number]) => {
        sent.push(mail);
        return Promise.resolve({ outcome: "accepted" });
      },
    },
    deliveryLink: () => "",
  } as never;
  expect(await runErrand(worker, ports, id)).toBe("waits");
  expect(sent).toEqual([]);
  await sql`UPDATE proof SET pdf = '%PDF' WHERE delivery_id = ${deliveryId}`.execute(owner());
  await sql`UPDATE errand SET next_attempt_at = clock.now() WHERE id = ${id}`.execute(owner());
  expect(await runErrand(worker, ports, id)).toBe("done");
  expect(sent.map(({ to, attachments }) => [to, attachments.map(({ name }) => name)])).toEqual([
    [LOTTE.email, [`proof-of-expiry-${deliveryId}.pdf`]],
  ]);
  expect(told).toEqual([true]);
});

test("the way back: everything is as before, until the day of erasure begins", async () => {
  await close(LOTTE, "now");
  expect(await reopen(LOTTE)).toBe("reopened");
  expect(await account()).toMatchObject({
    status: "active",
    closed_at: null,
    closing_mode: null,
    erase_by: null,
  });
  expect(await reopen(LOTTE)).toBe("not_closing");
  expect((await bench.submit()).repeated).toBe(false);
  expect((await told(PIETER.personId)).map(([kind]) => kind)).toEqual(["account_closed", "account_reopened"]);
  await close(LOTTE, "now");
  await owner()
    .updateTable("account")
    .set({ erase_by: brusselsDay(now()) })
    .where("id", "=", LOTTE.accountId)
    .execute();
  expect(await reopen(LOTTE)).toBe("too_late");
  expect(await refundCredits(portal(), actOf(LOTTE))).toEqual({ kind: "too_late" });
  expect(await viewClosing(portal(), LOTTE, now())).toMatchObject({ mayReopen: false });
});

test("a company that staff have not approved goes back to its application, and by no other way than staff's", async () => {
  const accountId = await company.account();
  const admin = await company.join(accountId, "admin");
  await owner().updateTable("account").set({ status: "applying" }).where("id", "=", accountId).execute();
  await owner()
    .insertInto("company_application")
    .values({
      id: `app_${accountId}`,
      account_id: accountId,
      applicant_member_id: admin.memberId,
      state: "submitted",
      created_at: now(),
      changed_at: now(),
    } as never)
    .execute();
  expect(await close(admin)).toBe("closed");
  const application = await owner()
    .selectFrom("company_application")
    .select("state")
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  expect(application.state).toBe("draft");
  const byHand = sql`UPDATE account SET status = 'active' WHERE id = ${accountId}`;
  await expect(
    portal()
      .db.transaction()
      .execute(async (trx) => {
        await sql`SELECT set_config('posthorn.account_id', ${accountId}, true)`.execute(trx);
        await byHand.execute(trx);
      }),
  ).rejects.toThrow("approved by staff");
  expect(await reopen(admin)).toBe("reopened");
  expect((await account(accountId)).status).toBe("applying");
});

test("a company that has registered anew meanwhile cannot take the old account back", async () => {
  await close(LOTTE, "now");
  const anew = await company.account();
  const { enterprise_number: number } = await account();
  await owner()
    .updateTable("account")
    .set({ enterprise_number: number, enterprise_verified_at: now() })
    .where("id", "=", anew)
    .execute();
  expect(await reopen(LOTTE)).toBe("number_taken");
  await owner().updateTable("account").set({ enterprise_number: null }).where("id", "=", anew).execute();
});

test("members are told once more a week before, once", async () => {
  await close(LOTTE, "now");
  expect(await pass()).toMatchObject({ reminded: 0 });
  const day = brusselsDay(now()).add({ days: 7 });
  await owner().updateTable("account").set({ erase_by: day }).where("id", "=", LOTTE.accountId).execute();
  expect(await pass()).toMatchObject({ reminded: 1 });
  expect(await pass()).toMatchObject({ reminded: 0 });
  expect((await told(PIETER.personId)).at(-1)).toEqual([
    "account_erasure_near",
    day.subtract({ days: 1 }).toString(),
  ]);
});

test("unused credits are asked back once, and only of a closed account", async () => {
  expect(await refundCredits(portal(), actOf(LOTTE))).toEqual({ kind: "not_closed" });
  await close(LOTTE, "now");
  const credits = await balance();
  // Twice at the same instant: one request.
  const both = await Promise.all([1, 2].map(() => refundCredits(portal(), actOf(LOTTE))));
  expect(both).toEqual(expect.arrayContaining([{ kind: "asked", credits }, { kind: "nothing_left" }]));
  expect(await balance()).toBe(0);
  const entries = await owner()
    .selectFrom("credit_entry")
    .select(["item", "amount"])
    .where("account_id", "=", LOTTE.accountId)
    .where("kind", "=", "refund")
    .execute();
  expect(entries).toEqual([{ item: "pack", amount: -credits }]);
  expect(await viewClosing(portal(), LOTTE, now())).toMatchObject({ credits: 0, refunded: credits });
  expect(await reopen(LOTTE)).toBe("reopened");
  expect(await balance()).toBe(0);
  await owner()
    .updateTable("account_credit")
    .set({ balance: credits })
    .where("account_id", "=", LOTTE.accountId)
    .execute();
});

test("a submission and a closing at the same instant: one comes first, and the other knows it", async () => {
  for (let race = 0; race < RACES; race += 1) {
    const [sent, closed] = await Promise.all([
      outcomeOf(bench.submit().then(() => "accepted")),
      close(LOTTE),
    ]);
    expect([
      ["accepted", "closing"],
      ["account_closed", "closed"],
    ]).toContainEqual([sent, closed]);
    await owner().updateTable("delivery").set({ final_at: now() }).where("final_at", "is", null).execute();
    await reopen(LOTTE);
  }
});

test("an admin who leaves while another closes, at the same instant: an admin is always left to take it back", async () => {
  for (let race = 0; race < RACES; race += 1) {
    const accountId = await company.account();
    const first = await company.join(accountId, "admin");
    const second = await company.join(accountId, "admin");
    const outcomes = await Promise.all([
      outcomeOf(leaveAccount(portal(), actOf(first))),
      outcomeOf(leaveAccount(portal(), actOf(second))),
      outcomeOf(close(first)),
      outcomeOf(close(second)),
    ]);
    expect(outcomes.slice(0, 2)).toEqual(expect.arrayContaining(["left", "only_admin"]));
    const stays = outcomes[0] === "left" ? second : first;
    expect((await account(accountId)).status).toBe("closed");
    expect(await reopen(stays)).toBe("reopened");
  }
});

test("an application that is handed in at the instant its account closes waits for nobody", async () => {
  const accountId = await company.account();
  const admin = await company.join(accountId, "admin");
  const at = now();
  await owner().updateTable("account").set({ status: "applying" }).where("id", "=", accountId).execute();
  await owner()
    .insertInto("company_application")
    .values({
      id: `apl_${accountId}`,
      account_id: accountId,
      applicant_member_id: admin.memberId,
      state: "draft",
      created_at: at,
      changed_at: at,
    })
    .execute();
  expect(await close(admin, "now")).toBe("closed");
  const applicant = { ...admin, personName: "An Wouters", personEmail: admin.email, role: "admin" } as const;
  const late = submitApplication(portal(), {
    ...actOf(admin),
    applicant: { ...applicant, language: "nl" },
    accepted: null,
  });
  await expect(late).rejects.toMatchObject({ code: "account_closed" });
});
