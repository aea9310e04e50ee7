// A site's shell: request id, headers, language, limits, CSRF, assets and problem pages; a service only adds its pages.

import { AppError } from "@posthorn/domain";
import { Hono } from "hono";
import { serveAsset } from "../assets/assets.ts";
import { chooseLanguage } from "../language/choose-language.ts";
import { respondWithProblemPage } from "../problem/respond.tsx";
import { DEFAULT_BODY_BYTES, bodyLimit } from "../security/body-limit.ts";
import { csrfGuard } from "../security/csrf.ts";
import { securityHeaders } from "../security/headers.ts";
import type { SiteSettings, WebEnv } from "./env.ts";
import { requestId } from "./request-id.ts";
import { requestLog } from "./request-log.ts";

/** For pages that browsers show. Routes added to it are guarded; a thrown AppError becomes its page or problem. */
export function createWebApp(settings: SiteSettings): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(async (c, next) => {
    c.set("settings", settings);
    c.set("language", settings.defaultLanguage ?? "nl");
    await next();
  });
  app.use(requestId(), requestLog(settings.log), securityHeaders());
  app.get("/assets/:file", (c) => serveAsset(c, settings.assets, c.req.param("file")));
  app.use(bodyLimit(settings.bodyBytes ?? (() => DEFAULT_BODY_BYTES)), chooseLanguage(), csrfGuard());
  app.onError((error, c) => respondWithProblemPage(c, error));
  app.notFound((c) => respondWithProblemPage(c, new AppError("not_found", "page_unknown")));
  return app;
}
