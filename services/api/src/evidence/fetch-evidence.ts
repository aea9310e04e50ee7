// GET /v1/deliveries/{id}/evidence and /v1/evidence/{id}: the records of a delivery, and the sealed XML of each.

import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { fetchEvidence, listEvidence } from "@posthorn/usecases";
import type { ApiDeps, ApiServiceEnv } from "../deps.ts";
import { IdParams, problems, scoped } from "../openapi/describe.ts";
import { EvidenceList } from "../openapi/schemas.ts";
import { isoMillis } from "../openapi/write-instant.ts";

const list = createRoute({
  method: "get",
  path: "/v1/deliveries/{id}/evidence",
  operationId: "listEvidence",
  summary: "List the evidence of a delivery",
  ...scoped("evidence:read"),
  request: { params: IdParams },
  responses: {
    200: {
      description: "In the order of the chain.",
      content: { "application/json": { schema: EvidenceList } },
    },
    ...problems(404),
  },
});

const fetchXml = createRoute({
  method: "get",
  path: "/v1/evidence/{id}",
  operationId: "fetchEvidence",
  summary: "Fetch the sealed XML of a piece of evidence",
  description:
    "By ETSI EN 319 522-3, signed XAdES. `evidence_being_sealed` (409) with `Retry-After` until it is.",
  ...scoped("evidence:read"),
  request: { params: IdParams },
  responses: {
    200: { description: "The XML.", content: { "application/xml": { schema: z.string() } } },
    ...problems(404, 409),
  },
});

export function addEvidence(app: OpenAPIHono<ApiServiceEnv>, { ctx }: ApiDeps): void {
  app.openapi(list, async (c) => {
    const lines = await listEvidence(ctx, c.get("holder"), c.req.valid("param").id);
    const evidence = lines.map((line) => ({
      id: line.id,
      type: line.type,
      seq: line.seq,
      event_at: isoMillis(line.eventAt),
      recorded_at: isoMillis(line.recordedAt),
      stamped_at: line.stampedAt && isoMillis(line.stampedAt),
      sealed: line.sealed,
    }));
    return c.json({ evidence }, 200);
  });
  app.openapi(fetchXml, async (c) => {
    const { id } = c.req.valid("param");
    const xml = await fetchEvidence(ctx, c.get("holder"), id);
    return c.body(xml, 200, {
      "Content-Type": "application/xml",
      "Content-Disposition": `attachment; filename="${id}.xml"`,
    });
  });
}
