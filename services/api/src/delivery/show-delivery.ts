// GET /v1/deliveries/{id}: one delivery, its state, its dates and its track.

import { createRoute, type OpenAPIHono, type z } from "@hono/zod-openapi";
import type { Station } from "@posthorn/domain";
import { type DeliveryView, showDelivery } from "@posthorn/usecases";
import type { ApiDeps, ApiServiceEnv } from "../deps.ts";
import { IdParams, problems, scoped } from "../openapi/describe.ts";
import { Delivery } from "../openapi/schemas.ts";
import { isoMillis } from "../openapi/write-instant.ts";
import { addresseeJson } from "./write-addressee.ts";

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

function deliveryJson(view: DeliveryView): z.infer<typeof Delivery> {
  return {
    id: view.id,
    message_id: view.messageId,
    subject: view.subject,
    state: view.state,
    accepted_at: isoMillis(view.acceptedAt),
    notified_at: view.notifiedAt && isoMillis(view.notifiedAt),
    collect_until: view.collectUntil?.toString() ?? null,
    final_by: view.finalBy.toString(),
    final_at: view.finalAt && isoMillis(view.finalAt),
    addressee: addresseeJson(view.addressee),
    required_identification: view.requiredIdentification,
    collection_days: view.collectionDays,
    postal_fallback: view.postalFallback,
    qualified: qualifiedJson(view.qualified),
    identification_mismatches: view.mismatches.map(({ at, method, field }) => ({
      at: isoMillis(at),
      method,
      field,
    })),
    track: view.track.map(stationJson),
    proofs: [...view.proofs],
  };
}

function qualifiedJson(claim: DeliveryView["qualified"]): z.infer<typeof Delivery>["qualified"] {
  switch (claim.kind) {
    case "qualified":
      return { claim: "qualified" };
    case "if_collected_with":
      return { claim: "if_collected_with", methods: [...claim.methods] };
    case "not_qualified":
      return { claim: "not_qualified", because: claim.because };
  }
}

function stationJson({ kind, status, at, on, channels }: Station): z.infer<typeof Delivery>["track"][number] {
  return {
    kind,
    status,
    at: at && isoMillis(at),
    on: on.toString(),
    ...(channels ? { channels: channels.map((channel) => ({ ...channel })) } : {}),
  };
}
