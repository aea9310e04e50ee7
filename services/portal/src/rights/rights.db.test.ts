import { randomBytes } from "node:crypto";
import { createTryLimit, sql } from "@posthorn/db";
import { deriveRequestCode, requestCodeHash, tokenHash } from "@posthorn/identity";
import { accountMail } from "@posthorn/transports";
import {
  createLetterBench,
  createVerbBench,
  createVisitor,
  type Page,
  PEOPLE,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { type PersonMailWords, runPersonErrand } from "@posthorn/usecases";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

const codeKey = randomBytes(32);
const NELE = "per_SEED0NELECLAES";
const LOTTE = "per_SEED0LOTTEMAES";
const VANDEWALLE = "acc_SEED0VANDEWALLE";
const { portal: words } = textsFor("en").rights;

let bench: VerbBench;
let portal: RunningPortal;
let ahead = 0;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal");
  portal = await startPortal(
    {
      ctx,
      content: bench.content,
      wrapping: bench.wrapping,
      keys: bench.keys,
      identityKeys: bench.identityKeys,
      signInLimit: createTryLimit(ctx.db, { ...TRY_LIMITS.signIn, tries: 100 }),
      now: () => Temporal.Now.instant().round("millisecond").add({ seconds: ahead }),
    },
    { codeKey },
  );
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});
beforeEach(async () => {
  ahead = 0;
  await deliver();
  const { db } = bench.context("owner");
  await db.deleteFrom("rate_limit").execute();
  await db.deleteFrom("processing_restriction").execute();
  await sql`UPDATE rights_request SET state = 'withdrawn' WHERE state <> 'withdrawn'`.execute(db);
});

async function enter(id: string): Promise<Visitor> {
  const person = PEOPLE.find((each) => each.id === id);
  const visitor = createVisitor();
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const typed = { email: person?.email ?? "", password: person?.password ?? "" };
  expect((await visitor.press(form, "Sign in", typed)).status).toBe(200);
  return visitor;
}

function open(visitor: Visitor, path: string): Promise<Page> {
  return visitor.open(portal.url + path);
}

const pathOf = (page: Page): string => new URL(page.url).pathname;

interface Sent {
  readonly to: string;
  readonly words: PersonMailWords;
  readonly text: string;
}

/** What the worker sends now: rendered by the real mails, links and codes by the real keys. */
async function deliver(): Promise<readonly Sent[]> {
  const worker = bench.context("worker");
  const owed = await worker.db
    .selectFrom("person_errand")
    .select("id")
    .where("done_at", "is", null)
    .orderBy("id")
    .execute();
  const sent: Sent[] = [];
  const held: { words?: PersonMailWords } = {};
  const ports = {
    linkTo: ({ id }: { readonly id: string }) => ({
      url: `${portal.url}/rights/follow/t-${id}`,
      hash: tokenHash(`t-${id}`),
    }),
    requestCode(requestId: string, expiresAt: Temporal.Instant) {
      const code = deriveRequestCode(codeKey, requestId, expiresAt);
      return { code, hash: requestCodeHash(codeKey, requestId, code) };
    },
    personMail(told: PersonMailWords) {
      held.words = told;
      return accountMail({ ...told, host: "portal.example", deskContact: "" });
    },
    mail: {
      send(mail: { readonly to: string; readonly text: string }) {
        if (held.words) sent.push({ to: mail.to, words: held.words, text: mail.text });
        const raw = new Uint8Array();
        return Promise.resolve({
          outcome: "accepted",
          response: "250",
          ours: false,
          dialogue: "",
          raw,
        } as const);
      },
    },
  };
  for (const { id } of owed) await runPersonErrand(worker, ports, id);
  return sent;
}

const FORM = {
  kind: "access",
  first_names: "Jan",
  name: "Peeters",
  email: "jan.peeters@post.example",
  language: "en",
};

/** Fills the public form, as far as the page of the code. */
async function askAs(visitor: Visitor, more: Record<string, string> = {}): Promise<Page> {
  return visitor.press(await open(visitor, "/rights?lang=en"), words.public.send, { ...FORM, ...more });
}

test("a stranger and a known address are answered the same; the code shows the address, then the month runs", async () => {
  const texts: string[] = [];
  for (const email of ["nele.claes@post.example", "nobody@elsewhere.example"]) {
    const visitor = createVisitor({ language: "en" });
    const page = await askAs(visitor, { email });
    expect(page.status).toBe(200);
    expect(pathOf(page)).toMatch(/^\/rights\/code\/rrq_/);
    texts.push(page.text.replaceAll(/\d+/g, "#").replaceAll(/rrq_\w+/g, "rrq"));
    const mails = await deliver();
    expect(mails.map(({ to }) => to)).toEqual([email]);
    const code = mails[0]?.words.code ?? "";
    expect(mails[0]?.text).toContain(code);
    const done = await visitor.press(page, words.code.check, {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(pathOf(done)).toMatch(/^\/rights\/complete\/rrq_/);
    expect(done.text).toContain(words.complete.link);
    const [link] = await deliver();
    expect(link).toMatchObject({ to: email, words: { kind: "rights_received_link" } });
    const followed = await visitor.open(link?.words.url ?? "");
    expect(followed.text).toContain(words.states.open);
    const cancelled = await visitor.press(followed, words.one.cancel);
    expect(cancelled.text).toContain(words.states.withdrawn);
    expect(cancelled.document.querySelector("#cancel")).toBeNull();
  }
  expect(texts[0]).toBe(texts[1]);
  const rows = await bench
    .context("owner")
    .db.selectFrom("rights_request")
    .select(["channel", "identity", "due_on", "person_id"])
    .where("channel", "=", "form")
    .execute();
  expect(
    rows.every(
      ({ identity, due_on, person_id }) => identity === "codes" && due_on !== null && person_id === null,
    ),
  ).toBe(true);
});

test("of one code five tries are taken, whoever types; a used, a late and an earlier one open nothing", async () => {
  const visitor = createVisitor({ language: "en" });
  const page = await askAs(visitor);
  const [mail] = await deliver();
  const code = mail?.words.code ?? "";
  const wrong = code === "000000" ? "000001" : "000000";
  for (let tries = 0; tries < 5; tries += 1) {
    const answer = await visitor.press(page, words.code.check, { code: wrong });
    expect(answer.status).toBe(422);
    expect(answer.document.querySelector("#code-error")).not.toBeNull();
  }
  expect((await visitor.press(page, words.code.check, { code })).status).toBe(422);
  const again = await visitor.press(page, words.code.again);
  expect(again.text).toContain(words.code.sent);
  const [second] = await deliver();
  ahead = 15 * 60;
  expect((await visitor.press(again, words.code.check, { code: second?.words.code ?? "" })).status).toBe(422);
  ahead = 0;
  expect((await visitor.press(again, words.code.check, { code: second?.words.code ?? "" })).status).toBe(200);
  expect((await visitor.press(again, words.code.check, { code: second?.words.code ?? "" })).status).toBe(404);
  for (let tries = 0; tries < 30; tries += 1) {
    const answer = await visitor.press(again, words.code.check, { code: wrong });
    if (answer.status === 429) return;
  }
  throw new Error("codes may be tried without end");
}, 60_000);

test("where the code's row has gone after a day, the same link has a new one sent, and tells no more of who asked", async () => {
  const owner = bench.context("owner").db;
  const visitor = createVisitor({ language: "en" });
  const page = await askAs(visitor);
  await deliver();
  const unknown = await open(visitor, "/rights/code/rrq_NOBODY");
  expect(unknown.status).toBe(404);
  await owner.deleteFrom("rights_request_code").execute();
  const still = await open(visitor, pathOf(page));
  expect(still.text).not.toContain(FORM.email);
  expect((await visitor.press(still, words.code.check, { code: "123456" })).status).toBe(422);
  const again = await visitor.press(still, words.code.again);
  expect(again.text).toContain(words.code.sent);
  const [mail] = await deliver();
  expect(mail?.to).toBe(FORM.email);
  const done = await visitor.press(again, words.code.check, { code: mail?.words.code ?? "" });
  expect(pathOf(done)).toMatch(/^\/rights\/complete\/rrq_/);
  // On paper there is no code to be had.
  const paper = await askAs(visitor, { proof: "document" });
  const csrf = paper.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  const refused = await visitor.fetch(`${paper.url}/again`, {
    method: "POST",
    body: new URLSearchParams({ _csrf: csrf }),
  });
  expect(refused.status).toBe(404);
  await owner.deleteFrom("rate_limit").execute();
  const waiting = await askAs(visitor);
  for (let tries = 0; tries < 10; tries += 1)
    if ((await visitor.press(waiting, words.code.again)).status === 429) return;
  throw new Error("codes may be had without end");
}, 60_000);

test("what is wrong is told beside the field and what was typed is kept; an address is not written to again and again", async () => {
  const visitor = createVisitor({ language: "en" });
  const bad = await askAs(visitor, { email: "jan", kind: "complaint", letter_code: "K7QM", for: "other" });
  expect(bad.status).toBe(400);
  for (const name of ["email", "words", "letter_code", "behalf_name", "authority"])
    expect(bad.document.querySelector(`#${name}-error`), name).not.toBeNull();
  expect(bad.document.querySelector<HTMLInputElement>("#email")?.value).toBe("jan");
  for (let requests = 0; requests < TRY_LIMITS.rightsByMailbox.tries; requests += 1)
    expect((await askAs(visitor)).status).toBe(200);
  const limited = await askAs(createVisitor({ language: "en" }), { email: "JAN.PEETERS@post.example" });
  expect(limited.status).toBe(429);
  expect(limited.headers.get("retry-after")).not.toBeNull();
  expect(limited.document.querySelector<HTMLInputElement>("#name")?.value).toBe("Peeters");
});

test("on another's behalf the month waits for the authority; who cannot read his mailbox is told what to send", async () => {
  const visitor = createVisitor({ language: "en" });
  const other = { for: "other", behalf_name: "An Wouters", authority: "lawyer" };
  const page = await askAs(visitor, other);
  const [mail] = await deliver();
  const done = await visitor.press(page, words.code.check, { code: mail?.words.code ?? "" });
  expect(done.text).toContain(words.complete.authorityTitle);
  expect((await deliver()).map(({ words: { kind } }) => kind)).toEqual(["rights_needs_authority"]);
  const row = await bench
    .context("owner")
    .db.selectFrom("rights_request")
    .selectAll()
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    state: "identity",
    identity: "codes",
    complete_at: null,
    on_behalf_name: "An Wouters",
  });
  const paper = await askAs(visitor, { proof: "document" });
  expect(paper.text).toContain(words.code.paper.title);
  expect(await deliver()).toEqual([]);
});

test("who wrote by letter types the code of the desk's mail: by its link, for days, and it is complete", async () => {
  const owner = bench.context("owner").db;
  const at = Temporal.Now.instant().round("millisecond").subtract({ hours: 48 });
  const request = {
    id: "rrq_BYLETTER",
    kind: "access",
    channel: "letter",
    identity: "open",
    name: "Peeters",
  } as const;
  await owner
    .insertInto("rights_request")
    .values({
      ...request,
      email: "jan.peeters@post.example",
      language: "en",
      by_code: true,
      received_at: at,
      state: "identity",
    })
    .execute();
  await owner
    .insertInto("rights_request_code")
    .values({ request_id: request.id, expires_at: at.add({ hours: 14 * 24 }) })
    .execute();
  const to = { email: "jan.peeters@post.example", language: "en" } as const;
  await owner
    .insertInto("mailed_link")
    .values({
      ...to,
      id: "lnk_BYLETTER",
      purpose: "rights",
      subject_id: request.id,
      created_at: at,
      expires_at: at.add({ hours: 24 * 200 }),
    })
    .execute();
  await owner
    .insertInto("person_errand")
    .values({
      id: "per_BYLETTER",
      person_id: null,
      to_email: to.email,
      to_language: to.language,
      mailed_link_id: "lnk_BYLETTER",
      kind: "rights_code_letter",
      facts: JSON.stringify({ code_for: request.id, request: "1", right: "access", until: "2026-12-05" }),
      created_at: at,
      next_attempt_at: at,
    })
    .execute();
  const [mail] = await deliver();
  const code = mail?.words.code ?? "";
  expect(mail?.text).toContain(code);
  expect(mail?.text).toContain(mail?.words.url);
  const visitor = createVisitor({ language: "en" });
  const followed = await visitor.open(mail?.words.url ?? "");
  expect(followed.text).toContain(words.follow.waits);
  const page = await visitor.follow(followed, words.code.title);
  expect(page.text).toContain(words.code.letter.hint);
  const done = await visitor.press(page, words.code.check, { code });
  expect(pathOf(done)).toBe(`/rights/complete/${request.id}`);
  const row = await owner
    .selectFrom("rights_request")
    .selectAll()
    .where("id", "=", request.id)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ identity: "codes", state: "open" });
  expect(row.due_on).not.toBeNull();
  expect((await visitor.open(mail?.words.url ?? "")).text).not.toContain(words.follow.waits);
});

test("an account holder asks after a fresh proof, sees his clock, cannot ask twice, and takes it back", async () => {
  const nele = await enter(NELE);
  ahead = 601;
  expect(pathOf(await open(nele, "/me/requests/new"))).toBe("/confirm");
  ahead = 0;
  const form = await open(nele, "/me/requests/new?lang=en");
  expect((await nele.press(form, words.ask.send, { kind: "objection" })).status).toBe(400);
  const asked = await nele.press(form, words.ask.send, { kind: "erasure", words: "all of it" });
  expect(pathOf(asked)).toBe("/me/requests");
  expect(asked.text).toContain(words.kinds.erasure);
  expect((await deliver()).map(({ to, words: { kind } }) => `${kind} ${to}`)).toEqual([
    "rights_received nele.claes@post.example",
  ]);
  expect((await nele.press(form, words.ask.send, { kind: "erasure" })).status).toBe(409);
  const path =
    asked.document
      .querySelector<HTMLAnchorElement>('#requests a[href^="/me/requests/rrq"]')
      ?.getAttribute("href") ?? "";
  expect((await open(await enter(LOTTE), path)).status).toBe(404);
  const one = await open(nele, path);
  expect(one.text).toContain("all of it");
  const back = await nele.press(one, words.one.cancel);
  expect(back.text).toContain(words.own.done.cancelled);
  expect((await nele.press(one, words.one.cancel)).status).toBe(409);
});

test("a restriction begins at once: nothing but his own data is open, nobody finds him, and he lifts it himself", async () => {
  const nele = await enter(NELE);
  const form = await open(nele, "/me/requests/new?lang=en");
  const asked = await nele.press(form, words.ask.send, { kind: "restriction" });
  expect(asked.text).toContain(words.own.done.restricted);
  expect(asked.document.querySelector("#restriction")).not.toBeNull();
  for (const path of ["/", "/sent", "/compose", "/contacts", "/drafts", "/account/settings"])
    expect(pathOf(await open(nele, path)), path).toBe("/me/requests");
  for (const path of ["/me", "/me/export", "/security", "/inbox", "/account/close"])
    expect(pathOf(await open(nele, path)), path).toBe(path);
  const csrf = asked.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  const act = await nele.fetch(`${portal.url}/contacts/new`, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({ _csrf: csrf }),
  });
  expect(act.status).toBe(403);
  expect(await act.json()).toMatchObject({ code: "processing_restricted" });
  const { db } = bench.context("portal");
  const found = () =>
    sql`SELECT * FROM find_registered('nele.claes@post.example')`.execute(db).then(({ rows }) => rows.length);
  expect(await found()).toBe(0);
  const addressed = { email: "nele.claes@post.example", name: "CLAES", first_names: "Nele", language: "nl" };
  const consent = { basis: "clause", stated_on: "2026-01-02", words: "terms 3" } as const;
  const letters = createLetterBench(bench);
  // Registered mail to him stays possible, for legal claims (art. 18(2)); nothing else comes of it.
  const letter = await letters.notify({
    addressees: [{ ...addressed, mobile: "+32471210001", addressee_consent: consent }],
  });
  const owner = bench.context("owner").db;
  const entered = () =>
    owner
      .selectFrom("inbox_entry")
      .select("delivery_id")
      .where("delivery_id", "=", letter.deliveryId)
      .execute();
  expect(await entered()).toEqual([]);
  expect(
    await owner
      .selectFrom("addressee_consent")
      .select("id")
      .where("email", "=", addressed.email)
      .where("basis", "=", "clause")
      .execute(),
  ).toEqual([]);
  const lifting = await open(nele, "/me/restriction?lang=en");
  // What the desk placed, the desk lifts.
  const byDesk = (staff: string | null) =>
    owner
      .updateTable("processing_restriction")
      .set({ placed_by: staff })
      .where("person_id", "=", NELE)
      .where("lifted_at", "is", null)
      .execute();
  await owner
    .insertInto("staff")
    .values({
      id: "stf_DESK",
      email: "desk@posthorn.example",
      family_name: "Vermeulen",
      first_names: "Bo",
      language: "en",
      roles: ["privacy_officer"],
      webauthn_handle: "stf_DESK",
      created_at: Temporal.Now.instant().round("millisecond"),
      left_at: null,
    })
    .execute();
  await byDesk("stf_DESK");
  expect((await nele.press(lifting, words.own.lift)).status).toBe(409);
  await byDesk(null);
  const lifted = await nele.press(lifting, words.own.lift);
  expect(lifted.text).toContain(words.own.done.lifted);
  expect(pathOf(await open(nele, "/sent"))).toBe("/sent");
  expect(await found()).toBe(1);
  expect(await entered()).toHaveLength(1);
  expect((await nele.press(lifting, words.own.lift)).status).toBe(409);
});

test("a sender sees what is asked about his letters alone, decides once, and what has ended is erased at once", async () => {
  const owner = bench.context("owner").db;
  const { deliveryIds } = await bench.submit();
  const running = await bench.submit();
  const ids = [...deliveryIds, ...running.deliveryIds];
  await sql`UPDATE delivery SET state = 'collected', final_at = clock.now() WHERE id = ANY (${deliveryIds})`.execute(
    owner,
  );
  const at = Temporal.Now.instant().round("millisecond");
  const today = at.toZonedDateTimeISO("Europe/Brussels").toPlainDate();
  await owner
    .insertInto("rights_request")
    .values({
      id: "rrq_SENDER",
      kind: "erasure",
      channel: "form",
      identity: "codes",
      name: "Peeters",
      first_names: "Jan",
      language: "nl",
      received_at: at,
      complete_at: at,
      due_on: today.add({ months: 1 }),
      state: "open",
      words: "away with it",
    })
    .execute();
  await owner
    .insertInto("rights_request_sender")
    .values({
      request_id: "rrq_SENDER",
      account_id: VANDEWALLE,
      delivery_ids: ids,
      told_at: at,
      decide_by: today.add({ days: 14 }),
    })
    .execute();
  const lotte = await enter(LOTTE);
  const list = await open(lotte, "/account/requests?lang=en");
  expect(list.text).toContain("Jan Peeters");
  expect(list.document.querySelector('nav a[href="/company/members"]')?.textContent).toContain("1");
  for (const stranger of [NELE, "per_SEED0CAMILLEDUBOIS"])
    expect((await open(await enter(stranger), "/account/requests/rrq_SENDER")).status).toBe(404);
  expect((await open(await enter("per_SEED0PIETERDECLERCQ"), "/account/requests/rrq_SENDER")).status).toBe(
    403,
  );
  // Taken back, it waits for nobody.
  const become = (state: "withdrawn" | "open") =>
    owner.updateTable("rights_request").set({ state }).where("id", "=", "rrq_SENDER").execute();
  await become("withdrawn");
  const over = await open(lotte, "/account/requests/rrq_SENDER");
  expect(over.document.querySelector("#decide")).toBeNull();
  expect(over.document.querySelector('nav a[href="/company/members"]')?.textContent).not.toContain("1");
  await become("open");
  const page = await open(lotte, "/account/requests/rrq_SENDER");
  expect(page.text).toContain("away with it");
  expect((await lotte.press(page, words.sender.decide, { decision: "refused" })).status).toBe(400);
  const decided = await lotte.press(page, words.sender.decide, { decision: "granted" });
  expect(decided.text).toContain(words.sender.done);
  const left = await owner
    .selectFrom("delivery")
    .select("id")
    .where("id", "in", ids)
    .where("addressee_erased_at", "is not", null)
    .execute();
  expect(left.map(({ id }) => id)).toEqual(deliveryIds);
  expect((await lotte.press(page, words.sender.decide, { decision: "refused", words: "no" })).status).toBe(
    409,
  );
  const journal = await owner
    .selectFrom("erasure_journal")
    .select(["rule", "kind"])
    .where("subject_id", "in", [...deliveryIds])
    .execute();
  expect(journal).toContainEqual({ rule: "R7", kind: "addressee" });
});

test("all pages of rights are there in four languages, and every mail says its facts", async () => {
  const nele = await enter(NELE);
  for (const language of ["nl", "fr", "de", "en"] as const) {
    const { portal: own } = textsFor(language).rights;
    const visitor = createVisitor({ language });
    expect((await open(visitor, `/rights?lang=${language}`)).text).toContain(own.public.lead);
    expect((await open(visitor, `/rights/follow/none?lang=${language}`)).text).toContain(own.follow.gone);
    expect((await open(nele, `/me/requests?lang=${language}`)).text).toContain(own.own.lead);
    expect((await open(nele, `/me/requests/new?lang=${language}`)).text).toContain(own.ask.stays);
    expect((await open(nele, `/account/requests?lang=${language}`)).text).toContain(own.sender.lead);
    expect((await open(nele, `/account/close?lang=${language}`)).text).toContain(own.closing.title);
    for (const kind of [
      "rights_code",
      "rights_received",
      "restriction_placed",
      "rights_asked_of_sender",
    ] as const) {
      const facts = { request: "17", right: "erasure", answer_by: "2026-12-22", decide_by: "2026-12-06" };
      const mail = accountMail({
        language,
        service: "P",
        kind,
        at: Temporal.Instant.from("2026-11-22T10:00:00Z"),
        facts,
        host: "h",
        deskContact: "",
        ...(kind === "rights_code" ? { code: "012345" } : {}),
      });
      expect(mail.text).toContain(own.kinds.erasure);
      expect(mail.text).toContain("2026");
      expect(mail.text.includes("012345")).toBe(kind === "rights_code");
    }
  }
});
