// GET …/proofs/…: PDF proofs of a delivery, and of the submission of a message.

import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { AppError, LANGUAGES } from "@posthorn/domain";
import { fetchMessageProof, fetchProof, type StoredProof } from "@posthorn/usecases";
import type { ApiDeps, ApiServiceEnv } from "../deps.ts";
import { IdParams, problems, scoped } from "../openapi/describe.ts";
import { ProofKind } from "../openapi/schemas.ts";

const BEING_SEALED = "`proof_being_sealed` (409) with `Retry-After` until it is made.";

const query = z.object({
  language: z.enum(LANGUAGES).default("en").openapi({ description: "Of the proof." }),
  format: z.enum(["pdf", "html"]).default("pdf").openapi({
    description: "`html`: the same proof as an accessible web page. It carries no seal; the PDF does.",
  }),
});

const PROOF_ANSWER = {
  description: "The proof, sealed PAdES; or the page that says the same.",
  content: {
    "application/pdf": { schema: z.string().openapi({ format: "binary" }) },
    "text/html": { schema: z.string() },
  },
} as const;

const ofDelivery = createRoute({
  method: "get",
  path: "/v1/deliveries/{id}/proofs/{kind}",
  operationId: "fetchProof",
  summary: "Fetch a proof of a delivery",
  description: `${BEING_SEALED} \`proof_not_available\` (409) where it did not happen.`,
  ...scoped("evidence:read"),
  request: {
    params: IdParams.extend({ kind: ProofKind.openapi({ param: { name: "kind", in: "path" } }) }),
    query,
  },
  responses: {
    200: PROOF_ANSWER,
    ...problems(400, 404, 409),
  },
});

const ofSubmission = createRoute({
  method: "get",
  path: "/v1/messages/{id}/proofs/submission",
  operationId: "fetchProofOfSubmission",
  summary: "Fetch the proof of submission of a whole message",
  description: `Names all addressees: for the sender alone. ${BEING_SEALED}`,
  ...scoped("evidence:read"),
  request: { params: IdParams, query },
  responses: { 200: PROOF_ANSWER, ...problems(400, 404, 409) },
});

export function addProofs(app: OpenAPIHono<ApiServiceEnv>, { ctx }: ApiDeps): void {
  app.openapi(ofDelivery, async (c) => {
    const { id, kind } = c.req.valid("param");
    const { language, format } = c.req.valid("query");
    const proof = await fetchProof(ctx, c.get("holder"), { deliveryId: id, kind, language });
    const { body, headers } = writeProof(proof, format, `${kind}-${id}`);
    return c.body(body, 200, headers);
  });
  app.openapi(ofSubmission, async (c) => {
    const { id } = c.req.valid("param");
    const { language, format } = c.req.valid("query");
    const proof = await fetchMessageProof(ctx, c.get("holder"), { messageId: id, language });
    const { body, headers } = writeProof(proof, format, `proof_of_submission-${id}`);
    return c.body(body, 200, headers);
  });
}

function writeProof({ pdf, page }: StoredProof, format: "pdf" | "html", name: string) {
  if (format === "html" && page === null) throw new AppError("not_found", "proof_page_missing");
  const [body, type] =
    format === "html" && page !== null
      ? [page, "text/html; charset=utf-8"]
      : [new Uint8Array(pdf), "application/pdf"];
  const headers = {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name}.${format}"`,
  };
  return { body, headers };
}
