// Every message of an account as files: what was sent, where each delivery stands, the parts that can still be read, the evidence.

import { transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { type PartRow, unlockParts } from "../collection/unlock-parts.ts";
import type { ContentPort, Context, KeyUnwrapping } from "../context.ts";
import { listMessages } from "../message/list-messages.ts";
import { type ExportEntry, jsonEntry, textEntry } from "./export-entry.ts";

export interface ExportPorts {
  readonly content: ContentPort;
  readonly keys: KeyUnwrapping;
}

interface Reader {
  readonly accountId: string;
  readonly memberId: string;
  readonly personId: string;
}

const PAGE = 100;

/** The newest first; message after message in short transactions. */
export async function* exportMessages(
  ctx: Context,
  ports: ExportPorts,
  reader: Reader,
  at: Temporal.Instant,
): AsyncGenerator<ExportEntry> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listMessages>> = await listMessages(ctx, reader, {
      limit: PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const { id } of page.messages) yield* exportMessage(ctx, ports, reader, id, at);
    cursor = page.next;
  } while (cursor !== null);
}

async function* exportMessage(
  ctx: Context,
  ports: ExportPorts,
  reader: Reader,
  messageId: string,
  at: Temporal.Instant,
): AsyncGenerator<ExportEntry> {
  const { message, deliveries, unlocked } = await transact(ctx.db, reader, async (trx) => ({
    message: await readMessage(trx, messageId),
    deliveries: await readDeliveries(trx, messageId),
    unlocked: await unlock(trx, ctx, ports.keys, messageId, at),
  }));
  const folder = `messages/${messageId}`;
  const { facts, ...sent } = message;
  const held = new Set<number>();
  for (const part of unlocked?.parts ?? []) {
    const opened = await openPart(ports.content, part, unlocked?.contentKey ?? new Uint8Array());
    if (opened === null) continue;
    held.add(part.ordinal);
    yield { name: `${folder}/parts/${part.ordinal}-${part.name}`, stream: () => opened.stream() };
  }
  const parts = facts.parts.map((part, index) => ({
    ...part,
    content: held.has(index + 1) ? "in this export" : "erased",
  }));
  yield jsonEntry(`${folder}/message.json`, { ...sent, parts, deliveries });
  for (const { id } of deliveries) {
    const records = await transact(ctx.db, reader, (trx) => readEvidence(trx, id));
    for (const { seq, type, xml } of records)
      if (xml !== null) yield textEntry(`${folder}/deliveries/${id}/${seq}-${type}.xml`, xml);
  }
}

/** Null where the account's key was destroyed: nobody can read it here any more (R8). */
async function unlock(
  trx: Transaction,
  ctx: Context,
  keys: KeyUnwrapping,
  messageId: string,
  at: Temporal.Instant,
): Promise<Awaited<ReturnType<typeof unlockParts>> | null> {
  try {
    return await unlockParts(trx, ctx, keys, { messageId, holder: "account", purpose: "export", at });
  } catch (error) {
    if (error instanceof AppError && error.code === "content_erased") return null;
    throw error;
  }
}

/** Null where the store has it no more; one file that is gone must not keep all others back. */
async function openPart(content: ContentPort, part: PartRow, contentKey: Uint8Array) {
  try {
    return await content.open(part.blob_id, contentKey);
  } catch (error) {
    if (error instanceof AppError && error.code === "content_missing") return null;
    throw error;
  }
}

function readMessage(trx: Transaction, id: string) {
  return trx
    .selectFrom("message")
    .select([
      "id",
      "subject",
      "accepted_at",
      "member_id",
      "team_id",
      "required_identification",
      "collection_days",
      "reminders",
      "postal_fallback",
      "return_address",
      "sender_shown",
      "content_retention_days",
      "facts",
    ])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

function readDeliveries(trx: Transaction, messageId: string) {
  return trx
    .selectFrom("delivery")
    .select([
      "id",
      "ordinal",
      "state",
      "kind",
      "name",
      "first_names",
      "enterprise_number",
      "attention_of",
      "email",
      "mobile",
      "street",
      "number",
      "box",
      "postcode",
      "town",
      "country",
      "language",
      "consent",
      "accepted_at",
      "notified_at",
      "collect_until",
      "collected_at",
      "final_by",
      "final_at",
    ])
    .where("message_id", "=", messageId)
    .orderBy("ordinal")
    .execute();
}

function readEvidence(trx: Transaction, deliveryId: string) {
  return trx
    .selectFrom("evidence_record")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("evidence_seal")
          .select("xml")
          .whereRef("evidence_seal.record_id", "=", "evidence_record.id")
          .orderBy("evidence_seal.id", "desc")
          .limit(1)
          .as("seal"),
      (join) => join.onTrue(),
    )
    .select(["evidence_record.seq", "evidence_record.type", "seal.xml"])
    .where("evidence_record.delivery_id", "=", deliveryId)
    .orderBy("evidence_record.seq")
    .execute();
}
