// POST /v1/deliveries/{id}/letter/call-off and PUT /v1/deliveries/{id}/postal-address: the letter, until it is released.

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { AppError, type RefusalReason } from "@posthorn/domain";
import { callOffLetter, mendPostalAddress, showDelivery } from "@posthorn/usecases";
import type { ApiDeps, ApiServiceEnv } from "../deps.ts";
import { requireScope } from "../door/require-scope.ts";
import { collectJson } from "../message/collect-json.ts";
import { CalledOff, Delivery } from "../openapi/delivery-schemas.ts";
import { IdParams, problems, scoped } from "../openapi/describe.ts";
import { PostalAddress } from "../openapi/schemas.ts";
import { deliveryJson } from "./write-delivery.ts";

const ADDRESS_JSON_BYTES = 10_000;

const WHY_NOT =
  "`letter_on_its_way` (409) once it is released for printing, `no_letter` (409) where none was to follow or the delivery has ended.";

const callOff = createRoute({
  method: "post",
  path: "/v1/deliveries/{id}/letter/call-off",
  operationId: "callOffLetter",
  summary: "Call a letter off",
  description: `While the window runs, it runs on and no letter follows; afterwards the delivery ends as \`post_failed\`. The postage comes back. Asked again it answers the same. ${WHY_NOT}`,
  ...scoped("messages:send"),
  request: { params: IdParams },
  responses: {
    200: { description: "It is called off.", content: { "application/json": { schema: CalledOff } } },
    ...problems(404, 409),
  },
});

const mend = createRoute({
  method: "put",
  path: "/v1/deliveries/{id}/postal-address",
  operationId: "mendPostalAddress",
  summary: "Mend the postal address of a letter",
  description: `Any number of times until the letter is released; moves no notice and no date. To another country the difference of the postage is reserved (\`credits_missing\`, 409, where the account has not so many) or comes back. Put where it stands already, it is \`nothing_to_repair\` (400). ${WHY_NOT}`,
  ...scoped("messages:send"),
  request: {
    params: IdParams,
    body: { content: { "application/json": { schema: PostalAddress } }, required: true },
  },
  responses: {
    200: { description: "The delivery.", content: { "application/json": { schema: Delivery } } },
    ...problems(400, 404, 409, 413),
  },
});

export function addChangeLetter(app: OpenAPIHono<ApiServiceEnv>, { ctx }: ApiDeps): void {
  app.openapi(callOff, async (c) => {
    const { id } = c.req.valid("param");
    const answer = await callOffLetter(ctx, c.get("holder"), id);
    if (answer.kind === "refused") throw refusal(answer.reason);
    return c.json({ id, state: answer.state, postage_given_back: answer.postage }, 200);
  });

  // The verb judges the address, and says what is not one's own before it says what is wrong.
  app.openAPIRegistry.registerPath(mend);
  app.put(mend.getRoutingPath(), requireScope("messages:send"), async (c) => {
    const holder = c.get("holder");
    const deliveryId = c.req.param("id");
    const address = await readAddress(c.req.raw);
    const answer = await mendPostalAddress(ctx, holder, { deliveryId, address });
    if (answer.kind === "refused") throw refusal(answer.reason);
    return c.json(deliveryJson(await showDelivery(ctx, holder, deliveryId)), 200);
  });
}

/** Nothing where nothing was sent. Throws bad_request `json_malformed`, too_large `message_json_too_large`. */
async function readAddress(request: Request): Promise<unknown> {
  const text = (await collectJson(request.body ?? new Blob([]).stream(), ADDRESS_JSON_BYTES)).toString(
    "utf8",
  );
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("bad_request", "json_malformed", { detail: "The body is no JSON." });
  }
}

function refusal(reason: RefusalReason): AppError {
  return new AppError("conflict", reason === "letter_on_its_way" ? reason : "no_letter");
}
