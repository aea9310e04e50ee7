import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { AppError, parseTariff } from "@posthorn/domain";
import type { EvidenceFacts } from "@posthorn/domain";
import { createVerbBench, samplePdf, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../context.ts";
import { addUpload, removeUpload, type UploadPorts } from "../draft/add-upload.ts";
import type { DraftForm } from "../draft/draft-form.ts";
import { discardDraft, loadDraft, openDraft, saveDraft } from "../draft/keep-draft.ts";
import { sendDraft } from "../draft/send-draft.ts";
import { judgeDraft, letterErrors } from "./judge-draft.ts";
import { openDraftRendition } from "./open-draft-rendition.ts";
import { renderDraft } from "./render-draft.ts";
import type { RenditionPorts } from "./store-rendition.ts";

let bench: VerbBench;
let ctx: Context;
let ports: UploadPorts & RenditionPorts;

beforeAll(async () => {
  bench = await createVerbBench();
  ctx = bench.context("portal");
  ports = {
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    renditions: bench.renditions,
    // Forms are looked at elsewhere; here they need no more than to come back.
    sealing: {
      newContentKey: () => randomBytes(32),
      sealForm: (_, json) => Buffer.from(json),
      openForm: (_, sealed) => Buffer.from(sealed).toString(),
    },
    inspection: {
      nameFor: (typed) => typed,
      guard: (name, stream) => ({
        stream,
        accepted: () => ({ mediaType: TYPES[name.slice(-4)] ?? "text/plain" }),
      }),
    },
  };
});
afterAll(() => bench.close());

const TYPES: Readonly<Record<string, string>> = { ".pdf": "application/pdf", ".zip": "application/zip" };
const SENDER = {
  ...TEST_SENDER,
  language: "nl",
  authentication: { method: "password", at: "2026-11-21T09:00:00.000Z" },
  registerNumbers: false,
} as const;
const STRANGER = { accountId: "acc_SEED0CANAL", memberId: "mem_SEED0CAMILLEDUBOIS" };
const FORM: DraftForm = {
  subject: "Opzegging van de huur",
  body: "Geachte,\n\nbij deze.",
  options: { required_identification: "codes", postal_fallback: "true" },
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
    },
  ],
};

async function draftOf(form: DraftForm = FORM): Promise<string> {
  const draftId = await openDraft(ctx, ports, SENDER);
  await saveDraft(ctx, ports, SENDER, draftId, form);
  return draftId;
}

async function upload(draftId: string, name: string, bytes: Uint8Array): Promise<string> {
  async function* source() {
    yield bytes;
  }
  return (await addUpload(ctx, ports, SENDER, { draftId, name, source: source() })).id;
}

const render = (draftId: string, owner = SENDER) => renderDraft(ctx, ports, owner, { draftId });

async function send(draftId: string) {
  const { revision } = await loadDraft(ctx, ports, SENDER, draftId);
  const arrivedAt = Temporal.Now.instant().round("millisecond");
  return sendDraft(ctx, ports, SENDER, { draftId, revision, arrivedAt });
}

const owner = () => bench.context("owner").db;
const rows = (draftId: string) =>
  owner()
    .selectFrom("draft_rendition")
    .selectAll()
    .where("draft_id", "=", draftId)
    .orderBy("made_at")
    .execute();
async function owed(blobId: string | null | undefined): Promise<boolean> {
  const row = await owner()
    .selectFrom("blob_removal")
    .select("since")
    .where("blob_id", "=", blobId ?? "")
    .executeTakeFirst();
  return row !== undefined;
}
/** Codes of what keeps it from being printed, as the draft stands. */
async function codes(draftId: string): Promise<readonly string[]> {
  const draft = await loadDraft(ctx, ports, SENDER, draftId);
  const print = judgeDraft(ctx, draft);
  return print === null ? ["no letter"] : letterErrors(draft, print).map(({ code }) => code);
}

test("text and files are put on paper once, and go with the message into its evidence", async () => {
  const draftId = await draftOf();
  const uploadId = await upload(draftId, "lease.pdf", samplePdf(3));
  expect(await codes(draftId)).toEqual(["print_pending", "print_pending"]);
  const first = await render(draftId);
  expect(judgeDraft(ctx, first)).toMatchObject({
    text: { kind: "ready", pages: 1 },
    letter: {
      ok: true,
      pages: 8,
      sheets: 4,
      postage: { lines: [{ country: "BE", letters: 1, each: 9 }], total: 9 },
    },
    withoutAddress: [],
  });
  expect((await render(draftId)).renditions).toEqual(first.renditions);
  const shown = await openDraftRendition(ctx, ports, SENDER, { draftId, uploadId });
  const bytes = await buffer(shown.stream());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(bytes.length).toBe(shown.size);

  const { messageId, deliveries } = await send(draftId);
  const sent = await owner()
    .selectFrom("part_rendition")
    .selectAll()
    .where("message_id", "=", messageId)
    .orderBy("ordinal")
    .execute();
  expect(new Set(sent.map((row) => row.blob_id))).toEqual(
    new Set(first.renditions.map((row) => row.blob_id)),
  );
  expect(await rows(draftId)).toEqual([]);
  expect(await owed(sent[0]?.blob_id)).toBe(false);
  const { canonical } = await owner()
    .selectFrom("evidence_record")
    .select("canonical")
    .where("delivery_id", "=", deliveries[0]?.id ?? "")
    .executeTakeFirstOrThrow();
  expect((JSON.parse(canonical) as EvidenceFacts).parts.map((part) => part.print)).toEqual(
    sent.map(({ size, sha256, pages, converter }) => ({ size, sha256, pages, converter })),
  );
}, 90_000);

test("what cannot be printed is told with its reason, and keeps the message back until it is taken out", async () => {
  const draftId = await draftOf();
  const zip = await upload(draftId, "plans.zip", randomBytes(20));
  const draft = await render(draftId);
  expect(judgeDraft(ctx, draft)?.uploads.get(zip)).toEqual({
    kind: "refused",
    reason: "not_printable",
    params: {},
  });
  await expect(send(draftId)).rejects.toMatchObject({
    code: "draft_incomplete",
    fields: [
      {
        path: "attachments",
        code: "part_not_printable",
        params: { name: "plans.zip", reason: "not_printable" },
      },
    ],
  });
  await removeUpload(ctx, ports, SENDER, { draftId, uploadId: zip });
  expect(await codes(draftId)).toEqual([]);
  await send(draftId);
});

test("a reason that may pass is tried again after a minute, once however many ask, until there are pages", async () => {
  const draftId = await draftOf();
  const uploadId = await upload(draftId, "lease.pdf", samplePdf());
  let tries = 0;
  let works = false;
  const renditions: typeof ports.renditions = {
    ...bench.renditions,
    renderPart(part) {
      tries += 1;
      return works ? bench.renditions.renderPart(part) : refuse(part.source);
    },
  };
  async function refuse(source: AsyncIterable<Uint8Array>) {
    await buffer(source);
    return { kind: "refused", reason: "too_slow" } as const;
  }
  const look = () => renderDraft(ctx, { ...ports, renditions }, SENDER, { draftId });
  const printed = async () => judgeDraft(ctx, await look())?.uploads.get(uploadId);
  const slow = { kind: "refused", reason: "too_slow", params: {} };
  expect(await printed()).toEqual(slow);
  expect(await printed()).toEqual(slow);
  expect(tries).toBe(1);
  const minuteGone = () =>
    owner()
      .updateTable("draft_rendition")
      .set({ made_at: Temporal.Now.instant().subtract({ seconds: 61 }).round("millisecond") })
      .where("upload_id", "=", uploadId)
      .execute();
  await minuteGone();
  await Promise.all([1, 2, 3].map(look));
  expect(tries).toBe(2);
  expect(await printed()).toEqual(slow);
  works = true;
  await minuteGone();
  expect(await printed()).toEqual({ kind: "ready", pages: 1 });
  await minuteGone();
  await look();
  expect(tries).toBe(3);
});

test("while much of the account waits a part stays pending, and the next look puts it on paper", async () => {
  const draftId = await draftOf();
  const accounts: string[] = [];
  const renditions: typeof ports.renditions = {
    ...bench.renditions,
    renderText(text) {
      accounts.push(text.account);
      return Promise.reject(new AppError("too_many", "renditions_busy"));
    },
  };
  await renderDraft(ctx, { ...ports, renditions }, SENDER, { draftId });
  expect(accounts).toEqual([SENDER.accountId]);
  expect(await rows(draftId)).toEqual([]);
  expect(await codes(draftId)).toEqual(["print_pending"]);
  await render(draftId);
  expect(await codes(draftId)).toEqual([]);
});

test("a text that changed since is put on paper anew, and its earlier pages go", async () => {
  const draftId = await draftOf();
  await render(draftId);
  const [before] = await rows(draftId);
  await saveDraft(ctx, ports, SENDER, draftId, { ...FORM, body: "Geachte,\n\ntoch niet." });
  expect(await codes(draftId)).toEqual(["print_pending"]);
  await expect(send(draftId)).rejects.toMatchObject({ code: "draft_incomplete", fields: [{ path: "body" }] });
  await render(draftId);
  const after = await rows(draftId);
  expect(after).toHaveLength(1);
  expect(after[0]?.blob_id).not.toBe(before?.blob_id);
  expect(await owed(before?.blob_id)).toBe(true);
});

test("two that ask at once leave one rendition a part, and no file without a row", async () => {
  const draftId = await draftOf();
  await upload(draftId, "lease.pdf", samplePdf());
  const put: string[] = [];
  const removed: string[] = [];
  const content = {
    ...bench.content,
    put: (...given: Parameters<typeof bench.content.put>) => {
      put.push(given[0]);
      return bench.content.put(...given);
    },
    remove: (blobId: string) => {
      removed.push(blobId);
      return bench.content.remove(blobId);
    },
  };
  const watched = { ...ports, content };
  await Promise.all([1, 2, 3].map(() => renderDraft(ctx, watched, SENDER, { draftId })));
  const kept = (await rows(draftId)).map((row) => row.blob_id);
  expect(kept).toHaveLength(2);
  expect(new Set(put.filter((blobId) => !removed.includes(blobId)))).toEqual(new Set(kept));
});

test("an attachment that is taken out while it is put on paper leaves nothing", async () => {
  const draftId = await draftOf();
  const uploadId = await upload(draftId, "lease.pdf", samplePdf());
  const renditions: typeof ports.renditions = {
    ...bench.renditions,
    async renderPart(part) {
      const made = await bench.renditions.renderPart(part);
      await removeUpload(ctx, ports, SENDER, { draftId, uploadId });
      return made;
    },
  };
  const draft = await renderDraft(ctx, { ...ports, renditions }, SENDER, { draftId });
  expect(draft.uploads).toEqual([]);
  expect(draft.renditions.map((row) => row.upload_id)).toEqual([null]);
});

test("another account finds nothing to put on paper and nothing to look at", async () => {
  const draftId = await draftOf();
  await render(draftId);
  const missing = { kind: "not_found", code: "draft_not_found" };
  await expect(renderDraft(ctx, ports, STRANGER, { draftId })).rejects.toMatchObject(missing);
  await expect(openDraftRendition(ctx, ports, STRANGER, { draftId, uploadId: null })).rejects.toMatchObject(
    missing,
  );
  await expect(openDraftRendition(ctx, ports, SENDER, { draftId, uploadId: "upl_0" })).rejects.toMatchObject({
    code: "rendition_not_found",
  });
});

test("without a letter nothing is put on paper; pages made before go when it is sent without, or thrown away", async () => {
  const plain = { ...FORM, options: { required_identification: "codes" } };
  const draftId = await draftOf(plain);
  expect((await render(draftId)).renditions).toEqual([]);
  await saveDraft(ctx, ports, SENDER, draftId, FORM);
  await render(draftId);
  const [text] = await rows(draftId);
  await saveDraft(ctx, ports, SENDER, draftId, plain);
  const { messageId } = await send(draftId);
  expect(
    await owner()
      .selectFrom("part_rendition")
      .select("ordinal")
      .where("message_id", "=", messageId)
      .execute(),
  ).toEqual([]);
  expect(await owed(text?.blob_id)).toBe(true);
  const another = await draftOf();
  await render(another);
  const [thrown] = await rows(another);
  await discardDraft(ctx, ports.content, SENDER, another);
  expect(await owed(thrown?.blob_id)).toBe(true);
});

test("a letter that is too long, or too heavy for where it goes, is told with its figures", async () => {
  const draftId = await draftOf();
  await upload(draftId, "a.pdf", samplePdf(120));
  await upload(draftId, "b.pdf", samplePdf(90));
  const draft = await render(draftId);
  expect(judgeDraft(ctx, draft)?.letter).toEqual({
    ok: false,
    errors: [{ path: "postal_fallback", code: "letter_too_long", params: { pages: 215, max: 200 } }],
  });
  const printers = [{ duplex: true, sheets: 4 }];
  const light = bench.context("portal", {
    letters: { tariff: parseTariff("BE:2=9"), printers: [{ duplex: true, sheets: 5 }] },
  });
  const thin = bench.context("portal", { letters: { tariff: parseTariff("BE:40=9"), printers } });
  const short = await draftOf();
  await upload(short, "a.pdf", samplePdf(4));
  expect(judgeDraft(light, await render(short))?.letter).toEqual({
    ok: false,
    errors: [{ path: "addressees.0", code: "letter_too_heavy", params: { sheets: 5 } }],
  });
  // The tariff reaches further than the envelopes.
  expect(judgeDraft(thin, await render(short))?.letter).toEqual({
    ok: false,
    errors: [{ path: "postal_fallback", code: "letter_too_thick", params: { sheets: 5, max: 4 } }],
  });
});

test("who has no address yet is counted; he can be given one until the letter is printed", async () => {
  const [jan] = FORM.addressees;
  const an = { ...jan, first_names: "An", email: "an@example.be", mobile: "0470 12 34 13" };
  const nowhere = Object.fromEntries(Object.entries(an).filter(([field]) => !field.startsWith("postal_")));
  const draftId = await draftOf({ ...FORM, addressees: [jan ?? {}, nowhere] });
  const print = judgeDraft(ctx, await render(draftId));
  expect(print).toMatchObject({ withoutAddress: [1], letter: { ok: true, postage: { total: 18 } } });
  const { deliveries } = await send(draftId);
  const problems = await owner()
    .selectFrom("delivery")
    .select("address_problem")
    .where(
      "id",
      "in",
      deliveries.map(({ id }) => id),
    )
    .orderBy("ordinal")
    .execute();
  expect(problems.map((row) => row.address_problem)).toEqual([null, "missing"]);
});

test("what one account chose to begin with holds for its new drafts, where letters are posted", async () => {
  await owner()
    .updateTable("account")
    .set({ default_postal_fallback: true })
    .where("id", "=", SENDER.accountId)
    .execute();
  const { form } = await loadDraft(ctx, ports, SENDER, await openDraft(ctx, ports, SENDER));
  expect(form.options["postal_fallback"]).toBe("true");
  const none = bench.context("portal", { letters: null });
  const other = await loadDraft(none, ports, SENDER, await openDraft(none, ports, SENDER));
  expect(other.form.options["postal_fallback"]).toBeUndefined();
});
