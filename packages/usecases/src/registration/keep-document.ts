// Takes in what an application rests on: streamed to the content store under a key of its own that the staff's desk alone can open.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { documentWrapContext } from "../mandate/ports.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import {
  type Applicant,
  type DocumentKind,
  listDocuments,
  lockApplication,
  scopeOf,
} from "./own-application.ts";
import type { DocumentPorts } from "./ports.ts";
import { refuseEncryptedPdf } from "./refuse-encrypted-pdf.ts";
import { requireAdminRole } from "../account/require-admin-role.ts";

/** In bytes, of one document. */
export const DOCUMENT_BYTES = 10_000_000;
const DOCUMENTS_MOST = 8;

const MEDIA_TYPES = ["application/pdf", "image/png", "image/jpeg"] as const;
type MediaType = (typeof MEDIA_TYPES)[number];

/**
 * Errors: bad_request `part_<reason>`, `document_type`, `document_encrypted`; too_large `file_too_large`; conflict
 * `too_many_documents`, `application_submitted`; forbidden `not_an_admin`; not_found `application_unknown`. Nothing stays of
 * what is refused.
 */
export async function addApplicationDocument(
  ctx: Context,
  ports: DocumentPorts,
  input: {
    readonly applicant: Applicant;
    readonly kind: DocumentKind;
    readonly name: string;
    readonly source: AsyncIterable<Uint8Array>;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<void> {
  const { applicant, arrivedAt: at } = input;
  requireAdminRole(applicant);
  const scope = scopeOf(applicant);
  const taken = await transact(ctx.db, scope, async (trx) => {
    const documents = await listDocuments(trx, await lockApplication(trx, applicant.accountId));
    refuseTooMany(documents.length);
    return documents.map(({ name }) => name);
  });
  const blobId = ctx.newId("blb", at);
  const documentId = ctx.newId("apd", at);
  const key = ports.newContentKey();
  const name = ports.inspection.nameFor(input.name, taken);
  const guarded = ports.inspection.guard(name, input.source);
  const stored = await ports.content
    .put(blobId, key, refuseEncryptedPdf(guarded.stream), { limit: DOCUMENT_BYTES })
    .catch((error: unknown) => {
      if (error instanceof AppError && error.code === "part_too_large")
        throw new AppError("too_large", "file_too_large", { cause: error });
      throw error;
    });
  try {
    const mediaType = mediaTypeOf(guarded.accepted().mediaType);
    await transact(ctx.db, scope, async (trx) => {
      const row = await lockApplication(trx, applicant.accountId);
      refuseTooMany((await listDocuments(trx, row)).length);
      const { accountId, personId } = applicant;
      await trx
        .insertInto("application_document")
        .values({
          id: documentId,
          application_id: row.id,
          account_id: accountId,
          kind: input.kind,
          blob_id: blobId,
          wrapped_key: ports.mandateWrapping.wrap(key, documentWrapContext(documentId)),
          name,
          media_type: mediaType,
          size: stored.size,
          sha256: stored.sha256,
          uploaded_at: at,
        })
        .execute();
      await logUse(trx, ctx, {
        act: "document_added",
        at,
        visitor: input.visitor,
        accountId,
        personId,
        subject: documentId,
      });
    });
  } catch (error) {
    await ports.content.remove(blobId);
    throw error;
  }
}

/** Takes a document out again; its file is removed at once. Errors: not_found `document_unknown`; and as `lockApplication`. */
export async function removeApplicationDocument(
  ctx: Context,
  ports: Pick<DocumentPorts, "content">,
  input: {
    readonly applicant: Applicant;
    readonly documentId: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<void> {
  const { applicant, documentId, visitor, arrivedAt: at } = input;
  requireAdminRole(applicant);
  const blobId = await transact(ctx.db, scopeOf(applicant), async (trx) => {
    const row = await lockApplication(trx, applicant.accountId);
    const removed = await trx
      .updateTable("application_document")
      .set({ removed_at: at })
      .where("id", "=", documentId)
      .where("application_id", "=", row.id)
      .where("removed_at", "is", null)
      .returning("blob_id")
      .executeTakeFirst();
    if (!removed) throw new AppError("not_found", "document_unknown");
    const { accountId, personId } = applicant;
    await logUse(trx, ctx, {
      act: "document_removed",
      at,
      visitor,
      accountId,
      personId,
      subject: documentId,
    });
    return removed.blob_id;
  });
  await ports.content.remove(blobId);
}

function refuseTooMany(count: number): void {
  if (count >= DOCUMENTS_MOST)
    throw new AppError("conflict", "too_many_documents", { detail: String(DOCUMENTS_MOST) });
}

function mediaTypeOf(found: string): MediaType {
  const type = MEDIA_TYPES.find((known) => known === found);
  if (!type) throw new AppError("bad_request", "document_type");
  return type;
}
