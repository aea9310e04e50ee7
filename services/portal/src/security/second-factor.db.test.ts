import { createTryLimit } from "@posthorn/db";
import { appCodeAt } from "@posthorn/identity";
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
// Moved on by tests: an app's code is good once, and a new one comes with the next half minute.
let ahead = 0;
const now = () => Temporal.Now.instant().round("millisecond").add({ seconds: ahead });

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal");
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, { ...TRY_LIMITS.signIn, tries: 100 }),
    now,
  });
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

const person = (id: string) => {
  const found = PEOPLE.find((each) => each.id === id);
  if (!found) throw new Error(`nobody has the id ${id}`);
  return found;
};
const NELE = person("per_SEED0NELECLAES");
const PIETER = person("per_SEED0PIETERDECLERCQ");
const CAMILLE = person("per_SEED0CAMILLEDUBOIS");

async function enter(visitor: Visitor, who = NELE, password = who.password): Promise<Page> {
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  return visitor.press(form, "Sign in", { email: who.email, password });
}

const codeFor = (secret: string): string => {
  ahead += 30;
  return appCodeAt(secret, Math.floor(now().epochMilliseconds / 30_000));
};

async function setUp(
  visitor: Visitor,
): Promise<{ readonly secret: string; readonly codes: readonly string[] }> {
  const page = await visitor.press(
    await visitor.open(`${portal.url}/security?lang=en`),
    /^(Set up a code app|Use another app)$/,
  );
  expect(page.document.querySelector("svg.qr")?.getAttribute("aria-label")).toBe("QR code for your app");
  const secret = page.document.querySelector(".secret-key")?.textContent.replaceAll(" ", "") ?? "";
  const link = page.document.querySelector('a[href^="otpauth:"]')?.getAttribute("href") ?? "";
  expect(new URL(link).searchParams.get("secret")).toBe(secret);
  const wrong = await visitor.press(page, "Turn on", { code: "000000" });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("This code is not right");
  const shown = await visitor.press(wrong, "Turn on", { code: codeFor(secret) });
  expect(shown.headers.get("cache-control")).toBe("no-store");
  const codes = Array.from(shown.document.querySelectorAll(".recovery-codes li"), (each) => each.textContent);
  expect(codes).toHaveLength(10);
  return { secret, codes };
}

async function errands(personId: string): Promise<readonly string[]> {
  const rows = await bench
    .context("worker")
    .db.selectFrom("person_errand")
    .select("kind")
    .where("person_id", "=", personId)
    .orderBy("id")
    .execute();
  return rows.map(({ kind }) => kind);
}

test("a code app is set up, asked for at sign-in, replaced by recovery codes, and turned off", async () => {
  const home = createVisitor();
  expect((await enter(home)).text).toContain("protected by a password alone");
  const { secret, codes } = await setUp(home);
  expect(await errands(NELE.id)).toEqual(["totp_on"]);

  const step = await enter(createVisitor());
  expect(new URL(step.url).pathname).toBe("/sign-in/code");
  const visitor = createVisitor();
  const asked = await enter(visitor);
  const code = codeFor(secret);
  const wrong = await visitor.press(asked, "Sign in", { code: "123456" });
  expect(wrong.status).toBe(401);
  const inside = await visitor.press(wrong, "Sign in", { code });
  expect(new URL(inside.url).pathname).toBe("/");
  expect(inside.text).not.toContain("protected by a password alone");

  // The same code again, elsewhere: somebody looked over the shoulder.
  const thief = createVisitor();
  const reused = await thief.press(await enter(thief), "Sign in", { code });
  expect(reused.status).toBe(401);
  const byRecovery = await thief.press(reused, "Sign in", { recovery: codes[0]?.toLowerCase() ?? "" });
  expect(new URL(byRecovery.url).pathname).toBe("/");
  const again = createVisitor();
  const used = await again.press(await enter(again), "Sign in", { recovery: codes[0] ?? "" });
  expect(used.status).toBe(401);
  expect((await home.open(`${portal.url}/security?lang=en`)).text).toContain("9 recovery codes left");
  expect(await errands(NELE.id)).toContain("recovery_code_used");

  const remade = await home.press(
    await home.open(`${portal.url}/security/recovery-codes?lang=en`),
    "Make new codes",
  );
  expect(remade.document.querySelectorAll(".recovery-codes li")).toHaveLength(10);
  const old = await again.press(used, "Sign in", { recovery: codes[1] ?? "" });
  expect(old.status).toBe(401);

  const off = await home.press(await home.open(`${portal.url}/security/app/off?lang=en`), "Turn off");
  expect(off.text).toContain("The code app is off");
  expect(new URL((await enter(createVisitor())).url).pathname).toBe("/");
  expect(await errands(NELE.id)).toEqual(
    expect.arrayContaining(["totp_on", "new_device", "recovery_codes_made", "totp_off"]),
  );
}, 60_000);

test("a second step belongs to the browser that took the first, and is over after five tries", async () => {
  const owner = createVisitor();
  await enter(owner, CAMILLE);
  const { secret } = await setUp(owner);
  const first = createVisitor();
  const asked = await enter(first, CAMILLE);
  const other = createVisitor();
  const foreign = await other.open(`${portal.url}/sign-in/code`);
  expect(new URL(foreign.url).pathname).toBe("/sign-in");
  const token = foreign.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  const stolen = await other.fetch(`${portal.url}/sign-in/code`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ _csrf: token, code: codeFor(secret) }),
  });
  expect(stolen.headers.get("location")).toBe("/sign-in?over");
  let page = asked;
  for (let tries = 0; tries < 5; tries += 1) {
    page = await first.press(page, "Sign in", { code: "000000" });
    expect(page.status).toBe(401);
  }
  const over = await first.press(page, "Sign in", { code: codeFor(secret) });
  expect(new URL(over.url).pathname).toBe("/sign-in");
  expect(over.text).toContain("too many tries");
}, 60_000);

test("sensitive acts ask who sits there once ten minutes have passed, and the session gets a new token", async () => {
  const visitor = createVisitor();
  await enter(visitor, PIETER);
  const before = visitor.cookiesFor(portal.url);
  ahead += 601;
  const asked = await visitor.press(
    await visitor.open(`${portal.url}/security?lang=en`),
    "Set up a code app",
  );
  expect(new URL(asked.url).pathname).toBe("/confirm");
  const wrong = await visitor.press(asked, "Confirm", { password: "wrong" });
  expect(wrong.status).toBe(401);
  expect(wrong.text).toContain("This is not your password.");
  const confirmed = await visitor.press(wrong, "Confirm", { password: PIETER.password });
  expect(new URL(confirmed.url).pathname).toBe("/security");
  expect(sessionOf(visitor.cookiesFor(portal.url))).not.toBe(sessionOf(before));
  const old = await createVisitor().fetch(portal.url, { headers: { cookie: before }, redirect: "manual" });
  expect(old.headers.get("location")).toMatch(/^\/sign-in/);
  await setUp(visitor);
  expect(
    (
      await visitor.open(`${portal.url}/confirm?next=//elsewhere.example`)
    ).document.querySelector<HTMLInputElement>("input[name=next]")?.value,
  ).toBe("/security");
}, 60_000);

test("whoever guesses at a session that was left open is stopped, and told when to come back", async () => {
  const visitor = createVisitor();
  await enter(visitor, person("per_SEED0LOTTEMAES"));
  let page = await visitor.open(`${portal.url}/confirm?lang=en`);
  for (let tries = 0; tries < TRY_LIMITS.confirm.tries; tries += 1)
    page = await visitor.press(page, "Confirm", { password: `guess ${tries}` });
  expect(page.status).toBe(401);
  const limited = await visitor.press(page, "Confirm", { password: "guess" });
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
}, 60_000);

test("where more than a password is asked for, nothing opens before it is set up", async () => {
  const ctx = bench.context("portal");
  const strict = await startPortal(
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
  const visitor = createVisitor();
  const lotte = person("per_SEED0LOTTEMAES");
  const form = await visitor.open(`${strict.url}/sign-in?lang=en`);
  const led = await visitor.press(form, "Sign in", { email: lotte.email, password: lotte.password });
  expect(new URL(led.url).pathname).toBe("/security");
  expect(led.text).toContain("More than a password is needed here.");
  expect(new URL((await visitor.open(`${strict.url}/sent`)).url).pathname).toBe("/security");
  const page = await visitor.press(led, "Set up a code app");
  const secret = page.document.querySelector(".secret-key")?.textContent.replaceAll(" ", "") ?? "";
  await visitor.press(page, "Turn on", { code: codeFor(secret) });
  expect(new URL((await visitor.open(`${strict.url}/sent`)).url).pathname).toBe("/sent");
  await visitor.press(await visitor.open(`${strict.url}/security/app/off?lang=en`), "Turn off");
  await strict.close();
}, 60_000);

test("a new password ends all other sessions; weak ones are refused beside the field", async () => {
  const [here, elsewhere] = [createVisitor(), createVisitor()];
  const TOM = person("per_SEED0TOMJANSSENS");
  await enter(here, TOM);
  await enter(elsewhere, TOM);
  ahead += 601;
  const button = "Save password";
  const form = await here.open(`${portal.url}/security/password?lang=en`);
  const next = "ladder wolk potlood";
  const refuse = async (values: Record<string, string>, id: string, words: string) => {
    const page = await here.press(form, button, { current: TOM.password, next, again: next, ...values });
    expect(page.status).toBe(400);
    expect(page.document.querySelector(`#${id}-error`)?.textContent).toContain(words);
    expect(page.document.querySelector<HTMLInputElement>("#next")?.value).toBe("");
  };
  await refuse({ current: "wrong" }, "current", "not your password");
  await refuse({ next: "kort" }, "next", "at least 12");
  await refuse({ next: "tom.janssens1" }, "next", "your own name");
  await refuse({ next: "welkomwelkom" }, "next", "one of the first");
  await refuse({ next: TOM.password, again: TOM.password }, "next", "already");
  await refuse({ again: "ladder wolk potloot" }, "again", "not the same");
  const done = await here.press(form, button, { current: TOM.password, next, again: next });
  expect(done.text).toContain("Your password is changed");
  expect((await elsewhere.open(portal.url)).url).toContain("/sign-in");
  expect((await enter(createVisitor(), TOM)).status).toBe(401);
  expect((await enter(createVisitor(), TOM, next)).status).toBe(200);
  expect(await errands(TOM.id)).toContain("password_changed");
}, 60_000);

test("a copied session cookie ends the session it was copied from, and its owner is told", async () => {
  const LOTTE = person("per_SEED0LOTTEMAES");
  const owner = createVisitor();
  await enter(owner, LOTTE);
  const session = sessionOf(owner.cookiesFor(portal.url));
  const thief = createVisitor();
  const answer = await thief.fetch(portal.url, { headers: { cookie: session }, redirect: "manual" });
  expect(answer.status).toBe(303);
  expect((await owner.open(portal.url)).url).toContain("/sign-in");
  expect(await errands(LOTTE.id)).toContain("session_in_other_browser");
});

test("a session cookie given to a browser beforehand is never the one it signs in with", async () => {
  const visitor = createVisitor();
  const planted = `${"A".repeat(43)}`;
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const csrf = form.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  const answer = await visitor.fetch(`${portal.url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: `${visitor.cookiesFor(portal.url)}; __Host-portal=${planted}` },
    body: new URLSearchParams({ _csrf: csrf, email: PIETER.email, password: PIETER.password }),
  });
  const given = answer.headers.getSetCookie().join("\n");
  expect(given).toMatch(/__Host-portal-second-factor=/);
  expect(given).not.toContain(planted);
});

function sessionOf(cookies: string): string {
  return cookies.split("; ").find((each) => each.startsWith("__Host-portal=")) ?? "";
}
