import { type Database, sql } from "@posthorn/db";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../context.ts";
import { acceptPolicies, outstandingPolicies } from "./accept-policies.ts";
import { askEmailChange, cancelEmailChange } from "./ask-email-change.ts";
import { createCompanies } from "../member/company.test-support.ts";
import { removeMember } from "../member/remove-member.ts";
import { chooseLanguage } from "./choose-language.ts";
import { confirmEmailChange, viewEmailChange } from "./confirm-email-change.ts";
import { exportCompany } from "./export-account.ts";
import { exportOwnData } from "./export-own-data.ts";
import { giveDeliveryConsent, withdrawDeliveryConsent } from "./keep-own-consent.ts";
import { listOwnUses } from "./list-own-uses.ts";
import { viewMyData } from "./view-my-data.ts";

let bench: VerbBench;
let ctx: Context;
let owner: Database;

beforeAll(async () => {
  bench = await createVerbBench();
  ctx = bench.context("portal");
  owner = bench.context("owner").db;
});
afterAll(() => bench.close());

const NELE = {
  personId: "per_SEED0NELECLAES",
  accountId: "acc_SEED0NELECLAES",
  memberId: "mem_SEED0NELECLAES",
  accountKind: "private",
  accountStatus: "active",
  role: "admin",
  personEmail: "nele.claes@post.example",
  personName: "Nele Claes",
  language: "nl",
} as const;
const LOTTE = {
  ...NELE,
  ...TEST_SENDER,
  personId: "per_SEED0LOTTEMAES",
  accountKind: "company",
  personEmail: TEST_SENDER.email,
} as const;
const visitor = { ip: "192.0.2.7", userAgent: "Test", language: "nl" };
const free = { consume: () => Promise.resolve(), forget: () => Promise.resolve() };
const now = () => Temporal.Now.instant().round("millisecond");
const act = (member: typeof NELE | typeof LOTTE, arrivedAt = now()) => ({ member, visitor, arrivedAt });

/** As the worker does when it sends. */
async function openLink(personId: string): Promise<string> {
  const hash = `link-${crypto.randomUUID()}`;
  await owner
    .updateTable("mailed_link")
    .set({ token_hash: hash })
    .where("subject_id", "=", personId)
    .where("voided_at", "is", null)
    .where("used_at", "is", null)
    .execute();
  return hash;
}

const emailOf = async (id: string) =>
  (await owner.selectFrom("person").select("email").where("id", "=", id).executeTakeFirstOrThrow()).email;

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error as { code: string }).code,
  );

test("an address changes once its link is used by whoever asked, and the earlier one is told both times", async () => {
  await askEmailChange(ctx, free, { ...act(NELE), email: " nele@Nieuw.example " });
  expect((await viewMyData(ctx, NELE, now())).pendingEmail?.email).toBe("nele@nieuw.example");
  const presentedLink = await openLink(NELE.personId);
  expect(await viewEmailChange(ctx, { ...act(NELE), presentedLink })).toBe("nele@nieuw.example");
  expect(await emailOf(NELE.personId)).toBe(NELE.personEmail);
  expect(await codeOf(confirmEmailChange(ctx, { ...act(LOTTE), presentedLink }))).toBe("link_unknown");
  const tabs = await Promise.all(
    [1, 2, 3].map(() => codeOf(confirmEmailChange(ctx, { ...act(NELE), presentedLink }))),
  );
  expect(tabs.toSorted()).toEqual(["done", "link_used", "link_used"]);
  expect(await emailOf(NELE.personId)).toBe("nele@nieuw.example");
  const account = await owner
    .selectFrom("account")
    .select("email")
    .where("id", "=", NELE.accountId)
    .executeTakeFirst();
  expect(account?.email).toBe("nele@nieuw.example");
  const mails = await owner.selectFrom("person_errand").select(["kind", "to_email", "facts"]).execute();
  expect(mails.map(({ kind, to_email }) => `${kind} ${to_email}`).toSorted()).toEqual([
    "email_change_asked null",
    "email_change_link nele@nieuw.example",
    `email_changed ${NELE.personEmail}`,
    "email_changed nele@nieuw.example",
  ]);
  expect(JSON.stringify(mails.map(({ facts }) => facts))).not.toContain("nele@nieuw.example");
});

test("whether an address is taken is told to nobody but who reads its mail; the change then fails", async () => {
  await askEmailChange(ctx, free, { ...act(LOTTE), email: "camille.dubois@canal.example" });
  const taken = await owner
    .updateTable("person")
    .set({ email: "camille.dubois@canal.example" })
    .where("id", "=", "per_SEED0CAMILLEDUBOIS")
    .returning("id")
    .execute();
  expect(taken).toHaveLength(1);
  const presentedLink = await openLink(LOTTE.personId);
  expect(await codeOf(confirmEmailChange(ctx, { ...act(LOTTE), presentedLink }))).toBe("email_taken");
  expect(await emailOf(LOTTE.personId)).toBe(LOTTE.personEmail);
});

test("a link ends by being cancelled, by the next one, and after a day", async () => {
  const later = now().add({ hours: 25 });
  await askEmailChange(ctx, free, { ...act(LOTTE), email: "one@new.example" });
  const first = await openLink(LOTTE.personId);
  await askEmailChange(ctx, free, { ...act(LOTTE), email: "two@new.example" });
  expect(await codeOf(confirmEmailChange(ctx, { ...act(LOTTE), presentedLink: first }))).toBe("link_void");
  const second = await openLink(LOTTE.personId);
  const late = { ...act(LOTTE, later), presentedLink: second };
  expect(await codeOf(confirmEmailChange(ctx, late))).toBe("link_expired");
  await cancelEmailChange(ctx, act(LOTTE));
  expect(await codeOf(confirmEmailChange(ctx, { ...act(LOTTE), presentedLink: second }))).toBe("link_void");
  expect((await viewMyData(ctx, LOTTE, now())).pendingEmail).toBeNull();
  const unknown = { ...act(LOTTE), presentedLink: "nothing" };
  expect(await codeOf(viewEmailChange(ctx, unknown))).toBe("link_unknown");
});

test.each(["", "no address", LOTTE.personEmail.toUpperCase()])("%j is no new address", async (email) => {
  expect(await codeOf(askEmailChange(ctx, free, { ...act(LOTTE), email }))).toBe("email_change_invalid");
});

test("consent stands once, is withdrawn once, and its history stays", async () => {
  const words = {
    policy: "electronic-delivery",
    version: "9",
    language: "nl",
    sha256: "ab".repeat(32),
  } as const;
  const before = (await viewMyData(ctx, NELE, now())).acceptances.length;
  await giveDeliveryConsent(ctx, { ...act(NELE), words });
  await giveDeliveryConsent(ctx, { ...act(NELE), words });
  await withdrawDeliveryConsent(ctx, act(NELE));
  await withdrawDeliveryConsent(ctx, act(NELE));
  await giveDeliveryConsent(ctx, { ...act(NELE), words });
  const { acceptances } = await viewMyData(ctx, NELE, now());
  expect(acceptances.length - before).toBe(2);
  expect(acceptances.slice(0, 2).map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([true, false]);
});

test("a new version is asked for once: of everybody the terms, of administrators what binds their company", async () => {
  const inForce = { terms: "8", "processor-agreement": "8" } as const;
  expect(await outstandingPolicies(ctx, LOTTE, inForce)).toEqual(["terms", "processor-agreement"]);
  expect(await outstandingPolicies(ctx, { ...LOTTE, role: "user" }, inForce)).toEqual(["terms"]);
  expect(await outstandingPolicies(ctx, NELE, inForce)).toEqual(["terms"]);
  const words = (["terms", "processor-agreement"] as const).map((policy) => ({
    policy,
    version: "8",
    language: "nl" as const,
    sha256: "cd".repeat(32),
  }));
  const given = { reader: LOTTE, inForce, words, visitor, arrivedAt: now() };
  await Promise.all([acceptPolicies(ctx, given), acceptPolicies(ctx, given)]);
  expect(await outstandingPolicies(ctx, LOTTE, inForce)).toEqual([]);
  const { acceptances } = await viewMyData(ctx, LOTTE, now());
  expect(
    acceptances
      .filter(({ version }) => version === "8")
      .map(({ policy }) => policy)
      .toSorted(),
  ).toEqual(["processor-agreement", "terms"]);
});

test("one's own uses and nobody else's, page by page", async () => {
  for (let times = 0; times < 55; times += 1) await chooseLanguage(ctx, { ...act(LOTTE), language: "fr" });
  const first = await listOwnUses(ctx, LOTTE, { now: now() });
  expect(first.lines).toHaveLength(50);
  const second = await listOwnUses(ctx, LOTTE, { cursor: first.next ?? "", now: now() });
  expect(second.next).toBeNull();
  const rows = await owner
    .selectFrom("use_log")
    .select("id")
    .where("person_id", "=", LOTTE.personId)
    .execute();
  expect(first.lines.length + second.lines.length).toBe(rows.length);
  await expect(chooseLanguage(ctx, { ...act(LOTTE), language: "xx" })).rejects.toMatchObject({
    code: "language_unknown",
  });
});

test("what is counted is the person's and his account's", async () => {
  await bench.submit();
  const mine = await viewMyData(ctx, LOTTE, now());
  expect(mine).toMatchObject({ address: null, counts: { messages: 1, passkeys: 0, contacts: 0 } });
  const other = await viewMyData(ctx, NELE, now());
  expect(other).toMatchObject({ address: "Meir 31, 2000 Antwerpen", counts: { messages: 0 } });
});

test("a company takes out the names of who works there, and of who has left his number alone", async () => {
  const company = createCompanies(bench);
  const gone = await company.join(LOTTE.accountId, "user");
  await company.join(await company.account(), "user", gone);
  await removeMember(ctx, { actor: LOTTE, visitor, arrivedAt: now(), memberId: gone.memberId });
  const ports = { content: bench.content, keys: bench.keys };
  let told = "";
  for await (const entry of exportCompany(ctx, ports, act(LOTTE)))
    if (entry.name === "account.json")
      for await (const chunk of entry.stream()) told += new TextDecoder().decode(chunk);
  const { members } = JSON.parse(told) as { readonly members: readonly Record<string, unknown>[] };
  expect(members.find(({ id }) => id === LOTTE.memberId)).toMatchObject({ email: LOTTE.personEmail });
  expect(members.find(({ id }) => id === gone.memberId)).toMatchObject({
    public_id: gone.publicId,
    email: null,
    family_name: null,
  });
});

test("one's export says what a hold keeps longer and until when, never why where another asked for it; notes stand in it", async () => {
  const [{ deliveryIds }, other] = [await bench.submit(), await bench.submit()];
  const [delivery = "", foreign = ""] = [deliveryIds[0], other.deliveryIds[0]];
  await sql`INSERT INTO inbox_entry (delivery_id, person_id, account_id, because, entered_at)
    VALUES (${delivery}, ${NELE.personId}, ${NELE.accountId}, 'notice', clock.now())`.execute(owner);
  await sql`INSERT INTO staff (id, email, family_name, first_names, language, roles, webauthn_handle, created_at)
    VALUES ('stf_KEPT', 'kept@posthorn.example', 'Vermeulen', 'Bo', 'en', '{privacy_officer}', 'stf_KEPT', clock.now())`.execute(
    owner,
  );
  const hold = (id: string, scope: string, of: string, account: string | null) =>
    sql`INSERT INTO legal_hold (id, scope, scope_id, account_id, ground, reason, asked_at, state, decided_by, decided_at, ends_on)
      VALUES (${id}, ${scope}, ${of}, ${account}, 'fraud', 'secret grounds', clock.now(), 'placed', 'stf_KEPT', clock.now(), '2099-01-01')`.execute(
      owner,
    );
  await hold("hld_1", "person", NELE.personId, null);
  await hold("hld_2", "delivery", delivery, LOTTE.accountId);
  await hold("hld_3", "account", NELE.accountId, NELE.accountId);
  await hold("hld_4", "delivery", foreign, LOTTE.accountId);
  for (const id of [delivery, foreign])
    await sql`INSERT INTO rectification_note (id, delivery_id, words, noted_by, noted_at)
      VALUES (${`rno_${id}`}, ${id}, ${`note on ${id}`}, 'stf_KEPT', clock.now())`.execute(owner);
  const ports = {
    content: bench.content,
    keys: bench.keys,
    textOf: () => undefined,
    summaryOf: () => Promise.resolve(new Uint8Array()),
  };
  let told = "";
  for await (const entry of exportOwnData(ctx, ports, act(NELE)))
    if (entry.name === "person.json")
      for await (const chunk of entry.stream()) told += new TextDecoder().decode(chunk);
  expect(told).not.toContain("secret grounds");
  const person = JSON.parse(told) as { holds: unknown; rectifications: unknown };
  expect(person.holds).toMatchObject([
    { keeps: "person", id: null, because: "legal_hold", ground: null, until: "2099-01-01" },
    { keeps: "delivery", id: delivery, ground: null },
    { keeps: "account", id: NELE.accountId, ground: "fraud" },
  ]);
  expect(person.rectifications).toMatchObject([{ delivery_id: delivery, words: `note on ${delivery}` }]);
  // A repair took it out of her inbox: what is noted of the right addressee is not hers.
  await sql`UPDATE inbox_entry SET ended_at = clock.now() WHERE delivery_id = ${delivery}`.execute(owner);
  const { rows: kept } = await sql<{ holds: readonly { id: string | null }[]; rectifications: unknown }>`
    SELECT rights_holds_on(${NELE.personId}) AS holds, rights_rectifications_of(${NELE.personId}) AS rectifications`.execute(
    owner,
  );
  expect(kept[0]?.holds.map(({ id }) => id)).toEqual([null, NELE.accountId]);
  expect(kept[0]?.rectifications).toBeNull();
});
