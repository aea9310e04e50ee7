// Opens one document of an application for the registration desk: decrypted on the way, each opening written down before a byte of it leaves.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { documentWrapContext, type MandatePorts } from "./ports.ts";

export interface OpenedDocument {
  /** As the applicant called it. */
  readonly name: string;
  readonly type: string;
  readonly size: number;
  stream(): AsyncIterable<Uint8Array>;
}

/**
 * Errors: forbidden `staff_role_missing`; not_found `document_unknown`; internal `content_damaged`, `content_missing`,
 * `wrap_damaged`, `wrap_for_other_key`: who tried stays written down.
 */
export async function openApplicationDocument(
  ctx: Context,
  ports: MandatePorts,
  reader: StaffReader,
  asked: { readonly applicationId: string; readonly documentId: string },
): Promise<OpenedDocument> {
  requireReader(reader.staff, "registration_officer");
  const { staff, visitor, arrivedAt } = reader;
  const row = await transact(ctx.db, {}, async (trx) => {
    const found = await trx
      .selectFrom("application_document")
      .select(["id", "blob_id", "wrapped_key", "name", "media_type"])
      .where("id", "=", asked.documentId)
      .where("application_id", "=", asked.applicationId)
      .where("removed_at", "is", null)
      .executeTakeFirst();
    if (!found) throw new AppError("not_found", "document_unknown");
    await logStaffAct(trx, {
      act: "application_document_opened",
      at: arrivedAt,
      visitor,
      staffId: staff.staffId,
      subject: `${asked.applicationId} ${found.id}`,
    });
    await trx
      .insertInto("key_use")
      .values({
        used_at: arrivedAt,
        service: ctx.service,
        purpose: "mandate_document",
        owner_id: found.id,
        holder: staff.staffId,
      })
      .execute();
    return found;
  });
  const key = ports.keys.unwrap(row.wrapped_key, documentWrapContext(row.id));
  const blob = await ports.content.open(row.blob_id, key);
  return { name: row.name, type: row.media_type, size: blob.size, stream: () => blob.stream() };
}
