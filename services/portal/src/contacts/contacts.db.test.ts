import { createTryLimit } from "@posthorn/db";
import {
  createVerbBench,
  createVisitor,
  type Page,
  PEOPLE,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

let bench: VerbBench;
let portal: RunningPortal;
let visitor: Visitor;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal", {
    limits: { fileBytes: 20_000, messageBytes: 30_000, files: 2, addressees: 3 },
  });
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
    now: () => Temporal.Now.instant().round("millisecond"),
  });
  visitor = createVisitor({ language: "en" });
  const { email = "", password = "" } = PEOPLE.find(({ id }) => id === "per_SEED0LOTTEMAES") ?? {};
  const form = await visitor.open(`${portal.url}/?lang=en`);
  await visitor.press(form, "Sign in", { email, password });
});
afterAll(async () => {
  await portal.close();
  await bench.close();
});

const open = (path: string) => visitor.open(`${portal.url}${path}`);

function csrfOf(page: Page): string {
  return page.document.querySelector<HTMLInputElement>('[name="_csrf"]')?.value ?? "";
}

async function sendFile(page: Page, path: string, content: string): Promise<Page> {
  const body = new FormData();
  body.append("_csrf", csrfOf(page));
  body.append("file", new Blob([content]), "contacts.csv");
  const answer = await visitor.fetch(`${portal.url}${path}`, { method: "POST", body, redirect: "manual" });
  if (answer.status === 303) return open(answer.headers.get("location") ?? "");
  return { ...page, status: answer.status, text: await answer.text() };
}

/** Posts a form with these boxes ticked, which the visitor cannot do. */
async function tick(page: Page, path: string, contacts: readonly string[]): Promise<Response> {
  const body = new URLSearchParams([["_csrf", csrfOf(page)], ...contacts.map((id) => ["contact", id])]);
  return visitor.fetch(`${portal.url}${path}`, { method: "POST", body, redirect: "manual" });
}

function boxes(page: Page): string[] {
  return Array.from(
    page.document.querySelectorAll<HTMLInputElement>('[name="contact"]'),
    ({ value }) => value,
  );
}

const JAN = { first_names: "Jan", name: "Peeters", email: "jan.peeters@example.be" };

test("a contact is written with its mistakes told, found again, changed, and deleted after asking", async () => {
  const empty = await open("/contacts");
  expect(empty.text).toContain("Nobody here yet");
  const form = await visitor.follow(empty, "New contact");
  const wrong = await visitor.press(form, "Save", { ...JAN, email: "jan@" });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("This is not an e-mail address.");
  expect(wrong.document.querySelector<HTMLInputElement>("#email")?.value).toBe("jan@");
  const list = await visitor.press(wrong, "Save", JAN);
  expect(list.text).toContain("The contact was added.");
  const again = await visitor.press(await open("/contacts/new"), "Save", JAN);
  expect(again.text).toContain("This name stands in your address book with this e-mail address already.");
  const found = await visitor.press(list, "Search", { q: "jan peeters" });
  const contact = await visitor.follow(found, "Jan Peeters");
  const changed = await visitor.press(contact, "Save", { mobile: "0470 12 34 12" });
  expect(changed.text).toContain("+32 470 12 34 12");
  expect((await visitor.press(changed, "Delete what is ticked")).text).toContain(
    "Tick at least one contact first.",
  );
  const ask = await visitor.press(await visitor.follow(changed, "Jan Peeters"), "Delete this contact");
  expect(ask.text).toContain("leaves your address book");
  expect((await visitor.press(ask, "Delete")).text).toContain("One contact was deleted.");
  expect((await visitor.press(await open("/contacts"), "Search", { q: "nobody" })).text).toContain(
    "Nobody was found",
  );
});

test("a file is read, its report says what was understood and which rows were not taken and why", async () => {
  const form = await open("/contacts/import");
  const none = await visitor.press(form, "Read it");
  expect(none.status).toBe(400);
  expect(none.text).toContain("Choose a file first.");
  const unknown = await sendFile(form, "/contacts/import", "a;b\n1;2");
  expect(unknown.status).toBe(400);
  expect(unknown.text).toContain("The first line must name the columns.");
  const csv = `Voornaam;Achternaam;E-mailadres;Kleur\nAn;Wouters;an@example.be;rood\n;=HYPERLINK("x");x@;blauw\n`;
  const report = await sendFile(form, "/contacts/import", csv);
  expect(report.document.querySelector("#counts")?.textContent).toMatch(/Added1.*Not taken1/);
  expect(report.document.querySelector("#bad")?.textContent).toContain("First names: Fill this in.");
  expect(report.document.querySelector("#understood")?.textContent).toContain("Passed overKleur");
  const download = await visitor.fetch(`${report.url}/bad.csv`);
  expect(download.headers.get("content-disposition")).toContain("attachment");
  expect(await download.text()).toContain(`"","'=HYPERLINK(""x"")","x@","blauw","3"`);
  const file = await visitor.fetch(`${portal.url}/contacts/export.csv`);
  expect(await file.text()).toContain('"person","Wouters","An"');
  const cards = await visitor.fetch(`${portal.url}/contacts/export.vcf`);
  expect(await cards.text()).toContain("FN:An Wouters\r\n");
});

test("a consent is stated, printed, exported and withdrawn", async () => {
  const form = await open("/contacts/consents/new");
  const wrong = await visitor.press(form, "Note it", { ...JAN });
  expect(wrong.status).toBe(400);
  const given = { ...JAN, stated_on: "2026-03-01", words: "Art. 9:\nby e-mail" };
  const list = await visitor.press(wrong, "Note it", given);
  expect(list.text).toContain("The consent was noted.");
  const statement = await visitor.follow(list, "Jan Peeters");
  expect(statement.document.querySelector("#statement")?.textContent).toContain("Art. 9: by e-mail");
  const after = await visitor.press(statement, "Note the withdrawal", { words: "By phone" });
  expect(after.document.querySelector("#statement")?.textContent).toMatch(
    /Withdrawn: .*the sender.*By phone/s,
  );
  expect(after.document.querySelector("#withdraw")).toBeNull();
  const file = await visitor.fetch(`${portal.url}/contacts/consents/export.csv`);
  expect(await file.text()).toContain(
    '"jan.peeters@example.be","Peeters","Jan","earlier_consent","2026-03-01"',
  );
});

async function rowsOf(page: Page): Promise<(string | undefined)[]> {
  return Array.from(
    page.document.querySelectorAll<HTMLInputElement>('[name$=".email"]'),
    ({ value }) => value,
  );
}

test("addressees come from the address book with their consent, never more than a message may have", async () => {
  const consent = await open("/contacts/consents/new");
  await visitor.press(consent, "Note it", {
    first_names: "An",
    name: "Wouters",
    email: "an@example.be",
    stated_on: "2026-02-01",
    words: "Ja, graag",
  });
  for (const first_names of ["Bo", "Cas", "Dré"])
    await visitor.press(await open("/contacts/new"), "Save", {
      first_names,
      name: "Bakker",
      email: "b@example.be",
    });
  const picker = await visitor.press(await open("/compose"), "From the address book");
  const path = new URL(picker.url).pathname;
  expect((await tick(picker, path, boxes(picker))).status).toBe(400);
  const an = await open(`${path}?q=wout`);
  expect((await tick(an, path, boxes(an))).status).toBe(303);
  const compose = await open(path.replace("/contacts", ""));
  expect(await rowsOf(compose)).toEqual(["an@example.be"]);
  const valueOf = (name: string) =>
    compose.document.querySelector<HTMLInputElement>(`[name="addressees.0.addressee_consent.${name}"]`)
      ?.value;
  expect([valueOf("basis"), valueOf("stated_on"), valueOf("words")]).toEqual([
    "earlier_consent",
    "2026-02-01",
    "Ja, graag",
  ]);
});

test("a typed addressee is saved, warned of where he withdrew, and offered the consent that stands", async () => {
  const page = await open("/compose");
  const row = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).map(([field, value]) => [`addressees.0.${field}`, value]));
  const open1 = await visitor.press(page, "Save in the address book", row({ name: "Smit" }));
  expect(open1.text).toContain("Not saved yet");
  const saved = await visitor.press(open1, "Save in the address book", row(JAN));
  expect(saved.text).toContain("Saved in your address book.");
  expect(saved.text).toContain("This addressee’s consent was withdrawn on");
  const an = row({ first_names: "An", name: "WOUTERS", email: "An@example.be" });
  const offered = await visitor.press(saved, "Keep draft", an);
  expect(offered.text).toContain("Your ledger has a consent of Sunday 1 February 2026 (Earlier consent).");
  const used = await visitor.press(offered, "Use it for this message");
  expect(used.text).not.toContain("Your ledger has a consent");
});

test("the directory answers for one exact address, and asks for patience when asked too often", async () => {
  const owner = bench.context("owner").db;
  const camille = PEOPLE.find(({ id }) => id === "per_SEED0CAMILLEDUBOIS");
  const now = Temporal.Now.instant();
  await owner
    .updateTable("person")
    .set({ email_verified_at: now, identified_at: now })
    .where("id", "=", "per_SEED0CAMILLEDUBOIS")
    .execute();
  const page = await open("/compose");
  const ask = (from: Page, email: string) =>
    visitor.press(from, "Is this person registered?", { "addressees.0.email": email });
  expect((await ask(page, "")).text).toContain("Give an e-mail address first.");
  const member = await ask(page, camille?.email ?? "");
  const nobody = await ask(member, "nobody@example.be");
  for (const answer of [member, nobody])
    expect(answer.text).toContain("Nobody is listed under exactly this address.");
  await owner.updateTable("account").set({ kind: "private" }).where("id", "=", "acc_SEED0CANAL").execute();
  expect((await ask(nobody, camille?.email.toUpperCase() ?? "")).text).toContain(
    "Registered: Camille Dubois.",
  );
  let last = nobody;
  for (let tries = 3; tries <= TRY_LIMITS.directoryByPerson.tries; tries += 1)
    last = await ask(last, "x@example.be");
  expect(last.text).toContain("You have asked too often. Ask again in");
  expect(last.status).toBe(200);
});

test("a file fills the rows of a message, mistakes in it stand in the form", async () => {
  const page = await visitor.press(await open("/compose"), "From a file");
  const path = new URL(page.url).pathname;
  const rows = ["Bo,b@example.be", "Cas,c@", "Dré,d@example.be"].map((row) => `Bakker,${row}`);
  const many = await sendFile(
    page,
    path,
    `name,first_names,email\n${rows.join("\n")}\nBakker,Els,e@example.be`,
  );
  expect(many.status).toBe(400);
  expect(many.text).toContain("more rows than the 3 addressees");
  const filled = await sendFile(page, path, `name,first_names,email\n${rows.join("\n")}`);
  expect(await rowsOf(filled)).toEqual(["b@example.be", "c@", "d@example.be"]);
  expect(filled.text).toContain("This is not an e-mail address.");
});
