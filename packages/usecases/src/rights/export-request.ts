// What we hold of one person, as files (GDPR art. 15 and 20): of the account holder and of the letters that the officer has chosen, and of nobody else.

import { clockNow, sql, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { type ExportEntry, jsonEntry, linesEntry, textEntry } from "../my-data/export-entry.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { type DeskRequest, lockRequest, noteDeskAct } from "./desk-act.ts";
import { nameOf } from "./owe-letter.ts";

export interface ExportPaper {
  readonly row: DeskRequest;
  readonly name: string;
  readonly madeAt: Temporal.Instant;
  /** What `person.json` says; null where no account holder was chosen. */
  readonly person: object | null;
  readonly deliveries: readonly object[];
}

export interface RequestExport {
  readonly number: number;
  readonly madeAt: Temporal.Instant;
  entries(): AsyncGenerator<ExportEntry>;
}

const PAGE = 1_000;

/**
 * Written down before the first byte. What senders entrusted is in it only where they granted it. Errors: forbidden `staff_role_missing`,
 * `staff_not_fresh`; not_found `rights_request_unknown`; conflict `rights_request_state`, `rights_nobody_chosen`.
 */
export async function exportRequest(
  ctx: Context,
  ports: { paperOf(paper: ExportPaper): Promise<Uint8Array> },
  reader: StaffReader,
  asked: { readonly requestId: string },
): Promise<RequestExport> {
  requireFreshOfficer(reader, "privacy_officer");
  const held = await transact(ctx.db, {}, async (trx) => {
    const row = await lockRequest(trx, asked.requestId, ["open", "answered", "waiting"]);
    if (row.kind !== "access" && row.kind !== "portability")
      throw new AppError("conflict", "rights_request_state");
    const madeAt = await clockNow(trx);
    const { rows: people } = await sql<{
      held: object | null;
    }>`SELECT rights_export_person(${row.id}) AS held`.execute(trx);
    const { rows: deliveries } = await sql<{ id: string; held: object }>`
      SELECT delivery_id AS id, rights_export_delivery(request_id, delivery_id) AS held FROM rights_request_delivery
      WHERE request_id = ${row.id} ORDER BY delivery_id`.execute(trx);
    const person = people[0]?.held ?? null;
    if (person === null && deliveries.length === 0) throw new AppError("conflict", "rights_nobody_chosen");
    await noteDeskAct(trx, reader, {
      requestId: row.id,
      event: "exported",
      at: madeAt,
      words: deliveries.map(({ id }) => id).join(" "),
    });
    return { row, madeAt, person, deliveries };
  });
  const { row, madeAt, person, deliveries } = held;
  return {
    number: row.number,
    madeAt,
    async *entries() {
      const paper = {
        row,
        name: nameOf(row),
        madeAt,
        person,
        deliveries: deliveries.map((each) => each.held),
      };
      const pdf = await ports.paperOf(paper);
      yield {
        name: "overview.pdf",
        async *stream() {
          yield pdf;
        },
      };
      if (person !== null) {
        yield jsonEntry("person.json", person);
        yield linesEntry("uses.jsonl", readUses(ctx, row.id));
      }
      for (const { id, held: delivery } of deliveries) {
        yield jsonEntry(`letters/${id}/letter.json`, delivery);
        for (const { seq, type, xml } of await readEvidence(ctx, row.id, id))
          yield textEntry(`letters/${id}/${String(seq).padStart(3, "0")}-${type}.xml`, xml);
      }
    },
  };
}

async function* readUses(ctx: Context, requestId: string): AsyncGenerator<readonly object[]> {
  let before: number | null = null;
  for (;;) {
    const { rows }: { rows: { id: string | number; line: object }[] } = await sql<{
      id: string | number;
      line: object;
    }>`
      SELECT id, line FROM rights_export_uses(${requestId}, ${before}, ${PAGE})`.execute(ctx.db);
    const last = rows.at(-1);
    if (last === undefined) return;
    before = Number(last.id);
    yield rows.map(({ line }) => line);
  }
}

async function readEvidence(
  ctx: Context,
  requestId: string,
  deliveryId: string,
): Promise<readonly { readonly seq: number; readonly type: string; readonly xml: string }[]> {
  const { rows } = await sql<{ seq: number; type: string; xml: string }>`
    SELECT * FROM rights_export_evidence(${requestId}, ${deliveryId})`.execute(ctx.db);
  return rows;
}
