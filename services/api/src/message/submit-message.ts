// POST /v1/messages: a message with its attachments, accepted for delivery when this answers 201.

import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { AppError, type FieldError } from "@posthorn/domain";
import { type AcceptedMessage, type RawSubmission, takeMessage } from "@posthorn/usecases";
import { addresseeJson } from "../delivery/write-addressee.ts";
import type { ApiDeps, ApiServiceEnv } from "../deps.ts";
import { problems, scoped } from "../openapi/describe.ts";
import { AcceptedMessage as AcceptedSchema, MessageInput } from "../openapi/schemas.ts";
import { findUnknownFields } from "./find-unknown-fields.ts";
import { readSubmission } from "./read-submission.ts";

const REPLAYED = "Idempotency-Replayed";

const NEEDED = scoped("messages:send");

const route = createRoute({
  method: "post",
  path: "/v1/messages",
  operationId: "submitMessage",
  summary: "Send a registered message",
  description:
    "The answer is written once message, deliveries and evidence are durable. With the same `Idempotency-Key` the same answer comes again, " +
    `with \`${REPLAYED}: true\`; another request under that key is a conflict. A key is kept for 30 days. ` +
    "With `postal_fallback` the answer waits until every part is on paper: up to a minute for an office document or a damaged file.",
  security: NEEDED.security,
  request: {
    headers: z.object({ "idempotency-key": z.string().max(255).optional() }),
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: z.object({
            message: MessageInput,
            attachment: z.array(z.string().openapi({ format: "binary" })).optional(),
          }),
          encoding: { message: { contentType: "application/json" } },
        },
        "application/json": { schema: MessageInput },
      },
    },
  },
  responses: {
    201: {
      description: "Accepted.",
      headers: z.object({ [REPLAYED.toLowerCase()]: z.literal("true").optional() }),
      content: { "application/json": { schema: AcceptedSchema } },
    },
    ...problems(400, 409, 413, 415),
  },
});

export function addSubmitMessage(app: OpenAPIHono<ApiServiceEnv>, deps: ApiDeps): void {
  app.openAPIRegistry.registerPath(route);
  // Not by app.openapi: its validation would read the whole body into memory first.
  app.post(route.path, NEEDED.middleware, async (c) => {
    const idempotencyKey = readKey(c.req.header("Idempotency-Key"));
    const incoming = await readSubmission(c.req.raw, deps.ctx.settings.limits);
    try {
      const accepted = await takeMessage(deps.ctx, deps.intake, {
        sender: c.get("holder"),
        raw: rawSubmission(incoming.message),
        attachments: incoming.attachments,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
        arrivedAt: () => deps.arrivedAt(),
      });
      if (accepted.repeated) c.header(REPLAYED, "true");
      return c.json(acceptedJson(accepted), 201);
    } catch (error) {
      throw named(error);
    } finally {
      await incoming.close();
    }
  });
}

function readKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (/^[\x21-\x7e]{1,255}$/.test(header)) return header;
  throw new AppError("bad_request", "idempotency_key_invalid", {
    detail: "An Idempotency-Key has 1 to 255 visible ASCII characters.",
  });
}

/** Throws bad_request `message_invalid` for fields nobody reads: a mistyped one would silently not count. */
function rawSubmission(message: unknown): RawSubmission {
  if (typeof message !== "object" || message === null || Array.isArray(message))
    throw new AppError("bad_request", "message_invalid", { detail: "The message must be a JSON object." });
  const unknown = findUnknownFields(message);
  if (unknown.length > 0) throw invalid(unknown);
  const { subject, body, addressees, ...options } = message as Record<string, unknown>;
  return {
    subject,
    body,
    addressees,
    options: { required_identification: "codes", ...withoutNulls(options) },
  };
}

function withoutNulls(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

const NOT_OFFERED: Readonly<Record<string, string>> = {
  postal_fallback: "fallback_not_available",
  required_identification: "identification_not_available",
};

/** What this installation does not offer has a code of its own, by which a program can tell it from a mistake. */
function named(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== "message_invalid") return error;
  return invalid(error.fields.map((field) => ({ ...field, code: codeOf(field) })));
}

function codeOf({ code, path }: FieldError): string {
  return (code === "not_offered" ? NOT_OFFERED[path] : undefined) ?? code;
}

function invalid(fields: readonly FieldError[]): AppError {
  const [only, ...others] = fields;
  const offered = only && others.length === 0 && Object.values(NOT_OFFERED).includes(only.code);
  return new AppError("bad_request", offered ? only.code : "message_invalid", {
    detail: fields.length === 1 ? "One field is wrong." : `${fields.length} fields are wrong.`,
    fields,
  });
}

function acceptedJson(accepted: AcceptedMessage): z.infer<typeof AcceptedSchema> {
  return {
    id: accepted.messageId,
    accepted_at: accepted.acceptedAt.toString({ smallestUnit: "millisecond" }),
    deliveries: accepted.deliveries.map((delivery) => ({
      id: delivery.id,
      // As accepted: a repeated answer is the same answer, however far the delivery has come.
      state: "accepted",
      collect_until: null,
      final_by: delivery.finalBy.toString(),
      addressee: addresseeJson(delivery.recipient),
    })),
  };
}
