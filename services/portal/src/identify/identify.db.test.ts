import { answerAttempt } from "@posthorn/usecases";
import { createVisitor, identifyWithItsme, type Page, type Visitor } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  answerCard,
  beginAtItsme,
  byCard,
  byItsme,
  CARD_HOST,
  type Ground,
  type SeededName,
  signedIn,
  startGround,
} from "./ground.test-support.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
}, 60_000);
beforeEach(() => ground.reset());
afterAll(() => ground.close());

const pathOf = (page: Page) => new URL(page.url).pathname + new URL(page.url).search;
const identifyPage = (visitor: Visitor) => visitor.open(`${ground.portal.url}/identify`);

async function linkTom(): Promise<Visitor> {
  const tom = await signedIn(ground, "TOMJANSSENS");
  const done = await byItsme(tom, await identifyPage(tom), "tom");
  expect(pathOf(done)).toBe("/identify?done=activated");
  return tom;
}

async function makeStale(name: SeededName): Promise<void> {
  await ground.bench
    .context("owner")
    .db.updateTable("session")
    .set({ fresh_at: ground.cards.clock.now().subtract({ hours: 1 }) })
    .where("person_id", "=", `per_SEED0${name}`)
    .execute();
}

describe("before the first message", () => {
  test("the overview says what is missing and leads there; with itsme it is done", async () => {
    const tom = await signedIn(ground, "TOMJANSSENS");
    const overview = await tom.open(`${ground.portal.url}/`);
    expect(overview.text).toContain("One thing is missing before you can send");
    const page = await tom.follow(overview, "Show who you are");
    expect(page.text).toContain("We know you as Tom Janssens.");
    expect(page.text).toContain("eIDAS, article 44");
    const done = await byItsme(tom, page, "tom");
    expect(done.text).toContain("You are identified. You can send registered messages now.");
    expect(done.text).toMatch(/Level of assurance\s*high/u);
    expect((await tom.open(`${ground.portal.url}/`)).text).not.toContain("One thing is missing");
  });

  test("with an identity card as well", async () => {
    const tom = await signedIn(ground, "TOMJANSSENS");
    const done = await byCard(ground, tom, await identifyPage(tom), "tom");
    expect(pathOf(done)).toBe("/identify?done=activated");
    expect(done.text).toMatch(/Identity card \(.+\)/u);
  });

  test("another name is turned away: the page tells ours and not the other, and how to mend it", async () => {
    const tom = await signedIn(ground, "TOMJANSSENS");
    const refused = await byItsme(tom, await identifyPage(tom), "jan");
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("The name is another one");
    expect(refused.text).toContain("Tom Janssens");
    expect(refused.text).not.toContain("Peeters");
    const missing = await tom.press(refused, "Save the name", {
      first_names: " ",
      family_name: "x".repeat(101),
    });
    expect(missing.status).toBe(400);
    expect(missing.document.querySelectorAll("[aria-invalid=true]")).toHaveLength(2);
    const saved = await tom.press(missing, "Save the name", { first_names: "Jan", family_name: "Peeters" });
    expect(saved.text).toContain("We know you as Jan Peeters.");
    expect(pathOf(await byItsme(tom, saved, "jan"))).toBe("/identify?done=activated");
    // Who he is stands now.
    const late = await tom.press(saved, "Save the name", { first_names: "Piet", family_name: "Peeters" });
    expect(late.status).toBe(409);
  });

  test("of a company the administrator says who its members are", async () => {
    await ground.bench
      .context("owner")
      .db.updateTable("person")
      .set({ identified_at: null, identified_method: null })
      .where("id", "=", "per_SEED0CAMILLEDUBOIS")
      .execute();
    const camille = await signedIn(ground, "CAMILLEDUBOIS");
    const refused = await byItsme(camille, await identifyPage(camille), "jan");
    expect(refused.text).toContain("Ask an administrator of your company");
    expect(refused.document.querySelector("#own-name")).toBeNull();
    const csrf = refused.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
    const body = new URLSearchParams({ _csrf: csrf, first_names: "Jan", family_name: "Peeters" });
    const forced = await camille.fetch(`${ground.portal.url}/identify/own-name`, { method: "POST", body });
    expect(forced.status).toBe(403);
    expect(pathOf(await byItsme(camille, refused, "camille"))).toBe("/identify?done=activated");
  });

  test("what somebody else has linked is refused, without a word about whom", async () => {
    await linkTom();
    await ground.bench
      .context("owner")
      .db.updateTable("person")
      .set({ family_name: "Janssens", first_names: "Tom" })
      .where("id", "=", "per_SEED0NELECLAES")
      .execute();
    const nele = await signedIn(ground, "NELECLAES");
    const refused = await byItsme(nele, await identifyPage(nele), "tom");
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("This cannot be linked to your account");
    expect(pathOf(await byItsme(nele, refused, "tom-again"))).toBe("/identify?done=linked");
  });
});

describe("a try that fails leads back with the reason", () => {
  test("turned back at itsme, itsme down, an answer that is not right", async () => {
    const tom = await signedIn(ground, "TOMJANSSENS");
    const cancelled = await byItsme(tom, await identifyPage(tom), "cancel");
    expect([cancelled.status, pathOf(cancelled)]).toEqual([403, "/identify?failed=identification_cancelled"]);
    expect(cancelled.text).toContain("You were not identified");
    ground.itsme.standIn.setMode("wrong_nonce");
    const wrong = await byItsme(tom, cancelled, "tom");
    expect([wrong.status, pathOf(wrong)]).toEqual([403, "/identify?failed=itsme_answer_refused"]);
    ground.itsme.standIn.setMode("garbage");
    const down = await byItsme(tom, wrong, "tom");
    expect([down.status, pathOf(down)]).toEqual([503, "/identify?failed=itsme_unavailable"]);
    expect(down.text).toContain("itsme does not answer");
    ground.itsme.standIn.setMode("ok");
    expect(pathOf(await byItsme(tom, down, "tom"))).toBe("/identify?done=activated");
  });

  test("an answer in another browser changes nothing, and is good once in its own", async () => {
    const tom = await signedIn(ground, "TOMJANSSENS");
    const callback = await identifyWithItsme(await beginAtItsme(tom, await identifyPage(tom)), "tom");
    const gateway = await createVisitor().open(callback);
    expect([gateway.status, new URL(gateway.url).pathname]).toEqual([403, "/sign-in/identity"]);
    expect(gateway.text).toContain("This try cannot be continued");
    const nele = await signedIn(ground, "NELECLAES");
    expect(pathOf(await nele.open(callback))).toBe("/identify?failed=identification_try_unknown");
    expect(pathOf(await tom.open(callback))).toBe("/identify?done=activated");
    expect(pathOf(await tom.open(callback))).toBe("/identify?failed=identification_try_unknown");
  });

  test("a try that another person began in this browser is not his who has signed in since", async () => {
    const visitor = await signedIn(ground, "TOMJANSSENS", { anew: true });
    const question = await visitor.press(await identifyPage(visitor), "Go on with an identity card");
    await visitor.press(await visitor.open(`${ground.portal.url}/`), "Sign out");
    const form = await visitor.open(`${ground.portal.url}/sign-in?lang=en`);
    await visitor.press(form, "Sign in", {
      email: "nele.claes@post.example",
      password: "fietsbel-regen-zeven",
    });
    const refused = await answerCard(ground, visitor, question, "tom");
    expect(pathOf(refused)).toBe("/identify?failed=identification_try_unknown");
  });

  test.each([
    ["jan_expired", "The certificate on your card is no longer valid."],
    ["jan_early", "is not valid yet"],
    ["jan_revoked", "This card was blocked."],
    ["jan_signature", "certificate for signatures"],
    ["jan_stranger", "not issued by an authority that we know"],
  ] as const)("card %s: %s — and the same page asks anew", async (card, words) => {
    const tom = await signedIn(ground, "TOMJANSSENS");
    const refused = await byCard(ground, tom, await identifyPage(tom), card);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain(words);
    expect(pathOf(await answerCard(ground, tom, refused, "tom"))).toBe("/identify?done=activated");
  });

  test("no status of the card to be had; a token for another question; no token at all; the page opened late", async () => {
    const tom = await signedIn(ground, "TOMJANSSENS");
    ground.cards.responder.setMode("down");
    const unknown = await byCard(ground, tom, await identifyPage(tom), "tom");
    expect(unknown.text).toContain("whether a card is blocked does not answer");
    ground.cards.responder.setMode("ok");
    const next = await answerCard(ground, tom, unknown, "tom");
    expect(pathOf(next)).toBe("/identify?done=activated");
    const replayed = await answerCard(ground, tom, unknown, "tom");
    expect(pathOf(replayed)).toBe("/identify?failed=identification_try_unknown");
    const question = await tom.press(await identifyPage(tom), "Go on with an identity card");
    const empty = await tom.press(question, "Identify with eID", { web_eid_token: "{}" });
    expect(empty.text).toContain("could not be read");
    const late = await createVisitor({ language: "en" }).open(`${ground.portal.url}/eid`);
    expect(late.text).toContain("This try cannot be continued");
  });

  test("a card that the browser asks for itself comes back by a code: once, in the browser that began", async () => {
    const tom = await signedIn(ground, "TOMJANSSENS");
    const question = await tom.press(await identifyPage(tom), "Go on with an identity card");
    const sent = await beginAtItsme(tom, question, "Let the browser read the card");
    const state = sent.replace(`${CARD_HOST}/`, "");
    expect(state).toMatch(/^[A-Za-z0-9_-]{43}$/u);
    const { sessionHash, ctx, identityKeys } = ground.portal.deps;
    const code = "c".repeat(43);
    const at = ground.cards.clock.now();
    await answerAttempt(ctx, identityKeys, {
      stateHash: sessionHash(state),
      returnHash: sessionHash(code),
      service: "portal",
      identity: await ground.cards.eid.verifyCertificate([ground.cards.set.cards.tom.certificate], at),
      at,
    });
    const back = `${ground.portal.url}/eid/return?code=${code}`;
    expect((await createVisitor({ language: "en" }).open(back)).text).toContain(
      "This try cannot be continued",
    );
    // What was refused there leads to the page that asked, whose question still stands.
    const refused = await tom.open(`${ground.portal.url}/eid?refused=eid_certificate_missing`);
    expect(refused.text).toContain("Your browser sent no certificate.");
    expect(pathOf(await tom.open(back))).toBe("/identify?done=activated");
    expect(pathOf(await tom.open(back))).toBe("/identify?failed=identification_try_unknown");
  });

  test("words of somebody else's choice stand on no page of ours", async () => {
    const tom = await signedIn(ground, "TOMJANSSENS");
    for (const code of ["constructor", "<b>x</b>", "toString", "csrf_failed"]) {
      const page = await tom.open(
        `${ground.portal.url}/identify?failed=${encodeURIComponent(code)}&done=${code}`,
      );
      expect(page.status).toBe(200);
      expect(page.document.querySelector("[role=alert], [role=status]")).toBeNull();
    }
  });

  test("too many tries of one person are told to wait", async () => {
    const tom = await signedIn(ground, "TOMJANSSENS");
    const page = await identifyPage(tom);
    let answer = await tom.press(page, "Go on with an identity card");
    for (let tries = 1; tries <= 20; tries += 1)
      answer = await tom.press(page, "Go on with an identity card");
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("signing in", () => {
  const open = (visitor: Visitor) => visitor.open(`${ground.portal.url}/sign-in?lang=en&next=%2Fsent`);

  test("with the itsme or the card that is linked, to where one was going", async () => {
    const tom = await linkTom();
    await byCard(ground, tom, await identifyPage(tom), "tom");
    const visitor = createVisitor({ language: "en" });
    expect(pathOf(await byItsme(visitor, await open(visitor), "tom", "itsme"))).toBe("/sent");
    const other = createVisitor({ language: "en" });
    expect(pathOf(await byCard(ground, other, await open(other), "tom", "Identity card"))).toBe("/sent");
    const sessions = await ground.bench
      .context("owner")
      .db.selectFrom("session")
      .select(["method", "level", "issuer"])
      .where("person_id", "=", "per_SEED0TOMJANSSENS")
      .where("method", "<>", "password")
      .orderBy("method")
      .execute();
    expect(sessions).toMatchObject([
      { method: "eid", level: "high" },
      { method: "itsme", level: "high", issuer: "itsme" },
    ]);
  });

  test("evidence of what is sent then names it, and when and by what the sender was identified", async () => {
    await linkTom();
    const visitor = createVisitor({ language: "en" });
    await byItsme(visitor, await open(visitor), "tom", "itsme");
    const compose = await visitor.open(`${ground.portal.url}/compose`);
    const preview = await visitor.press(compose, "Look it over and send", {
      "addressees.0.first_names": "Jan",
      "addressees.0.name": "Peeters",
      "addressees.0.email": "jan.peeters@example.be",
      "addressees.0.mobile": "0470 12 34 12",
      subject: "Notice",
      body: "Dear Mr Peeters,",
    });
    const sent = await visitor.press(preview, "Send now");
    const { canonical } = await ground.bench
      .context("owner")
      .db.selectFrom("evidence_record")
      .select("canonical")
      .where("delivery_id", "=", new URL(sent.url).pathname.split("/").at(-1) ?? "")
      .executeTakeFirstOrThrow();
    expect((JSON.parse(canonical) as { sender: unknown }).sender).toMatchObject({
      kind: "person",
      name: "Tom Janssens",
      authentication: { method: "itsme", level: "high", issuer: "itsme" },
      identified: { method: "itsme", level: "high", issuer: "itsme" },
    });
    expect(canonical).not.toMatch(/93013028103|1993-01-30/u);
  });

  test("with one that nobody has linked says so, and how it is linked", async () => {
    const visitor = createVisitor({ language: "en" });
    const refused = await byItsme(visitor, await open(visitor), "nele", "itsme");
    expect([refused.status, new URL(refused.url).pathname]).toEqual([403, "/sign-in/identity"]);
    expect(refused.text).toContain("is not linked to an account");
    expect(pathOf(await visitor.follow(refused, "Sign in another way"))).toBe("/sign-in?next=%2Fsent");
    const card = await byCard(ground, visitor, refused, "camille", "Identity card");
    expect(card.text).toContain("is not linked to an account");
  });

  test("leads to this site alone", async () => {
    await linkTom();
    const visitor = createVisitor({ language: "en" });
    const form = await visitor.open(
      `${ground.portal.url}/sign-in?lang=en&next=${encodeURIComponent("//evil.example/")}`,
    );
    const page = await byItsme(visitor, form, "tom", "itsme");
    expect(page.url).toBe(`${ground.portal.url}/`);
  });
});

describe("later", () => {
  test("a further way asks for a fresh confirmation, which the linked itsme gives; each way can be removed", async () => {
    const tom = await linkTom();
    await makeStale("TOMJANSSENS");
    const confirm = await tom.press(await identifyPage(tom), "Go on with an identity card");
    expect(pathOf(confirm)).toBe("/confirm?next=%2Fidentify");
    const stranger = await byItsme(tom, confirm, "jan", "itsme");
    expect([stranger.status, pathOf(stranger)]).toEqual([
      403,
      "/confirm/identity?failed=not_confirmed&next=%2Fidentify",
    ]);
    const back = await byItsme(tom, stranger, "tom", "itsme");
    expect(pathOf(back)).toBe("/identify");
    const linked = await byCard(ground, tom, back, "tom");
    expect(pathOf(linked)).toBe("/identify?done=linked");
    const removed = await tom.press(linked, /Remove itsme/u);
    expect(removed.text).toContain("This way of signing in is removed.");
    const visitor = createVisitor({ language: "en" });
    const form = await visitor.open(`${ground.portal.url}/sign-in?lang=en`);
    expect((await byItsme(visitor, form, "tom", "itsme")).text).toContain("not linked to an account");
  });

  test("no way is linked in a session that was left open: neither the first one nor by a try under way", async () => {
    const tom = await signedIn(ground, "TOMJANSSENS");
    const page = await identifyPage(tom);
    const callback = await identifyWithItsme(await beginAtItsme(tom, page), "tom");
    const question = await tom.press(page, "Go on with an identity card");
    await makeStale("TOMJANSSENS");
    expect(pathOf(await tom.press(page, "Go on with itsme"))).toBe("/confirm?next=%2Fidentify");
    expect(pathOf(await tom.open(callback))).toBe("/confirm?next=%2Fidentify");
    const again = await answerCard(ground, tom, question, "jan_revoked");
    expect(again.status).toBe(403);
    expect(pathOf(await answerCard(ground, tom, again, "tom"))).toBe("/confirm?next=%2Fidentify");
    const linked = await ground.bench.context("owner").db.selectFrom("person_identity").selectAll().execute();
    expect(linked).toEqual([]);
  });

  test("a name that has changed is shown beside the old one, and taken over on the person's word", async () => {
    const tom = await linkTom();
    await ground.bench
      .context("owner")
      .db.updateTable("person")
      .set({ family_name: "Janssens-Oud" })
      .where("id", "=", "per_SEED0TOMJANSSENS")
      .execute();
    const asked = await byItsme(tom, await identifyPage(tom), "tom");
    expect(pathOf(asked)).toBe("/identify/name");
    expect(asked.text).toMatch(/Tom Janssens-Oud.*Tom Janssens/u);
    // Somebody else's session in another browser sees nothing of it.
    const nele = await signedIn(ground, "NELECLAES");
    expect((await nele.open(asked.url)).text).toContain("This try cannot be continued");
    const done = await tom.press(asked, "Take over the new name");
    expect(done.text).toContain("Your name has been changed.");
    expect(done.text).toContain("We know you as Tom Janssens.");
    expect((await tom.press(asked, "Take over the new name")).text).toContain("This try cannot be continued");
  });

  test("before and after the term the page says until when it is good", async () => {
    const nele = await signedIn(ground, "NELECLAES");
    const setDay = (days: number) =>
      ground.bench
        .context("owner")
        .db.updateTable("person")
        .set({ identified_at: ground.cards.clock.now().subtract({ hours: 24 * days }) })
        .where("id", "=", "per_SEED0NELECLAES")
        .execute();
    const overview = async () => (await nele.open(`${ground.portal.url}/`)).text;
    await setDay(699);
    expect(await overview()).not.toContain("Your identification");
    await setDay(701);
    expect(await overview()).toContain("Your identification is good until");
    await setDay(731);
    expect(await overview()).toContain("Your identification was good until");
    const again = await byItsme(nele, await identifyPage(nele), "nele");
    expect(again.text).toContain("You are identified, and can sign in this way from now on.");
    expect(await overview()).not.toContain("Your identification");
  });

  test("the page of all means shows with what one is identified, and of cards and numbers nothing", async () => {
    const tom = await signedIn(ground, "TOMJANSSENS");
    await byCard(ground, tom, await identifyPage(tom), "tom");
    const page = await tom.open(`${ground.portal.url}/security`);
    expect(page.text).toContain("Identify again or add a way");
    expect(page.document.body.outerHTML).not.toMatch(/93013028103|1993-01-30/u);
  });
});
