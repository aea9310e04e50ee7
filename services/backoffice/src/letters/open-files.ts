// Hands print files and receipts to the desk, as files: nothing of them is shown or run inside our pages.

import { openPrintFile, openPrintFiles, openReceipt } from "@posthorn/usecases";
import { sendAttachment, streamOf } from "@posthorn/web";
import type { BackofficeRoutes } from "../routes.ts";

export const fileRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/letters/batches/:batch/files.zip", async (c) => {
    await sessions.requireOfficer(c, "postal_operator");
    const reader = await sessions.requireFresh(c, c.req.path);
    if (reader instanceof Response) return reader;
    const opened = await openPrintFiles(deps.ctx, deps.letters.files, reader, c.req.param("batch"));
    return sendAttachment(c, streamOf(opened.stream()), { filename: opened.name, type: "application/zip" });
  });

  app.get("/letters/jobs/:job/file.pdf", async (c) => {
    await sessions.requireOfficer(c, "postal_operator");
    const reader = await sessions.requireFresh(c, c.req.path);
    if (reader instanceof Response) return reader;
    const opened = await openPrintFile(deps.ctx, deps.letters.files, reader, c.req.param("job"));
    return sendAttachment(c, streamOf(opened.stream()), {
      filename: opened.name,
      type: "application/pdf",
      size: opened.size,
    });
  });

  app.get("/letters/batches/:batch/receipts/:receipt", async (c) => {
    const reader = await sessions.requireReader(c, "postal_operator");
    const { name, type, bytes } = await openReceipt(deps.ctx, reader, {
      batchId: c.req.param("batch"),
      receiptId: c.req.param("receipt"),
    });
    return sendAttachment(c, Uint8Array.from(bytes), { filename: name, type, size: bytes.length });
  });
};
