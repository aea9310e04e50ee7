import { createHash } from "node:crypto";
import { sql } from "@posthorn/db";
import {
  createVisitor,
  openLocal,
  type Page,
  type StandingLetter,
  type Visitor,
  waitFor,
} from "@posthorn/testkit";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startTestSite, type TestSite } from "./site.test-support.ts";

let site: TestSite;

beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());
afterEach(() => {
  if (site.errors.length > 0) throw new Error(`the service logged errors: ${site.errors.join("; ")}`);
});

const page = (letter: StandingLetter, path = "") => `${site.origin}/d/${letter.deliveryId}${path}`;

async function identify(visitor: Visitor, letter: StandingLetter & { readonly link: string }): Promise<Page> {
  const codesPage = await visitor.press(await visitor.open(`${letter.link}?lang=en`), "Send me two codes");
  return visitor.press(codesPage, "Go on", await site.letters.codesFor(letter.deliveryId));
}

test("from the link to the files: notice, codes, decision, wait, message, downloads", async () => {
  const attachment = Buffer.from("%PDF-1.7\nlease\n%%EOF\n");
  const letter = await site.notify({ attachment });
  const visitor = createVisitor({ language: "en" });

  const notice = await visitor.open(letter.link);
  expect(notice.status).toBe(200);
  expect(notice.url).toBe(page(letter));
  expect(notice.headers.get("referrer-policy")).toBe("no-referrer");
  expect(notice.text).toContain("Immo Vandewalle");
  expect(notice.text).toContain("j•••s@example.be");
  expect(notice.text).not.toContain("rent arrears");
  expect(notice.document.documentElement.lang, "the addressee's language, not the browser's").toBe("nl");

  const codesPage = await visitor.press(notice, "Stuur mij twee codes");
  expect(codesPage.url).toBe(page(letter, "/codes"));
  const codes = await site.letters.codesFor(letter.deliveryId);
  const decide = await visitor.press(codesPage, "Verder", codes);
  expect(decide.url).toBe(page(letter, "/decide"));

  const wait = await visitor.press(decide, "Aanvaarden en lezen");
  expect(wait.url).toBe(page(letter, "/wait"));
  expect(wait.text).toContain("Een ogenblik");
  expect((await visitor.open(page(letter, "/message"))).url, "no content before the stamp").toBe(wait.url);
  expect((await visitor.open(page(letter, "/parts/1"))).url).toBe(wait.url);
  await site.letters.consign(letter.deliveryId);

  const message = await visitor.open(wait.url);
  expect(message.url).toBe(page(letter, "/message"));
  expect(message.text).toContain("Formal notice: rent arrears");
  expect(message.text).toContain("The rent of September has not been paid.");
  expect(message.text).toContain(createHash("sha256").update(attachment).digest("hex"));
  const file = await visitor.fetch(page(letter, "/parts/2"));
  expect(Buffer.from(await file.arrayBuffer())).toEqual(attachment);
  expect(file.headers.get("content-disposition")).toBe(
    `attachment; filename="lease.pdf"; filename*=UTF-8''lease.pdf`,
  );
  expect(file.headers.get("content-security-policy")).toContain("sandbox");
  expect(file.headers.get("x-content-type-options")).toBe("nosniff");
  const zip = await visitor.fetch(page(letter, "/all.zip"));
  expect(zip.headers.get("content-type")).toBe("application/zip");
  expect(
    Buffer.from(await zip.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  await waitFor(
    "the handover to be booked",
    async () => (await site.letters.records(letter.deliveryId)).includes("ContentHandover") || undefined,
  );
  expect(
    (await site.letters.records(letter.deliveryId)).filter((type) => type === "ContentAccessTracking"),
  ).toHaveLength(2);
});

test("the page that waits is moved on by the server, and tells nothing else", async () => {
  const letter = await site.notify();
  const visitor = createVisitor();
  await visitor.press(await identify(visitor, letter), "Accept and read");
  const events = await visitor.fetch(page(letter, "/events"));
  expect(events.headers.get("content-type")).toContain("text/event-stream");
  const read = events.text();
  await site.letters.consign(letter.deliveryId);
  expect(await read).toBe(`retry: 2000\n\nevent: moved\ndata: /d/${letter.deliveryId}/wait\n\n`);
});

test("a check code opens the same notice however it is typed, in another browser too", async () => {
  const letter = await site.notify();
  const visitor = createVisitor({ language: "en" });
  const typed = letter.checkCode.toLowerCase().replaceAll("-", " ");
  const notice = await visitor.press(await visitor.open(`${site.origin}/?lang=en`), "Go on", { code: typed });
  expect(notice.url).toBe(page(letter));
  const genuine = await visitor.follow(notice, "Is this genuine?");
  expect(genuine.text).toContain(letter.checkCode);
  expect(genuine.text).toContain(`${site.origin}/`);
});

test("coming back later: the same identification leads straight to the message; closing it ends the session", async () => {
  const letter = await site.notify();
  const first = createVisitor();
  await first.press(await identify(first, letter), "Accept and read");
  await site.letters.consign(letter.deliveryId);
  const left = await first.press(await first.open(page(letter, "/message")), "Close this message");
  expect(left.text).toContain("You closed the message");
  expect((await first.open(page(letter, "/message"))).text).toContain("your way in has closed");

  const other = createVisitor();
  await site.bench.context("owner").db.deleteFrom("code_challenge").execute();
  const message = await identify(other, letter);
  expect(message.url).toBe(page(letter, "/message"));
  const asked = await other.press(message, "Send it once more");
  expect(asked.text).toContain("The copy is on its way");
});

test("refusing is final and is shown as such, by link too; the message never opens", async () => {
  const letter = await site.notify();
  const visitor = createVisitor();
  const refused = await visitor.press(await identify(visitor, letter), "Refuse the message");
  expect(refused.text).toContain("This message was refused");
  expect((await createVisitor().open(`${letter.link}?lang=en`)).text).toContain("This message was refused");
  expect((await visitor.open(page(letter, "/message"))).text).toContain("This message was refused");
});

test("not for me: a question first, then done, once and for all", async () => {
  const letter = await site.notify();
  const visitor = createVisitor();
  const notice = await visitor.open(`${letter.link}?lang=en`);
  const question = await visitor.follow(notice, "This is not for me");
  expect(await site.letters.records(letter.deliveryId)).toEqual(["SubmissionAcceptance"]);
  const done = await visitor.press(question, /tell the sender/);
  expect(done.text).toContain("We told the sender");
  expect(await site.letters.records(letter.deliveryId)).toEqual(["SubmissionAcceptance", "NotForMe"]);
  expect((await visitor.open(page(letter))).text).toContain("Send me two codes");
});

test("two letters open in one browser are never taken for one another", async () => {
  const one = await site.notify();
  const two = await site.notify({ addressees: [{ ...OTHER }] });
  const visitor = createVisitor();
  const decideOne = await identify(visitor, one);
  await identify(visitor, two);
  await visitor.press(decideOne, "Accept and read");
  expect(await site.letters.records(one.deliveryId)).toContain("ConsignmentAcceptance");
  expect(await site.letters.records(two.deliveryId)).not.toContain("ConsignmentAcceptance");
});

test("after collecting the addressee says whether this sender may write to him so; the ledger keeps his words", async () => {
  const letter = await site.notify();
  const visitor = createVisitor({ language: "en" });
  const { url } = await visitor.press(await identify(visitor, letter), "Accept and read");
  await site.letters.consign(letter.deliveryId);
  const message = await visitor.open(url);
  expect(message.text).toContain("Do you agree that Immo Vandewalle bv sends you registered mail");
  const agreed = await visitor.press(message, "I agree");
  expect(agreed.text).toContain("Your agreement was noted.");
  await visitor.press(message, "I agree");
  const withdrawn = await visitor.press(agreed, "I no longer agree");
  expect(withdrawn.text).toContain("It was noted that you no longer agree.");
  await visitor.press(withdrawn, "I agree");
  const { db } = site.bench.context("owner");
  const ledger = await db
    .selectFrom("addressee_consent")
    .selectAll()
    .where("delivery_id", "=", letter.deliveryId)
    .orderBy("recorded_at")
    .execute();
  expect(ledger).toMatchObject([
    { source: "addressee", withdrawn_by: "addressee", withdrawn_words: expect.stringContaining("no longer") },
    {
      source: "addressee",
      withdrawn_by: null,
      words: expect.stringContaining("I agree that Immo Vandewalle"),
    },
  ]);
  const uses = await db
    .selectFrom("use_log")
    .select("act")
    .where("delivery_id", "=", letter.deliveryId)
    .where("act", "like", "consent%")
    .orderBy("id")
    .execute();
  expect(uses.map(({ act }) => act)).toEqual(["consent_given", "consent_withdrawn", "consent_given"]);
});

test("what is kept of the decision page is what was shown", async () => {
  const letter = await site.notify();
  const visitor = createVisitor();
  const decide = await identify(visitor, letter);
  await visitor.press(decide, "Refuse the message");
  const kept = await site.bench
    .context("owner")
    .db.selectFrom("evidence_artifact")
    .select("bytes")
    .where("delivery_id", "=", letter.deliveryId)
    .where("kind", "=", "decision_page")
    .executeTakeFirstOrThrow();
  const html = Buffer.from(kept.bytes).toString();
  expect(html).toContain("Refuse the message");
  expect(html).toContain("In law, refusing can have the same effect as receiving.");
  expect(html).not.toMatch(/name="_csrf" value="[^"]/);
  const window = decide.document.defaultView;
  const again = window && new window.DOMParser().parseFromString(html, "text/html");
  expect((again?.body.textContent ?? "").replaceAll(/\s+/g, " ").trim()).toBe(decide.text);
});

test("where a letter follows: what happens is told before, and after its release where it is; never a dead end", async () => {
  const letter = await site.notify({ options: { postal_fallback: true } });
  const owner = site.bench.context("owner").db;
  const stand = (columns: object) =>
    owner.updateTable("delivery").set(columns).where("id", "=", letter.deliveryId).execute();
  const look = async () => (await createVisitor().open(`${letter.link}?lang=en`)).text;
  await stand({ street: null });
  expect(await look()).toContain("provided that the sender still gives a usable postal address");
  const address = { street: "Kerkstraat", number: "12", postcode: "9000", town: "Gent", country: "BE" };
  await stand({ ...address, address_problem: null, address_problem_at: null });
  expect(await look()).toMatch(
    /comes by post as a registered letter\. It is posted at the latest on \w+day/u,
  );
  const now = Temporal.Now.instant().round("millisecond");
  await stand({
    state: "to_print",
    first_to_print_at: now,
    deadline_at: now.subtract({ minutes: 5 }),
  });
  const waits = await look();
  expect(waits).toContain("You can still collect the message here. Refusing is no longer possible.");
  expect(waits).toContain("The message is printed soon");
  const visitor = createVisitor();
  const decide = await identify(visitor, letter);
  expect(decide.text).toContain("Accept and read");
  expect(decide.text).not.toContain("Refuse the message");
  await stand({ print_released_at: now });
  const late = await visitor.press(decide, "Accept and read");
  expect(late.status).toBe(409);
  expect(late.text).toContain("The letter is on its way");
  expect(await look()).toContain("You need do nothing now.");
  await sql`INSERT INTO evidence_record SELECT (jsonb_populate_record(r, jsonb_build_object('id', 'evd_RELAYED',
      'seq', 99, 'type', 'RelayToNonERDS', 'canonical', '{"relay":{"operator":"bpost","item":"010541288500452621221234567890"}}'))).*
    FROM evidence_record r WHERE delivery_id = ${letter.deliveryId} LIMIT 1`.execute(owner);
  await stand({ state: "posted", posted_at: now });
  const posted = await look();
  expect(posted).toContain("Ask bpost where it is.");
  expect(posted).toContain("010541288500452621221234567890");
  await stand({ state: "post_delivered", final_at: now });
  expect(await look()).toContain("bpost states that it was delivered.");
  await stand({ state: "post_returned" });
  expect(await look()).toContain("bpost states that it went back");
});

test("health answers, and a stranger's page does not", async () => {
  expect((await openLocal(`${site.origin}/healthz`)).status).toBe(200);
  expect((await openLocal(`${site.origin}/readyz`)).status).toBe(200);
  expect((await openLocal(`${site.origin}/nothing`)).status).toBe(404);
});

const OTHER = {
  email: "an.claes@example.be",
  mobile: "+32470999999",
  name: "Claes",
  first_names: "An",
  language: "nl",
  addressee_consent: { basis: "none_stated" },
};

test("R7, R8, R9 what the addressee sees as it goes: his data, his access, and at the end the delivery itself", async () => {
  const letter = await site.notify();
  const { deliveryId } = letter;
  const owner = site.bench.context("owner").db;
  const wipe = (set: string) =>
    sql`SELECT retention.${sql.raw(`wipe_${set}`)}(${[deliveryId]}::text[])`.execute(owner);
  const visitor = createVisitor({ language: "en" });
  await visitor.press(await identify(visitor, letter), "Accept and read");
  await site.letters.consign(deliveryId);

  await wipe("addressee");
  // His access stands, and with it what he identifies himself by; what is recorded now names him as before.
  const again = createVisitor({ language: "en" });
  const message = await identify(again, letter);
  expect(message.url).toBe(page(letter, "/message"));
  expect(message.text).toContain("The rent of September has not been paid.");
  const recipients = await sql<{ name: string; street: string | null }>`
    SELECT DISTINCT canonical::jsonb #>> '{recipient,name}' AS name FROM evidence_record WHERE delivery_id = ${deliveryId}`.execute(
    owner,
  );
  expect(recipients.rows).toEqual([{ name: "Peeters" }]);

  await wipe("unregistered_content");
  const gone = await again.open(page(letter, "/message"));
  expect(gone.url).toBe(page(letter));
  expect(gone.status).toBe(200);
  expect(gone.text).toMatch(/It could be opened again until the end of .* The content was erased\./);
  expect(gone.text).not.toContain("Peeters");
  expect(gone.document.querySelector("form[action$='/codes']")).toBeNull();
  const part = await again.open(page(letter, "/parts/1"));
  expect(part.status).toBe(404);
  expect(part.text).toContain("no longer kept");

  await wipe("evidence");
  const unknown = await createVisitor({ language: "en" }).open(letter.link);
  expect(unknown.status).toBe(404);
  expect(unknown.text).toContain("the time for which we keep the message and its evidence is over");
});
