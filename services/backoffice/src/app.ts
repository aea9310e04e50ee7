// The back office: pages of the provider's staff. Every page but the door needs a session, and a role where it belongs to a desk.

import { createWebApp, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { BackofficeDeps } from "./deps.ts";
import { findLetterRoutes } from "./letters/find-letter.tsx";
import { handOverRoutes } from "./letters/hand-over.tsx";
import { batchesRoutes } from "./letters/list-batches.tsx";
import { queueRoutes } from "./letters/list-queue.tsx";
import { fileRoutes } from "./letters/open-files.ts";
import { returnsRoutes } from "./letters/returns.tsx";
import { batchRoutes } from "./letters/show-batch.tsx";
import { letterRoutes } from "./letters/show-letter.tsx";
import { logRoutes } from "./log/show-log.tsx";
import { companiesRoutes } from "./mandates/list-companies.tsx";
import { documentRoutes } from "./mandates/open-document.ts";
import { companyRoutes } from "./mandates/show-company.tsx";
import { holdsRoutes } from "./privacy/holds-list.tsx";
import { newHoldRoutes } from "./privacy/holds-new.tsx";
import { holdRoutes } from "./privacy/holds-show.tsx";
import { periodsRoutes } from "./privacy/periods-list.tsx";
import { periodRoutes } from "./privacy/periods-show.tsx";
import { bookRoutes } from "./privacy/requests-book.tsx";
import { requestFileRoutes } from "./privacy/requests-files.ts";
import { complianceRoutes } from "./privacy/compliance.tsx";
import { consentsRoutes } from "./privacy/consents-list.tsx";
import { breachDraftRoutes } from "./privacy/breaches-draft.ts";
import { breachesRoutes } from "./privacy/breaches-list.tsx";
import { breachRoutes } from "./privacy/breaches-show.tsx";
import { disclosuresRoutes } from "./privacy/disclosures-list.tsx";
import { disclosureRoutes } from "./privacy/disclosures-show.tsx";
import { newSubprocessorRoutes } from "./privacy/subprocessors-new.tsx";
import { subprocessorsRoutes } from "./privacy/subprocessors-list.tsx";
import { requestsRoutes } from "./privacy/requests-list.tsx";
import { requestRoutes } from "./privacy/requests-show.tsx";
import { findRoutes } from "./records/find-records.tsx";
import { openRoutes } from "./records/open-record.tsx";
import { recordRoutes } from "./schedule/show-record.tsx";
import { scheduleRoutes } from "./schedule/show-schedule.tsx";
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
/** Forms that bring a file; each reads no more of it than it takes. */
const WITH_FILE =
  /^\/(?:letters\/(?:returns\/file|batches\/\w+\/(?:receipt|hand-over\/import))|privacy\/requests\/\w+\/files)$/;
const FILE_FORM_BYTES = 11_000_000;

export function createApp(deps: BackofficeDeps): Hono<WebEnv> {
  const sessions = createStaffSessions(deps);
  const app = createWebApp({
    bodyBytes: (_, path, type) => (isFileForm(path, type) ? FILE_FORM_BYTES : FORM_BYTES),
    readsMultipart: (path) => WITH_FILE.test(path),
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
    newSubprocessorRoutes,
    subprocessorsRoutes,
    breachesRoutes,
    breachDraftRoutes,
    breachRoutes,
    disclosuresRoutes,
    disclosureRoutes,
    consentsRoutes,
    complianceRoutes,
    logRoutes,
    scheduleRoutes,
    recordRoutes,
    requestsRoutes,
    bookRoutes,
    requestRoutes,
    requestFileRoutes,
    findRoutes,
    openRoutes,
    companiesRoutes,
    companyRoutes,
    documentRoutes,
    holdsRoutes,
    newHoldRoutes,
    holdRoutes,
    periodsRoutes,
    periodRoutes,
    queueRoutes,
    batchesRoutes,
    returnsRoutes,
    findLetterRoutes,
    batchRoutes,
    handOverRoutes,
    fileRoutes,
    letterRoutes,
  ]) {
    routes(app, deps, sessions);
  }
  return app;
}

function isFileForm(path: string, contentType: string): boolean {
  return WITH_FILE.test(path) && /^multipart\/form-data\b/i.test(contentType);
}
