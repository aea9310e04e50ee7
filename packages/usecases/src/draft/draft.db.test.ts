import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { type Database, openDatabase, sql } from "@posthorn/db";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../context.ts";
import { addUpload, removeUpload, type UploadPorts } from "./add-upload.ts";
import type { DraftForm } from "./draft-form.ts";
import { discardDraft, listDrafts, loadDraft, openDraft, saveDraft } from "./keep-draft.ts";
import { sendDraft } from "./send-draft.ts";

let bench: VerbBench;
let ctx: Context;
let ports: UploadPorts;
let owner: Database;

beforeAll(async () => {
  bench = await createVerbBench();
  owner = openDatabase({ url: bench.database.ownerUrl, service: "test", max: 1 });
  ctx = bench.context("portal", { limits: { fileBytes: 1000, messageBytes: 1500, files: 2, addressees: 2 } });
  ports = {
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    sealing: { newContentKey: () => randomBytes(32), sealForm, openForm },
    inspection: {
      nameFor: (typed, taken) => (taken.includes(typed) ? `${typed} (2)` : typed),
      guard: (_, stream) => ({ stream, accepted: () => ({ mediaType: "text/plain" }) }),
    },
  };
});
afterAll(async () => {
  await owner.destroy();
  await bench.close();
});

async function asOwner<Row = unknown>(text: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> {
  return (await sql<Row>(text, ...values).execute(owner)).rows;
}

function sealForm(key: Uint8Array, json: string, context: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(json, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

function openForm(key: Uint8Array, sealed: Uint8Array, context: string): string {
  const bytes = Buffer.from(sealed);
  const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAAD(Buffer.from(context));
  cipher.setAuthTag(bytes.subarray(-16));
  return cipher.update(bytes.subarray(12, -16), undefined, "utf8") + cipher.final("utf8");
}

const SENDER = {
  ...TEST_SENDER,
  language: "nl",
  authentication: { method: "password", at: "2026-11-21T09:00:00.000Z" },
  registerNumbers: true,
} as const;
const STRANGER = { accountId: "acc_SEED0CANAL", memberId: "mem_SEED0CAMILLEDUBOIS" };
const FORM: DraftForm = {
  subject: "Opzegging van de huur",
  body: "Geachte,\n\nbij deze.",
  options: { required_identification: "codes", reminders: "false" },
  addressees: [
    {
      first_names: "Jan",
      name: "Peeters",
      email: "jan.peeters@example.be",
      mobile: "0470 12 34 12",
      "postal_address.street": "Dorpsstraat",
      "postal_address.number": "7",
      "postal_address.postcode": "9000",
      "postal_address.town": "Gent",
      "addressee_consent.basis": "clause",
    },
  ],
};

function upload(draftId: string, text: string, given: { name?: string; sha256?: string } = {}) {
  async function* source() {
    yield new TextEncoder().encode(text);
  }
  return addUpload(ctx, ports, SENDER, { draftId, name: "a.txt", source: source(), ...given });
}

async function send(draftId: string) {
  const { revision } = await loadDraft(ctx, ports, SENDER, draftId);
  return sendDraft(ctx, ports, SENDER, {
    draftId,
    revision,
    arrivedAt: Temporal.Now.instant().round("millisecond"),
  });
}

test("a form is kept as typed, however wrong, and stands in the database as ciphertext only", async () => {
  const draftId = await openDraft(ctx, ports, SENDER);
  expect((await loadDraft(ctx, ports, SENDER, draftId)).form.addressees).toEqual([{}]);
  const wrong = { ...FORM, options: { collection_days: "many" }, addressees: [{ email: "jan@" }] };
  await saveDraft(ctx, ports, SENDER, draftId, wrong);
  expect(await loadDraft(ctx, ports, SENDER, draftId)).toMatchObject({ form: wrong, revision: 1 });
  const [stored] = await asOwner<{
    form: Buffer;
  }>`SELECT sealed_form AS form FROM draft WHERE id = ${draftId}`;
  expect(stored?.form.length).toBeGreaterThan(100);
  expect(stored?.form.includes("Geachte")).toBe(false);
  expect((await listDrafts(ctx, ports, SENDER)).map(({ id }) => id)).toContain(draftId);
});

test("every opening of a draft's key is logged", async () => {
  const draftId = await openDraft(ctx, ports, SENDER);
  await loadDraft(ctx, ports, SENDER, draftId);
  const uses = await asOwner<{ purpose: string }>`SELECT purpose FROM key_use WHERE owner_id = ${draftId}`;
  expect(uses).toEqual([{ purpose: "draft" }]);
});

test("another account finds no draft to read, keep, add to, send or throw away", async () => {
  const draftId = await openDraft(ctx, ports, SENDER);
  const missing = { kind: "not_found", code: "draft_not_found" };
  await expect(loadDraft(ctx, ports, STRANGER, draftId)).rejects.toMatchObject(missing);
  await expect(saveDraft(ctx, ports, STRANGER, draftId, FORM)).rejects.toMatchObject(missing);
  await expect(discardDraft(ctx, bench.content, STRANGER, draftId)).rejects.toMatchObject(missing);
});

test("attachments: limits hold, a changed digest is refused, a removed one goes with its blob", async () => {
  const draftId = await openDraft(ctx, ports, SENDER);
  const sha256 = createHash("sha256").update("hello").digest("hex");
  const first = await upload(draftId, "hello", { sha256 });
  expect(first).toMatchObject({ name: "a.txt", size: 5, sha256 });
  await expect(upload(draftId, "hello", { sha256: "0".repeat(64) })).rejects.toMatchObject({
    code: "digest_mismatch",
  });
  await expect(upload(draftId, "x".repeat(1001))).rejects.toMatchObject({ code: "file_too_large" });
  const second = await upload(draftId, "x".repeat(900));
  expect(second.name).toBe("a.txt (2)");
  await expect(upload(draftId, "y")).rejects.toMatchObject({ code: "too_many_files" });
  await removeUpload(ctx, ports, SENDER, { draftId, uploadId: first.id });
  await expect(upload(draftId, "z".repeat(700))).rejects.toMatchObject({ code: "message_too_large" });
  const { uploads, contentKey, revision } = await loadDraft(ctx, ports, SENDER, draftId);
  expect(uploads.map(({ id }) => id)).toEqual([second.id]);
  expect(revision).toBe(3);
  await expect(bench.content.open(first.blob_id, contentKey)).rejects.toMatchObject({
    code: "content_missing",
  });
  await expect(removeUpload(ctx, ports, SENDER, { draftId, uploadId: first.id })).rejects.toMatchObject({
    code: "upload_not_found",
  });
});

test("a draft is sent as it was looked over, once, with its files", async () => {
  const draftId = await openDraft(ctx, ports, SENDER);
  await upload(draftId, "attached", { name: "b.txt" });
  await saveDraft(ctx, ports, SENDER, draftId, { ...FORM, subject: "" });
  await expect(send(draftId)).rejects.toMatchObject({
    code: "draft_incomplete",
    fields: [{ path: "subject", code: "required" }],
  });
  await saveDraft(ctx, ports, SENDER, draftId, FORM);
  const stale = { draftId, revision: 1, arrivedAt: Temporal.Now.instant() };
  await expect(sendDraft(ctx, ports, SENDER, stale)).rejects.toMatchObject({ code: "draft_changed" });
  const sent = await send(draftId);
  const parts = await asOwner`
    SELECT p.name, d.reminders, d.street, d.consent->>'basis' AS basis FROM message_part p
    JOIN delivery d ON d.message_id = p.message_id WHERE p.message_id = ${sent.messageId} ORDER BY p.ordinal`;
  expect(parts).toEqual([
    { name: "message.txt", reminders: false, street: "Dorpsstraat", basis: "clause" },
    { name: "b.txt", reminders: false, street: "Dorpsstraat", basis: "clause" },
  ]);
  const again = await sendDraft(ctx, ports, SENDER, stale);
  expect(again).toMatchObject({ messageId: sent.messageId, repeated: true });
  await expect(saveDraft(ctx, ports, SENDER, draftId, FORM)).rejects.toMatchObject({
    code: "draft_already_sent",
  });
  await expect(upload(draftId, "late")).rejects.toMatchObject({ code: "draft_already_sent" });
});

test("two sends at once are one message, and both are told which", async () => {
  const draftId = await openDraft(ctx, ports, SENDER);
  await saveDraft(ctx, ports, SENDER, draftId, FORM);
  const sent = await Promise.all([send(draftId), send(draftId), send(draftId)]);
  expect(new Set(sent.map((answer) => answer.messageId)).size).toBe(1);
  expect(sent.filter((answer) => !answer.repeated)).toHaveLength(1);
});

test("a list of drafts opens a key for each, and logs it", async () => {
  const draftId = await openDraft(ctx, ports, SENDER);
  await saveDraft(ctx, ports, SENDER, draftId, FORM);
  const drafts = await listDrafts(ctx, ports, SENDER);
  expect(drafts.map((draft) => draft.id)).toContain(draftId);
  const uses = await asOwner`SELECT 1 FROM key_use WHERE owner_id = ${draftId} AND purpose = 'draft_list'`;
  expect(uses).toHaveLength(1);
});

test("a draft thrown away takes its files along", async () => {
  const draftId = await openDraft(ctx, ports, SENDER);
  const { blob_id } = await upload(draftId, "hello");
  const { contentKey } = await loadDraft(ctx, ports, SENDER, draftId);
  await discardDraft(ctx, bench.content, SENDER, draftId);
  await expect(loadDraft(ctx, ports, SENDER, draftId)).rejects.toMatchObject({ code: "draft_not_found" });
  await expect(bench.content.open(blob_id, contentKey)).rejects.toMatchObject({ code: "content_missing" });
});
