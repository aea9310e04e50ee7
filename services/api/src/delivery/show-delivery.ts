// GET /v1/deliveries/{id}: one delivery, its state, its dates and its track.

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { showDelivery } from "@posthorn/usecases";
import type { ApiDeps, ApiServiceEnv } from "../deps.ts";
import { Delivery } from "../openapi/delivery-schemas.ts";
import { IdParams, problems, scoped } from "../openapi/describe.ts";
import { deliveryJson } from "./write-delivery.ts";

const show = createRoute({
  method: "get",
  path: "/v1/deliveries/{id}",
  operationId: "showDelivery",
  summary: "Show a delivery",
  ...scoped("messages:read"),
  request: { params: IdParams },
  responses: {
    200: { description: "The delivery.", content: { "application/json": { schema: Delivery } } },
    ...problems(404),
  },
});

export function addShowDelivery(app: OpenAPIHono<ApiServiceEnv>, { ctx }: ApiDeps): void {
  app.openapi(show, async (c) => {
    const view = await showDelivery(ctx, c.get("holder"), c.req.valid("param").id);
    return c.json(deliveryJson(view), 200);
  });
}
