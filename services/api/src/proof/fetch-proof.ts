// GET …/proofs/…: PDF proofs of a delivery, and of the submission of a message.

import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { LANGUAGES } from "@posthorn/domain";
import { fetchMessageProof, fetchProof } from "@posthorn/usecases";
import type { ApiDeps, ApiServiceEnv } from "../deps.ts";
import { IdParams, problems, SECURITY } from "../openapi/describe.ts";
import { ProofKind } from "../openapi/schemas.ts";

const BEING_SEALED = "`proof_being_sealed` (409) with `Retry-After` until it is made.";

const query = z.object({
  language: z.enum(LANGUAGES).default("en").openapi({ description: "Of the proof." }),
});

const PDF_ANSWER = {
  description: "The proof, sealed PAdES.",
  content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } },
} as const;

const ofDelivery = createRoute({
  method: "get",
  path: "/v1/deliveries/{id}/proofs/{kind}",
  operationId: "fetchProof",
  summary: "Fetch a proof of a delivery",
  description: `${BEING_SEALED} \`proof_not_available\` (409) where it did not happen.`,
  security: SECURITY,
  request: {
    params: IdParams.extend({ kind: ProofKind.openapi({ param: { name: "kind", in: "path" } }) }),
    query,
  },
  responses: {
    200: PDF_ANSWER,
    ...problems(400, 404, 409),
  },
});

const ofSubmission = createRoute({
  method: "get",
  path: "/v1/messages/{id}/proofs/submission",
  operationId: "fetchProofOfSubmission",
  summary: "Fetch the proof of submission of a whole message",
  description: `Names all addressees: for the sender alone. ${BEING_SEALED}`,
  security: SECURITY,
  request: { params: IdParams, query },
  responses: { 200: PDF_ANSWER, ...problems(400, 404, 409) },
});

export function addProofs(app: OpenAPIHono<ApiServiceEnv>, { ctx }: ApiDeps): void {
  app.openapi(ofDelivery, async (c) => {
    const { id, kind } = c.req.valid("param");
    const { language } = c.req.valid("query");
    const { pdf } = await fetchProof(ctx, c.get("holder").accountId, { deliveryId: id, kind, language });
    return c.body(new Uint8Array(pdf), 200, pdfHeaders(`${kind}-${id}`));
  });
  app.openapi(ofSubmission, async (c) => {
    const { id } = c.req.valid("param");
    const { language } = c.req.valid("query");
    const { pdf } = await fetchMessageProof(ctx, c.get("holder").accountId, { messageId: id, language });
    return c.body(new Uint8Array(pdf), 200, pdfHeaders(`proof_of_submission-${id}`));
  });
}

function pdfHeaders(name: string) {
  return { "Content-Type": "application/pdf", "Content-Disposition": `attachment; filename="${name}.pdf"` };
}
