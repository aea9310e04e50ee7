// One batch: its page and its live line, and the acts that are about the whole of it.

import { textsFor } from "@posthorn/texts";
import {
  askPrinted,
  askPush,
  type BatchView,
  JOB_VIEWS,
  listJobs,
  markBatch,
  viewBatch,
} from "@posthorn/usecases";
import { liveMarks, readForm, type WebContext } from "@posthorn/web";
import type { BackofficeDeps } from "../deps.ts";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, answerTo } from "./answer.tsx";
import type { PrintedTyped } from "./batch-cards.tsx";
import { batchPage } from "./batch-page.tsx";

const DONE = ["printed", "pushed", "received", "handed_over", "asked", "withdrawn"] as const;
/** Then a page that waits asks to be opened anew: whoever has left it is signed out in the end. */
const LINE_MINUTES = 15;

export const batchRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/letters/batches/:batch", async (c) => {
    const reader = await sessions.requireReader(c, "postal_operator");
    return showBatch(c, deps, reader, {});
  });

  app.get("/letters/batches/:batch/events", async (c) => {
    const reader = await sessions.requireReader(c, "postal_operator");
    await sessions.require(c);
    const since = Number(c.req.query("since") ?? reader.arrivedAt.epochMilliseconds);
    const limit = reader.arrivedAt.subtract({ minutes: LINE_MINUTES }).epochMilliseconds;
    if (!(since > limit)) return c.body(null, 204);
    const batchId = c.req.param("batch");
    return liveMarks(c, deps, () => markBatch(deps.ctx, reader, batchId));
  });

  app.post("/letters/batches/:batch/printed", async (c) => {
    const reader = await sessions.requireOfficer(c, "postal_operator");
    const form = await readForm(c);
    const typed: PrintedTyped = {
      fallenOut: form.get("fallen_out") ?? "",
      reason: form.get("reason") ?? "",
      words: form.get("words") ?? "",
    };
    const batchId = c.req.param("batch");
    try {
      await askPrinted(deps.ctx, reader, { batchId, ...typed });
    } catch (error) {
      return refused(c, reader, error, typed);
    }
    return c.redirect(`/letters/batches/${batchId}?done=printed`, 303);
  });

  app.post("/letters/batches/:batch/push", async (c) => {
    const asked = await sessions.requireOfficer(c, "postal_operator");
    const { reader, refused: refusal } = await confirmInForm(c, deps, asked, await readForm(c));
    if (refusal) return showBatch(c, deps, reader, { refusal: refusal.words, status: refusal.status });
    const batchId = c.req.param("batch");
    const partners = deps.letters.printers.flatMap(({ key, sftp }) => (sftp === undefined ? [] : key));
    try {
      await askPush(deps.ctx, reader, { batchId, partners });
    } catch (error) {
      return refused(c, reader, error);
    }
    return c.redirect(`/letters/batches/${batchId}?done=pushed`, 303);
  });

  function refused(c: WebContext, reader: Reader, error: unknown, typed?: PrintedTyped): Promise<Response> {
    const answer = answerTo(c, error);
    if (answer === null) throw error;
    return showBatch(c, deps, reader, answer, typed);
  }
};

async function showBatch(
  c: WebContext,
  deps: BackofficeDeps,
  reader: Reader,
  answer: Answer,
  typed?: PrintedTyped,
): Promise<Response> {
  const batchId = c.req.param("batch") ?? "";
  const view = JOB_VIEWS.find((each) => each === c.req.query("show")) ?? "all";
  const cursor = c.req.query("cursor");
  const batch = await viewBatch(deps.ctx, reader, batchId);
  const jobs = await listJobs(deps.ctx, reader, { batchId, view, ...(cursor ? { cursor } : {}) });
  const said = { ...doneIn(c, batch), ...answer };
  return batchPage(c, {
    deps,
    reader,
    batch,
    jobs,
    view,
    answer: said,
    ...(typed === undefined ? {} : { typed }),
  });
}

/** What the act before said it has done, or what has come of it by now. */
function doneIn(c: WebContext, { state, open, counts, push }: BatchView): Answer {
  const { batch, queue } = textsFor(c.get("language")).postal;
  const made = c.req.query("made");
  if (made !== undefined && /^\d{1,4}$/.test(made)) {
    const parts = [
      ...(state === "making" ? [queue.made] : []),
      ...(made === "0" ? [] : [queue.missed(Number(made))]),
    ];
    return parts.length === 0 ? {} : { done: parts.join(" ") };
  }
  const done = DONE.find((each) => each === c.req.query("done"));
  if (done === undefined) return {};
  if ((done === "printed" || done === "handed_over") && !open.some(({ kind }) => kind === done)) {
    const some = done === "printed" ? counts.printed > 0 : counts.posted > 0;
    return some ? { done: batch.booked[done] } : {};
  }
  // How far that is stands beside the files.
  if (done === "pushed" && (push.nextAt === null || push.error !== null)) return {};
  return { done: batch.done[done] };
}
