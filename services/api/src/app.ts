// The REST API for integrators: every route asks for an API key and shows one account's own.

import { OpenAPIHono } from "@hono/zod-openapi";
import { AppError } from "@posthorn/domain";
import { dressApiApp } from "@posthorn/web";
import { addBundle } from "./bundle/fetch-bundle.ts";
import { addChangeLetter } from "./delivery/change-letter.ts";
import { addShowDelivery } from "./delivery/show-delivery.ts";
import type { ApiDeps, ApiServiceEnv } from "./deps.ts";
import { authenticate } from "./door/authenticate.ts";
import { refuseOtherMethods } from "./door/refuse-method.ts";
import { addEvidence } from "./evidence/fetch-evidence.ts";
import { addShowMessages } from "./message/show-messages.ts";
import { addSubmitMessage } from "./message/submit-message.ts";
import { SECURITY_SCHEME } from "./openapi/describe.ts";
import { openApiDocument } from "./openapi/document.ts";
import { addProofs } from "./proof/fetch-proof.ts";

export function createApp(deps: ApiDeps): OpenAPIHono<ApiServiceEnv> {
  const app = new OpenAPIHono<ApiServiceEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const fields = result.error.issues.map((issue) => ({ path: issue.path.join("."), code: "invalid" }));
      throw new AppError(
        result.target === "param" ? "not_found" : "bad_request",
        result.target === "param" ? "not_found" : "request_invalid",
        {
          fields: result.target === "param" ? [] : fields,
        },
      );
    },
  });
  dressApiApp(app, deps);
  app.get("/healthz", (c) => {
    const { status, body } = deps.health.live();
    return c.json(body, status);
  });
  app.get("/readyz", async (c) => {
    const { status, body } = await deps.health.ready();
    return c.json(body, status);
  });
  app.use("/v1/*", authenticate(deps));
  addSubmitMessage(app, deps);
  addShowMessages(app, deps);
  addShowDelivery(app, deps);
  addChangeLetter(app, deps);
  addEvidence(app, deps);
  addProofs(app, deps);
  addBundle(app, deps);
  app.openAPIRegistry.registerComponent("securitySchemes", "apiKey", SECURITY_SCHEME);
  const document = openApiDocument(app);
  app.get("/openapi.json", (c) => c.json(document, 200, { "Cache-Control": "public, max-age=300" }));
  refuseOtherMethods(app);
  return app;
}
