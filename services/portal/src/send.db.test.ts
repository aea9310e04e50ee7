import { createTryLimit } from "@posthorn/db";
import {
  createVerbBench,
  createVisitor,
  type Page,
  PEOPLE,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "./deps.ts";
import { type RunningPortal, startPortal } from "./start.test-support.ts";

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

const LOTTE = PEOPLE[0];
const ADDRESSEE = {
  "addressees.0.first_names": "Jan",
  "addressees.0.name": "Peeters",
  "addressees.0.email": "jan.peeters@example.be",
  "addressees.0.mobile": "0470 12 34 12",
};

async function signedIn(person = LOTTE): Promise<{ visitor: Visitor; page: Page }> {
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/?lang=en`);
  const page = await visitor.press(form, "Sign in", {
    email: person?.email ?? "",
    password: person?.password ?? "",
  });
  return { visitor, page };
}

test("a message is composed, looked over and sent without any script", async () => {
  const { visitor, page } = await signedIn();
  expect(page.text).toContain("Immo Vandewalle bv");
  const compose = await visitor.follow(page, "New message");
  expect(compose.document.title).toContain("New registered message");
  const wrong = await visitor.press(compose, "Look it over and send", {
    ...ADDRESSEE,
    "addressees.0.mobile": "0470 12 34",
    subject: "Formal notice: rent arrears",
    body: "Dear Mr Peeters,\n\nPay.",
  });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("needs your attention");
  expect(wrong.document.querySelector<HTMLInputElement>('[name="subject"]')?.value).toBe(
    "Formal notice: rent arrears",
  );
  const preview = await visitor.press(wrong, "Look it over and send", ADDRESSEE);
  expect(preview.text).toContain("Jan Peeters");
  expect(preview.text).toContain("does not replace a registered letter");
  const sent = await visitor.press(preview, "Send now");
  expect(sent.url).toMatch(/\/deliveries\/dlv_/);
  expect(sent.text).toContain("Formal notice: rent arrears");
  expect(sent.text).toContain("Accepted for delivery");
});

test("addressees are added and removed without any script, and what was typed stays", async () => {
  const { visitor, page } = await signedIn();
  const compose = await visitor.follow(page, "New message");
  const two = await visitor.press(compose, "Add another addressee", { ...ADDRESSEE, subject: "Hello" });
  expect(two.document.querySelectorAll("fieldset.party")).toHaveLength(2);
  const typed = { "addressees.1.name": "Maes", "addressees.1.email": "an@example.be" };
  const kept = await visitor.press(two, "Keep draft", typed);
  const one = await visitor.press(kept, "Remove this addressee Addressee 1");
  expect(one.document.querySelectorAll("fieldset.party")).toHaveLength(1);
  expect(one.document.querySelector<HTMLInputElement>('[name="addressees.0.name"]')?.value).toBe("Maes");
  expect(one.document.querySelector<HTMLInputElement>('[name="subject"]')?.value).toBe("Hello");
});

test("files come with the form where there is no script; a refused one tells its reason and keeps nobody back", async () => {
  const { visitor, page } = await signedIn();
  const compose = await visitor.follow(page, "New message");
  const body = new FormData();
  body.append("_csrf", compose.document.querySelector<HTMLInputElement>('[name="_csrf"]')?.value ?? "");
  body.append("subject", "With files");
  body.append("addressees.0.name", "Peeters");
  body.append("files", new Blob(["Dear Jan"]), "letter.txt");
  body.append("files", new Blob([`MZ${"\0".repeat(300)}`]), "invoice.pdf");
  body.append("files", new Blob([]), "");
  const answer = await visitor.fetch(compose.url, { method: "POST", body });
  expect(answer.status).toBe(400);
  const after = await visitor.open(compose.url);
  expect(await answer.text()).toContain("invoice.pdf was not taken");
  expect(Array.from(after.document.querySelectorAll(".file b"), ({ textContent }) => textContent)).toEqual([
    "letter.txt",
  ]);
  expect(after.document.querySelector<HTMLInputElement>('[name="subject"]')?.value).toBe("With files");
  const without = await visitor.press(after, "Remove letter.txt", { subject: "Without files" });
  expect(without.document.querySelectorAll(".file")).toHaveLength(0);
  expect(without.document.querySelector<HTMLInputElement>('[name="subject"]')?.value).toBe("Without files");
});

test("what changed after it was looked over is looked over again; a sent draft leads to what became of it", async () => {
  const { visitor, page } = await signedIn();
  const compose = await visitor.follow(page, "New message");
  const preview = await visitor.press(compose, "Look it over and send", { ...ADDRESSEE, subject: "First" });
  await visitor.press(await visitor.open(compose.url), "Keep draft", { subject: "Second" });
  const changed = await visitor.press(preview, "Send now");
  expect(changed.status).toBe(409);
  expect(changed.text).toContain("This draft was changed since you looked it over.");
  expect(changed.text).toContain("Second");
  const sent = await visitor.press(changed, "Send now");
  expect(sent.text).toContain("Second");
  const again = await visitor.press(changed, "Send now");
  expect(again.url.split("?")[0]).toBe(sent.url.split("?")[0]);
  expect((await visitor.open(compose.url)).url).toBe(sent.url.split("?")[0]);
});

test("who is not identified may prepare and not send", async () => {
  const { visitor, page } = await signedIn(PEOPLE.find(({ identified }) => !identified));
  expect(page.text).toContain("One thing is missing before you can send");
  const compose = await visitor.follow(page, "New message");
  const preview = await visitor.press(compose, "Look it over and send", { ...ADDRESSEE, subject: "Hello" });
  const refused = await visitor.press(preview, "Send now");
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("must be identified first");
});

test("several addressees have a page of their own, with each delivery one step away", async () => {
  const { visitor, page } = await signedIn();
  const compose = await visitor.follow(page, "New message");
  const two = await visitor.press(compose, "Add another addressee", { ...ADDRESSEE, subject: "To two" });
  const preview = await visitor.press(two, "Look it over and send", {
    "addressees.1.kind": "organisation",
    "addressees.1.name": "Bakkerij Peeters bv",
    "addressees.1.email": "info@peeters.example",
    "addressees.1.mobile": "+31 6 12345678",
  });
  expect(preview.text).toContain("none of the 2 deliveries");
  const sent = await visitor.press(preview, "Send now");
  expect(sent.url).toMatch(/\/messages\/msg_/);
  expect(sent.text).toContain("Bakkerij Peeters bv");
  const delivery = await visitor.follow(sent, "Jan Peeters");
  expect(delivery.text).toContain("Accepted for delivery");
  const list = await visitor.open(`${portal.url}/sent?q=bakkerij`);
  expect(list.text).toContain("2 of 2");
});
