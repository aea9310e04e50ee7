// Plays the postal desk of a stack by its verbs, under its own database role: a batch made, printed, scanned and handed over.

import { openDatabase, urlForRole } from "@posthorn/db";
import { newId } from "@posthorn/runtime";
import {
  askHandOver,
  askPrinted,
  askPush,
  type BatchView,
  type Context,
  importBarcodes,
  type JobLine,
  listJobs,
  makeBatch,
  type StaffReader,
  viewBatch,
} from "@posthorn/usecases";
import { rolePassword } from "../postgres/test-database.ts";
import { STAFF } from "../stack/seed-staff.ts";
import { OWN_PRINTER, PRINT_PARTNER } from "../stack/service-environment.ts";
import type { Stack } from "../stack/start-stack.ts";
import { TEST_SETTINGS } from "../verbs/test-context.ts";
import { waitFor } from "./wait-for.ts";

export interface PlayedDesk {
  /** Of all letters that wait, or of these; answers with its id at once. */
  startBatch(deliveryIds?: readonly string[], printer?: DeskPrinter): Promise<string>;
  /** Answers once the files of the batch can be had; for our own printer unless said otherwise. */
  makeBatch(deliveryIds?: readonly string[], printer?: DeskPrinter): Promise<BatchView>;
  /** As soon as the batch is in that state. Throws where it is kept by what does not pass. */
  inState(batchId: string, state: BatchView["state"]): Promise<BatchView>;
  /** Its first 50 letters. */
  letters(batchId: string): Promise<readonly JobLine[]>;
  /** A batch for the print partner: answers once its files lie in his folder. */
  bringToPartner(batchId: string): Promise<void>;
  /** Answers once the worker has booked each letter. */
  confirmPrinted(batchId: string): Promise<BatchView>;
  /** Scans them all first. Answers at once. */
  startHandOver(batchId: string): Promise<void>;
  /** Answers once each is posted. */
  handOver(batchId: string): Promise<BatchView>;
  stop(): Promise<void>;
}

type DeskPrinter = typeof OWN_PRINTER | typeof PRINT_PARTNER;
const PRINTERS = [OWN_PRINTER, PRINT_PARTNER];

/** The stack's worker and press must run. Throws where the seeded staff have no postal operator. */
export function playDesk({ ownerUrl, clock }: Pick<Stack, "ownerUrl" | "clock">): PlayedDesk {
  const operator = STAFF.find(({ role }) => role === "postal_operator");
  if (!operator) throw new Error("nobody works at the postal desk");
  const db = openDatabase({
    url: urlForRole(ownerUrl, "backoffice", rolePassword(ownerUrl)),
    service: "backoffice",
    max: 2,
  });
  const ctx: Context = { db, service: "backoffice", newId, settings: TEST_SETTINGS };

  function reader(): StaffReader {
    const arrivedAt = clock.now();
    return {
      staff: {
        staffId: operator?.id ?? "",
        roles: ["postal_operator"],
        freshUntil: arrivedAt.add({ minutes: 5 }),
      },
      visitor: { ip: "127.0.0.1", userAgent: "journey", language: "en" },
      arrivedAt,
    };
  }

  function inState(batchId: string, state: BatchView["state"]): Promise<BatchView> {
    return waitFor(`batch ${batchId} to be ${state}`, async () => {
      const view = await viewBatch(ctx, reader(), batchId);
      // The carrier may come back; numbers do not.
      if (view.problem !== null && view.problem !== "carrier_unavailable")
        throw new Error(`Batch ${batchId} is kept by ${view.problem}.`);
      return view.state === state ? view : undefined;
    });
  }

  async function letters(batchId: string): Promise<readonly JobLine[]> {
    return (await listJobs(ctx, reader(), { batchId, view: "all" })).lines;
  }

  async function startBatch(
    deliveryIds?: readonly string[],
    printer: DeskPrinter = OWN_PRINTER,
  ): Promise<string> {
    const asked = { printer, printers: PRINTERS, letters: deliveryIds ?? ("all" as const) };
    return (await makeBatch(ctx, reader(), asked)).batchId;
  }

  async function startHandOver(batchId: string): Promise<void> {
    const barcodes = (await letters(batchId)).map(({ barcode }) => barcode ?? "");
    const { taken } = await importBarcodes(ctx, reader(), { batchId, text: barcodes.join("\n") });
    await askHandOver(ctx, reader(), { batchId, count: taken, twoPersons: false });
  }

  return {
    letters,
    inState,
    startBatch,
    startHandOver,
    makeBatch: async (deliveryIds, printer) => inState(await startBatch(deliveryIds, printer), "ready"),
    async bringToPartner(batchId) {
      await askPush(ctx, reader(), { batchId, partners: [PRINT_PARTNER] });
      await waitFor(`batch ${batchId} to be at the print partner's`, async () => {
        const { push } = await viewBatch(ctx, reader(), batchId);
        return push.pushedAt ?? undefined;
      });
    },
    async confirmPrinted(batchId) {
      await askPrinted(ctx, reader(), { batchId, fallenOut: "", reason: "", words: "" });
      return inState(batchId, "printed");
    },
    async handOver(batchId) {
      await startHandOver(batchId);
      return inState(batchId, "handed_over");
    },
    stop: () => db.destroy(),
  };
}
