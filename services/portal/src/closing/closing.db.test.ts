import { createTryLimit } from "@posthorn/db";
import { LANGUAGES } from "@posthorn/domain";
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
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../app.ts";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";
import { isOpenWhenClosed } from "./paths.ts";

let bench: VerbBench;
let portal: RunningPortal;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal");
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
    now: () => Temporal.Now.instant().round("millisecond"),
  });
});
afterAll(async () => {
  await portal.close();
  await bench.close();
});

const LOTTE = "per_SEED0LOTTEMAES";
const PIETER = "per_SEED0PIETERDECLERCQ";
const NELE = "per_SEED0NELECLAES";
const words = textsFor("en").closing;

async function signIn(personId: string): Promise<Visitor> {
  const person = PEOPLE.find(({ id }) => id === personId);
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/?lang=en`);
  await visitor.press(form, "Sign in", { email: person?.email ?? "", password: person?.password ?? "" });
  return visitor;
}

function csrfOf(page: Page): string {
  return page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
}

/** Status, and the code of the problem or where it leads. */
async function ask(visitor: Visitor, method: string, path: string, csrf: string) {
  const answer = await visitor.fetch(`${portal.url}${path}`, {
    method,
    headers: { accept: "application/json" },
    redirect: "manual",
    ...(method === "POST" ? { body: new URLSearchParams({ _csrf: csrf }) } : {}),
  });
  if (answer.status >= 300 && answer.status < 400) return [answer.status, answer.headers.get("location")];
  const text = await answer.text();
  return [answer.status, text.startsWith("{") ? (JSON.parse(text) as { code?: string }).code : ""];
}

async function owner(
  set: Readonly<Record<string, unknown>>,
  accountId = "acc_SEED0VANDEWALLE",
): Promise<void> {
  await bench.context("owner").db.updateTable("account").set(set).where("id", "=", accountId).execute();
}

test("a user is turned away; what he sees of a closed account has no buttons but the export", async () => {
  const visitor = await signIn(PIETER);
  const csrf = csrfOf(await visitor.open(`${portal.url}/`));
  for (const [method, path] of [
    ["GET", "/account/close"],
    ["GET", "/account/close/confirm"],
    ["POST", "/account/close"],
    ["POST", "/account/close/undo"],
    ["POST", "/account/close/refund"],
  ] as const)
    expect([path, await ask(visitor, method, path, csrf)]).toEqual([path, [403, "not_an_admin"]]);
  await owner({ status: "closed", erase_by: Temporal.PlainDate.from("2099-02-14") });
  const page = await visitor.open(`${portal.url}/account/close`);
  expect(page.text).toContain("an administrator can take the account back");
  expect(page.text).toContain("Friday 13 February 2099");
  expect(page.document.querySelector('form[action^="/account"]')).toBeNull();
  await owner({ status: "active", erase_by: null });
});

test("the admin is offered the export first, sees what is on its way, types the word, and can take it back", async () => {
  const letters = createLetterBench(bench);
  await letters.notify();
  const visitor = await signIn(LOTTE);
  const page = await visitor.open(`${portal.url}/account/close`);
  const cards = [...page.document.querySelectorAll("section.card")].map((card) => card.id);
  expect(cards).toEqual(["export", "entrusted", "touches", "running", "choose"]);
  expect(page.document.querySelector("#export a")?.getAttribute("href")).toBe("/account/export");
  expect(page.document.querySelector("#running")?.textContent).toContain("Jan Peeters");
  const confirm = await visitor.press(page, words.choose.go, { mode: "when_final" });
  expect(confirm.text).toContain("You are closing Immo Vandewalle bv.");
  const wrong = await visitor.press(confirm, words.confirm.submit, { word: "CLOS" });
  expect(wrong.status).toBe(400);
  expect(wrong.document.querySelector<HTMLInputElement>("#word")?.getAttribute("value")).toBe("CLOS");
  expect(wrong.document.querySelector("#word-error")?.textContent).toContain("Type the word CLOSE.");
  const closing = await visitor.press(wrong, words.confirm.submit, { word: "close" });
  expect(closing.text).toContain(words.done.closing);
  // Readable, and nothing begins.
  const overview = await visitor.open(`${portal.url}/`);
  expect(overview.document.querySelector("#closing")?.textContent).toContain(words.banner.closing);
  expect(overview.document.querySelector('a[href="/compose"].seal')).toBeNull();
  expect(await ask(visitor, "GET", "/compose", "")).toEqual([303, "/account/close"]);
  expect((await ask(visitor, "GET", "/drafts", ""))[0]).toBe(200);
  const state = await visitor.open(`${portal.url}/account/close`);
  const again = await visitor.press(state, words.undo.submit);
  expect(again.text).toContain(words.done.reopened);
  expect((await visitor.open(`${portal.url}/`)).document.querySelector("#closing")).toBeNull();
});

test("acts want a full proof of who sits there, and lead back to where they were asked", async () => {
  const visitor = await signIn(LOTTE);
  const csrf = csrfOf(await visitor.open(`${portal.url}/`));
  const long = Temporal.Now.instant().subtract({ minutes: 30 }).round("millisecond");
  await bench.context("owner").db.updateTable("session").set({ fresh_at: long }).execute();
  const toForm = [303, `/confirm?next=${encodeURIComponent("/account/close/confirm?mode=now")}`];
  expect(await ask(visitor, "GET", "/account/close/confirm?mode=now", csrf)).toEqual(toForm);
  for (const act of ["undo", "refund"])
    expect(await ask(visitor, "POST", `/account/close/${act}`, csrf)).toEqual([
      303,
      `/confirm?next=${encodeURIComponent("/account/close")}`,
    ]);
  expect((await ask(visitor, "POST", "/account/close", csrf))[0]).toBe(303);
});

test("a closed account opens nothing but its closing, own data and means of sign-in, whatever the route", async () => {
  const visitor = await signIn(NELE);
  await owner({ status: "closed", erase_by: Temporal.PlainDate.from("2099-02-14") }, "acc_SEED0NELECLAES");
  const page = await visitor.open(`${portal.url}/account/close`);
  expect(page.text).toContain("Friday 13 February 2099");
  const menu = [...page.document.querySelectorAll(".menu-items a")].map((link) => link.getAttribute("href"));
  expect(menu).toEqual(["/account/close", "/me", "/security"]);
  const security = await visitor.open(`${portal.url}/security`);
  expect(security.document.querySelector("#closing")?.textContent).toContain("Friday 13 February 2099");
  const csrf = csrfOf(security);
  const routes = createApp(portal.deps).routes.filter(
    ({ method, path }) =>
      ["GET", "POST"].includes(method) && !/^\/(?:healthz|readyz|\*|assets|language)/.test(path),
  );
  const restricted = routes.filter(({ path }) => !isOpenWhenClosed(path));
  expect(restricted.length).toBeGreaterThan(30);
  for (const { method, path } of restricted) {
    const filled = path.replaceAll(/:\w+(?:\{[^/]*\})?/g, "x");
    const answer = await ask(visitor, method, filled, csrf);
    expect([method, path, ...answer]).toEqual(
      method === "GET" ? [method, path, 303, "/account/close"] : [method, path, 403, "account_closed"],
    );
  }
  // Unused credits are asked back once.
  const asked = await visitor.press(page, words.refund.submit);
  expect(asked.text).toContain(words.done.asked);
  expect(asked.text).toContain("The refund of 500 credits was asked for.");
  expect(asked.document.querySelector('form[action$="/refund"]')).toBeNull();
  await visitor.press(asked, words.undo.submit);
});

test("the pages stand in four languages, and a name of 200 characters fits", async () => {
  await owner({ name: "Z".repeat(200) });
  const visitor = await signIn(LOTTE);
  for (const language of LANGUAGES) {
    const { closing } = textsFor(language);
    const page = await visitor.open(`${portal.url}/account/close?lang=${language}`);
    expect(page.document.querySelector("h1")?.textContent).toBe(closing.title);
    const confirm = await visitor.open(`${portal.url}/account/close/confirm?mode=now`);
    expect(confirm.document.querySelector("label[for=word]")?.textContent).toContain(closing.confirm.word);
  }
});
