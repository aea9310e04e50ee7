import { createTryLimit } from "@posthorn/db";
import {
  cookiesSeen,
  createVerbBench,
  createVisitor,
  PEOPLE,
  TEST_SENDER,
  type VerbBench,
} from "@posthorn/testkit";
import { cookieFaults, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { TRY_LIMITS } from "./deps.ts";
import {
  addressOf,
  ask,
  type Ids,
  idsOfCompany,
  openDraft,
  type Reader,
  signIn,
  uploadTo,
} from "./reader.test-support.ts";
import { nameOf, ROUTES } from "./routes.test-support.ts";
import { type RunningPortal, startPortal } from "./start.test-support.ts";

const POSTS = ROUTES.filter(({ method }) => method === "POST");

let bench: VerbBench;
let portal: RunningPortal;
let app: Hono<WebEnv>;
let lotte: Reader;
let ids: Ids;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal", {
    limits: { fileBytes: 20_000, messageBytes: 30_000, files: 2, addressees: 3 },
  });
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
    now: () => Temporal.Now.instant().round("millisecond"),
  });
  app = createApp(portal.deps);
  lotte = await signIn(portal, "per_SEED0LOTTEMAES");
  ids = await idsOfCompany({ bench, portal }, lotte);
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

const fill = (path: string): string => addressOf(portal, path, ids);

async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { code: string }).code;
}

test("every route is on the list", () => {
  const known = new Set(ROUTES.map(nameOf));
  const unlisted = app.routes
    .filter(({ method, path }) => method !== "ALL" && !/^\/(assets\/|healthz|readyz)/.test(path))
    // Without what a parameter must look like.
    .map(({ method, path }) => `${method} ${path.replaceAll(/\{[^/]*\}/g, "")}`)
    .filter((name) => !known.delete(name));
  expect(unlisted).toEqual([]);
  expect([...known]).toEqual([]);
});

test.each(POSTS.map((route) => [nameOf(route), route] as const))(
  "%s: without the token of the form nothing is done",
  async (_, route) => {
    const answer = await ask(portal, { ...lotte, csrf: "" }, route, ids, { accept: "application/json" });
    expect(answer.status).toBe(403);
    expect(await codeOf(answer)).toBe("csrf_failed");
    const multipart = new FormData();
    multipart.append("subject", "x");
    const address = fill(route.path);
    const inBody = await lotte.visitor.fetch(address, {
      method: "POST",
      body: multipart,
      redirect: "manual",
      headers: { accept: "application/json" },
    });
    expect(inBody.status).toBe(403);
    const elsewhere = await ask(portal, lotte, route, ids, {
      accept: "application/json",
      "sec-fetch-site": "cross-site",
    });
    expect(elsewhere.status).toBe(403);
  },
);

test("ids that nobody has are not there either", async () => {
  for (const path of [
    "/deliveries/dlv_0",
    "/messages/msg_0",
    "/evidence/evd_0",
    "/compose/dft_0",
    "/nowhere",
  ]) {
    expect((await lotte.visitor.fetch(portal.url + path)).status).toBe(404);
  }
  const unknownKind = await lotte.visitor.fetch(
    `${portal.url}/deliveries/${ids["delivery"] ?? ""}/proofs/proof_of_love`,
  );
  expect(unknownKind.status).toBe(404);
});

test("signing in wrongly says so, keeps the address, and is limited per address and mailbox", async () => {
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const attempt = (email: string) => visitor.press(form, "Sign in", { email, password: "wrong" });
  const wrong = await attempt("nele.claes@post.example");
  expect(wrong.status).toBe(401);
  expect(wrong.text).toContain("E-mail address or password is not right.");
  expect(wrong.document.querySelector<HTMLInputElement>("#email")?.value).toBe("nele.claes@post.example");
  expect((await attempt("nobody@post.example")).text).toContain("E-mail address or password is not right.");
  for (let tries = 1; tries < TRY_LIMITS.signIn.tries; tries += 1) await attempt("nele.claes@post.example");
  const limited = await attempt("nele.claes@post.example");
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  // Another mailbox from the same place is not locked out.
  expect((await attempt("tom.janssens@post.example")).status).toBe(401);
}, 60_000);

test("a sign-in leads only to pages of this site, and signing out ends the session itself", async () => {
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(
    `${portal.url}/sign-in?lang=en&next=${encodeURIComponent("//elsewhere.example/")}`,
  );
  const person = PEOPLE[1];
  const page = await visitor.press(form, "Sign in", {
    email: person?.email ?? "",
    password: person?.password ?? "",
  });
  expect(new URL(page.url).pathname).toBe("/");
  const cookie = visitor.cookiesFor(portal.url);
  const out = await visitor.press(page, "Sign out");
  expect(out.text).toContain("You are signed out");
  const stolen = await fetch(portal.url.replace("portal.localhost", "127.0.0.1"), {
    redirect: "manual",
    headers: { cookie },
  });
  expect(stolen.status).toBe(303);
});

test("a list that is asked for wrongly", async () => {
  const at = (query: string) => lotte.visitor.fetch(`${portal.url}/sent?${query}`);
  expect((await at("cursor=nonsense")).status).toBe(400);
  expect((await at("state=nonsense&q=%25_%5C")).status).toBe(200);
  const language = await lotte.visitor.fetch(
    fill("/deliveries/:delivery/proofs/proof_of_submission?language=xx"),
  );
  expect(language.status).toBe(400);
});

test("files that are refused: too large, too many, changed on the way, programs, none", async () => {
  const draft = await openDraft(portal, lotte);
  const large = await uploadTo(portal, lotte, draft, "large.txt", "x".repeat(20_001));
  expect(large.status).toBe(413);
  expect(await codeOf(large)).toBe("file_too_large");
  const changed = await uploadTo(portal, lotte, draft, "a.txt", "hello", "0".repeat(64));
  expect(changed.status).toBe(409);
  expect(await codeOf(changed)).toBe("digest_mismatch");
  const program = await uploadTo(
    portal,
    lotte,
    draft,
    "a.pdf",
    Uint8Array.from(Buffer.from(`MZ${"\0".repeat(100)}`)),
  );
  expect(program.status).toBe(400);
  expect(await codeOf(program)).toMatch(/^part_/);
  const empty = await uploadTo(portal, lotte, draft, "a.txt", "");
  expect(empty.status).toBe(400);
  expect((await uploadTo(portal, lotte, draft, "one.txt", "x".repeat(15_000))).status).toBe(201);
  const together = await uploadTo(portal, lotte, draft, "two.txt", "x".repeat(16_000));
  expect(together.status).toBe(413);
  expect(await codeOf(together)).toBe("message_too_large");
  expect((await uploadTo(portal, lotte, draft, "two.txt", "x")).status).toBe(201);
  const third = await uploadTo(portal, lotte, draft, "three.txt", "x");
  expect(third.status).toBe(409);
  expect(await codeOf(third)).toBe("too_many_files");
  const page = await lotte.visitor.open(`${portal.url}/compose/${draft}?lang=en`);
  expect(page.text).toContain("one.txt");
  expect(page.text).not.toContain("a.pdf");
});

test("a proof that is being sealed answers 409 and when to come back", async () => {
  const answer = await lotte.visitor.fetch(fill("/deliveries/:delivery/proofs/:kind"));
  expect(answer.status).toBe(409);
  expect(answer.headers.get("retry-after")).toBe("1");
  expect(await answer.text()).toContain("being sealed");
  const evidence = await lotte.visitor.fetch(fill("/evidence/:record"), {
    headers: { accept: "application/json" },
  });
  expect(evidence.status).toBe(409);
  expect(await codeOf(evidence)).toBe("evidence_being_sealed");
});

test("a repair with errors keeps what was typed, one without changes says so, a right one is carried out once", async () => {
  const { deliveryIds } = await bench.submit();
  const open = () => lotte.visitor.open(`${portal.url}/deliveries/${deliveryIds[0] ?? ""}/repair?lang=en`);
  const button = "Mend and send a new notice";
  const wrong = await lotte.visitor.press(await open(), button, {
    email: "jan.peeters@",
    mobile: "0470 99 88 77",
  });
  expect(wrong.status).toBe(400);
  expect(wrong.document.querySelector<HTMLInputElement>("#mobile")?.value).toBe("0470 99 88 77");
  expect(wrong.document.querySelector("#email-error")).not.toBeNull();
  const same = await lotte.visitor.press(await open(), button);
  expect(same.text).toContain("Change at least one of the fields.");
  const mended = await lotte.visitor.press(await open(), button, { email: "jan.p@example.be" });
  expect(mended.text).toContain("jan.p@example.be");
  expect((await open()).text).toContain("can no longer be mended");
  const late = await lotte.visitor.press(wrong, button, { email: "jan.q@example.be" });
  expect(late.status).toBe(409);
});

test("a letter without an address asks for one, takes one abroad, and is called off once", async () => {
  const { deliveryIds } = await bench.submit({ options: { postal_fallback: true } });
  const page = `${portal.url}/deliveries/${deliveryIds[0] ?? ""}`;
  const open = (path = "") => lotte.visitor.open(`${page}${path}?lang=en`);
  expect((await open()).text).toContain("You gave no postal address.");
  const wrong = await lotte.visitor.press(await open("/address"), "Mend the address", {
    "postal_address.street": "Damrak",
  });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("You gave no postal address.");
  const address = { street: "Damrak", number: "1", postcode: "1012 LG", town: "Amsterdam", country: "NL" };
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(address)) typed[`postal_address.${name}`] = value;
  const owner = bench.context("owner").db;
  const { accountId } = TEST_SENDER;
  const holding = (balance: number) =>
    owner.updateTable("account_credit").set({ balance }).where("account_id", "=", accountId).execute();
  const credits = await owner
    .selectFrom("account_credit")
    .select("balance")
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  await holding(4);
  const poor = await lotte.visitor.press(await open("/address"), "Mend the address", typed);
  expect(poor.status).toBe(400);
  expect(poor.text).toContain("costs 5 credits more. Your account has 4.");
  expect(poor.document.querySelector<HTMLInputElement>('[name="postal_address.town"]')?.value).toBe(
    "Amsterdam",
  );
  await holding(credits.balance);
  // Another country costs more: it is told, and nothing is reserved before the sender agrees.
  const price = await lotte.visitor.press(poor, "Mend the address");
  expect(price.text).toContain("takes 5 credits more");
  expect(price.document.querySelector("#new-address")?.textContent).toBe(
    "Damrak 11012 LG AmsterdamNetherlands",
  );
  expect((await open()).text).toContain("You gave no postal address.");
  const edited = await lotte.visitor.press(price, "Change the address");
  expect(edited.document.querySelector<HTMLInputElement>('[name="postal_address.street"]')?.value).toBe(
    "Damrak",
  );
  await holding(4);
  const spent = await lotte.visitor.press(price, "Mend the address at this price");
  expect(spent.text).toContain("costs 5 credits more. Your account has 4.");
  await holding(credits.balance);
  const mended = await lotte.visitor.press(price, "Mend the address at this price");
  expect(mended.text).toContain("1012 LG AMSTERDAM");
  expect(mended.text).not.toContain("You gave no postal address.");
  const asked = await open("/letter/call-off");
  expect(asked.text).toContain("You get the postage back: 14 credits.");
  const done = await lotte.visitor.press(asked, "Call the letter off");
  expect(done.text).toContain("You got 14 credits of postage back.");
  expect(done.text).toContain("None follows.");
  expect((await lotte.visitor.press(asked, "Call the letter off")).status).toBe(200);
  expect((await open("/letter/call-off")).text).toContain("can no longer be called off");
});

test("the sender gets back exactly what he sent", async () => {
  const answer = await lotte.visitor.fetch(fill("/messages/:message/parts/1"));
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  expect(await answer.text()).toMatch(/^Formal notice: rent arrears\n\nDear Mr Peeters/);
  expect((await lotte.visitor.fetch(fill("/messages/:message/parts/2"))).status).toBe(404);
});

test("whatever was asked for, no cookie was set but those on the list, as the list says", () => {
  const seen = cookiesSeen("portal");
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.flatMap((line) => cookieFaults("portal", line))).toEqual([]);
});
