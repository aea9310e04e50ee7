// Scans, imports, the receipt, and the hand-over of a batch.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  askHandOver,
  importBarcodes,
  RECEIPT_BYTES,
  SCAN_OUTCOMES,
  type ScanAnswer,
  scanBarcode,
  secondHandOver,
  takeScanBack,
  uploadReceipt,
  viewBatch,
  withdrawHandOver,
} from "@posthorn/usecases";
import { readForm, type WebContext } from "@posthorn/web";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, answerTo } from "./answer.tsx";
import { readPosted } from "./file-field.tsx";
import { handOverPage, type HandOverProps } from "./hand-over-page.tsx";

const IMPORT_BYTES = 1_000_000;
const DONE = ["received", "asked", "handed_over", "withdrawn", "taken_back"] as const;
type Shown = Partial<
  Pick<HandOverProps, "answer" | "scan" | "report" | "pasted" | "receiptProblem" | "receiptFor" | "declined">
>;

export const handOverRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/letters/batches/:batch/hand-over", async (c) => {
    const reader = await sessions.requireReader(c, "postal_operator");
    const done = DONE.find((each) => each === c.req.query("done"));
    const words = textsFor(c.get("language")).postal.batch.done;
    const scan = scanIn(c);
    return show(c, reader, {
      answer: done === undefined ? {} : { done: words[done] },
      ...(scan === null ? {} : { scan }),
    });
  });

  app.post("/letters/batches/:batch/hand-over/scan", async (c) => {
    const reader = await sessions.requireOfficer(c, "postal_operator");
    const typed = (await readForm(c)).get("barcode") ?? "";
    const batchId = c.req.param("batch");
    try {
      const scan = await scanBarcode(deps.ctx, reader, { batchId, typed });
      const { outcome, barcode, ordinal, batch } = scan;
      const query = new URLSearchParams({ scan: outcome, barcode: barcode.slice(0, 60) });
      if (ordinal !== null) query.set("letter", String(ordinal));
      if (batch !== null) query.set("other", `${batch.id}.${batch.number}`);
      return c.redirect(`/letters/batches/${batchId}/hand-over?${query.toString()}`, 303);
    } catch (error) {
      return refused(c, reader, error);
    }
  });

  app.post("/letters/batches/:batch/hand-over/take-back", async (c) => {
    const reader = await sessions.requireOfficer(c, "postal_operator");
    const barcode = (await readForm(c)).get("barcode") ?? "";
    const batchId = c.req.param("batch");
    try {
      await takeScanBack(deps.ctx, reader, { batchId, barcode });
    } catch (error) {
      return refused(c, reader, error);
    }
    return c.redirect(`/letters/batches/${batchId}/hand-over?done=taken_back`, 303);
  });

  app.post("/letters/batches/:batch/hand-over/import", async (c) => {
    const reader = await sessions.requireOfficer(c, "postal_operator");
    const words = textsFor(c.get("language")).postal.carrier.handOver.refused;
    let pasted = "";
    try {
      const { fields, bytes } = await readPosted(c, IMPORT_BYTES);
      pasted = fields.get("text") ?? "";
      const batchId = c.req.param("batch");
      const report = await importBarcodes(deps.ctx, reader, { batchId, text: pasted, file: bytes });
      return await show(c, reader, { report });
    } catch (error) {
      const problem = problemOf(error, words);
      if (problem === null) return refused(c, reader, error);
      return show(c, reader, { pasted, answer: { problem, status: 400 } });
    }
  });

  app.post("/letters/batches/:batch/receipt", async (c) => {
    const reader = await sessions.requireOfficer(c, "postal_operator");
    const words = textsFor(c.get("language")).postal.carrier.handOver.refused;
    const batchId = c.req.param("batch");
    let receiptFor = "";
    try {
      const { fields, bytes } = await readPosted(c, RECEIPT_BYTES);
      receiptFor = fields.get("hand_over") ?? "";
      if (bytes === null)
        return await show(c, reader, { receiptProblem: words.no_file, receiptFor, answer: { status: 400 } });
      await uploadReceipt(deps.ctx, deps.letters, reader, {
        batchId,
        handOver: receiptFor,
        name: "receipt",
        source: whole(bytes),
      });
      return c.redirect(`/letters/batches/${batchId}/hand-over?done=received`, 303);
    } catch (error) {
      const problem = problemOf(error, words);
      if (problem === null) return refused(c, reader, error);
      return show(c, reader, { receiptProblem: problem, receiptFor, answer: { status: 400 } });
    }
  });

  app.post("/letters/batches/:batch/hand-over", (c) =>
    confirmed(c, async (reader, batchId, form) => {
      const count = Number(form.get("count") ?? "");
      const { twoPersons } = deps.letters;
      await askHandOver(deps.ctx, reader, { batchId, count, twoPersons });
      return twoPersons ? "asked" : "handed_over";
    }),
  );

  app.post("/letters/batches/:batch/hand-over/second", (c) =>
    confirmed(c, async (reader, batchId, form) => {
      await secondHandOver(deps.ctx, reader, { batchId, count: Number(form.get("count") ?? "") });
      return "handed_over";
    }),
  );

  app.post("/letters/batches/:batch/hand-over/withdraw", (c) =>
    confirmed(c, async (reader, batchId, form) => {
      await withdrawHandOver(deps.ctx, reader, { batchId, words: form.get("words") ?? "" });
      return "withdrawn";
    }),
  );

  /** An act that needs a passkey shown lately. */
  async function confirmed(
    c: WebContext,
    run: (reader: Reader, batchId: string, form: URLSearchParams) => Promise<(typeof DONE)[number]>,
  ): Promise<Response> {
    const asked = await sessions.requireOfficer(c, "postal_operator");
    const form = await readForm(c);
    const { reader, refused: refusal } = await confirmInForm(c, deps, asked, form);
    const declined = form.get("words") ?? "";
    if (refusal)
      return show(c, reader, { declined, answer: { refusal: refusal.words, status: refusal.status } });
    const batchId = c.req.param("batch") ?? "";
    try {
      const done = await run(reader, batchId, form);
      // While it is being booked the batch's page shows how far it is.
      const path = done === "handed_over" ? "" : "/hand-over";
      return c.redirect(`/letters/batches/${batchId}${path}?done=${done}`, 303);
    } catch (error) {
      return refused(c, reader, error, { declined });
    }
  }

  function refused(c: WebContext, reader: Reader, error: unknown, shown: Shown = {}): Promise<Response> {
    const answer: Answer | null = answerTo(c, error);
    if (answer === null) throw error;
    return show(c, reader, { ...shown, answer });
  }

  async function show(c: WebContext, reader: Reader, shown: Shown): Promise<Response> {
    const batch = await viewBatch(deps.ctx, reader, c.req.param("batch") ?? "");
    return handOverPage(c, { deps, reader, batch, answer: {}, ...shown });
  }
};

/** What the scan before was, as its answer led here. */
function scanIn(c: WebContext): ScanAnswer | null {
  const outcome = SCAN_OUTCOMES.find((each) => each === c.req.query("scan"));
  if (outcome === undefined) return null;
  const letter = /^\d{1,4}$/.exec(c.req.query("letter") ?? "")?.[0];
  const [, id, number] = /^(bat_\w{1,40})\.(\d{1,9})$/.exec(c.req.query("other") ?? "") ?? [];
  return {
    outcome,
    barcode: (c.req.query("barcode") ?? "").slice(0, 60),
    ordinal: letter === undefined ? null : Number(letter),
    batch: id === undefined ? null : { id, number: Number(number) },
  };
}

/** Why a file or a list was not taken, in words; null for errors that are about something else. */
function problemOf(error: unknown, words: Readonly<Record<string, string>>): string | null {
  if (!(error instanceof AppError)) return null;
  const isOfFile = error.code.startsWith("part_") || error.code === "broken_text";
  return words[error.code] ?? (isOfFile ? (words["damaged"] ?? null) : null);
}

async function* whole(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
