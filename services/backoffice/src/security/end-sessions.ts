// Ends sessions of who is signed in, but for the one he asks from.

import { endOtherStaffSessions, endStaffSession } from "@posthorn/usecases";
import type { BackofficeRoutes } from "../routes.ts";

export const endSessionRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.post("/security/sessions/end-others", async (c) => {
    await endOtherStaffSessions(deps.ctx, await sessions.require(c));
    return c.redirect("/security?done=othersEnded", 303);
  });

  app.post("/security/sessions/:session/end", async (c) => {
    const reader = await sessions.require(c);
    await endStaffSession(deps.ctx, { ...reader, sessionId: c.req.param("session") });
    return c.redirect("/security?done=ended", 303);
  });
};
