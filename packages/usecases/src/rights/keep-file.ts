// Papers that come with a request: encrypted for the privacy desk alone as they arrive, each opening written down before a byte leaves.

import { transact } from "@posthorn/db";
import { AppError, brusselsDay } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { refuseEncryptedPdf } from "../registration/refuse-encrypted-pdf.ts";
import { requireOfficer, requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { parseArrivalDay } from "./arrival-day.ts";
import { lockRequest, noteDeskAct } from "./desk-act.ts";
import { type RequestFilePorts, requestFileContext } from "./ports.ts";

/** In bytes. */
export const REQUEST_FILE_BYTES = 10_000_000;
const FILES_MOST = 20;
const MEDIA_TYPES = ["application/pdf", "image/png", "image/jpeg"];
export const DESK_FILE_KINDS = ["letter", "identity_document", "authority"] as const;
export type DeskFileKind = (typeof DESK_FILE_KINDS)[number];

/**
 * PDF, PNG or JPEG. `arrivedOn`: as typed, the day on which the paper came in; what a request lacked counts from it. Nothing stays of
 * what is refused. Errors: bad_request `rights_file_invalid` with the field `arrived_on`; forbidden `staff_role_missing`; not_found `rights_request_unknown`; conflict
 * `rights_request_state`, `too_many_documents`; bad_request `part_<reason>`, `document_type`, `document_encrypted`; too_large `file_too_large`.
 */
export async function keepRequestFile(
  ctx: Context,
  ports: RequestFilePorts,
  reader: StaffReader,
  upload: {
    readonly requestId: string;
    readonly kind: DeskFileKind;
    readonly name: string;
    readonly arrivedOn: string;
    readonly source: AsyncIterable<Uint8Array>;
  },
): Promise<void> {
  requireOfficer(reader.staff, "privacy_officer");
  const { arrivedAt: at } = reader;
  const arrivedOn = parseArrivalDay("arrived_on", upload.arrivedOn, brusselsDay(at));
  if (!arrivedOn.ok) throw new AppError("bad_request", "rights_file_invalid", { fields: arrivedOn.errors });
  await transact(ctx.db, {}, (trx) => lockRequest(trx, upload.requestId, ["identity", "open"]));
  const [id, blobId] = [ctx.newId("rrf", at), ctx.newId("blb", at)];
  const name = ports.inspection.nameFor(upload.name, []);
  const guarded = ports.inspection.guard(name, upload.source);
  const key = ports.newContentKey();
  const stored = await ports.content.put(blobId, key, refuseEncryptedPdf(guarded.stream), {
    limit: REQUEST_FILE_BYTES,
  });
  const { mediaType } = guarded.accepted();
  await transact(ctx.db, {}, async (trx) => {
    // Known from here on, whatever becomes of the rest: a file that no row names is removed.
    if (!MEDIA_TYPES.includes(mediaType)) throw new AppError("bad_request", "document_type");
    const row = await lockRequest(trx, upload.requestId, ["identity", "open"]);
    const { count } = await trx
      .selectFrom("rights_request_file")
      .select((all) => all.fn.countAll<number>().as("count"))
      .where("request_id", "=", row.id)
      .executeTakeFirstOrThrow();
    if (Number(count) >= FILES_MOST)
      throw new AppError("conflict", "too_many_documents", { detail: String(FILES_MOST) });
    await trx
      .insertInto("rights_request_file")
      .values({
        id,
        request_id: row.id,
        kind: upload.kind,
        blob_id: blobId,
        wrapped_key: Buffer.from(ports.keys.wrap(key, requestFileContext(id))),
        name,
        media_type: mediaType,
        size: stored.size,
        sha256: stored.sha256,
        added_at: at,
        arrived_on: arrivedOn.value,
      })
      .execute();
    await noteDeskAct(trx, reader, { requestId: row.id, event: "file_added", at, words: upload.kind });
  }).catch(async (error: unknown) => {
    await ports.content.remove(blobId);
    throw error;
  });
}

export interface OpenedRequestFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  stream(): AsyncIterable<Uint8Array>;
}

/** Errors: forbidden `staff_role_missing`; not_found `document_unknown`; internal `content_damaged`, `content_missing`, `wrap_damaged`. */
export async function openRequestFile(
  ctx: Context,
  ports: Pick<RequestFilePorts, "content" | "keys">,
  reader: StaffReader,
  asked: { readonly requestId: string; readonly fileId: string },
): Promise<OpenedRequestFile> {
  requireReader(reader.staff, "privacy_officer");
  const row = await transact(ctx.db, {}, async (trx) => {
    const found = await trx
      .selectFrom("rights_request_file")
      .select(["id", "kind", "blob_id", "wrapped_key", "name", "media_type"])
      .where("id", "=", asked.fileId)
      .where("request_id", "=", asked.requestId)
      .executeTakeFirst();
    if (!found) throw new AppError("not_found", "document_unknown");
    await noteDeskAct(trx, reader, {
      requestId: asked.requestId,
      event: "file_opened",
      at: reader.arrivedAt,
      words: found.kind,
    });
    await trx
      .insertInto("key_use")
      .values({
        used_at: reader.arrivedAt,
        service: ctx.service,
        purpose: "rights_request_file",
        owner_id: found.id,
        holder: reader.staff.staffId,
      })
      .execute();
    return found;
  });
  const key = ports.keys.unwrap(row.wrapped_key, requestFileContext(row.id));
  const blob = await ports.content.open(row.blob_id, key);
  return { name: row.name, type: row.media_type, size: blob.size, stream: () => blob.stream() };
}
