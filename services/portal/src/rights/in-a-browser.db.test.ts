import { randomBytes } from "node:crypto";
import { createTryLimit } from "@posthorn/db";
import { deriveRequestCode, requestCodeHash } from "@posthorn/identity";
import {
  auditPage,
  createVerbBench,
  findBrowser,
  openBrowser,
  pressEnter,
  tabTo,
  typeInto,
  PEOPLE,
  type VerbBench,
} from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

// skipped: no browser — where neither the packaged nor an installed one runs.
const executablePath = await findBrowser();
const codeKey = randomBytes(32);
const { portal: words } = textsFor("en").rights;

let bench: VerbBench;
let portal: RunningPortal;
let browser: Browser | undefined;
let page: Page;

beforeAll(async () => {
  if (executablePath === undefined) return;
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
      now: () => Temporal.Now.instant().round("millisecond"),
    },
    { codeKey },
  );
  browser = await openBrowser(executablePath);
  page = await (await browser.newContext({ locale: "en" })).newPage();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  if (executablePath === undefined) return;
  await portal.close();
  await bench.close();
});

/** The code that the mail of the latest request says, booked as the worker books it. */
async function codeOfLatest(): Promise<string> {
  const { db } = bench.context("owner");
  const { request_id: id, expires_at: until } = await db
    .selectFrom("rights_request_code")
    .select(["request_id", "expires_at"])
    .orderBy("expires_at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const code = deriveRequestCode(codeKey, id, until);
  await db
    .updateTable("rights_request_code")
    .set({ code_hash: requestCodeHash(codeKey, id, code) })
    .where("request_id", "=", id)
    .execute();
  return code;
}

test.skipIf(executablePath === undefined)(
  "with the keyboard alone a request is made and confirmed without an account; axe finds nothing on the way",
  async () => {
    await page.goto(`${portal.url}/rights?lang=en`);
    expect(await auditPage(page)).toEqual([]);
    await tabTo(page, "input[name=kind]");
    await page.keyboard.press("Space");
    await typeInto(page, "#first_names", "Jan");
    await typeInto(page, "#name", "Peeters");
    await typeInto(page, "#email", "jan.peeters@post.example");
    await tabTo(page, "main button.primary");
    await pressEnter(page, /\/rights\/code\//);
    expect(await auditPage(page)).toEqual([]);
    await typeInto(page, "#code", await codeOfLatest());
    await pressEnter(page, /\/rights\/complete\//);
    expect(await page.textContent("main")).toContain(words.complete.link);
    expect(await auditPage(page)).toEqual([]);
  },
  60_000,
);

test.skipIf(executablePath === undefined)(
  "with the keyboard alone an account holder restricts, and lifts it; axe finds nothing on his pages and a sender's",
  async () => {
    const nele = PEOPLE.find(({ id }) => id === "per_SEED0NELECLAES");
    await page.goto(`${portal.url}/sign-in?lang=en`);
    await typeInto(page, "#email", nele?.email ?? "");
    await typeInto(page, "#password", nele?.password ?? "");
    await pressEnter(page, /\/(?:\?.*)?$/);
    await page.goto(`${portal.url}/me/requests/new`);
    expect(await auditPage(page)).toEqual([]);
    await tabTo(page, "input[name=kind]");
    for (let downs = 0; downs < 3; downs += 1) await page.keyboard.press("ArrowDown");
    await tabTo(page, "#ask button");
    await pressEnter(page, /\/me\/requests\?done=restricted/);
    expect(await auditPage(page)).toEqual([]);
    await tabTo(page, '#requests a[href^="/me/requests/"]');
    await pressEnter(page, /\/me\/requests\/rrq_/);
    expect(await auditPage(page)).toEqual([]);
    await page.goto(`${portal.url}/me/restriction`);
    await tabTo(page, "#lift button");
    await pressEnter(page, /done=lifted/);
    await page.goto(`${portal.url}/account/requests`);
    expect(await auditPage(page)).toEqual([]);
  },
  60_000,
);
