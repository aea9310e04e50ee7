import { createVisitor, identifyWithItsme, type Page, type Visitor } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { beginAtItsme, byCard, byItsme, type Ground, startGround } from "../identify/ground.test-support.ts";

const { portal: words } = textsFor("en").rights;
const ITSME = textsFor("en").identify.signIn.itsme;
const CARD = textsFor("en").identify.signIn.card;

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
}, 60_000);
beforeEach(() => ground.reset());
afterAll(() => ground.close());

const pathOf = (page: Page) => new URL(page.url).pathname;

async function ask(more: Record<string, string> = {}): Promise<{ visitor: Visitor; page: Page; id: string }> {
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${ground.portal.url}/rights?lang=en`);
  const page = await visitor.press(form, words.public.send, {
    kind: "access",
    first_names: "Jan",
    name: "Peeters",
    email: "jan.peeters@post.example",
    language: "en",
    proof: "identity",
    ...more,
  });
  return { visitor, page, id: pathOf(page).split("/").at(-1) ?? "" };
}

const owner = () => ground.bench.context("owner").db;
const rowOf = (id: string) =>
  owner().selectFrom("rights_request").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

test("with itsme the request is complete: the way, level and time are kept, and no record, number or date of birth", async () => {
  const { visitor, page, id } = await ask();
  expect(page.text).toContain(words.code.ways.kept);
  expect(page.document.querySelector("#code-card")).toBeNull();
  const done = await byItsme(visitor, page, "jan", ITSME);
  expect(pathOf(done)).toBe(`/rights/complete/${id}`);
  expect(done.text).toContain(words.complete.title);
  const row = await rowOf(id);
  expect(row).toMatchObject({
    identity: "itsme",
    state: "open",
    shown_by: "itsme",
    shown_level: "high",
    names_agree: true,
    shown_name: "Jan Peeters",
  });
  expect(row.due_on).not.toBeNull();
  expect(row.complete_at?.equals(row.identified_at ?? row.received_at)).toBe(true);
  expect(await owner().selectFrom("identification_record").select("id").execute()).toEqual([]);
  expect(JSON.stringify(row)).not.toMatch(/74030251728|1974-03-02/);
  const mails = await owner().selectFrom("person_errand").select("kind").execute();
  expect(mails).toEqual([{ kind: "rights_received_link" }]);
  // Once: the page is gone, and no second try begins.
  expect((await visitor.press(page, ITSME)).status).toBe(404);
  expect((await visitor.open(`${ground.portal.url}/rights/code/${id}`)).status).toBe(404);
});

test("with a card beside the code; a card that is refused asks again for the same request", async () => {
  const { visitor, page, id } = await ask({ proof: "codes" });
  expect(page.document.querySelector("#code-card")).not.toBeNull();
  const refused = await byCard(ground, visitor, page, "jan_expired", CARD);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain(words.code.ways.cardLead);
  expect(refused.document.querySelector(`a[href="/rights/code/${id}"]`)).not.toBeNull();
  const done = await byCard(ground, visitor, page, "jan", CARD);
  expect(pathOf(done)).toBe(`/rights/complete/${id}`);
  expect(await rowOf(id)).toMatchObject({ identity: "eid", names_agree: true, state: "open" });
});

test("another name leaves it open, keeps nothing of the stranger and says how to go on", async () => {
  const { visitor, page, id } = await ask();
  const differs = await byItsme(visitor, page, "lotte", ITSME);
  expect(differs.status).toBe(403);
  expect(pathOf(differs)).toBe(`/rights/code/${id}`);
  expect(differs.text).toContain(words.code.ways.differs.next);
  const row = await rowOf(id);
  expect(row).toMatchObject({
    identity: "open",
    state: "identity",
    shown_by: "itsme",
    names_agree: false,
    shown_name: null,
    due_on: null,
  });
  expect(JSON.stringify(row)).not.toContain("Maes");
  const cancelled = await byItsme(visitor, differs, "cancel", ITSME);
  expect([cancelled.status, pathOf(cancelled)]).toEqual([403, `/rights/code/${id}`]);
  expect(cancelled.text).toContain("You were not identified");
  const done = await byItsme(visitor, cancelled, "jan", ITSME);
  expect(pathOf(done)).toBe(`/rights/complete/${id}`);
});

test("on another's behalf it is his own name that counts, and the authority is still to come", async () => {
  const behalf = { for: "other", name: "Claes", first_names: "Nele", authority: "lawyer" };
  const { visitor, page, id } = await ask({ ...behalf, behalf_name: "Peeters Jan" });
  const done = await byItsme(visitor, page, "jan", ITSME);
  expect(done.text).toContain(words.complete.authorityTitle);
  expect(await rowOf(id)).toMatchObject({ identity: "itsme", state: "identity", complete_at: null });
  const other = await ask({ ...behalf, behalf_name: "Nele Claes" });
  const differs = await byItsme(other.visitor, other.page, "jan", ITSME);
  expect(differs.text).toContain(words.code.ways.differs.title);
});

test("a try answers in the browser that began it, and for a request that still waits", async () => {
  const { visitor, page, id } = await ask();
  const address = await beginAtItsme(visitor, page, ITSME);
  const callback = await identifyWithItsme(address, "jan");
  const stranger = await createVisitor({ language: "en" }).open(callback);
  expect(stranger.status).toBe(403);
  expect((await rowOf(id)).identity).toBe("open");
  await owner().updateTable("rights_request").set({ state: "withdrawn" }).where("id", "=", id).execute();
  const late = await visitor.open(callback);
  expect([late.status, pathOf(late)]).toEqual([404, `/rights/code/${id}`]);
  expect(await rowOf(id)).toMatchObject({ identity: "open", shown_by: null });
});
