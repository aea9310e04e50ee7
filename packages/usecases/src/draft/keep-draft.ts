// Drafts: opened, kept as one types, listed, thrown away. The form is ciphertext in the database.

import {
  clockNow,
  type DraftRenditionTable,
  type DraftTable,
  type Selectable,
  transact,
  type Transaction,
  type UploadTable,
} from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import {
  type ContentPort,
  type Context,
  type KeyUnwrapping,
  type KeyWrapping,
  wrapContext,
} from "../context.ts";
import { defaultOptions } from "./default-options.ts";
import { type DraftForm, EMPTY_FORM } from "./draft-form.ts";
import { scopeOf } from "../account/account-reader.ts";
import type { IdentityKeysPort } from "../identification/ports.ts";
import { hideRegisterNumbers } from "./hide-register-numbers.ts";
import { dropRenditions } from "../rendition/drop-renditions.ts";
import { ownTeamId } from "../team/send-for-team.ts";
import type { DraftSealing } from "./ports.ts";

export interface DraftPorts {
  readonly sealing: DraftSealing;
  readonly wrapping: KeyWrapping;
  readonly keys: KeyUnwrapping;
  readonly identityKeys: IdentityKeysPort;
}

export interface DraftOwner {
  readonly accountId: string;
  readonly memberId: string;
}

export type UploadRow = Selectable<UploadTable>;
export type RenditionRow = Selectable<DraftRenditionTable>;

export interface LoadedDraft {
  readonly id: string;
  readonly form: DraftForm;
  readonly revision: number;
  readonly updatedAt: Temporal.Instant;
  readonly uploads: readonly UploadRow[];
  /** How its parts look on paper, as far as that was looked at. */
  readonly renditions: readonly RenditionRow[];
  readonly contentKey: Uint8Array;
}

/** Opened and never typed in: gone when this member opens another so much later. */
const UNTOUCHED_HOURS = 24;

/** A new draft, empty but for the defaults of its account; returns its id. */
export async function openDraft(ctx: Context, ports: DraftPorts, owner: DraftOwner): Promise<string> {
  return transact(ctx.db, scopeOf(owner), async (trx) => {
    const now = await clockNow(trx);
    await trx
      .deleteFrom("draft")
      .where("account_id", "=", owner.accountId)
      .where("message_id", "is", null)
      .where("member_id", "=", owner.memberId)
      .where("revision", "=", 0)
      .where("created_at", "<", now.subtract({ hours: UNTOUCHED_HOURS }))
      .execute();
    const id = ctx.newId("dft", now);
    const contentKey = ports.sealing.newContentKey();
    const form = { ...EMPTY_FORM, options: await defaultOptions(trx, ctx, owner.accountId) };
    await trx
      .insertInto("draft")
      .values({
        id,
        account_id: owner.accountId,
        member_id: owner.memberId,
        sealed_form: ports.sealing.sealForm(contentKey, JSON.stringify(form), id),
        wrapped_key: ports.wrapping.wrap(contentKey, wrapContext(id, "account")),
        created_at: now,
        updated_at: now,
        message_id: null,
      })
      .execute();
    return id;
  });
}

/** Errors: not_found `draft_not_found` (another account's too), conflict `draft_already_sent`. */
export async function loadDraft(
  ctx: Context,
  ports: DraftPorts,
  owner: DraftOwner,
  draftId: string,
): Promise<LoadedDraft> {
  return transact(ctx.db, scopeOf(owner), (trx) => readDraft(trx, ctx, ports, draftId));
}

/** Keeps the form as typed, but for register numbers, which are sealed. Returns when it was kept. */
export async function saveDraft(
  ctx: Context,
  ports: DraftPorts,
  owner: DraftOwner,
  draftId: string,
  form: DraftForm,
): Promise<{ readonly keptAt: Temporal.Instant; readonly revision: number }> {
  return transact(ctx.db, scopeOf(owner), async (trx) => {
    const draft = await readDraft(trx, ctx, ports, draftId);
    const now = await clockNow(trx);
    const revision = draft.revision + 1;
    const kept = hideRegisterNumbers(ports.identityKeys, draftId, form);
    await trx
      .updateTable("draft")
      .set({
        sealed_form: ports.sealing.sealForm(draft.contentKey, JSON.stringify(kept), draftId),
        revision,
        updated_at: now,
        team_id: await ownTeamId(trx, owner, form.team),
      })
      .where("id", "=", draftId)
      .execute();
    return { keptAt: now, revision };
  });
}

/** Whatever changes of a draft raises its revision: what was looked over is what is sent. The caller holds its lock. */
export async function touchDraft(trx: Transaction, draftId: string): Promise<void> {
  const now = await clockNow(trx);
  await trx
    .updateTable("draft")
    .set((eb) => ({ revision: eb("revision", "+", 1), updated_at: now }))
    .where("id", "=", draftId)
    .execute();
}

export async function readDraft(
  trx: Transaction,
  ctx: Context,
  ports: DraftPorts,
  draftId: string,
): Promise<LoadedDraft> {
  const row = await lockDraft(trx, draftId);
  const contentKey = ports.keys.unwrap(row.wrapped_key, wrapContext(draftId, "account"));
  await trx
    .insertInto("key_use")
    .values({
      used_at: await clockNow(trx),
      service: ctx.service,
      purpose: "draft",
      owner_id: draftId,
      holder: "account",
    })
    .execute();
  const uploads = await trx
    .selectFrom("upload")
    .selectAll()
    .where("draft_id", "=", draftId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const renditions = await trx
    .selectFrom("draft_rendition")
    .selectAll()
    .where("draft_id", "=", draftId)
    .execute();
  const form = row.sealed_form
    ? (JSON.parse(ports.sealing.openForm(contentKey, row.sealed_form, draftId)) as DraftForm)
    : EMPTY_FORM;
  const { revision, updated_at: updatedAt } = row;
  return { id: draftId, form, revision, updatedAt, uploads, renditions, contentKey };
}

/** Errors: as `loadDraft`. */
export async function lockDraft(trx: Transaction, draftId: string): Promise<Selectable<DraftTable>> {
  const row = await trx
    .selectFrom("draft")
    .selectAll()
    .where("id", "=", draftId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "draft_not_found");
  if (row.message_id) throw new AppError("conflict", "draft_already_sent", { detail: row.message_id });
  return row;
}

export interface DraftSummary {
  readonly id: string;
  readonly updatedAt: Temporal.Instant;
  readonly subject: string;
  readonly addressees: number;
}

/** The newest drafts, at most 50. */
export async function listDrafts(
  ctx: Context,
  ports: DraftPorts,
  owner: DraftOwner,
): Promise<readonly DraftSummary[]> {
  return transact(ctx.db, scopeOf(owner), async (trx) => {
    const rows = await trx
      .selectFrom("draft")
      .selectAll()
      .where("message_id", "is", null)
      .where("revision", ">", 0)
      .orderBy("updated_at", "desc")
      .limit(50)
      .execute();
    await logKeyUses(
      trx,
      ctx,
      rows.map((row) => row.id),
    );
    return rows.map((row) => {
      const key = ports.keys.unwrap(row.wrapped_key, wrapContext(row.id, "account"));
      const form = row.sealed_form
        ? (JSON.parse(ports.sealing.openForm(key, row.sealed_form, row.id)) as DraftForm)
        : EMPTY_FORM;
      return {
        id: row.id,
        updatedAt: row.updated_at,
        subject: form.subject,
        addressees: form.addressees.length,
      };
    });
  });
}

/** Every opening of a key is logged, also where fifty are opened for a list. */
async function logKeyUses(trx: Transaction, ctx: Context, draftIds: readonly string[]): Promise<void> {
  if (draftIds.length === 0) return;
  const at = await clockNow(trx);
  await trx
    .insertInto("key_use")
    .values(
      draftIds.map((id) => ({
        used_at: at,
        service: ctx.service,
        purpose: "draft_list",
        owner_id: id,
        holder: "account",
      })),
    )
    .execute();
}

/** Throws the draft away with all it holds; the blobs go after the rows. */
export async function discardDraft(
  ctx: Context,
  content: ContentPort,
  owner: DraftOwner,
  draftId: string,
): Promise<void> {
  const blobs = await transact(ctx.db, scopeOf(owner), async (trx) => {
    await lockDraft(trx, draftId);
    await dropRenditions(trx, { draftId }, { at: await clockNow(trx) });
    const uploads = await trx
      .deleteFrom("upload")
      .where("draft_id", "=", draftId)
      .returning("blob_id")
      .execute();
    await trx.deleteFrom("draft").where("id", "=", draftId).execute();
    return uploads.map((upload) => upload.blob_id);
  });
  for (const blob of blobs) await content.remove(blob);
}
