import { createTryLimit } from "@posthorn/db";
import {
  type Authenticator,
  createAuthenticator,
  createVerbBench,
  createVisitor,
  type Page,
  type PasskeyQuirks,
  PEOPLE,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

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
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

async function signInByPassword(personId: string): Promise<{ visitor: Visitor; page: Page }> {
  const person = PEOPLE.find(({ id }) => id === personId);
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const page = await visitor.press(form, "Sign in", {
    email: person?.email ?? "",
    password: person?.password ?? "",
  });
  expect(page.status).toBe(200);
  return { visitor, page };
}

interface Question {
  readonly ceremonyId: string;
  readonly options: unknown;
}

/** What the island does: asks with the page's token, whoever is signed in. */
async function begin(visitor: Visitor, page: Page, path: string): Promise<Question> {
  const csrf = page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  const answer = await visitor.fetch(`${portal.url}${path}`, {
    method: "POST",
    headers: { accept: "application/json", "x-csrf-token": csrf },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Question;
}

async function add(visitor: Visitor, authenticator: Authenticator, name?: string): Promise<Page> {
  const page = await visitor.open(`${portal.url}/security/passkeys/add?lang=en`);
  const { ceremonyId, options } = await begin(visitor, page, "/security/passkeys/begin");
  return visitor.press(page, "Make the passkey", {
    ceremony: ceremonyId,
    answer: JSON.stringify(authenticator.create(options, portal.url)),
    ...(name === undefined ? {} : { name }),
  });
}

async function signInBy(
  authenticator: Authenticator,
  given: { readonly visitor?: Visitor; readonly next?: string; readonly quirks?: PasskeyQuirks } = {},
): Promise<Page> {
  const visitor = given.visitor ?? createVisitor({ language: "en" });
  const page = await visitor.open(
    `${portal.url}/sign-in?lang=en&next=${encodeURIComponent(given.next ?? "/security/passkeys")}`,
  );
  const { ceremonyId, options } = await begin(visitor, page, "/sign-in/passkey/begin");
  return visitor.press(page, "Sign in with a passkey", {
    ceremony: ceremonyId,
    answer: JSON.stringify(authenticator.get(options, portal.url, given.quirks)),
  });
}

test("a passkey is added, named by its holder, signs in without an address, is renamed and removed", async () => {
  const phone = createAuthenticator({ backedUp: true });
  const { visitor } = await signInByPassword("per_SEED0LOTTEMAES");
  const empty = await visitor.open(`${portal.url}/security/passkeys?lang=en`);
  expect(empty.text).toContain("You have no passkey yet");
  const listed = await add(visitor, phone, "Phone of Lotte");
  expect(listed.url).toBe(`${portal.url}/security/passkeys?done=added`);
  expect(listed.text).toContain("Phone of Lotte");
  expect(listed.text).toContain("not used yet");
  const card = await visitor.open(`${portal.url}/security?lang=en`);
  expect(card.text).toContain("You have 1 passkey.");

  const again = createVisitor({ language: "en" });
  const inside = await signInBy(phone, { visitor: again });
  expect(inside.status).toBe(200);
  expect(inside.url).toBe(`${portal.url}/security/passkeys`);
  expect(inside.text).not.toContain("not used yet");

  const rename = await again.open(await linkOf(again, "Rename Phone of Lotte"));
  const wrong = await again.press(rename, "Save name", { name: "   " });
  expect(wrong.status).toBe(400);
  expect(wrong.document.querySelector("#name-error")?.textContent).toContain("Fill this in.");
  const renamed = await again.press(wrong, "Save name", { name: "Old phone" });
  expect(renamed.text).toContain("The passkey has its new name.");
  const remove = await again.open(await linkOf(again, "Remove Old phone"));
  expect(remove.text).toContain("“Old phone” will open nothing here any more.");
  const removed = await again.press(remove, "Remove");
  expect(removed.text).toContain("The passkey is removed.");
  const refused = await signInBy(phone);
  expect(refused.status).toBe(401);
  expect(refused.text).toContain("The passkey was not accepted");
}, 60_000);

async function linkOf(visitor: Visitor, label: string): Promise<string> {
  const page = await visitor.open(`${portal.url}/security/passkeys?lang=en`);
  const link = page.document.querySelector(`a[aria-label="${label}"]`);
  return new URL(link?.getAttribute("href") ?? "missing", page.url).href;
}

test("a name that cannot stand is said beside the field; what else fails says so and keeps the name", async () => {
  const { visitor } = await signInByPassword("per_SEED0NELECLAES");
  const long = await add(visitor, createAuthenticator(), "x".repeat(61));
  expect(long.status).toBe(400);
  expect(long.document.querySelector("#name-error")?.textContent).toContain("at most 60");
  const page = await visitor.open(`${portal.url}/security/passkeys/add?lang=en`);
  const junk = await visitor.press(page, "Make the passkey", { answer: "not json", name: "Phone" });
  expect(junk.status).toBe(400);
  expect(junk.text).toContain("The passkey could not be added.");
  expect(junk.document.querySelector<HTMLInputElement>("#name")?.value).toBe("Phone");
});

test("whatever is wrong with a sign-in looks the same, and leads to the other ways", async () => {
  const known = createAuthenticator({ counts: true });
  const unknown = createAuthenticator();
  const { visitor } = await signInByPassword("per_SEED0CAMILLEDUBOIS");
  await add(visitor, known);
  // Made for the site, but never brought to it.
  const page = await visitor.open(`${portal.url}/security/passkeys/add?lang=en`);
  unknown.create((await begin(visitor, page, "/security/passkeys/begin")).options, portal.url);
  const refusals = [
    await signInBy(unknown, { next: "/sent" }),
    await signInBy(known, { next: "/sent", quirks: { userVerified: false } }),
    await signInBy(known, { next: "/sent", quirks: { origin: "http://collect.localhost" } }),
    await signInBy(known, { next: "/sent", quirks: { signCount: 1 } }),
    await signInBy(known, { next: "/sent" }),
  ];
  for (const refusal of refusals) {
    expect(refusal.status).toBe(401);
    expect(refusal.text).toBe(refusals[0]?.text);
    expect(refusal.document.querySelector('a[href="/sign-in?next=%2Fsent"]')?.textContent).toBe(
      "Sign in another way",
    );
  }
  // The last but one was a copy: its holder finds it blocked.
  const list = await visitor.open(`${portal.url}/security/passkeys?lang=en`);
  expect(list.text).toContain("Blocked");
  expect(list.text).toContain("A copy of a blocked passkey may be in use");
});

test("an answer is good once, and only in the browser that asked", async () => {
  const phone = createAuthenticator();
  const { visitor } = await signInByPassword("per_SEED0PIETERDECLERCQ");
  await add(visitor, phone);
  const asking = createVisitor({ language: "en" });
  const page = await asking.open(`${portal.url}/sign-in?lang=en`);
  const { ceremonyId, options } = await begin(asking, page, "/sign-in/passkey/begin");
  const values = { ceremony: ceremonyId, answer: JSON.stringify(phone.get(options, portal.url)) };
  const other = createVisitor({ language: "en" });
  const elsewhere = await other.open(`${portal.url}/sign-in?lang=en`);
  expect((await other.press(elsewhere, "Sign in with a passkey", values)).status).toBe(401);
  const inside = await asking.press(page, "Sign in with a passkey", values);
  expect(new URL(inside.url).pathname).toBe("/");
  await asking.press(inside, "Sign out");
  const out = await asking.open(`${portal.url}/sign-in?lang=en`);
  expect((await asking.press(out, "Sign in with a passkey", values)).status).toBe(401);
});

test("signing in gives another session than the browser came with, and leads to pages of this site alone", async () => {
  const phone = createAuthenticator();
  const { visitor } = await signInByPassword("per_SEED0TOMJANSSENS");
  await add(visitor, phone);
  const before = sessionCookie(visitor);
  await visitor.press(await visitor.open(`${portal.url}/security?lang=en`), "Sign out");
  const page = await signInBy(phone, { visitor, next: "//elsewhere.example/" });
  expect(new URL(page.url).pathname).toBe("/");
  expect(sessionCookie(visitor)).not.toBe(before);
});

function sessionCookie(visitor: Visitor): string | undefined {
  return /__Host-portal=([^;]+)/.exec(visitor.cookiesFor(portal.url))?.[1];
}

test("what is sensitive asks again who sits there: a passkey answers, and the session gets another token", async () => {
  const phone = createAuthenticator();
  const { visitor } = await signInByPassword("per_SEED0PIETERDECLERCQ");
  await add(visitor, phone, "Phone");
  await ageSessions();
  const page = await visitor.open(`${portal.url}/security/passkeys/add?lang=en`);
  expect(new URL(page.url).pathname).toBe("/confirm");
  const late = await visitor.fetch(`${portal.url}/security/passkeys/begin`, {
    method: "POST",
    headers: {
      accept: "application/json",
      "x-csrf-token": page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "",
    },
  });
  expect(late.status).toBe(403);
  const question = await begin(visitor, page, "/confirm/passkey/begin");
  const answer = (quirks: PasskeyQuirks, { ceremonyId, options }: Question) => ({
    ceremony: ceremonyId,
    answer: JSON.stringify(phone.get(options, portal.url, quirks)),
  });
  const wrong = await visitor.press(
    page,
    "Confirm with a passkey",
    answer({ userVerified: false }, question),
  );
  expect(wrong.status).toBe(401);
  expect(wrong.text).toContain("The passkey was not accepted.");
  const before = sessionCookie(visitor);
  const again = answer({}, await begin(visitor, wrong, "/confirm/passkey/begin"));
  const confirmed = await visitor.press(wrong, "Confirm with a passkey", again);
  expect(new URL(confirmed.url).pathname).toBe("/security/passkeys/add");
  expect(sessionCookie(visitor)).not.toBe(before);
});

test("somebody else's passkey confirms nothing, and who has none is not asked for one", async () => {
  const hers = createAuthenticator();
  const { visitor: nele } = await signInByPassword("per_SEED0NELECLAES");
  await add(nele, hers);
  const { visitor: tom } = await signInByPassword("per_SEED0TOMJANSSENS");
  await add(tom, createAuthenticator());
  const page = await tom.open(`${portal.url}/confirm?lang=en`);
  const { ceremonyId, options } = await begin(tom, page, "/confirm/passkey/begin");
  const { rpId, challenge } = options as { rpId: string; challenge: string };
  const refused = await tom.press(page, "Confirm with a passkey", {
    ceremony: ceremonyId,
    answer: JSON.stringify(hers.get({ rpId, challenge }, portal.url)),
  });
  expect(refused.status).toBe(401);
  const { visitor: lotte } = await signInByPassword("per_SEED0LOTTEMAES");
  expect((await lotte.open(`${portal.url}/confirm?lang=en`)).text).not.toContain("passkey");
});

/** As after a quarter of an hour at the pages. */
async function ageSessions(): Promise<void> {
  const fresh_at = Temporal.Now.instant().subtract({ minutes: 15 });
  await bench.context("owner").db.updateTable("session").set({ fresh_at }).execute();
}

test("64 KB of junk is refused before it is read, and less of it as any wrong answer", async () => {
  const visitor = createVisitor({ language: "en" });
  const page = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const send = (answer: string) =>
    visitor.press(page, "Sign in with a passkey", { ceremony: "cer_0", answer });
  expect((await send("x".repeat(65_536))).status).toBe(413);
  expect((await send("x".repeat(60_000))).status).toBe(401);
  expect((await send("[".repeat(20_000))).status).toBe(401);
});

test("a page that asks for a passkey holds nothing about its reader", async () => {
  const visitor = createVisitor({ language: "en" });
  const page = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const { options } = await begin(visitor, page, "/sign-in/passkey/begin");
  expect(options).toMatchObject({ rpId: "portal.localhost", userVerification: "required" });
  expect((options as { allowCredentials?: unknown[] }).allowCredentials ?? []).toEqual([]);
});

test("questions are counted per address: the next says how long to wait", async () => {
  const visitor = createVisitor({ language: "en" });
  const page = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const tries = portal.deps.passkeys.tries;
  for (let tried = 0; ; tried += 1) {
    const more = await tries.consume("passkey:127.0.0.1").then(
      () => true,
      () => false,
    );
    if (!more) break;
    expect(tried).toBeLessThan(TRY_LIMITS.passkeys.tries);
  }
  const csrf = page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  const limited = await visitor.fetch(`${portal.url}/sign-in/passkey/begin`, {
    method: "POST",
    headers: { accept: "application/json", "x-csrf-token": csrf },
  });
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  const shown = await visitor.press(page, "Sign in with a passkey", { ceremony: "cer_0", answer: "{}" });
  expect(shown.status).toBe(429);
  expect(shown.text).toContain("Sign in another way");
  await tries.forget("passkey:127.0.0.1");
});
