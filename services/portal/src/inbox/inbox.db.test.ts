import { createTryLimit, sql } from "@posthorn/db";
import {
  type CardBench,
  createCardBench,
  createLetterBench,
  createVerbBench,
  createVisitor,
  identifyWithItsme,
  type ItsmeBench,
  type LetterBench,
  type Page,
  PEOPLE,
  signWebEid,
  startItsmeBench,
  type StandingLetter,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { WEB_EID_FIELD } from "@posthorn/web";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";
import { itsmePort } from "../wiring/identification.ts";

const machine = { now: () => Temporal.Now.instant(), advance: () => undefined };

let bench: VerbBench;
let letters: LetterBench;
let portal: RunningPortal;
let cards: CardBench;
let itsme: ItsmeBench;
let nele: Visitor;

beforeAll(async () => {
  bench = await createVerbBench();
  letters = createLetterBench(bench);
  cards = createCardBench(Temporal.Now.instant().toString());
  const ctx = bench.context("portal");
  portal = await startPortal(
    {
      ctx,
      content: bench.content,
      wrapping: bench.wrapping,
      keys: bench.keys,
      identityKeys: bench.identityKeys,
      signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
      now: () => Temporal.Now.instant().round("millisecond"),
      inbox: { ctx: bench.context("inbox"), codes: letters.codes },
    },
    {
      ways: async (url) => {
        itsme = await startItsmeBench({
          clock: machine,
          redirectUris: [`${url}/itsme/callback`],
          askRegisterNumber: true,
        });
        return { itsme: itsmePort(itsme.itsme, url), eid: cards.eid };
      },
    },
  );
  nele = await signIn("NELECLAES");
}, 60_000);
afterAll(async () => {
  await portal.close();
  await itsme.stop();
  await bench.close();
});

async function signIn(name: string, visitor = createVisitor({ language: "en" })): Promise<Visitor> {
  const person = PEOPLE.find(({ id }) => id === `per_SEED0${name}`);
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const page = await visitor.press(form, "Sign in", {
    email: person?.email ?? "",
    password: person?.password ?? "",
  });
  expect(page.status).toBe(200);
  return visitor;
}

let mobiles = 10_000;

/** Stamped, noticed and booked as in life, so that it enters by itself. */
function sendTo(email: string, name: string, firstNames: string, attachment?: Uint8Array<ArrayBuffer>) {
  mobiles += 1;
  const addressee = { email, mobile: `+324712${mobiles}`, name, first_names: firstNames, language: "nl" };
  return letters.send({
    addressees: [{ ...addressee, addressee_consent: { basis: "none_stated" } }],
    ...(attachment ? { attachment } : {}),
  });
}

const toNele = (attachment?: Uint8Array<ArrayBuffer>) =>
  sendTo("Nele.Claes@post.example", "CLAES", "Nele", attachment);

const page = (letter: StandingLetter, path = "") => `${portal.url}/inbox/${letter.deliveryId}${path}`;

async function identify(visitor: Visitor, letter: StandingLetter): Promise<Page> {
  const asked = await visitor.press(await visitor.open(page(letter)), "Send me two codes");
  return visitor.press(asked, "Go on", await letters.codesFor(letter.deliveryId));
}

async function askStrongly(letter: StandingLetter): Promise<void> {
  await sql`UPDATE message SET facts = facts || '{"required_identification": "eid_or_itsme"}' WHERE id = ${letter.messageId}`.execute(
    bench.context("owner").db,
  );
}

async function noteBeside(deliveryId: string, words: string): Promise<void> {
  const { db } = bench.context("owner");
  const at = Temporal.Now.instant().round("millisecond");
  await db
    .insertInto("staff")
    .values({
      id: "stf_NOTE",
      email: "note@posthorn.example",
      family_name: "Vermeulen",
      first_names: "Bo",
      language: "en",
      roles: ["privacy_officer"],
      webauthn_handle: "handle-of-the-note",
      created_at: at,
      left_at: null,
    })
    .execute();
  await db
    .insertInto("rectification_note")
    .values({ id: "rno_1", delivery_id: deliveryId, words, noted_by: "stf_NOTE", noted_at: at })
    .execute();
}

test("from the list to the files: notice, codes, decision, wait, message, downloads, and back in the list", async () => {
  const attachment = Uint8Array.from(Buffer.from("%PDF-1.7\nlease\n%%EOF\n"));
  const letter = await toNele(attachment);
  const list = await nele.open(`${portal.url}/inbox`);
  expect(list.text).toContain("Immo Vandewalle");
  expect(list.text).toContain("Waiting for you");
  expect(list.text, "the subject is content").not.toContain("rent arrears");

  const notice = await nele.follow(list, "Immo Vandewalle bv");
  expect(notice.url).toBe(page(letter));
  expect(notice.document.documentElement.lang, "the reader's language").toBe("en");
  expect(notice.text).not.toContain("rent arrears");
  expect(
    (await nele.open(page(letter, "/decide"))).url,
    "a session of the portal identifies nobody",
  ).toContain("?session=ended");

  const decide = await identify(nele, letter);
  expect(decide.url).toBe(page(letter, "/decide"));
  expect(decide.text).toContain("for 365 days");
  const wait = await nele.press(decide, "Accept and read");
  expect(wait.url).toBe(page(letter, "/wait"));
  await letters.consign(letter.deliveryId);

  const message = await nele.open(wait.url);
  expect(message.url).toBe(page(letter, "/message"));
  expect(message.text).toContain("Formal notice: rent arrears");
  const file = await nele.fetch(page(letter, "/parts/2"));
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(attachment);
  const zip = await nele.fetch(page(letter, "/all.zip"));
  expect(zip.headers.get("content-type")).toBe("application/zip");
  await zip.body?.cancel();
  const asked = await nele.press(message, "Send it once more");
  expect(asked.text).toContain("The copy is on its way");
  expect((await nele.fetch(page(letter, "/bundle"))).status).toBe(202);

  await noteBeside(letter.deliveryId, "The name is Claeys.");
  expect((await nele.open(wait.url)).text).toContain("The name is Claeys.");
  expect((await nele.open(page(letter))).text, "not before who reads is known").not.toContain("Claeys");

  const after = await nele.open(`${portal.url}/inbox`);
  expect(after.text).toContain("Accepted");
  const last = Temporal.Now.zonedDateTimeISO("Europe/Brussels").add({ days: 365 });
  expect(after.text).toContain(`until ${last.day} `);
  const { collector } = await bench
    .context("worker")
    .db.selectFrom("delivery")
    .select("collector")
    .where("id", "=", letter.deliveryId)
    .executeTakeFirstOrThrow();
  expect(collector).toMatchObject({ authentication: { method: "codes" }, matched_on: "mailbox+phone" });
});

test("refused is refused, in the list too; what expired says so", async () => {
  const refused = await toNele();
  const done = await nele.press(await identify(nele, refused), "Refuse the message");
  expect(done.text).toContain("This message was refused");
  const expired = await toNele();
  await bench
    .context("worker")
    .db.updateTable("delivery")
    .set({ state: "expired", final_at: Temporal.Now.instant() })
    .where("id", "=", expired.deliveryId)
    .execute();
  expect((await nele.open(page(expired))).text).toContain("can no longer be collected");
  const list = await nele.open(`${portal.url}/inbox`);
  expect(list.text).toContain("Refused");
  expect(list.text).toContain("Not collected in time");
});

test("nobody else opens it: another person, the same browser after another has signed in, or no session", async () => {
  const letter = await toNele();
  const browser = await signIn("NELECLAES", createVisitor({ language: "en" }));
  const decide = await identify(browser, letter);
  await sql`UPDATE session SET ended_at = clock.now() WHERE person_id = 'per_SEED0NELECLAES' AND token_hash =
    (SELECT token_hash FROM session WHERE person_id = 'per_SEED0NELECLAES' AND ended_at IS NULL ORDER BY authenticated_at DESC LIMIT 1)`.execute(
    bench.context("owner").db,
  );
  const ended = await browser.press(decide, "Accept and read");
  expect(new URL(ended.url).pathname, "the session of the portal ended in the middle").toBe("/sign-in");
  // The session of who identified himself lies in this browser yet.
  await signIn("TOMJANSSENS", browser);
  for (const path of ["", "/decide", "/message", "/codes", "/parts/1"])
    expect((await browser.fetch(page(letter, path))).status).toBe(404);
  expect((await browser.open(`${portal.url}/inbox`)).text).not.toContain("Immo Vandewalle");
  expect(await letters.records(letter.deliveryId)).not.toContain("ConsignmentAcceptance");
});

test("with itsme: there and back by the address that takes all its answers; a stranger changes nothing", async () => {
  const letter = await toNele();
  await askStrongly(letter);
  const stranger = await nele.open(await atItsme(letter, "lotte"));
  expect(stranger.status).toBe(403);
  expect(stranger.url).toContain("/itsme/callback");
  const decide = await nele.open(await atItsme(letter, "nele"));
  expect(decide.url).toBe(page(letter, "/decide"));
  expect(decide.text).toContain("Nele Claes");
  const wait = await nele.press(decide, "Accept and read");
  expect(wait.url).toBe(page(letter, "/wait"));
  const again = await atItsme(letter, "nele");
  const other = await signIn("TOMJANSSENS");
  expect((await other.open(again)).status, "in another browser the answer is worth nothing").toBe(403);
});

async function atItsme(letter: StandingLetter, citizen: Parameters<typeof identifyWithItsme>[1]) {
  const notice = await nele.open(page(letter));
  const form = notice.document.querySelector<HTMLFormElement>('form[action$="/identify/itsme"]');
  const sent = await nele.fetch(new URL(form?.getAttribute("action") ?? "", notice.url).href, {
    method: "POST",
    body: new URLSearchParams({
      _csrf: form?.querySelector<HTMLInputElement>("input[name=_csrf]")?.value ?? "",
    }),
    headers: { origin: portal.url },
    redirect: "manual",
  });
  return identifyWithItsme(sent.headers.get("location") ?? "", citizen, createVisitor());
}

test("with an identity card, by Web eID", async () => {
  const letter = await toNele();
  await askStrongly(letter);
  const question = await nele.press(await nele.open(page(letter)), "Go on with your identity card");
  expect(question.url).toBe(page(letter, "/card"));
  const nonce = question.document.querySelector("[data-nonce]")?.getAttribute("data-nonce") ?? "";
  const token = signWebEid(cards.set.cards.nele, { nonce, origin: portal.url });
  const decide = await nele.press(question, "Identify with eID", { [WEB_EID_FIELD]: JSON.stringify(token) });
  expect(decide.url).toBe(page(letter, "/decide"));
});

test("what waited enters when its addressee shows who he is; before that the page says so", async () => {
  const letter = await sendTo("tom.janssens@post.example", "Janssens", "Tom");
  const tom = await signIn("TOMJANSSENS");
  const before = await tom.open(`${portal.url}/inbox`);
  expect(before.text).toContain("No registered messages yet");
  expect(before.text).toContain("first show who you are");
  const identifying = await tom.open(`${portal.url}/identify`);
  const button = Array.from(identifying.document.querySelectorAll("form")).find((form) =>
    form.getAttribute("action")?.endsWith("/identify/itsme"),
  );
  expect(button, "he may begin at once, having just signed in").toBeDefined();
  const sent = await tom.fetch(`${portal.url}/identify/itsme`, {
    method: "POST",
    body: new URLSearchParams({
      _csrf: button?.querySelector<HTMLInputElement>("input[name=_csrf]")?.value ?? "",
    }),
    headers: { origin: portal.url },
    redirect: "manual",
  });
  await tom.open(await identifyWithItsme(sent.headers.get("location") ?? "", "tom", createVisitor()));
  const list = await tom.open(`${portal.url}/inbox`);
  expect(list.text).toContain("Immo Vandewalle");
  expect((await tom.open(page(letter))).status).toBe(200);
});

test("a member of a company has no inbox", async () => {
  const lotte = await signIn("LOTTEMAES");
  expect(new URL((await lotte.open(`${portal.url}/inbox`)).url).pathname).toBe("/");
});
