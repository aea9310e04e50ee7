import { randomBytes } from "node:crypto";
import { transact } from "@posthorn/db";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SubmittedPart, submitMessage } from "./submit-message.ts";

let bench: VerbBench;
beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

const at = Temporal.Instant.from("2026-11-21T09:00:00Z");
const part = (blobId: string): SubmittedPart => ({
  name: `${blobId}.pdf`,
  type: "application/pdf",
  size: 1,
  sha256: "0".repeat(64),
  blobId,
});

/** A draft with these attachments, as the portal keeps it. */
async function draftWith(blobIds: readonly string[]): Promise<string> {
  const ctx = bench.context("portal");
  const id = ctx.newId("dft", at);
  const { accountId: account_id, memberId: member_id } = TEST_SENDER;
  await transact(ctx.db, TEST_SENDER, async (trx) => {
    await trx
      .insertInto("draft")
      .values({
        id,
        account_id,
        member_id,
        sealed_form: randomBytes(8),
        wrapped_key: randomBytes(8),
        created_at: at,
        updated_at: at,
        message_id: null,
      })
      .execute();
    for (const blobId of blobIds) {
      const { name, type: media_type, size, sha256 } = part(blobId);
      const row = { id: ctx.newId("upl", at), account_id, draft_id: id, created_at: at };
      await trx
        .insertInto("upload")
        .values({ ...row, blob_id: blobId, name, media_type, size, sha256 })
        .execute();
    }
  });
  return id;
}

function send(draftId: string, blobIds: readonly string[]) {
  const ctx = bench.context("portal");
  return submitMessage(ctx, bench, {
    messageId: ctx.newId("msg", at),
    ...TEST_SENDER,
    authentication: { method: "password", at: at.toString() },
    subject: "Formal notice",
    options: {
      requiredIdentification: "codes",
      collectionDays: 15,
      reminders: true,
      postalFallback: false,
      contentRetentionDays: 365,
    },
    addressees: [
      {
        kind: "person",
        name: "Peeters",
        firstNames: "Jan",
        email: "jan@example.be",
        mobile: "+32470123412",
        language: "nl",
        consent: { basis: "none_stated" },
        identification: {},
      },
    ],
    parts: [part(ctx.newId("blb", at)), ...blobIds.map(part)],
    contentKey: randomBytes(32),
    draftId,
    arrivedAt: at,
  });
}

async function readDraft(id: string) {
  return transact(bench.context("portal").db, TEST_SENDER, async (trx) => ({
    draft: await trx.selectFrom("draft").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
    uploads: await trx.selectFrom("upload").select("blob_id").where("draft_id", "=", id).execute(),
  }));
}

test("a draft that was sent opens nothing any more: its wrap of the content key and its uploads are gone", async () => {
  const id = await draftWith(["blb_a", "blb_b"]);
  const { messageId } = await send(id, ["blb_a", "blb_b"]);
  const { draft, uploads } = await readDraft(id);
  expect(draft).toMatchObject({ message_id: messageId, sealed_form: null });
  expect(draft.wrapped_key.length).toBe(0);
  expect(uploads).toEqual([]);
});

test.each([
  ["was taken out", ["blb_c"], ["blb_c", "blb_d"]],
  ["came in", ["blb_e", "blb_f"], ["blb_e"]],
])("an attachment that %s meanwhile stops the sending, and nothing of it stays", async (_, now, looked) => {
  const id = await draftWith(now);
  await expect(send(id, looked)).rejects.toMatchObject({ kind: "conflict", code: "draft_changed" });
  const { draft, uploads } = await readDraft(id);
  expect(draft.message_id).toBeNull();
  expect(draft.wrapped_key.length).toBe(8);
  expect(uploads.map((upload) => upload.blob_id).toSorted()).toEqual(now);
});

test("a draft is sent once", async () => {
  const id = await draftWith([]);
  await send(id, []);
  await expect(send(id, [])).rejects.toMatchObject({ kind: "conflict", code: "draft_already_sent" });
});
