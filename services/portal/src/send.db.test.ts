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

async function signedIn(): Promise<{ visitor: Visitor; page: Page }> {
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/?lang=en`);
  const page = await visitor.press(form, "Sign in", {
    email: LOTTE?.email ?? "",
    password: LOTTE?.password ?? "",
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
