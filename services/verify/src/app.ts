// The verification site: a proof is checked and nothing of it kept; the public log; the policies. Faces everybody.

import { createWebApp, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import { checkRoutes } from "./check/check-file.tsx";
import type { VerifyDeps } from "./deps.ts";
import { logPageRoutes } from "./log/log-page.tsx";
import { createLogApi, isForTools } from "./log/serve-log.ts";
import { policyRoutes } from "./policies/policies.tsx";

export interface VerifyApp {
  fetch(request: Request, env?: object): Response | Promise<Response>;
}

const SMALL_FORM_BYTES = 65_536;

/** Tools and people share addresses, and nothing else: what tools read carries neither cookie nor language. */
export function createApp(deps: VerifyDeps): VerifyApp {
  const [site, tools] = [createSite(deps), createLogApi(deps)];
  return {
    fetch: (request, env) =>
      (isForTools(new URL(request.url).pathname) ? tools : site).fetch(request, env ?? {}),
  };
}

function createSite(deps: VerifyDeps): Hono<WebEnv> {
  const app = createWebApp({
    ...deps.site,
    service: "verify",
    // The check reads its form part by part, each with a bound of its own.
    bodyBytes: (_method, path, contentType) =>
      path === "/" && /^multipart\/form-data\b/i.test(contentType)
        ? Number.POSITIVE_INFINITY
        : SMALL_FORM_BYTES,
    readsMultipart: (path) => path === "/",
  });
  app.get("/healthz", (c) => {
    const { status, body } = deps.health.live();
    return c.json(body, status);
  });
  app.get("/readyz", async (c) => {
    const { status, body } = await deps.health.ready();
    return c.json(body, status);
  });
  for (const routes of [checkRoutes, logPageRoutes, policyRoutes]) routes(app, deps);
  return app;
}
