import { createVisitor, type Page } from "@posthorn/testkit";
import { LANGUAGES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  type IdentifyingSite,
  type Letter,
  startIdentifyingSite,
  wordsIn,
} from "./identification.test-support.ts";

let site: IdentifyingSite;

beforeAll(async () => {
  site = await startIdentifyingSite();
});
afterEach(() => {
  site.itsme.standIn.setMode("ok");
  site.cards.responder.setMode("ok");
});
afterAll(() => site.close());

const words = wordsIn("en");
const page = (letter: Letter, path = "") => `${site.origin}/d/${letter.deliveryId}${path}`;
const owner = () => site.bench.context("owner").db;
const visit = () => createVisitor({ language: "en" });

/** Everything that a try could have changed of a delivery. */
async function standing(letter: Letter) {
  const row = await owner()
    .selectFrom("delivery")
    .selectAll()
    .where("id", "=", letter.deliveryId)
    .executeTakeFirstOrThrow();
  const rows = async (
    table: "collect_session" | "identification_record" | "identification_mismatch" | "errand",
  ) => owner().selectFrom(table).select("delivery_id").where("delivery_id", "=", letter.deliveryId).execute();
  return {
    row,
    sessions: await rows("collect_session"),
    kept: await rows("identification_record"),
    mismatches: await rows("identification_mismatch"),
    errands: await rows("errand"),
  };
}

function expectWayOn(shown: Page): void {
  expect(shown.document.querySelector('form[action$="/identify/itsme"] button')?.textContent).toBe(
    words.itsme,
  );
  expect(shown.document.querySelector('form[action$="/identify/card"] button')?.textContent).toBe(words.card);
}

describe("the notice", () => {
  test("offers itsme and card alone where the sender asks for them, and says what the proof will say", async () => {
    const shown = await visit().open((await site.letter()).link);
    expect(shown.status).toBe(200);
    expectWayOn(shown);
    expect(shown.text).not.toContain("Send me two codes");
    expect(shown.text).toContain("never states your register number");
    expect(shown.headers.get("content-security-policy")).toContain(
      `form-action 'self' ${site.itsme.itsme.origin}`,
    );
  });

  test("offers them as the stronger way where codes would do", async () => {
    const shown = await visit().open((await site.letter({}, "codes")).link);
    expect(shown.text).toContain("Send me two codes");
    expect(shown.text).toContain(words.strongerTitle);
    expectWayOn(shown);
  });

  test("for an organisation says who can collect and how it registers; without a number there are codes alone", async () => {
    const organisation = { kind: "organisation", name: "Immo Vandewalle bv", first_names: null };
    const shown = await visit().open(
      (await site.letter({ ...organisation, enterprise_number: "0403019261" })).link,
    );
    expect(shown.text).toContain(words.delegate.lead("Immo Vandewalle bv"));
    for (const step of words.delegate.steps) expect(shown.text).toContain(step);
    const nameless = await visit().open((await site.letter(organisation, "codes")).link);
    expect(nameless.text).toContain("Send me two codes");
    expect(nameless.document.querySelector('form[action*="/identify/"]')).toBeNull();
  });
});

describe("itsme", () => {
  test("leads from the notice to accepted, and back again later", async () => {
    const letter = await site.letter();
    const visitor = visit();
    const decide = await visitor.open(await site.atItsme(visitor, letter, "jan"));
    expect(decide.url).toBe(page(letter, "/decide"));
    expect(decide.text).toContain("You were identified as Jan Peeters, by itsme, level high.");
    expect(decide.text).not.toMatch(/codes|74030251728|1974/);
    const waiting = await visitor.press(decide, "Accept and read");
    expect(waiting.url).toBe(page(letter, "/wait"));
    const { canonical } = await owner()
      .selectFrom("evidence_record")
      .select("canonical")
      .where("delivery_id", "=", letter.deliveryId)
      .where("type", "=", "ConsignmentAcceptance")
      .executeTakeFirstOrThrow();
    expect(canonical).toContain('"name":"Jan Peeters"');
    expect(canonical).not.toMatch(/74030251728|1974-03-02/);
    await site.letters.consign(letter.deliveryId);
    const later = visit();
    const read = await later.open(await site.atItsme(later, letter, "jan"));
    expect(read.url).toBe(page(letter, "/message"));
    expect(read.text).toContain("each time after identifying yourself");
    const notice = await visit().open(letter.link);
    expect(notice.text).toContain("The proof names who it was");
  });

  test("turned back: nothing happened, and every way is still there", async () => {
    const letter = await site.letter();
    const visitor = visit();
    const shown = await visitor.open(await site.atItsme(visitor, letter, "cancel"));
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("You were not identified");
    expectWayOn(shown);
  });

  test("down before it is reached, or when it should answer: 503 with the other way", async () => {
    const letter = await site.letter();
    const visitor = visit();
    const back = await site.atItsme(visitor, letter, "jan");
    site.itsme.standIn.setMode("down");
    const shown = await visitor.open(back);
    expect(shown.status).toBe(503);
    expect(shown.text).toContain("itsme does not answer");
    expectWayOn(shown);
  });

  test.each([
    "wrong_nonce",
    "wrong_audience",
    "expired",
    "unsigned",
    "unknown_key",
    "acr_basic",
    "garbage",
  ] as const)("an answer that is %s opens nothing", async (mode) => {
    const letter = await site.letter();
    const visitor = visit();
    const back = await site.atItsme(visitor, letter, "jan");
    const before = await standing(letter);
    site.itsme.standIn.setMode(mode);
    const shown = await visitor.open(back);
    expect([403, 503]).toContain(shown.status);
    expectWayOn(shown);
    expect(await standing(letter)).toEqual(before);
    site.itsme.standIn.setMode("ok");
    expect((await visitor.open(back)).status, "the try is used up").toBe(403);
  });

  test("an answer in another browser, without cookies, twice, or of a made-up state changes nothing", async () => {
    const letter = await site.letter();
    const visitor = visit();
    const back = await site.atItsme(visitor, letter, "jan");
    const before = await standing(letter);
    const other = visit();
    await site.atItsme(other, await site.letter(), "nele");
    const forged = new URL(back);
    forged.searchParams.set("state", "x".repeat(43));
    const lost = [
      await visit().open(back),
      await other.open(back),
      await visitor.open(forged.href),
      await visitor.open(`${site.origin}/itsme/callback`),
    ];
    for (const shown of lost) {
      expect(shown.status).toBe(403);
      expect(shown.text).toContain("This try cannot be continued");
    }
    expect(await standing(letter)).toEqual(before);
    expect((await visitor.open(back)).url).toBe(page(letter, "/decide"));
    expect((await visitor.open(back)).status).toBe(403);
  });

  test("a repair in between has ended the try", async () => {
    const letter = await site.letter();
    const visitor = visit();
    const back = await site.atItsme(visitor, letter, "jan");
    await owner()
      .updateTable("delivery")
      .set({ link_hash: null, check_code_hash: null, link_generation: 2 })
      .where("id", "=", letter.deliveryId)
      .execute();
    const shown = await visitor.open(back);
    expect(shown.status).toBe(404);
    expect((await standing(letter)).sessions).toEqual([]);
  });
});

describe("an identity card", () => {
  test.each([
    ["jan", "Peeters", "Jan"],
    ["jan_rsa", "Peeters", "Jan"],
    ["ioana", "", ""],
    ["ana", "", ""],
    ["noemie", "Van den Broeck-D'Hondt", "Noémie"],
  ] as const)("%s leads to the decision", async (card, name, first) => {
    const { holder } = site.cards.set.cards[card].profile;
    const letter = await site.letter({
      name: name || holder.familyName,
      first_names: first || holder.givenNames,
    });
    const decide = await site.withCard(visit(), letter, card);
    expect(decide.url).toBe(page(letter, "/decide"));
    expect(decide.text).toContain(`${holder.familyName}, by identity card, level high`);
  });

  test.each([
    ["jan_expired", "no longer valid"],
    ["jan_early", "not valid yet"],
    ["jan_revoked", "was blocked"],
    ["jan_signature", "certificate for signatures"],
    ["jan_stranger", "not issued by an authority"],
  ] as const)("%s is refused in words, and the page asks anew", async (card, reason) => {
    const letter = await site.letter();
    const visitor = visit();
    const shown = await site.withCard(visitor, letter, card);
    expect(shown.status).toBe(422);
    expect(shown.document.querySelector("[data-web-eid-reason]")?.textContent).toContain(reason);
    expect((await standing(letter)).sessions).toEqual([]);
    expect((await site.answer(visitor, shown, "jan")).url).toBe(page(letter, "/decide"));
  });

  test("whose status nobody tells is not let in: 503", async () => {
    site.cards.responder.setMode("down");
    const shown = await site.withCard(visit(), await site.letter(), "jan");
    expect(shown.status).toBe(503);
    expect(shown.text).toContain("does not answer");
  });

  test("junk, a token of another page, and no question at all", async () => {
    const letter = await site.letter();
    const visitor = visit();
    const asked = await visitor.press(await visitor.open(letter.link), words.card);
    for (const token of ["", "{", "null", JSON.stringify({ format: "web-eid:1.0" }), "x".repeat(9000)]) {
      const shown = await visitor.press(asked, textsFor("en").webEid.button, { web_eid_token: token });
      expect(shown.status).toBe(422);
    }
    const fresh = await visitor.press(await visitor.open(letter.link), words.card);
    const replayed = await site.answer(visitor, asked, "jan");
    expect(replayed.status, "the nonce of a page that was replaced").toBe(422);
    expect((await site.answer(visitor, fresh, "jan")).status, "replaced in turn").toBe(422);
    const stranger = visit();
    await stranger.open(letter.link);
    expect((await stranger.open(page(letter, "/card"))).url).toBe(page(letter));
  });
});

describe("who is not the addressee", () => {
  test("is told what did not fit and what to do, and the sender is owed a mail", async () => {
    const letter = await site.letter();
    const visitor = visit();
    const shown = await visitor.open(await site.atItsme(visitor, letter, "nele"));
    expect(shown.status).toBe(403);
    expect(shown.text).toContain("states another name");
    expect(shown.text).toContain("Ask Immo Vandewalle bv to check it");
    expect(shown.text).not.toContain("two codes");
    const after = await standing(letter);
    expect(after).toMatchObject({ sessions: [], kept: [], mismatches: [{}], errands: [{}] });
    expect(after.row.state).toBe("notified");
    expect((await visitor.open(page(letter, "/decide"))).url).toContain("session=ended");
  });

  test("may still use the codes where the message asks codes", async () => {
    const letter = await site.letter({}, "codes");
    const shown = await site.withCard(visit(), letter, "nele");
    expect(shown.status).toBe(403);
    expect(shown.text).toContain("You can still collect the message with the two codes");
    expect(shown.text).toContain("Send me two codes");
  });

  test("a foreigner without register number, where the sender gave one", async () => {
    const [digest] = site.bench.identityKeys.registerNumberDigests("74030251728");
    const letter = await site.letter({
      name: site.cards.set.cards.ana.profile.holder.familyName,
      first_names: site.cards.set.cards.ana.profile.holder.givenNames,
      identification: JSON.stringify({
        register_number: { digest: digest?.digest, digest_version: digest?.keyVersion },
      }),
    });
    const shown = await site.withCard(visit(), letter, "ana");
    expect(shown.status).toBe(403);
    expect(shown.text).toContain("Some cards of foreigners have none");
  });

  test("nobody but a member for an organisation", async () => {
    const letter = await site.letter({
      kind: "organisation",
      name: "Immo Vandewalle bv",
      first_names: null,
      enterprise_number: "0403019261",
    });
    const shown = await site.withCard(visit(), letter, "nele");
    expect(shown.status).toBe(403);
    expect(shown.text).toContain("You are not a member of a verified account of it");
    expect(shown.text).toContain(words.delegate.steps[0]);
  });
});

test("a member collects for his organisation, and is named on no page that is kept", async () => {
  const { pieter } = site.cards.set.cards;
  const now = Temporal.Now.instant();
  const { subject } = await site.cards.eid.verifyCertificate([pieter.certificate], now);
  const [digest] = site.bench.identityKeys.subjectDigests({ method: "eid", subject });
  await owner()
    .insertInto("person_identity")
    .values({
      method: "eid",
      subject_digest: digest?.digest ?? "",
      key_version: digest?.keyVersion ?? 0,
      person_id: "per_SEED0PIETERDECLERCQ",
      issuer: "Citizen CA",
      linked_at: now,
      last_used_at: now,
    })
    .execute();
  await owner()
    .updateTable("account")
    .set({ enterprise_verified_at: now })
    .where("id", "=", "acc_SEED0VANDEWALLE")
    .execute();
  const letter = await site.letter({
    kind: "organisation",
    name: "Immo Vandewalle bv",
    first_names: null,
    enterprise_number: "0403019261",
  });
  const visitor = visit();
  const decide = await site.withCard(visitor, letter, "pieter");
  expect(decide.text).toContain("You were identified as a member of the account of Immo Vandewalle bv");
  await visitor.press(decide, "Accept and read");
  const { bytes } = await owner()
    .selectFrom("evidence_artifact")
    .select("bytes")
    .where("delivery_id", "=", letter.deliveryId)
    .where("kind", "=", "decision_page")
    .executeTakeFirstOrThrow();
  const kept = Buffer.from(bytes).toString("utf8");
  expect(kept).toContain("by a random number only");
  expect(kept).not.toMatch(/Declercq|Pieter/);
});

test("too many tries for one delivery: 429 with when", async () => {
  const letter = await site.letter();
  const visitor = visit();
  let shown = await visitor.open(letter.link);
  const notice = shown;
  for (let tried = 0; tried <= 30; tried += 1) shown = await visitor.press(notice, words.card);
  expect(shown.status).toBe(429);
  expect(Number(shown.headers.get("retry-after"))).toBeGreaterThan(0);
  await owner().deleteFrom("rate_limit").execute();
});

test.each(LANGUAGES)("every page of identification speaks %s", async (language) => {
  const own = wordsIn(language);
  const letter = await site.letter();
  const visitor = visit();
  const notice = await visitor.open(`${letter.link}?lang=${language}`);
  expect(notice.text).toContain(own.title);
  const asked = await visitor.press(notice, own.card);
  expect(asked.text).toContain(own.cardPage.title);
  const shown = await visitor.open(await site.atItsme(visitor, letter, "nele"));
  expect(shown.text).toContain(own.mismatch.title);
  expect(shown.document.documentElement.lang).toBe(language);
});
