// Gathers what a letter is made from: the delivery, the facts that its evidence fixed, and the renditions, proven to be those.

import { createHash } from "node:crypto";
import { clockNow, type MessageFacts, transact, type Transaction } from "@posthorn/db";
import {
  addressFits,
  addressLines,
  AppError,
  isLanguage,
  type PartFacts,
  type PrintFacts,
} from "@posthorn/domain";
import { type Context, wrapContext } from "../context.ts";
import { partyOf, postalAddressOf } from "../letter/addressee-of.ts";
import type { LetterFacts } from "../letter/ports.ts";
import { type PressPorts, UnmakeableLetter } from "./press-ports.ts";

/**
 * Null where the letter does not wait to be made any more. The use of the content key is durable before a byte is read.
 * Throws UnmakeableLetter; AppErrors of database and store pass through, `wrap_for_other_key` too.
 */
export async function gatherLetter(
  ctx: Context,
  ports: PressPorts,
  jobId: string,
): Promise<LetterFacts | null> {
  const released = await transact(ctx.db, {}, (trx) => loadReleased(trx, ctx, jobId));
  if (!released) return null;
  const { job, delivery, facts, returnAddress, wrapped, renditions } = released;
  const { address, language } = addressOf(delivery);
  const contentKey = unwrap(ports, wrapped, wrapContext(delivery.message_id, delivery.id));
  const parts: LetterFacts["parts"][number][] = [];
  for (const [index, part] of facts.parts.entries()) {
    const { print, rendition } = printOf(part, renditions, index + 1);
    const bytes = await readRendition(ports, rendition.blob_id, contentKey, print);
    const { name, sha256, size } = part;
    parts.push({ name, sha256, size, print, colour: rendition.colour, bytes });
  }
  const { name, department, town } = facts.sender;
  const { carrier, ...house } = ports.house;
  return {
    ...house,
    carrier: { name: carrier.name, service: carrier.service?.on(language) ?? null },
    jobId,
    deliveryId: delivery.id,
    batch: job.number,
    language,
    sender: { name, ...(department ? { department } : {}), ...(town ? { town } : {}) },
    address,
    ...(returnAddress && { returnAddress: addressLines({ name }, returnAddress, language) }),
    barcode: job.barcode,
    trustStatus: facts.trust_status,
    submittedAt: Temporal.Instant.from(facts.submitted_at),
    releasedAt: delivery.print_released_at,
    collectUntil: delivery.collect_until,
    parts,
  };
}

async function loadReleased(trx: Transaction, ctx: Context, jobId: string) {
  const job = await trx
    .selectFrom("print_job as j")
    .innerJoin("print_batch as b", "b.id", "j.batch_id")
    .select(["j.delivery_id", "j.barcode", "b.number"])
    .where("j.id", "=", jobId)
    .where("j.state", "=", "numbered")
    .executeTakeFirst();
  if (!job) return null;
  const delivery = await selectReleased(trx, job.delivery_id).executeTakeFirst();
  // It ended meanwhile: the press sees it no longer.
  if (!delivery?.print_released_at || !job.barcode) throw new UnmakeableLetter("not_released");
  const wrap = await trx
    .selectFrom("key_wrap")
    .select("wrapped")
    .where("message_id", "=", delivery.message_id)
    .where("holder", "=", delivery.id)
    .executeTakeFirst();
  if (!wrap) throw new UnmakeableLetter("content_erased");
  await trx
    .insertInto("key_use")
    .values({
      used_at: await clockNow(trx),
      service: ctx.service,
      purpose: "print",
      owner_id: delivery.message_id,
      holder: delivery.id,
    })
    .execute();
  const { facts, return_address: returnAddress } = await trx
    .selectFrom("message")
    .select(["facts", "return_address"])
    .where("id", "=", delivery.message_id)
    .executeTakeFirstOrThrow();
  const renditions = await trx
    .selectFrom("part_rendition")
    .select(["ordinal", "blob_id", "colour"])
    .where("message_id", "=", delivery.message_id)
    .execute();
  return {
    job: { number: job.number, barcode: job.barcode },
    delivery: { ...delivery, print_released_at: delivery.print_released_at },
    facts: facts satisfies MessageFacts,
    returnAddress,
    wrapped: wrap.wrapped,
    renditions,
  };
}

function selectReleased(trx: Transaction, deliveryId: string) {
  return trx
    .selectFrom("delivery")
    .select([
      "id",
      "message_id",
      "name",
      "first_names",
      "attention_of",
      "street",
      "number",
      "box",
      "postcode",
      "town",
      "country",
      "language",
      "collect_until",
      "print_released_at",
    ])
    .where("id", "=", deliveryId);
}

type Released = Awaited<ReturnType<ReturnType<typeof selectReleased>["executeTakeFirstOrThrow"]>>;

function addressOf(row: Released): Pick<LetterFacts, "address" | "language"> {
  const { language } = row;
  const place = postalAddressOf(row);
  if (!place || !isLanguage(language)) throw new UnmakeableLetter("address");
  const address = addressLines(partyOf(row), place, language);
  if (!addressFits(address)) throw new UnmakeableLetter("address");
  return { address, language };
}

function unwrap({ keys }: PressPorts, wrapped: Uint8Array, context: string): Uint8Array {
  try {
    return keys.unwrap(wrapped, context);
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "wrap_damaged")
      throw new UnmakeableLetter("content_damaged", cause);
    throw cause;
  }
}

function printOf<Row extends { readonly ordinal: number }>(
  part: PartFacts,
  renditions: readonly Row[],
  ordinal: number,
): { readonly print: PrintFacts; readonly rendition: Row } {
  const rendition = renditions.find((each) => each.ordinal === ordinal);
  if (!rendition || !part.print) throw new UnmakeableLetter("content_missing");
  return { print: part.print, rendition };
}

/** Whole, and of the digest that the evidence of submission names: nothing else is ever printed. */
async function readRendition(
  ports: PressPorts,
  blobId: string,
  contentKey: Uint8Array,
  print: PrintFacts,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const hash = createHash("sha256");
  try {
    const blob = await ports.content.open(blobId, contentKey);
    for await (const piece of blob.stream()) {
      hash.update(piece);
      pieces.push(piece);
    }
  } catch (cause) {
    if (cause instanceof AppError && (cause.code === "content_damaged" || cause.code === "content_missing"))
      throw new UnmakeableLetter(cause.code, cause);
    throw cause;
  }
  if (hash.digest("hex") !== print.sha256) throw new UnmakeableLetter("content_damaged");
  return Buffer.concat(pieces);
}
