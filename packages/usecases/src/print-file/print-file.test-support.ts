// A batch as the worker leaves it to the press: released deliveries with renditions, each job with its number.

import { createHash } from "node:crypto";
import { generateWrapKeyPair, newContentKey, unwrapKey, wrapKey, zipEntries } from "@posthorn/content";
import { type PrintJobTable, type Selectable, sql } from "@posthorn/db";
import { parsePostalService, type PrinterProfile } from "@posthorn/domain";
import { newId } from "@posthorn/runtime";
import { readPrintJobs, type VerbBench } from "@posthorn/testkit";
import { wrapContext } from "../context.ts";
import type { LetterFacts } from "../letter/ports.ts";
import type { StaffReader } from "../staff/authorise-staff.ts";
import type { PrintFilesPorts, ZipFiles } from "./ports.ts";
import type { PressPorts } from "./press-ports.ts";

export const NOW = Temporal.Instant.from("2026-12-07T09:00:00Z");
export const STAFF_ID = "stf_POSTAL";

const PRINTER: PrinterProfile = {
  key: "own",
  name: "Own printer",
  window: { x: 110, y: 42, width: 90, height: 42 },
  returnAddress: { x: 20, y: 16, width: 80, height: 20 },
  label: { x: 20, y: 42, width: 80, height: 42 },
  margin: 5,
  duplex: true,
  colour: true,
  sheets: 100,
};

const PRINTERS: readonly PrinterProfile[] = [
  PRINTER,
  {
    ...PRINTER,
    key: "partner",
    name: "Partner",
    sftp: { host: "127.0.0.1", port: 22, user: "posthorn", hostKey: "A".repeat(43), directory: "in" },
  },
];

export interface WaitingBatch {
  readonly id: string;
  readonly number: number;
  readonly jobs: readonly { readonly id: string; readonly deliveryId: string; readonly messageId: string }[];
}

export interface PrintBench {
  readonly press: PressPorts;
  readonly desk: PrintFilesPorts & { readonly zip: ZipFiles };
  readonly reader: StaffReader;
  /** Every letter that was set, in order. */
  readonly set: LetterFacts[];
  /** Batch of that many letters of one message each. */
  batch(count: number, printer?: string): Promise<WaitingBatch>;
  jobs(batchId: string): Promise<readonly Selectable<PrintJobTable>[]>;
  batchRow(batchId: string): Promise<{
    readonly state: string;
    readonly push_error: string | null;
    readonly problem: string | null;
  }>;
}

/** Letters are set as their text, so that a test reads what stands in them. */
export async function printBench(bench: VerbBench): Promise<PrintBench> {
  const owner = bench.context("owner").db;
  const pair = generateWrapKeyPair();
  const set: LetterFacts[] = [];
  await sql`INSERT INTO staff (id, email, family_name, first_names, language, roles, webauthn_handle, created_at)
    VALUES (${STAFF_ID}, 'els@posthorn.example', 'Wouters', 'Els', 'nl', '{postal_operator}', 'h', ${NOW})`.execute(
    owner,
  );
  let numbered = 0;

  async function rendition(messageId: string): Promise<void> {
    const { wrapped } = await owner
      .selectFrom("key_wrap")
      .select("wrapped")
      .where("message_id", "=", messageId)
      .where("holder", "=", "account")
      .executeTakeFirstOrThrow();
    const key = bench.keys.unwrap(wrapped, wrapContext(messageId, "account"));
    const bytes = Buffer.from(`rendition of part 1 of ${messageId}`);
    const blobId = newId("blb", NOW);
    const stored = await bench.content.put(blobId, key, pieces(bytes));
    const print = { size: stored.size, sha256: stored.sha256, pages: 2, converter: "bench 1" };
    await owner
      .insertInto("part_rendition")
      .values({ message_id: messageId, ordinal: 1, blob_id: blobId, ...print, colour: false })
      .execute();
    await sql`UPDATE message SET facts = jsonb_set(facts, '{parts,0,print}', ${JSON.stringify(print)}::jsonb)
      WHERE id = ${messageId}`.execute(owner);
  }

  async function released(): Promise<{ readonly deliveryId: string; readonly messageId: string }> {
    const { messageId, deliveryIds } = await bench.submit();
    const deliveryId = deliveryIds[0] ?? "";
    await rendition(messageId);
    await owner
      .updateTable("delivery")
      .set({
        state: "to_print",
        postal_fallback: true,
        street: "Kerkstraat",
        number: "5",
        box: "3",
        postcode: "2000",
        town: "Antwerpen",
        country: "BE",
        collect_until: Temporal.PlainDate.from("2026-12-06"),
        first_to_print_at: NOW,
        print_released_at: NOW,
      })
      .where("id", "=", deliveryId)
      .execute();
    return { deliveryId, messageId };
  }

  return {
    set,
    press: {
      letter: {
        compose(letter) {
          set.push(letter);
          const text = [letter.barcode, ...letter.address, ...letter.parts.map(({ sha256 }) => sha256)];
          const pdf = Buffer.from(`%PDF\n${text.join("\n")}`);
          return Promise.resolve({ pdf, pages: 4, sheets: 2, colour: false });
        },
      },
      content: bench.content,
      keys: bench.keys,
      files: {
        content: bench.content,
        wrapping: { wrap: (key, context) => wrapKey(pair.publicKey, key, context) },
        newContentKey,
      },
      printers: PRINTERS,
      house: {
        provider: "Posthorn",
        returnAddress: ["Posthorn", "Postbus 1", "1000 BRUSSEL"],
        carrier: { name: "bpost", service: parsePostalService("fr=Envoi R;nl=Aangetekende zending") },
        verifyUrl: "https://verify.example",
      },
    },
    desk: {
      files: {
        content: bench.content,
        keys: { unwrap: (wrapped, context) => unwrapKey(pair.privateKey, wrapped, context) },
      },
      printers: PRINTERS,
      manifest: (batch, letters) => [
        { name: "manifest.json", bytes: Buffer.from(JSON.stringify({ batch, letters })) },
      ],
      zip: zipEntries,
    },
    reader: {
      staff: { staffId: STAFF_ID, roles: ["postal_operator"], freshUntil: NOW.add({ minutes: 5 }) },
      visitor: { ip: "192.0.2.1", userAgent: "Mozilla/5.0", language: "nl" },
      arrivedAt: NOW,
    },
    async batch(count, printer = "own") {
      const id = newId("bat", NOW);
      const { number } = await owner
        .insertInto("print_batch")
        .values({ id, printer, state: "making", made_by: STAFF_ID, made_at: NOW, letters: count })
        .returning("number")
        .executeTakeFirstOrThrow();
      const jobs: { id: string; deliveryId: string; messageId: string }[] = [];
      for (let ordinal = 1; ordinal <= count; ordinal += 1) {
        const letter = await released();
        const job = newId("pjb", NOW);
        numbered += 1;
        await owner
          .insertInto("print_job")
          .values({
            id: job,
            batch_id: id,
            ordinal,
            delivery_id: letter.deliveryId,
            account_id: "acc_SEED0VANDEWALLE",
            state: "numbered",
            barcode: `0105412885${String(numbered).padStart(20, "0")}`,
            barcode_from: "range",
          })
          .execute();
        jobs.push({ id: job, ...letter });
      }
      return { id, number, jobs };
    },
    jobs: (batchId) => readPrintJobs(bench, batchId),
    batchRow: (batchId) =>
      owner
        .selectFrom("print_batch")
        .select(["state", "push_error", "problem"])
        .where("id", "=", batchId)
        .executeTakeFirstOrThrow(),
  };
}

async function* pieces(...all: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* all;
}

export async function read(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(source));
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
