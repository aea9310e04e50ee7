// The back office: pages of the provider's staff. Every page but the door needs a session, and a role where it belongs to a desk.

import { createWebApp, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { BackofficeDeps } from "./deps.ts";
import { logRoutes } from "./log/show-log.tsx";
import { companiesRoutes } from "./mandates/list-companies.tsx";
import { documentRoutes } from "./mandates/open-document.ts";
import { companyRoutes } from "./mandates/show-company.tsx";
import { findRoutes } from "./records/find-records.tsx";
import { openRoutes } from "./records/open-record.tsx";
import { securityRoutes } from "./security/show-security.tsx";
import { addPasskeyRoutes } from "./security/add-passkey.tsx";
import { changePasskeyRoutes } from "./security/change-passkey.tsx";
import { endSessionRoutes } from "./security/end-sessions.ts";
import { confirmRoutes } from "./session/confirm.tsx";
import { enrolRoutes } from "./session/enrol.tsx";
import { signInRoutes } from "./session/sign-in.tsx";
import { createStaffSessions } from "./session/staff-sessions.ts";
import { startRoutes } from "./start/start.tsx";

const FORM_BYTES = 65_536;

export function createApp(deps: BackofficeDeps): Hono<WebEnv> {
  const sessions = createStaffSessions(deps);
  const app = createWebApp({
    bodyBytes: () => FORM_BYTES,
    signInPath: "/sign-in",
    accountLanguage: (c) => sessions.languageOf(c),
    ...deps.site,
    service: "backoffice",
  });
  app.get("/healthz", (c) => {
    const { status, body } = deps.health.live();
    return c.json(body, status);
  });
  app.get("/readyz", async (c) => {
    const { status, body } = await deps.health.ready();
    return c.json(body, status);
  });
  for (const routes of [
    signInRoutes,
    enrolRoutes,
    confirmRoutes,
    startRoutes,
    securityRoutes,
    addPasskeyRoutes,
    changePasskeyRoutes,
    endSessionRoutes,
    logRoutes,
    findRoutes,
    openRoutes,
    companiesRoutes,
    companyRoutes,
    documentRoutes,
  ]) {
    routes(app, deps, sessions);
  }
  return app;
}
