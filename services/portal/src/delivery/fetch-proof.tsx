// Proofs and evidence files for download; a proof that is being sealed is waited for.

import { setTimeout as pause } from "node:timers/promises";
import { AppError, isLanguage, isProofKind, type Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { fetchEvidence, fetchProof, type ProofRequest } from "@posthorn/usecases";
import { eventStream, sendAttachment, type ServerEvent, type WebContext } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { ProofWaitPage } from "./proof-wait-page.tsx";

const ASKED_EVERY_MILLISECONDS = 500;
const WAITED_SECONDS = 120;

export const proofRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  app.get("/deliveries/:delivery/proofs/:kind", async (c) => {
    const member = await sessions.require(c);
    const request = proofRequest(c);
    const pdf = await pending(fetchProof(ctx, member.accountId, request));
    if (pdf !== null) {
      const name = `${request.kind.replaceAll("_", "-")}-${request.deliveryId}.pdf`;
      return sendAttachment(c, Uint8Array.from(pdf), {
        filename: name,
        type: "application/pdf",
        size: pdf.length,
      });
    }
    c.header("Retry-After", "1");
    return renderPortal(c, ctx, member, {
      title: textsFor(c.get("language")).track.proofWait.title,
      current: "sent",
      islands: ["live"],
      refreshSeconds: 2,
      status: 409,
      body: (frame) => (
        <ProofWaitPage
          frame={frame}
          deliveryId={request.deliveryId}
          kind={request.kind}
          proofPath={proofPath(request)}
          eventsPath={proofPath(request, "/events")}
        />
      ),
    });
  });

  app.get("/deliveries/:delivery/proofs/:kind/ready", async (c) => {
    const member = await sessions.require(c);
    const request = proofRequest(c);
    const ready = (await pending(fetchProof(ctx, member.accountId, request))) !== null;
    return renderPortal(c, ctx, member, {
      title: textsFor(c.get("language")).proof.kinds[request.kind].title,
      current: "sent",
      islands: ready ? [] : ["live"],
      body: (frame) => (
        <ProofWaitPage
          frame={frame}
          deliveryId={request.deliveryId}
          kind={request.kind}
          proofPath={proofPath(request)}
          eventsPath={ready ? null : proofPath(request, "/events")}
        />
      ),
    });
  });

  app.get("/deliveries/:delivery/proofs/:kind/events", async (c) => {
    const member = await sessions.require(c);
    const request = proofRequest(c);
    const ready = async () => (await pending(fetchProof(ctx, member.accountId, request))) !== null;
    await ready();
    const events = (signal: AbortSignal) => whenReady(ready, proofPath(request, "/ready"), signal);
    return eventStream(c, events, deps.stopping ? { stopping: deps.stopping } : {});
  });

  app.get("/evidence/:record", async (c) => {
    const member = await sessions.require(c);
    const recordId = c.req.param("record");
    const xml = await fetchEvidence(ctx, member.accountId, recordId);
    const bytes = Uint8Array.from(new TextEncoder().encode(xml));
    return sendAttachment(c, bytes, {
      filename: `${recordId}.xml`,
      type: "application/xml",
      size: bytes.length,
    });
  });
};

async function* whenReady(
  ready: () => Promise<boolean>,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent, void, undefined> {
  const beats = (WAITED_SECONDS * 1000) / ASKED_EVERY_MILLISECONDS;
  for (let beat = 0; beat < beats && !signal.aborted; beat += 1) {
    if (await ready()) {
      yield { event: "moved", data: path };
      return;
    }
    await pause(ASKED_EVERY_MILLISECONDS, undefined, { signal }).catch(() => undefined);
  }
}

/** The proof, or null while it is being sealed. */
async function pending(proof: Promise<Uint8Array>): Promise<Uint8Array | null> {
  try {
    return await proof;
  } catch (error) {
    if (error instanceof AppError && error.code === "proof_being_sealed") return null;
    throw error;
  }
}

function proofRequest(c: WebContext): ProofRequest {
  const kind = c.req.param("kind") ?? "";
  if (!isProofKind(kind)) throw new AppError("not_found", "proof_unknown");
  return { deliveryId: c.req.param("delivery") ?? "", kind, language: languageAsked(c) };
}

function languageAsked(c: WebContext): Language {
  const asked = c.req.query("language");
  if (asked === undefined) return c.get("language");
  if (!isLanguage(asked)) throw new AppError("bad_request", "language_unknown");
  return asked;
}

function proofPath({ deliveryId, kind, language }: ProofRequest, below = ""): string {
  return `/deliveries/${deliveryId}/proofs/${kind}${below}?language=${language}`;
}
