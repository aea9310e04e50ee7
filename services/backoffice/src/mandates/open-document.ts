// Hands a document of an application to the registration desk, as a file: nothing of it is shown or run inside our pages.

import { openApplicationDocument } from "@posthorn/usecases";
import { sendAttachment, streamOf } from "@posthorn/web";
import type { BackofficeRoutes } from "../routes.ts";

export const documentRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/companies/:application/documents/:document", async (c) => {
    const reader = await sessions.requireReader(c, "registration_officer");
    await deps.tries.lookUps.consume(reader.staff.staffId);
    const opened = await openApplicationDocument(deps.ctx, deps.mandates, reader, {
      applicationId: c.req.param("application"),
      documentId: c.req.param("document"),
    });
    return sendAttachment(c, streamOf(opened.stream()), {
      filename: opened.name,
      type: opened.type,
      size: opened.size,
    });
  });
};
