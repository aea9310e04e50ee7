import { createTryLimit } from "@posthorn/db";
import { appCodeAt } from "@posthorn/identity";
import {
  createAuthenticator,
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
let ahead = 0;
const now = () => Temporal.Now.instant().round("millisecond").add({ seconds: ahead });

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
      signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
      now,
    },
    { moreThanPassword: true },
  );
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

async function enter(id: string): Promise<{ readonly visitor: Visitor; readonly page: Page }> {
  const person = PEOPLE.find((each) => each.id === id);
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const page = await visitor.press(form, "Sign in", {
    email: person?.email ?? "",
    password: person?.password ?? "",
  });
  return { visitor, page };
}

const pathOf = ({ url }: Page): string => new URL(url).pathname;
const opened = async (visitor: Visitor, path: string): Promise<string> =>
  pathOf(await visitor.open(`${portal.url}${path}`));

/** What the island does. */
async function ask(visitor: Visitor, page: Page, path: string) {
  const csrf = page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  const answer = await visitor.fetch(`${portal.url}${path}`, {
    method: "POST",
    headers: { accept: "application/json", "x-csrf-token": csrf },
  });
  return (await answer.json()) as { readonly ceremonyId: string; readonly options: unknown };
}

async function addPasskey(visitor: Visitor, authenticator = createAuthenticator()) {
  const page = await visitor.open(`${portal.url}/security/passkeys/add?lang=en`);
  const { ceremonyId, options } = await ask(visitor, page, "/security/passkeys/begin");
  await visitor.press(page, "Make the passkey", {
    ceremony: ceremonyId,
    answer: JSON.stringify(authenticator.create(options, portal.url)),
  });
  return authenticator;
}

/** Answers the page that asks for more with a code of the app that is set up here. */
async function setUpApp(visitor: Visitor): Promise<{ readonly page: Page; readonly secret: string }> {
  const security = await visitor.open(`${portal.url}/security?lang=en`);
  const form = await visitor.press(security, "Set up a code app");
  const secret = form.document.querySelector(".secret-key")?.textContent.replaceAll(" ", "") ?? "";
  return { page: await visitor.press(form, "Turn on", { code: codeFor(secret) }), secret };
}

function codeFor(secret: string): string {
  ahead += 30;
  return appCodeAt(secret, Math.floor(now().epochMilliseconds / 30_000));
}

test("a password alone opens nothing but what sets up more; a passkey made there opens the rest", async () => {
  const { visitor, page } = await enter("per_SEED0LOTTEMAES");
  expect(pathOf(page)).toBe("/security");
  expect(page.text).toContain("More than a password is needed here.");
  for (const path of ["/", "/sent", "/drafts", "/compose"])
    expect(await opened(visitor, path), path).toBe("/security");
  const before = visitor.cookiesFor(portal.url);
  await addPasskey(visitor);
  expect(await opened(visitor, "/sent")).toBe("/sent");
  const old = await createVisitor().fetch(portal.url, { headers: { cookie: before }, redirect: "manual" });
  expect(old.headers.get("location")).toMatch(/^\/sign-in/);
}, 60_000);

test("whoever has more shows it: with the password alone nothing is added beside it", async () => {
  const key = await addPasskey((await enter("per_SEED0PIETERDECLERCQ")).visitor);
  const { visitor, page } = await enter("per_SEED0PIETERDECLERCQ");
  expect(pathOf(page)).toBe("/confirm");
  for (const path of ["/sent", "/security", "/security/passkeys/add", "/security/password", "/identify"])
    expect(await opened(visitor, path), path).toBe("/confirm");
  expect(page.document.querySelector("input[type=password]")).toBeNull();
  const posted = await visitor.fetch(`${portal.url}/security/app`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "x-csrf-token": page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "",
    },
  });
  expect(posted.headers.get("location")).toBe("/confirm?next=%2F");
  const form = await visitor.open(`${portal.url}/confirm?lang=en&next=/sent`);
  const { ceremonyId, options } = await ask(visitor, form, "/confirm/passkey/begin");
  const shown = await visitor.press(form, "Confirm with a passkey", {
    ceremony: ceremonyId,
    answer: JSON.stringify(key.get(options, portal.url)),
  });
  expect(pathOf(shown)).toBe("/sent");
  expect(await opened(visitor, "/security")).toBe("/security");
}, 60_000);

test("what is set up in one session makes no other one strong", async () => {
  const { visitor: stranger } = await enter("per_SEED0CAMILLEDUBOIS");
  const { visitor: owner } = await enter("per_SEED0CAMILLEDUBOIS");
  const { page, secret } = await setUpApp(owner);
  const codes = Array.from(page.document.querySelectorAll(".recovery-codes li"), (each) => each.textContent);
  expect(await opened(owner, "/sent")).toBe("/sent");
  expect(await opened(stranger, "/sent")).toBe("/confirm");
  const form = await stranger.open(`${portal.url}/confirm?lang=en&next=/sent`);
  const password = PEOPLE.find(({ id }) => id === "per_SEED0CAMILLEDUBOIS")?.password ?? "";
  const alone = await stranger.press(form, "Confirm", { password });
  expect(alone.status).toBe(401);
  expect(pathOf(await stranger.press(alone, "Confirm", { password, code: codeFor(secret) }))).toBe("/sent");

  const { visitor, page: step } = await enter("per_SEED0CAMILLEDUBOIS");
  expect(pathOf(await visitor.press(step, "Sign in", { recovery: codes[0] ?? "" }))).toBe("/");
  expect(await opened(visitor, "/sent")).toBe("/sent");
}, 60_000);
