// GET /v1/messages and /v1/messages/{id}: what was sent, and where each delivery stands.

import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { listMessages, type MessageView, showMessage } from "@posthorn/usecases";
import type { ApiDeps, ApiServiceEnv } from "../deps.ts";
import { IdParams, problems, scoped } from "../openapi/describe.ts";
import { DeliveryState, Message, MessagePage } from "../openapi/schemas.ts";
import { isoMillis } from "../openapi/write-instant.ts";

const list = createRoute({
  method: "get",
  path: "/v1/messages",
  operationId: "listMessages",
  summary: "List messages, newest first",
  ...scoped("messages:read"),
  request: {
    query: z.object({
      cursor: z.string().max(200).optional().openapi({ description: "`next` of the page before." }),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      state: DeliveryState.optional().openapi({
        description: "Only messages with a delivery in this state.",
      }),
    }),
  },
  responses: {
    200: { description: "A page.", content: { "application/json": { schema: MessagePage } } },
    ...problems(400),
  },
});

const show = createRoute({
  method: "get",
  path: "/v1/messages/{id}",
  operationId: "showMessage",
  summary: "Show a message",
  ...scoped("messages:read"),
  request: { params: IdParams },
  responses: {
    200: { description: "The message.", content: { "application/json": { schema: Message } } },
    ...problems(404),
  },
});

export function addShowMessages(app: OpenAPIHono<ApiServiceEnv>, { ctx }: ApiDeps): void {
  app.openapi(list, async (c) => {
    const { limit, cursor, state } = c.req.valid("query");
    const page = await listMessages(ctx, c.get("holder"), {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
      ...(state === undefined ? {} : { state }),
    });
    const messages = page.messages.map(({ id, subject, acceptedAt, deliveries, states }) => ({
      id,
      subject,
      accepted_at: isoMillis(acceptedAt),
      deliveries,
      states,
    }));
    return c.json({ messages, next: page.next }, 200);
  });
  app.openapi(show, async (c) => {
    const view = await showMessage(ctx, c.get("holder"), c.req.valid("param").id);
    return c.json(messageJson(view), 200);
  });
}

function messageJson(view: MessageView): z.infer<typeof Message> {
  return {
    id: view.id,
    subject: view.subject,
    accepted_at: isoMillis(view.acceptedAt),
    required_identification: view.requiredIdentification,
    collection_days: view.collectionDays,
    reminders: view.reminders,
    postal_fallback: view.postalFallback,
    content_retention_days: view.contentRetentionDays,
    content_until: view.contentUntil?.toString() ?? null,
    content_erased_at: view.contentErasedAt && isoMillis(view.contentErasedAt),
    parts: [...view.parts],
    deliveries: view.deliveries.map((line) => ({
      id: line.id,
      state: line.state,
      collect_until: line.collectUntil?.toString() ?? null,
      final_by: line.finalBy.toString(),
      final_at: line.finalAt && isoMillis(line.finalAt),
      addressee:
        line.addresseeErasedAt === null
          ? {
              name: line.name,
              ...(line.firstNames === null ? {} : { first_names: line.firstNames }),
              email: line.email,
              ...(line.mobile === null ? {} : { mobile: line.mobile }),
            }
          : null,
      addressee_erased_at: line.addresseeErasedAt && isoMillis(line.addresseeErasedAt),
    })),
  };
}
