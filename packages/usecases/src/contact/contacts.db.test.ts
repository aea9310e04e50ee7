import { sql, transact } from "@posthorn/db";
import { createVerbBench, TEST_ADDRESSEE, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findConsents } from "../consent/find-standing.ts";
import { loadConsent, stateConsent, withdrawConsent } from "../consent/keep-consent.ts";
import { allConsents, listConsents } from "../consent/list-consents.ts";
import type { Context } from "../context.ts";
import { findRegistered } from "../directory/find-registered.ts";
import { exportContacts } from "./export-contacts.ts";
import { importContacts, loadImport } from "./import-contacts.ts";
import { addContact, changeContact, deleteContacts, loadContact } from "./keep-contact.ts";
import { listContacts } from "./list-contacts.ts";

let bench: VerbBench;
let ctx: Context;

const VISITOR = { ip: "192.0.2.7", userAgent: "test", language: "en" };
const LOTTE = {
  accountId: "acc_SEED0VANDEWALLE",
  memberId: "mem_SEED0LOTTEMAES",
  personId: "per_SEED0LOTTEMAES",
  language: "nl",
} as const;
const STRANGER = { ...LOTTE, accountId: "acc_SEED0CANAL", memberId: "mem_SEED0CAMILLEDUBOIS" };
const JAN = { name: "Peeters", first_names: "Jan", email: "jan.peeters@example.be" };
const now = () => Temporal.Now.instant().round("millisecond");

beforeAll(async () => {
  bench = await createVerbBench();
  ctx = bench.context("portal");
});
afterAll(() => bench.close());

async function* bytes(text: string | Uint8Array) {
  yield typeof text === "string" ? new TextEncoder().encode(text) : text;
}

async function load(text: string | Uint8Array, owner: typeof STRANGER | typeof LOTTE = LOTTE) {
  const id = await importContacts(ctx, { ...owner, source: bytes(text), visitor: VISITOR });
  return loadImport(ctx, owner.accountId, id);
}

async function find(words: string, accountId: string = LOTTE.accountId) {
  const { contacts } = await listContacts(ctx, accountId, { words });
  return contacts.map(({ name, firstNames }) => `${firstNames ?? ""} ${name}`.trim());
}

async function exported(format: "csv" | "vcf"): Promise<Uint8Array> {
  const given = { format, visitor: VISITOR, at: now() } as const;
  return Buffer.concat(await Array.fromAsync(exportContacts(ctx, LOTTE, given)));
}

test("a contact is written, found, changed and deleted by its own account alone", async () => {
  const id = await addContact(ctx, LOTTE, JAN);
  expect(await loadContact(ctx, LOTTE.accountId, id)).toMatchObject({ name: "Peeters", language: "nl" });
  const missing = { kind: "not_found", code: "contact_not_found" };
  await expect(loadContact(ctx, STRANGER.accountId, id)).rejects.toMatchObject(missing);
  await expect(changeContact(ctx, STRANGER, id, JAN)).rejects.toMatchObject(missing);
  expect(await deleteContacts(ctx, STRANGER.accountId, [id])).toBe(0);
  await expect(
    addContact(ctx, LOTTE, { ...JAN, name: "PEETERS", email: "Jan.Peeters@example.be" }),
  ).rejects.toMatchObject({ kind: "conflict", code: "contact_known" });
  await expect(addContact(ctx, LOTTE, { ...JAN, name: "é".repeat(101) })).rejects.toMatchObject({
    code: "contact_invalid",
    fields: [{ path: "name", code: "too_long", params: { max: 100 } }],
  });
  const an = await addContact(ctx, LOTTE, { ...JAN, first_names: "An" });
  await expect(changeContact(ctx, LOTTE, an, JAN)).rejects.toMatchObject({ code: "contact_known" });
  await changeContact(ctx, LOTTE, an, { ...JAN, first_names: "Anna", language: "fr" });
  expect(await find("peeters anna")).toEqual(["Anna Peeters"]);
  expect(await deleteContacts(ctx, LOTTE.accountId, [id, an, "con_0"])).toBe(2);
});

test("the longest names of letters that unfold fit the index", async () => {
  const id = await addContact(ctx, LOTTE, { ...JAN, name: "ﷺ".repeat(100), first_names: "𐐀".repeat(100) });
  expect(await deleteContacts(ctx, LOTTE.accountId, [id])).toBe(1);
});

test.each([
  ["UTF-8 with mark, commas", `\ufeffname,first_names,email\r\nDesmét,Zoë,zoe@example.be\r\n`, "utf8"],
  ["Latin-1, semicolons", `Achternaam;Voornaam;E-mailadres\nDesmét;Zoë;zoe@example.be\n`, "latin1"],
  ["UTF-16, tabs", `\ufeffNom\tPrénom\tCourriel\nDesmét\tZoë\tzoe@example.be\n`, "utf16le"],
] as const)("a file in %s is read", async (_, text, encoding) => {
  const report = await load(Buffer.from(text, encoding));
  expect(report).toMatchObject({ bad: 0 });
  expect(report.added + report.changed).toBe(1);
  expect(await find("desmet")).toEqual(["Zoë Desmét"]);
});

test("bad rows are told by line, field and reason, the rest is kept; the same again changes instead of doubling", async () => {
  const file = [
    "kind,name,first_names,email,mobile,street,number,postcode,town,consent_on,consent_words",
    `person,Claes,Bert,bert@example.be,0470 12 34 12,"Kerkstraat\n12",,9000,Gent,3/11/2026,"Ja, dat is goed"`,
    "person,Claes,,bart@,,,,,,,",
    "",
    `organisation,=HYPERLINK("x"),,info@x.example,,,,,,,`,
    "person,Claes,BERT,Bert@example.be,,,,,,,",
    'person,"Claes,Never closed,never@example.be,,,,,,,',
  ].join("\n");
  const report = await load(file);
  expect(report).toMatchObject({ added: 2, changed: 0, bad: 2 });
  expect(
    report.badRows.map(({ line, errors }) => [line, ...errors.map(({ path, code }) => `${path} ${code}`)]),
  ).toEqual([
    [4, "first_names required", "email email_invalid"],
    [8, " row_broken"],
  ]);
  expect(report.understood).toMatchObject({ format: "csv", encoding: "utf-8", delimiter: "," });
  expect(await find('=HYPERLINK("x")')).toEqual(['=HYPERLINK("x")']);
  expect((await load(file)).added).toBe(0);
  const [consent] = await findConsents(ctx, LOTTE.accountId, [
    { name: "Claes", firstNames: "Bert", email: "BERT@example.be" },
  ]);
  expect(consent).toMatchObject({ source: "import", words: "Ja, dat is goed", withdrawn: null });
  expect(String(consent?.statedOn)).toBe("2026-11-03");
  await expect(loadImport(ctx, STRANGER.accountId, report.id)).rejects.toMatchObject({
    code: "import_not_found",
  });
});

test.each([
  ["an empty file", " \n", "contact_file_empty"],
  ["columns that say nothing", "a;b\n1;2", "contact_columns_unknown"],
  ["an image", Buffer.from("89504e470d0a1a0a0000000d", "hex"), "contact_columns_unknown"],
])("%s is refused", async (_, text, code) => {
  await expect(load(text)).rejects.toMatchObject({ code });
});

test("more than ten million bytes, or fifty thousand rows, are refused", async () => {
  await expect(load(new Uint8Array(10_000_001))).rejects.toMatchObject({ code: "contact_file_too_large" });
  const rows = `email,name\n${"x,\n".repeat(50_001)}`;
  await expect(load(rows, STRANGER)).rejects.toMatchObject({ code: "contact_rows_too_many" });
}, 20_000);

test("what is exported reads back as the same, as CSV and as cards", async () => {
  const before = await exported("csv");
  expect(before.toString()).toContain(`"'=HYPERLINK(""x"")"`);
  const cards = await exported("vcf");
  for (const file of [before, cards]) {
    const all = await bench
      .context("owner")
      .db.selectFrom("contact")
      .select("id")
      .where("account_id", "=", LOTTE.accountId)
      .execute();
    await deleteContacts(
      ctx,
      LOTTE.accountId,
      all.map(({ id }) => id),
    );
    expect(await load(file)).toMatchObject({ added: all.length, changed: 0, bad: 0 });
    expect(await exported("csv")).toEqual(before);
  }
});

test("pages by cursor miss and repeat nothing; searches walk indexes, however many there are", async () => {
  const rows = Array.from(
    { length: 3_000 },
    (_, index) => `Name${String(index).padStart(4, "0")},Ann,c${index}@example.be`,
  );
  const report = await load(`name,first_names,email\n${rows.join("\n")}`, STRANGER);
  expect(report.added).toBe(3_000);
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 3; page += 1) {
    const { contacts, next } = await listContacts(ctx, STRANGER.accountId, {
      words: "name",
      ...(cursor && { cursor }),
    });
    seen.push(...contacts.map(({ name }) => name));
    cursor = next ?? undefined;
  }
  expect(seen).toEqual(Array.from({ length: 75 }, (_, index) => `Name${String(index).padStart(4, "0")}`));
  const third = await listContacts(ctx, STRANGER.accountId, { words: "name", ...(cursor && { cursor }) });
  const second = await listContacts(ctx, STRANGER.accountId, { words: "name", cursor: third.previous ?? "" });
  expect(second.contacts.map(({ name }) => name)).toEqual(seen.slice(50));
  expect(second.next).not.toBeNull();
  expect(await find("ann name1234", STRANGER.accountId)).toEqual(["Ann Name1234"]);
  expect(await find("c2999@", STRANGER.accountId)).toEqual(["Ann Name2999"]);
  expect(await find("name1234")).toEqual([]);
  await expect(listContacts(ctx, STRANGER.accountId, { cursor: "x" })).rejects.toMatchObject({
    code: "cursor_invalid",
  });
  await sql`ANALYZE contact, addressee_consent`.execute(bench.context("owner").db);
  // Under the policies that the portal's role is under: they keep conditions away from indexes.
  const plan = (query: string) =>
    transact(ctx.db, { accountId: STRANGER.accountId }, async (trx) => {
      const { rows: lines } = await sql.raw<{ "QUERY PLAN": string }>(`EXPLAIN ${query}`).execute(trx);
      return lines.map((line) => line["QUERY PLAN"]).join("\n");
    });
  const account = `account_id = '${STRANGER.accountId}'`;
  const byName = await plan(
    `SELECT * FROM contact WHERE ${account} AND sort_name >= 'name12' AND sort_name < 'name13' ORDER BY sort_name, id LIMIT 26`,
  );
  expect(byName).toContain("Index Scan using contact_account");
  const byEmail = await plan(
    `SELECT * FROM contact WHERE ${account} AND email_key >= 'c299' AND email_key < 'c29a' ORDER BY sort_name, id LIMIT 26`,
  );
  expect(byEmail).toContain("contact_once");
  expect(byEmail).not.toContain("Seq Scan");
});

test("a consent is stated with a day and words, stands once, and comes back after withdrawal only by a later one", async () => {
  const an = { name: "Wouters", first_names: "An", email: "an@example.be" };
  const state = (fields: object) =>
    stateConsent(ctx, LOTTE, { fields: { ...an, ...fields }, visitor: VISITOR, arrivedAt: now() });
  await expect(state({ basis: "none_stated" })).rejects.toMatchObject({
    code: "consent_invalid",
    fields: [
      { path: "basis", code: "required" },
      { path: "stated_on", code: "required" },
      { path: "words", code: "required" },
    ],
  });
  const given = { basis: "clause", stated_on: "2026-10-01", words: "Art. 12: per e-mail." };
  await expect(state({ ...given, stated_on: "2999-01-01" })).rejects.toMatchObject({
    fields: [{ path: "stated_on", code: "date_in_future" }],
  });
  await state(given);
  await expect(state(given)).rejects.toMatchObject({ code: "consent_known" });
  const { consents } = await listConsents(ctx, LOTTE.accountId, { email: "AN@example.be" });
  expect(consents).toMatchObject([{ basis: "clause", source: "sender", withdrawn: null }]);
  const id = consents[0]?.id ?? "";
  await expect(loadConsent(ctx, STRANGER.accountId, id)).rejects.toMatchObject({ code: "consent_not_found" });
  const withdraw = { consentId: id, words: "By letter of today", visitor: VISITOR, arrivedAt: now() };
  await expect(withdrawConsent(ctx, STRANGER, withdraw)).rejects.toMatchObject({ code: "consent_not_found" });
  await withdrawConsent(ctx, LOTTE, withdraw);
  await withdrawConsent(ctx, LOTTE, { ...withdraw, words: "again" });
  expect(await loadConsent(ctx, LOTTE.accountId, id)).toMatchObject({
    withdrawn: { by: "sender", words: "By letter of today" },
  });
  await expect(state(given)).rejects.toMatchObject({ code: "consent_known" });
  const ledger = (await Array.fromAsync(allConsents(ctx, LOTTE.accountId))).flat();
  expect(ledger.map((line) => line.id)).toContain(id);
});

test("what a message says of its addressees is noted when it is accepted, by program as well; a withdrawn one stays so", async () => {
  const addressee = (name: string, basis: string) => ({
    ...TEST_ADDRESSEE,
    name,
    addressee_consent: { basis, stated_on: "2026-01-05", words: "Agreed." },
  });
  const send = () =>
    bench.submit({ addressees: [addressee("Api", "clause"), addressee("Nothing", "none_stated")] });
  await send();
  await send();
  const { consents } = await listConsents(ctx, LOTTE.accountId, { email: TEST_ADDRESSEE.email });
  expect(consents).toMatchObject([{ name: "Api", basis: "clause", source: "sender", words: "Agreed." }]);
  await withdrawConsent(ctx, LOTTE, {
    consentId: consents[0]?.id ?? "",
    words: "",
    visitor: VISITOR,
    arrivedAt: now(),
  });
  await send();
  const asked = [{ name: "Api", firstNames: "Jan", email: TEST_ADDRESSEE.email }];
  const [standing] = await findConsents(ctx, LOTTE.accountId, asked);
  expect(standing?.withdrawn?.by).toBe("sender");
});

test("no day to come brings a consent back that was withdrawn, neither in a file nor in a message", async () => {
  const who = { name: "Later", first_names: "Jan", email: TEST_ADDRESSEE.email };
  const given = { ...who, basis: "clause", stated_on: "2026-01-05", words: "Agreed." };
  await stateConsent(ctx, LOTTE, { fields: given, visitor: VISITOR, arrivedAt: now() });
  const asked = [{ name: "Later", firstNames: "Jan", email: who.email }];
  const [stated] = await findConsents(ctx, LOTTE.accountId, asked);
  const withdrawn = { consentId: stated?.id ?? "", words: "", visitor: VISITOR, arrivedAt: now() };
  await withdrawConsent(ctx, LOTTE, withdrawn);
  const head = "name,first names,email,consent,consent date";
  const report = await load(`${head}\nLater,Jan,${who.email},clause,2999-01-01\n`);
  expect(report).toMatchObject({
    added: 0,
    badRows: [{ line: 2, errors: [{ path: "addressee_consent.stated_on", code: "date_in_future" }] }],
  });
  const consent = { basis: "clause", stated_on: "2999-01-01", words: "Agreed." };
  await bench.submit({ addressees: [{ ...TEST_ADDRESSEE, name: "Later", addressee_consent: consent }] });
  const [standing] = await findConsents(ctx, LOTTE.accountId, asked);
  expect(standing?.withdrawn?.by).toBe("sender");
});

test("a heading that is cut within a sign outside the basic plane is still read", async () => {
  const report = await load(`${"x".repeat(99)}\u{1f98a},name,first names,email\n,Vos,An,vos@example.be\n`);
  expect(report).toMatchObject({ added: 1, bad: 0 });
});

test("the directory knows private users by exact address alone, never members of companies, and only so often", async () => {
  const owner = bench.context("owner").db;
  const priv = await owner
    .selectFrom("account")
    .innerJoin("member", "member.account_id", "account.id")
    .innerJoin("person", "person.id", "member.person_id")
    .select(["person.email", "person.id", "account.kind", "account.id as account_id"])
    .where("person.identified_at", "is not", null)
    .execute();
  const own = priv.find(({ kind }) => kind === "private") ?? priv[0];
  await owner
    .updateTable("account")
    .set({ kind: "private" })
    .where("id", "=", own?.account_id ?? "")
    .execute();
  await owner
    .updateTable("person")
    .set({ email_verified_at: now() })
    .where("id", "=", own?.id ?? "")
    .execute();
  let tries = 0;
  const byPerson = {
    async consume() {
      tries += 1;
    },
    forget: () => Promise.resolve(),
  };
  const ask = (email: string) =>
    findRegistered(
      ctx,
      { byAccount: byPerson, byPerson },
      { ...LOTTE, email, visitor: VISITOR, arrivedAt: now() },
    );
  expect(await ask((own?.email ?? "").toUpperCase())).toMatchObject({
    familyName: expect.stringMatching(/./),
  });
  const member = priv.find(({ id, account_id }) => id !== own?.id && account_id !== own?.account_id);
  expect(await ask(member?.email ?? "")).toBeNull();
  expect(await ask("nobody@example.be")).toBeNull();
  await expect(ask("nobody")).rejects.toMatchObject({ code: "email_invalid" });
  expect(tries).toBe(6);
});
