// The OpenAPI 3.1 document, made from the routes that answer.

import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiServiceEnv } from "../deps.ts";

export function openApiDocument(app: OpenAPIHono<ApiServiceEnv>) {
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Posthorn",
      version: "1",
      description: "Registered messages with proof: submit, follow, fetch evidence and proofs.",
      license: { name: "EUPL-1.2" },
    },
    servers: [{ url: "/" }],
  });
}
