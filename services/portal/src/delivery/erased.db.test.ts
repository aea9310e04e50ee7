import { createTryLimit, sql } from "@posthorn/db";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type Reader, signIn } from "../reader.test-support.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

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
});
afterAll(async () => {
  await portal.close();
  await bench.close();
});

const ERASED = {
  en: { name: "Addressee’s data erased", why: "We erased what you entrusted to us", gone: "It was erased." },
  nl: {
    name: "Gegevens van de geadresseerde gewist",
    why: "hebben we gewist wat u ons",
    gone: "Hij is gewist.",
  },
  fr: {
    name: "Données du destinataire effacées",
    why: "nous avons effacé ce que vous",
    gone: "Il a été effacé.",
  },
  de: {
    name: "Daten des Empfängers gelöscht",
    why: "haben wir gelöscht, was Sie uns",
    gone: "Er wurde gelöscht.",
  },
} as const;
const LANGUAGES = ["en", "nl", "fr", "de"] as const;

async function wipe(set: string, id: string): Promise<void> {
  await sql`SELECT retention.${sql.raw(`wipe_${set}`)}(${[id]}::text[])`.execute(bench.context("owner").db);
}

const open = (path: string) => lotte.visitor.open(`${portal.url}${path}`);

async function ended(
  count: number,
): Promise<{ readonly messageId: string; readonly ids: readonly string[] }> {
  const { messageId, deliveryIds } = await bench.submit({
    addressees: Array.from({ length: count }, (_, n) => ({
      email: `kanarie${n}@example.be`,
      mobile: `+3247012340${n}`,
      name: "Kanarieman",
      first_names: "Jan",
      postal_address: { street: "Kanariestraat", number: "7", postcode: "9000", town: "Gent" },
      language: "nl",
      addressee_consent: { basis: "none_stated" },
    })),
  });
  await sql`UPDATE delivery SET state = 'expired', final_at = clock.now(), chain_closed = true WHERE message_id = ${messageId}`.execute(
    bench.context("owner").db,
  );
  return { messageId, ids: deliveryIds };
}

test("R7 where an addressee's data was erased, the sender's lists and pages say so, when and why, in each language", async () => {
  const { messageId, ids } = await ended(2);
  const [id = ""] = ids;
  for (const one of ids) await wipe("addressee", one);
  for (const language of LANGUAGES) {
    const words = ERASED[language];
    const sent = await open(`/sent?lang=${language}`);
    expect(sent.status).toBe(200);
    expect(sent.text).toContain(words.name);
    const message = await open(`/messages/${messageId}?lang=${language}`);
    expect(message.text).toContain(words.name);
    const delivery = await open(`/deliveries/${id}?lang=${language}`);
    expect(delivery.status).toBe(200);
    expect(delivery.text).toContain(words.name);
    expect(delivery.text).toContain(words.why);
    for (const page of [sent, message, delivery]) expect(page.text).not.toContain("Kanariestraat");
    expect(sent.text).not.toContain("kanarie0@example.be");
  }
  const found = await open("/sent?lang=en&q=Kanarieman");
  expect(found.status).toBe(200);
  expect(found.document.querySelector(`a[href="/deliveries/${id}"]`)).toBeNull();
  const bySubject = await open("/sent?lang=en&q=rent");
  expect(bySubject.document.querySelector(`a[href="/deliveries/${id}"]`)).not.toBeNull();
  // What can be mended cannot any more, and says so kindly.
  for (const path of ["repair", "address", "letter/call-off"])
    expect((await open(`/deliveries/${id}/${path}?lang=en`)).status, path).toBeLessThan(500);
});

test("R8 content that is gone says until when it could be had; its parts answer that it is not kept any more", async () => {
  const { messageId, ids } = await ended(1);
  await wipe("sender_content", messageId);
  for (const language of LANGUAGES) {
    const page = await open(`/deliveries/${ids[0]}?lang=${language}`);
    expect(page.text).toContain(ERASED[language].gone);
    expect(page.document.querySelector(`a[href^="/messages/${messageId}/parts/"]`)).toBeNull();
  }
  const part = await open(`/messages/${messageId}/parts/1?lang=en`);
  expect(part.status).toBe(404);
  expect(part.text).toContain("The content is no longer kept");
});

test("R9 after its evidence a delivery is as unknown as any other: pages, proofs, evidence and bundle", async () => {
  const { messageId, ids } = await ended(1);
  const [id = ""] = ids;
  await wipe("evidence", id);
  for (const path of [
    `/deliveries/${id}`,
    `/deliveries/${id}/bundle`,
    `/deliveries/${id}/repair`,
    `/messages/${messageId}`,
    `/messages/${messageId}/parts/1`,
    `/deliveries/${id}/proofs/proof_of_submission?language=en`,
  ]) {
    const page = await open(path);
    expect(page.status, path).toBe(404);
    const never = await open(
      path.replace(id, `${id.slice(0, -1)}Z`).replace(messageId, `${messageId.slice(0, -1)}Z`),
    );
    expect(page.document.title, path).toBe(never.document.title);
  }
  expect((await open("/sent?lang=en")).document.querySelector(`a[href="/deliveries/${id}"]`)).toBeNull();
  const ledger = await sql<{
    n: number;
  }>`SELECT count(*)::int AS n FROM credit_entry WHERE delivery_id = ${id} AND account_id = ${TEST_SENDER.accountId}`.execute(
    bench.context("owner").db,
  );
  expect(ledger.rows[0]?.n).toBeGreaterThan(0);
});
