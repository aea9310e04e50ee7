import { createTryLimit, sql } from "@posthorn/db";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type Reader, signIn } from "../reader.test-support.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

const REASON = "Summons of 3 November before the justice of the peace";

let bench: VerbBench;
let portal: RunningPortal;
let lotte: Reader;

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
  lotte = await signIn(portal, "per_SEED0LOTTEMAES");
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

const owner = () => bench.context("owner").db;
const open = (path: string) => lotte.visitor.open(portal.url + path);

async function ended(days: number): Promise<{ readonly id: string; readonly messageId: string }> {
  const { deliveryIds, messageId } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  await sql`UPDATE delivery SET state = 'expired', final_at = clock.now() - make_interval(days => ${days}) WHERE id = ${id}`.execute(
    owner(),
  );
  return { id, messageId };
}

test("a member sees what falls when, asks for a hold once, and finds it in the list and on the page", async () => {
  const { id } = await ended(1);
  const page = await open(`/deliveries/${id}`);
  const kept = page.document.querySelector("#kept")?.textContent ?? "";
  for (const words of [
    "Text and files of the message",
    "24 months after the end. To prove to a court",
    "365 days",
  ])
    expect(kept).toContain(words);
  expect(kept).not.toMatch(/\bR\d/u);
  const form = await lotte.visitor.follow(page, "Ask for a legal hold");
  expect(form.text).toContain("Privacy desk: dpo@posthorn.example");
  const wrong = await lotte.visitor.press(form, "Ask for it", { reason: "short" });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("Make a choice.");
  const list = await lotte.visitor.press(wrong, "Ask for it", { ground: "dispute", reason: REASON });
  expect(new URL(list.url).pathname).toBe("/holds");
  expect(list.text).toContain("Your request stands.");
  expect(list.text).toContain(REASON);
  const again = await lotte.visitor.press(form, "Ask for it", { ground: "fraud", reason: REASON });
  expect(again.status).toBe(409);
  expect(again.text).toContain("waits for a decision");
  expect((await open(`/deliveries/${id}`)).text).toContain("It keeps nothing before it is placed.");
  await sql`INSERT INTO staff (id, email, family_name, first_names, language, roles, webauthn_handle, created_at)
    VALUES ('stf_T', 'h@posthorn.example', 'V', 'B', 'en', ARRAY['privacy_officer'], 'stf_T', clock.now())`.execute(
    owner(),
  );
  await sql`UPDATE legal_hold SET state = 'placed', decided_by = 'stf_T', ends_on = retention.today() + 500 WHERE scope_id = ${id}`.execute(
    owner(),
  );
  await sql`INSERT INTO rectification_note (id, delivery_id, words, noted_by, noted_at)
    VALUES ('rno_T', ${id}, 'The name is Peters.', 'stf_T', clock.now())`.execute(owner());
  const held = await open(`/deliveries/${id}`);
  expect(held.text).toContain("The name is Peters.");
  expect(held.text).toContain("The evidence bundle holds this note.");
  expect(held.text).toContain("Kept by a legal hold until the end of");
});

test("the sender changes how long the content is kept, and says so where it falls at once", async () => {
  const { id, messageId } = await ended(40);
  const page = await lotte.visitor.follow(
    await open(`/deliveries/${id}`),
    "Keep the content longer or shorter",
  );
  const outside = await lotte.visitor.press(page, "Save", { days: "731" });
  expect(outside.status).toBe(400);
  expect(outside.text).toContain("Give a number from 30 to 730.");
  const now = await lotte.visitor.press(page, "Save", { days: "35" });
  expect(now.status).toBe(400);
  expect(now.text).toContain("By this the content is erased within a day.");
  const saved = await lotte.visitor.press(now, "Save", { days: "35", at_once: "on" });
  expect(saved.text).toContain("Saved.");
  await sql`UPDATE message SET content_erased_at = clock.now() WHERE id = ${messageId}`.execute(owner());
  const late = await lotte.visitor.press(page, "Save", { days: "90" });
  expect(late.status).toBe(409);
  expect(late.text).toContain("is erased already");
});

test("what falls soon is listed with its bundle, and timestamps are renewed once a day", async () => {
  expect((await open("/falling")).text).toContain("Nothing falls within 60 days");
  const { id } = await ended(700);
  const list = await open("/falling");
  expect(list.text).toContain("Privacy desk: dpo@posthorn.example");
  expect(list.document.querySelector(`a[href="/deliveries/${id}/bundle"]`)).not.toBeNull();
  const page = await open(`/deliveries/${id}`);
  const asked = await lotte.visitor.press(page, "Renew the timestamps");
  expect(asked.text).toContain("The timestamps are being renewed.");
  const twice = await lotte.visitor.press(page, "Renew the timestamps");
  expect(twice.text).toContain("Once a day is enough.");
});
