import { createTryLimit } from "@posthorn/db";
import { createVerbBench, createVisitor, PEOPLE, type VerbBench, type Visitor } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

let bench: VerbBench;
let portal: RunningPortal;
let ahead = 0;

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
    now: () => Temporal.Now.instant().round("millisecond").add({ seconds: ahead }),
  });
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

/** As a reader sees it. */
const plain = (text: string) => text.replaceAll(/\s+/gu, " ");

async function enter(id: string): Promise<Visitor> {
  const person = PEOPLE.find((each) => each.id === id);
  if (!person) throw new Error(`nobody has the id ${id}`);
  const visitor = createVisitor();
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const page = await visitor.press(form, "Sign in", { email: person.email, password: person.password });
  expect(new URL(page.url).pathname).toBe("/");
  return visitor;
}

test("password fields hide what is typed, and let managers fill it in and people paste it", async () => {
  const visitor = await enter("per_SEED0NELECLAES");
  const stranger = createVisitor();
  ahead += 601;
  const expected = {
    "/sign-in": ["current-password"],
    "/confirm": ["current-password"],
    "/security/password": ["current-password", "new-password", "new-password"],
  };
  for (const [path, autocomplete] of Object.entries(expected)) {
    const { document } = await (path === "/sign-in" ? stranger : visitor).open(
      `${portal.url}${path}?lang=en`,
    );
    const fields = [...document.querySelectorAll("input[autocomplete$=-password]")];
    expect(fields.map((field) => field.getAttribute("autocomplete"))).toEqual(autocomplete);
    for (const field of fields) {
      expect(field.getAttribute("type")).toBe("password");
      expect(field.getAttribute("maxlength")).toBeNull();
    }
    expect(document.querySelector("[onpaste]")).toBeNull();
    expect(document.querySelector("input[autocomplete^=username]")).not.toBeNull();
  }
});

test("a password of years ago still signs in: nobody is made to change it", async () => {
  const { db } = bench.context("owner");
  const changed = Temporal.Instant.from("2001-01-01T00:00:00Z");
  const id = "per_SEED0CAMILLEDUBOIS";
  await db.updateTable("person").set({ password_changed_at: changed }).where("id", "=", id).execute();
  const visitor = await enter(id);
  expect((await visitor.open(`${portal.url}/sent`)).status).toBe(200);
});

test("the sign-in page says how a forgotten password is replaced", async () => {
  for (const language of ["en", "nl", "fr", "de"] as const) {
    const { text } = await createVisitor().open(`${portal.url}/sign-in?lang=${language}`);
    const words = textsFor(language).portal.signIn;
    expect(plain(text)).toContain(plain(words.forgotten));
    expect(plain(text)).toContain(plain(words.forgottenText));
  }
});

test("every page inside has the button that signs out", async () => {
  const visitor = await enter("per_SEED0NELECLAES");
  for (const path of ["/", "/sent", "/drafts", "/security", "/security/passkeys", "/confirm", "/identify"]) {
    const { document } = await visitor.open(`${portal.url}${path}?lang=en`);
    const button = document.querySelector('form[method=post][action="/sign-out"] button');
    expect(button?.textContent, path).toContain("Sign out");
  }
});

test("to end a session one proves first who sits there", async () => {
  const here = await enter("per_SEED0PIETERDECLERCQ");
  const elsewhere = await enter("per_SEED0PIETERDECLERCQ");
  ahead += 601;
  const asked = await here.press(await here.open(`${portal.url}/security?lang=en`), "End all others");
  expect(new URL(asked.url).pathname).toBe("/confirm");
  expect(new URL((await elsewhere.open(`${portal.url}/sent`)).url).pathname).toBe("/sent");
  const back = await here.press(asked, "Confirm", { password: "dakpan-zomer-negentien" });
  const done = await here.press(back, "End all others");
  expect(done.text).toContain("All other sessions have ended.");
  expect(new URL((await elsewhere.open(`${portal.url}/sent`)).url).pathname).toBe("/sign-in");
});

test("after a means of sign-in was changed all other sessions can be ended", async () => {
  const here = await enter("per_SEED0TOMJANSSENS");
  await enter("per_SEED0TOMJANSSENS");
  for (const done of ["app", "appOff"]) {
    const { document } = await here.open(`${portal.url}/security?lang=en&done=${done}`);
    expect(document.querySelector('form[action="/security/sessions/end-others"] button')?.textContent).toBe(
      "End all others",
    );
  }
  const passkeys = await here.open(`${portal.url}/security/passkeys?lang=en&done=removed`);
  expect(passkeys.document.querySelector('a[href="/security"]')).not.toBeNull();
});
