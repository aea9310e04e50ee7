// GET …/bundle: all the evidence of a delivery in one sealed container.

import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { LANGUAGES } from "@posthorn/domain";
import { fetchBundle } from "@posthorn/usecases";
import type { ApiDeps, ApiServiceEnv } from "../deps.ts";
import { IdParams, problems, scoped } from "../openapi/describe.ts";

const ASIC_E = "application/vnd.etsi.asic-e+zip";

/** Seconds after which it is worth asking again: the log's next checkpoint may be a minute away. */
const ASK_AGAIN = 5;

const route = createRoute({
  method: "get",
  path: "/v1/deliveries/{id}/bundle",
  operationId: "fetchBundle",
  summary: "Fetch all the evidence of a delivery as one file",
  description:
    "Proofs, sealed evidence, proofs from the log, what is kept under the evidence, and a page that checks it all offline. " +
    "202 with `Retry-After` until it is made. While the delivery is not final the bundle is incomplete, and its name says so.",
  ...scoped("evidence:read"),
  request: {
    params: IdParams,
    query: z.object({
      language: z.enum(LANGUAGES).default("en").openapi({ description: "Of inventory and proofs." }),
    }),
  },
  responses: {
    200: {
      description: "ASiC-E (ETSI EN 319 162-1), sealed.",
      content: { [ASIC_E]: { schema: z.string().openapi({ format: "binary" }) } },
    },
    202: {
      description: "It is being made; `Retry-After` says when to ask again.",
      content: { "application/json": { schema: z.object({ state: z.literal("being_made") }) } },
    },
    ...problems(400, 404),
  },
});

export function addBundle(app: OpenAPIHono<ApiServiceEnv>, { ctx }: ApiDeps): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const { language } = c.req.valid("query");
    const answer = await fetchBundle(ctx, c.get("holder"), { deliveryId: id, language });
    if ("pending" in answer)
      return c.json({ state: "being_made" as const }, 202, { "Retry-After": String(ASK_AGAIN) });
    return c.body(new Uint8Array(answer.file), 200, {
      "Content-Type": ASIC_E,
      "Content-Disposition": `attachment; filename="${answer.filename}"`,
    });
  });
}
