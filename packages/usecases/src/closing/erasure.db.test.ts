import { readdir } from "node:fs/promises";
import { newContentKey } from "@posthorn/content";
import { sql } from "@posthorn/db";
import { brusselsDay, COUNTDOWN_DAYS } from "@posthorn/domain";
import { createLetterBench, createVerbBench, type LetterBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadSession } from "../account/load-session.ts";
import { runErrand } from "../errand/run-errand.ts";
import { actOf, createCompanies, now, type TestMember } from "../member/company.test-support.ts";
import { runPersonErrand } from "../account/run-person-errand.ts";
import { closeAccount } from "./close-account.ts";
import { removeBlobsOwed } from "../erasure/remove-blobs.ts";
import { reopenAccount } from "./reopen-account.ts";
import { runClosing } from "./run-closing.ts";

let bench: VerbBench;
let letters: LetterBench;
let company: ReturnType<typeof createCompanies>;

beforeAll(async () => {
  bench = await createVerbBench();
  letters = createLetterBench(bench);
  company = createCompanies(bench);
});
afterAll(() => bench.close());

const owner = () => bench.context("owner").db;
const portal = () => bench.context("portal");
const pass = async () => ({
  ...(await runClosing(bench.context("worker"))),
  erased: await eraseAccounts(),
  blobsRemoved: await removeBlobsOwed(bench.context("eraser"), bench.content),
});
/** As the eraser does; returns how many accounts went to the end. */
async function eraseAccounts(): Promise<number> {
  const { db } = bench.context("eraser");
  const { rows } = await sql<{ gone: string[] }>`
    SELECT retention.erase_account(ARRAY(SELECT d.id FROM retention.due_account(retention.today(), NULL, 100) d)) AS gone`.execute(
    db,
  );
  return rows[0]?.gone.length ?? 0;
}
const VISITOR = { ip: "192.0.2.7", userAgent: "test", language: "nl" };

const VANDEWALLE = "acc_SEED0VANDEWALLE";
const member = (name: string, accountId = VANDEWALLE): TestMember => ({
  accountId,
  memberId: `mem_SEED0${name}`,
  personId: `per_SEED0${name}`,
  publicId: "",
  email: "",
});
const LOTTE = member("LOTTEMAES");
const NELE = member("NELECLAES", "acc_SEED0NELECLAES");

async function run(text: TemplateStringsArray, ...values: unknown[]): Promise<void> {
  await sql(text, ...values).execute(owner());
}

/** As when the countdown's last day has come. */
async function endCountdown(accountId: string): Promise<void> {
  await run`UPDATE account SET erase_by = ${brusselsDay(now())} WHERE id = ${accountId}`;
}

async function closeNow(who: TestMember): Promise<void> {
  expect(await closeAccount(portal(), { ...actOf(who), mode: "now" })).toBe("closed");
}

async function blobs(): Promise<number> {
  const entries = await readdir(bench.contentDirectory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

async function putBlob(id: string): Promise<string> {
  const one = (async function* () {
    yield new TextEncoder().encode("kanarie");
  })();
  await bench.content.put(id, newContentKey(), one);
  return id;
}

/** One row in each table that holds something of an account or of its members, all with a word to be found again. */
async function plantCanaries(): Promise<void> {
  const { personId, memberId } = LOTTE;
  const upload = await putBlob("blb_KANARIEUPLOAD");
  const onPaper = await putBlob("blb_KANARIERENDITION");
  const paper = await putBlob("blb_KANARIEPAPER");
  await run`UPDATE account SET vat_number = 'BE-kanarie', box = 'kanarie' WHERE id = ${VANDEWALLE}`;
  await run`UPDATE person SET webauthn_handle = 'kanarie', password_hash = 'kanarie' WHERE id = ${personId}`;
  await company.sessionOf(LOTTE);
  await run`UPDATE session SET browser = 'kanarie', ip = 'kanarie' WHERE person_id = ${personId}`;
  await run`INSERT INTO device (id, holder_kind, holder_id, token_hash, browser, os, first_seen_at, last_seen_at)
    VALUES ('dev_1', 'person', ${personId}, 'h', 'kanarie', 'kanarie', clock.now(), clock.now())`;
  await run`INSERT INTO passkey (id, holder_kind, holder_id, credential_id, public_key, sign_count, backed_up, name, created_at)
    VALUES ('pky_1', 'person', ${personId}, 'c', '\\x00', 0, false, 'kanarie', clock.now())`;
  await run`INSERT INTO totp VALUES (${personId}, 'kanarie', 1, clock.now(), 0)`;
  await run`INSERT INTO recovery_code VALUES (${personId}, 'kanarie', clock.now())`;
  await run`INSERT INTO person_identity VALUES ('itsme', 'kanarie', 1, ${personId}, 'itsme', clock.now(), clock.now())`;
  await run`INSERT INTO person_errand (id, person_id, kind, facts, created_at)
    VALUES ('per_KANARIE', ${personId}, 'name_changed', '{"old_name":"kanarie"}', clock.now())`;
  await run`INSERT INTO registration (id, kind, email, language, created_at, changed_at, finished_at, person_id)
    VALUES ('reg_1', 'company', 'lotte.maes@vandewalle.example', 'nl', clock.now(), clock.now(), clock.now(), ${personId})`;
  await run`INSERT INTO mailed_link (id, purpose, subject_id, email, language, created_at, expires_at) VALUES
    ('lnk_1', 'registration', 'reg_1', 'lotte.maes@vandewalle.example', 'nl', clock.now(), clock.now()),
    ('lnk_2', 'invitation', 'inv_1', 'kanarie@example.be', 'nl', clock.now(), clock.now())`;
  await run`INSERT INTO invitation (id, account_id, email, role, language, invited_by, created_at, expires_at)
    VALUES ('inv_1', ${VANDEWALLE}, 'kanarie@example.be', 'user', 'nl', ${memberId}, clock.now(), clock.now())`;
  await run`INSERT INTO team (id, account_id, name, sender_name, created_at) VALUES ('tea_1', ${VANDEWALLE}, 'kanarie', 'kanarie', clock.now())`;
  await run`INSERT INTO team_member VALUES ('tea_1', ${memberId}, ${VANDEWALLE}, clock.now())`;
  await run`INSERT INTO account_logo VALUES (${VANDEWALLE}, 'image/png', 1, 1, 'kanarie', 'kanarie', clock.now())`;
  await run`UPDATE api_key SET name = 'kanarie' WHERE account_id = ${VANDEWALLE}`;
  await run`INSERT INTO contact (id, account_id, kind, name, email, language, sort_name, created_at, changed_at)
    VALUES ('con_1', ${VANDEWALLE}, 'person', 'kanarie', 'kanarie@example.be', 'nl', 'kanarie', clock.now(), clock.now())`;
  await run`INSERT INTO contact_import VALUES ('imp_1', ${VANDEWALLE}, ${memberId}, clock.now(), '{}', 0, 0, 1, '["kanarie"]')`;
  await run`INSERT INTO addressee_consent (id, account_id, email, name, sort_name, basis, stated_on, source, recorded_by, recorded_at)
    VALUES ('cst_1', ${VANDEWALLE}, 'kanarie@example.be', 'Addressee', 'addressee', 'clause', current_date, 'sender', ${memberId}, clock.now())`;
  await run`INSERT INTO policy_acceptance (id, person_id, account_id, policy, version, language, sha256, accepted_at)
    VALUES ('pol_1', ${personId}, ${VANDEWALLE}, 'terms', '1', 'nl', repeat('0', 64), clock.now())`;
  await run`INSERT INTO draft (id, account_id, member_id, sealed_form, wrapped_key, created_at, updated_at)
    VALUES ('dft_1', ${VANDEWALLE}, ${memberId}, 'kanarie', 'kanarie', clock.now(), clock.now())`;
  await run`INSERT INTO upload (id, account_id, draft_id, blob_id, name, media_type, size, sha256, created_at)
    VALUES ('upl_1', ${VANDEWALLE}, 'dft_1', ${upload}, 'kanarie.pdf', 'application/pdf', 7, 'x', clock.now())`;
  await run`INSERT INTO draft_rendition (id, account_id, draft_id, upload_id, source_sha256, blob_id, made_at)
    VALUES ('rnd_1', ${VANDEWALLE}, 'dft_1', 'upl_1', 'kanarie', ${onPaper}, clock.now())`;
  await run`INSERT INTO company_application (id, account_id, applicant_member_id, state, company_name, street, representative_name,
      representative_email, created_at, changed_at)
    VALUES ('app_1', ${VANDEWALLE}, ${memberId}, 'approved', 'kanarie', 'kanarie', 'kanarie', 'kanarie', clock.now(), clock.now())`;
  await run`INSERT INTO application_document (id, application_id, account_id, kind, blob_id, wrapped_key, name, media_type, size, sha256, uploaded_at)
    VALUES ('doc_1', 'app_1', ${VANDEWALLE}, 'kbo_extract', ${paper}, 'kanarie', 'kanarie.pdf', 'application/pdf', 7, 'x', clock.now())`;
  await run`INSERT INTO use_log (used_at, falls_on, service, act, account_id, person_id, user_agent)
    VALUES (clock.now(), current_date, 'portal', 'GET /', ${VANDEWALLE}, ${personId}, 'kanarie')`;
  await run`INSERT INTO identification_record (id, person_id, purpose, method, issuer, identified_at, commitment, commitment_key, sealed, key_version, kept_at)
    VALUES ('idr_1', ${personId}, 'activate', 'itsme', 'itsme', clock.now(), repeat('0', 64), decode(repeat('00', 32), 'hex'), 'kanarie', 1, clock.now())`;
}

/** What names the account and its people, as text or as the bytes of it. */
const CANARIES = ["kanarie", "lotte", "maes", "pieter", "declercq", "kouter", "post@vandewalle", "9000"];

/** Tables and columns in which a canary still stands. */
async function findCanaries(): Promise<readonly string[]> {
  const { rows: tables } = await sql<{
    name: string;
  }>`SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`.execute(owner());
  const hits = new Set<string>();
  for (const { name } of tables) {
    const { rows } = await sql<{
      row: Record<string, unknown>;
    }>`SELECT to_jsonb(t) AS row FROM ${sql.table(name)} t`.execute(owner());
    for (const { row } of rows)
      for (const [column, value] of Object.entries(row)) {
        // An id names nobody; those that are seeded are made of names.
        const text = JSON.stringify(value ?? "")
          .toLowerCase()
          .replaceAll(/"?[a-z]+_seed0\w+"?/g, "");
        const found = CANARIES.some(
          (canary) => text.includes(canary) || text.includes(Buffer.from(canary).toString("hex")),
        );
        if (found) hits.add(`${name}.${column}`);
      }
  }
  // Others than this account are not erased; theirs is looked up by its own id.
  return [...hits];
}

test("of a canary account nothing is left but what another rule keeps, and its files are gone", async () => {
  await plantCanaries();
  const before = await blobs();
  const { deliveryIds } = await bench.submit({
    attachment: new TextEncoder().encode("%PDF-1.4 kanarie"),
    options: { postal_fallback: true },
  });
  const expired = await letters.notify();
  await run`UPDATE delivery SET state = 'expired', final_at = clock.now() WHERE id IN (${deliveryIds[0]}, ${expired.deliveryId})`;
  expect(await findCanaries()).toEqual(
    expect.arrayContaining(["person.email", "draft.sealed_form", "account.street"]),
  );
  const token = await company.sessionOf(LOTTE);
  await closeNow(LOTTE);
  // The papers of the mandate at once (R12); all else waits for its day.
  await pass();
  expect(await blobs()).toBe(before + 5 - 1);
  expect(await findCanaries()).toContain("contact.name");
  await endCountdown(VANDEWALLE);
  expect(await pass()).toMatchObject({ erased: 1, blobsRemoved: 7 });
  expect(await pass()).toMatchObject({ erased: 0, blobsRemoved: 0 });
  expect(await blobs()).toBe(0);
  expect(await loadSession(portal(), { tokenHash: token, visitor: VISITOR })).toBeNull();
  expect(await reopenAccount(portal(), actOf(LOTTE))).toBe("too_late");
  const told = await sendLastMails();
  expect(told).toEqual(["lotte.maes@vandewalle.example", "pieter.declercq@vandewalle.example"]);
  expect(await findCanaries()).toEqual([
    // R13: proof of consent, five years from the closing.
    "addressee_consent.email",
    "addressee_consent.email_key",
    // R6: the sealed record of an identification, and the log of use.
    "identification_record.sealed",
    "use_log.user_agent",
  ]);
  const kept = await owner().selectFrom("addressee_consent").selectAll().executeTakeFirstOrThrow();
  expect([kept.withdrawn_by, kept.withdrawn_at]).not.toContain(null);
  // R9: evidence names the company as it sent.
  const record = await owner()
    .selectFrom("evidence_record")
    .select("canonical")
    .where("delivery_id", "=", deliveryIds[0] ?? "")
    .executeTakeFirstOrThrow();
  expect(record.canonical).toContain("Immo Vandewalle bv");
  const account = await owner()
    .selectFrom("account")
    .selectAll()
    .where("id", "=", VANDEWALLE)
    .executeTakeFirstOrThrow();
  expect(account).toMatchObject({ status: "erased", name: "", enterprise_number: null, town: null });
});

/** Whom the last mails went to; after them no address stands. */
async function sendLastMails(): Promise<readonly string[]> {
  const sent: string[] = [];
  const ports = {
    linkTo: () => ({ url: "", hash: "" }),
    requestCode: () => ({ code: "", hash: "" }),
    personMail: () => ({ subject: "s", text: "t", html: "h" }),
    mail: {
      send: (mail: { readonly to: string }) => {
        sent.push(mail.to);
        return Promise.resolve({
          outcome: "accepted",
          response: "250",
          ours: false,
          dialogue: "",
          raw: new Uint8Array(),
        } as const);
      },
    },
  };
  const owed = await owner()
    .selectFrom("person_errand")
    .select("id")
    .where("kind", "=", "account_erased")
    .execute();
  for (const { id } of owed) await runPersonErrand(bench.context("worker"), ports, id);
  return sent.toSorted((a, b) => a.localeCompare(b));
}

test("a private account: what the registered addressee had collected closes for him alone, and nobody is told any more", async () => {
  await run`UPDATE account SET status = 'active', erased_at = NULL, name = 'again' WHERE id = ${VANDEWALLE}`;
  await run`UPDATE member SET left_at = NULL WHERE id = ${LOTTE.memberId}`;
  await run`UPDATE person SET erased_at = NULL, identified_at = clock.now(), identified_method = 'itsme' WHERE id = ${LOTTE.personId}`;
  const collected = await letters.notify();
  const running = await letters.notify();
  const repaired = await letters.notify();
  await run`UPDATE delivery SET state = 'collected', final_at = clock.now(), collected_at = clock.now()
    WHERE id IN (${collected.deliveryId}, ${repaired.deliveryId})`;
  // Entered at a wrong address, repaired, and collected by somebody else.
  await run`INSERT INTO inbox_entry (delivery_id, person_id, account_id, because, entered_at, ended_at)
    VALUES (${repaired.deliveryId}, ${NELE.personId}, ${NELE.accountId}, 'notice', clock.now(), clock.now() - interval '1 hour')`;
  for (const { deliveryId } of [collected, running])
    await run`INSERT INTO inbox_entry (delivery_id, person_id, account_id, because, entered_at)
      VALUES (${deliveryId}, ${NELE.personId}, ${NELE.accountId}, 'notice', clock.now())`;
  await closeNow(NELE);
  await endCountdown(NELE.accountId);
  expect(await pass()).toMatchObject({ erased: 1, blobsRemoved: 0 });
  const wraps = await owner()
    .selectFrom("key_wrap")
    .select("holder")
    .where("message_id", "in", [collected.messageId, running.messageId, repaired.messageId])
    .orderBy("holder")
    .execute();
  // The sender keeps his, and the letter on its way can still be collected by its link.
  expect(wraps.map(({ holder }) => holder)).toEqual([
    "account",
    "account",
    "account",
    ...[running.deliveryId, repaired.deliveryId].toSorted((a, b) => (a < b ? -1 : 1)),
  ]);
  expect(await owner().selectFrom("inbox_entry").select("delivery_id").execute()).toEqual([]);
});

test("a delivery that outlives its sender's account goes on, and its outcome is told to nobody", async () => {
  const { deliveryId } = await letters.notify();
  await closeNow(LOTTE);
  await endCountdown(VANDEWALLE);
  expect(await pass()).toMatchObject({ erased: 1 });
  const row = await owner()
    .selectFrom("delivery")
    .selectAll()
    .where("id", "=", deliveryId)
    .executeTakeFirstOrThrow();
  expect([row.state, row.final_at, row.email]).toEqual(["notified", null, "jan.peeters@example.be"]);
  await run`INSERT INTO errand (id, delivery_id, kind, occasion, created_at, next_attempt_at)
    VALUES ('err_AFTER', ${deliveryId}, 'final', 'expired', clock.now(), clock.now())`;
  const sent: unknown[] = [];
  const ports = {
    links: {
      linkFor: () => ({ url: "", hash: "" }),
      checkCodeFor: () => ({ code: "", hash: "" }),
      checkUrl: "",
    },
    rendering: { final: () => ({ subject: "s", text: "t", html: "h" }) },
    mail: { send: (mail: unknown) => Promise.resolve(sent.push(mail)) },
    deliveryLink: () => "",
  };
  expect(await runErrand(bench.context("worker"), ports as never, "err_AFTER")).toBe("done");
  expect(sent).toEqual([]);
});

test("who has another membership keeps what serves it, and stays signed in there", async () => {
  const ending = await company.account();
  const admin = await company.join(ending, "admin");
  const living = await company.join(await company.account(), "user", admin);
  const token = await company.sessionOf(admin);
  await closeNow(admin);
  await endCountdown(ending);
  expect(await pass()).toMatchObject({ erased: 1 });
  const person = await owner()
    .selectFrom("person")
    .selectAll()
    .where("id", "=", admin.personId)
    .executeTakeFirstOrThrow();
  expect(person).toMatchObject({ erased_at: null, family_name: "Wouters" });
  const session = await loadSession(portal(), { tokenHash: token, visitor: VISITOR });
  expect([session?.accountId, session?.memberId]).toEqual([living.accountId, living.memberId]);
});

test("the consent to be written to electronically ends with the private account, also of who lives on in a company", async () => {
  const ending = await company.account();
  const holder = await company.join(ending, "admin");
  await company.join(await company.account(), "user", holder);
  await run`UPDATE account SET kind = 'private' WHERE id = ${ending}`;
  await run`INSERT INTO policy_acceptance (id, person_id, policy, version, language, sha256, accepted_at)
    VALUES ('pac_LIVINGON', ${holder.personId}, 'electronic-delivery', '1', 'nl', repeat('a', 64), clock.now())`;
  await closeNow(holder);
  await endCountdown(ending);
  expect(await pass()).toMatchObject({ erased: 1 });
  const given = await owner()
    .selectFrom("policy_acceptance")
    .select("withdrawn_at")
    .where("id", "=", "pac_LIVINGON")
    .executeTakeFirstOrThrow();
  expect(given.withdrawn_at).not.toBeNull();
});

test("nothing is erased before its day, and a crash half way is carried on with", async () => {
  const accountId = await company.account();
  const admin = await company.join(accountId, "admin");
  const user = await company.join(accountId, "user");
  const erase = async (atMost = 1) =>
    (
      await sql<{
        gone: string[];
      }>`SELECT retention.erase_account_slice(ARRAY[${accountId}], ${sql.lit(atMost)}) AS gone`.execute(
        owner(),
      )
    ).rows[0]?.gone;
  expect(await erase()).toEqual([]);
  await closeNow(admin);
  expect(await erase()).toEqual([]);
  await run`UPDATE account SET erase_by = ${brusselsDay(now()).add({ days: 1 })} WHERE id = ${accountId}`;
  expect(await erase()).toEqual([]);
  await endCountdown(accountId);
  expect(await erase()).toEqual([]);
  // From the first step on there is no way back, and the next pass goes on.
  expect(await reopenAccount(portal(), actOf(user))).toBe("too_late");
  expect(await pass()).toMatchObject({ erased: 1 });
  expect(await erase()).toEqual([]);
  const gone = await owner()
    .selectFrom("person")
    .select("erased_at")
    .where("id", "in", [admin.personId, user.personId])
    .execute();
  expect(gone.map(({ erased_at: at }) => at === null)).toEqual([false, false]);
  expect(COUNTDOWN_DAYS).toBe(45);
});
