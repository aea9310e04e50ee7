import { createVerbBench, TEST_ADDRESSEE, type VerbBench } from "@posthorn/testkit";
import { AppError } from "@posthorn/domain";
import { sql, transact } from "@posthorn/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AccountReader } from "../account/account-reader.ts";
import { showOverview } from "../account/show-overview.ts";
import { fetchBundle } from "../bundle/fetch-bundle.ts";
import { listDeliveries } from "../delivery/list-deliveries.ts";
import { showDelivery } from "../delivery/show-delivery.ts";
import { markDelivery, markMessage } from "../delivery/watch-delivery.ts";
import { fetchEvidence, listEvidence } from "../evidence/fetch-evidence.ts";
import { actOf, createCompanies, now, type TestMember } from "../member/company.test-support.ts";
import { listMessages } from "../message/list-messages.ts";
import { openSentPart } from "../message/open-sent-part.ts";
import { parseSubmission } from "../message/parse-submission.ts";
import { showMessage } from "../message/show-message.ts";
import { submitMessage } from "../message/submit-message.ts";
import { storeText } from "../part/store-part.ts";
import { fetchMessageProof } from "../proof/fetch-message-proof.ts";
import { fetchProof } from "../proof/fetch-proof.ts";
import { mendPostalAddress } from "../repair/mend-postal-address.ts";
import { repairContact } from "../repair/repair-contact.ts";
import { addToTeam } from "./change-team-members.ts";
import { changeTeam, endTeam, makeTeam } from "./keep-team.ts";
import { listOwnTeams } from "./send-for-team.ts";

let bench: VerbBench;
let admin: TestMember;
let inside: TestMember;
let outside: TestMember;
let teamId: string;
let sent: { readonly messageId: string; readonly deliveryId: string; readonly recordId: string };

const portal = () => bench.context("portal");

beforeAll(async () => {
  bench = await createVerbBench();
  const company = createCompanies(bench);
  const accountId = await company.account();
  await bench
    .context("owner")
    .db.insertInto("account_credit")
    .values({ account_id: accountId, balance: 50 })
    .execute();
  admin = await company.join(accountId, "admin");
  inside = await company.join(accountId, "user");
  outside = await company.join(accountId, "user");
  const made = await makeTeam(portal(), {
    ...actOf(admin),
    fields: { name: "Syndic", senderName: "Dienst Syndic", visibility: "team" },
  });
  teamId = made.kind === "kept" ? made.id : "";
  await addToTeam(portal(), { ...actOf(admin), teamId, email: inside.email });
  sent = await send(inside, teamId);
});
afterAll(() => bench.close());

async function send(who: TestMember, team?: string, addressee: object = TEST_ADDRESSEE) {
  const ctx = portal();
  const at = now();
  const raw = {
    subject: "Notice",
    body: "Dear Jan",
    options: { required_identification: "codes" },
    addressees: [addressee],
  };
  const parsed = parseSubmission(ctx, raw, { senderEmail: who.email, registerNumbers: false, at });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const contentKey = new Uint8Array(32).fill(7);
  const parts = [await storeText(ctx, bench.content, contentKey, parsed.value, at)];
  const { messageId, deliveries } = await submitMessage(ctx, bench, {
    messageId: ctx.newId("msg", at),
    accountId: who.accountId,
    memberId: who.memberId,
    authentication: { method: "passkey", at: at.toString() },
    ...parsed.value,
    parts,
    contentKey,
    arrivedAt: at,
    ...(team === undefined ? {} : { teamId: team }),
  });
  const deliveryId = deliveries[0]?.id ?? "";
  const { id: recordId } = await bench
    .context("owner")
    .db.selectFrom("evidence_record")
    .select("id")
    .where("delivery_id", "=", deliveryId)
    .executeTakeFirstOrThrow();
  return { messageId, deliveryId, recordId };
}

/** What of the message this member comes upon, way by way: `-` where there is nothing. */
async function seenBy(
  reader: AccountReader & { readonly memberId: string },
): Promise<Readonly<Record<string, string>>> {
  const ctx = portal();
  const { messageId, deliveryId, recordId } = sent;
  const language = "en" as const;
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    message: () => showMessage(ctx, reader, messageId),
    messageMark: () => markMessage(ctx, reader, messageId),
    delivery: () => showDelivery(ctx, reader, deliveryId),
    deliveryMark: () => markDelivery(ctx, reader, deliveryId),
    evidence: () => fetchEvidence(ctx, reader, recordId),
    records: () => listEvidence(ctx, reader, deliveryId),
    proof: () => fetchProof(ctx, reader, { deliveryId, kind: "proof_of_submission", language }),
    messageProof: () => fetchMessageProof(ctx, reader, { messageId, language }),
    bundle: () => fetchBundle(ctx, reader, { deliveryId, language }),
    part: () =>
      openSentPart(ctx, bench, {
        accountId: reader.accountId,
        memberId: reader.memberId,
        personId: "per_X",
        messageId,
        ordinal: 1,
        arrivedAt: now(),
        visitor: { ip: "", userAgent: "", language: "" },
      }),
    repair: () => repairContact(ctx, reader, { deliveryId, contact: {} }),
    address: () => mendPostalAddress(ctx, reader, { deliveryId, address: {} }),
    list: async () =>
      nothingOf((await listDeliveries(ctx, reader, {})).lines.some(({ id }) => id === deliveryId)),
    messages: async () =>
      nothingOf((await listMessages(ctx, reader, { limit: 10 })).messages.some(({ id }) => id === messageId)),
    overview: async () =>
      nothingOf((await showOverview(ctx, reader)).latest.some(({ id }) => id === deliveryId)),
  };
  const seen: Record<string, string> = {};
  for (const [way, ask] of Object.entries(ways)) {
    seen[way] = await ask().then(
      () => "seen",
      (error: unknown) =>
        error instanceof AppError && error.kind === "not_found"
          ? "-"
          : error instanceof AppError
            ? "seen"
            : String(error),
    );
  }
  return seen;
}

function nothingOf(found: boolean): void {
  if (!found) throw new AppError("not_found", "delivery_not_found");
}

const all = (value: string) => (seen: Readonly<Record<string, string>>) =>
  Object.entries(seen).filter(([, each]) => each !== value);

test("a message of a closed team is there for the team and for admins, and on no way for anybody else", async () => {
  expect(all("seen")(await seenBy(inside))).toEqual([]);
  expect(all("seen")(await seenBy(admin))).toEqual([]);
  expect(all("-")(await seenBy(outside))).toEqual([]);
});

test("whatever is asked of the database itself, nothing of it comes out", async () => {
  const { messageId, deliveryId } = sent;
  const count = (table: string, column: string, id: string) =>
    portal()
      .db.transaction()
      .execute(async (trx) => {
        await sql`SELECT set_config('posthorn.account_id', ${outside.accountId}, true), set_config('posthorn.member_id', ${outside.memberId}, true)`.execute(
          trx,
        );
        const { rows } = await sql<{
          n: number;
        }>`SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${id}`.execute(trx);
        return rows[0]?.n;
      });
  for (const table of ["message_part", "key_wrap", "message_proof", "delivery"])
    expect([table, await count(table, "message_id", messageId)]).toEqual([table, 0]);
  for (const table of ["evidence_record", "evidence_seal", "proof", "bundle", "delivery_timer", "notice"])
    expect([table, await count(table, "delivery_id", deliveryId)]).toEqual([table, 0]);
});

test("to whom a closed team writes does not come into the ledger that the whole account reads", async () => {
  const addressee_consent = { basis: "clause", words: "by e-mail" };
  const closed = { ...TEST_ADDRESSEE, email: "closed@example.be", addressee_consent };
  await send(inside, teamId, closed);
  await send(inside, undefined, { ...closed, email: "open@example.be" });
  const { rows } = await sql<{ email: string }>`SELECT email FROM addressee_consent
    WHERE account_id = ${inside.accountId}`.execute(bench.context("owner").db);
  expect(rows).toEqual([{ email: "open@example.be" }]);
});

test("the team's name to others stands in the record, beside the company's", async () => {
  const { canonical } = await bench
    .context("owner")
    .db.selectFrom("evidence_record")
    .select("canonical")
    .where("id", "=", sent.recordId)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(canonical)).toMatchObject({ sender: { name: "Veld & Co", department: "Dienst Syndic" } });
});

test("only who is in a team sends for it", async () => {
  expect(await listOwnTeams(portal(), outside)).toEqual([]);
  expect(await listOwnTeams(portal(), inside)).toEqual([{ id: teamId, name: "Syndic" }]);
  for (const [who, team] of [
    [outside, teamId],
    [inside, "tea_NONE"],
  ] as const)
    await expect(send(who, team)).rejects.toMatchObject({
      code: "message_invalid",
      fields: [{ path: "team", code: "team_unknown" }],
    });
});

test("a draft of a team is seen by its member and the team, also of a team whose messages everybody sees", async () => {
  const open = { name: "Verhuur", senderName: "", visibility: "account" } as const;
  const made = await makeTeam(portal(), { ...actOf(admin), fields: open });
  const openTeam = made.kind === "kept" ? made.id : "";
  await addToTeam(portal(), { ...actOf(admin), teamId: openTeam, email: inside.email });
  const owner = bench.context("owner").db;
  const at = now();
  const empty = { sealed_form: null, wrapped_key: new Uint8Array(1), created_at: at, updated_at: at };
  for (const [id, team] of [
    ["dft_OPEN", openTeam],
    ["dft_CLOSED", teamId],
  ] as const)
    await owner
      .insertInto("draft")
      .values({ id, account_id: admin.accountId, member_id: admin.memberId, ...empty, message_id: null })
      .execute()
      .then(() => owner.updateTable("draft").set({ team_id: team }).where("id", "=", id).execute());
  const seen = (who: TestMember) =>
    transact(portal().db, { accountId: who.accountId, memberId: who.memberId }, async (trx) =>
      (await trx.selectFrom("draft").select("id").orderBy("id").execute()).map(({ id }) => id),
    );
  expect(await seen(admin)).toEqual(["dft_CLOSED", "dft_OPEN"]);
  expect(await seen(inside)).toEqual(["dft_CLOSED", "dft_OPEN"]);
  expect(await seen(outside)).toEqual([]);
});

test("opened to the account everybody sees it; ended, what only the team saw is seen by admins alone", async () => {
  const fields = { name: "Syndic", senderName: "", visibility: "account" } as const;
  await changeTeam(portal(), { ...actOf(admin), teamId, fields });
  expect(all("seen")(await seenBy(outside))).toEqual([]);
  await changeTeam(portal(), { ...actOf(admin), teamId, fields: { ...fields, visibility: "team" } });
  await endTeam(portal(), { ...actOf(admin), teamId });
  expect(all("-")(await seenBy(inside))).toEqual([]);
  expect(all("seen")(await seenBy(admin))).toEqual([]);
});
