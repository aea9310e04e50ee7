// The process that opens files of others and makes pages of them: it holds no secret, and may die of any of them.

import { readFile, writeFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import {
  renderMessage,
  renderPdf,
  renderPictures,
  renderPlainText,
  type Printable,
  type Unprintable,
} from "@posthorn/documents";
import { z } from "zod";
import { decodeText } from "./decode-text.ts";
import { readPictures } from "./read-pictures.ts";
import { READY, type RenderAnswer, type RenderJob } from "./render-job.ts";

const message = z.object({ subject: z.string(), body: z.string() });

// Watches from beside: what renders does not come up for air.
new Worker(new URL("./watch-process.ts", import.meta.url), { workerData: { parent: process.ppid } });

process.on("disconnect", () => process.exit(0));
process.on("message", (job: RenderJob) => {
  void answer(job)
    .catch((error: unknown): RenderAnswer => ({ broken: String(error) }))
    .then((given) => process.send?.(given));
});
process.send?.(READY);

async function answer(job: RenderJob): Promise<RenderAnswer> {
  const input = await readFile(job.input);
  const made = await render(job, input).catch((): Unprintable => ({ ok: false, reason: "unreadable" }));
  if (!made.ok) return made;
  await writeFile(job.output, made.pdf, { mode: 0o600 });
  return { ok: true, pages: made.pages, colour: made.colour };
}

async function render(job: RenderJob, input: Buffer): Promise<Printable | Unprintable> {
  switch (job.kind) {
    case "message": {
      const { subject, body } = message.parse(JSON.parse(input.toString("utf8")));
      return renderMessage(subject, body);
    }
    case "text":
      return renderPlainText(decodeText(input));
    case "picture":
      return renderPictures(await readPictures(input, job.mediaType, job.area), job.area);
    case "pdf":
      return renderPdf(input, job.area);
  }
}
