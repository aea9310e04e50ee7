// Proofs and evidence files for download; a proof that is being sealed is waited for.

import { setTimeout as pause } from "node:timers/promises";
import { AppError, isLanguage, isProofKind, type Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  fetchEvidence,
  fetchMessageProof,
  fetchProof,
  type SessionMember,
  type StoredProof,
} from "@posthorn/usecases";
import { eventStream, sendAttachment, sendDocument, type ServerEvent, type WebContext } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { ProofWaitPage } from "./proof-wait-page.tsx";

const ASKED_EVERY_MILLISECONDS = 500;
const WAITED_SECONDS = 120;

/** One proof as it is asked for: where it is had, how it is called, and the file itself. */
interface AskedProof {
  readonly path: string;
  readonly language: Language;
  readonly title: string;
  readonly filename: string;
  readonly backPath: string;
  fetch(): Promise<StoredProof>;
}

export const proofRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  const proofs = [
    { path: "/deliveries/:delivery/proofs/:kind", asked: proofOfDelivery },
    { path: "/messages/:message/proofs/submission", asked: proofOfMessage },
  ] as const;

  for (const { path, asked } of proofs) {
    app.get(path, async (c) => {
      const member = await sessions.require(c);
      const proof = asked(c, member);
      const made = await pending(proof.fetch());
      if (made === null) {
        c.header("Retry-After", "1");
        return showWaiting(c, member, proof, false);
      }
      const { pdf } = made;
      const file = { filename: proof.filename, type: "application/pdf", size: pdf.length };
      return sendAttachment(c, Uint8Array.from(pdf), file);
    });

    app.get(`${path}/page`, async (c) => {
      const member = await sessions.require(c);
      const proof = asked(c, member);
      const made = await pending(proof.fetch());
      if (made === null) {
        c.header("Retry-After", "1");
        return showWaiting(c, member, proof, false);
      }
      if (made.page === null) throw new AppError("not_found", "proof_page_missing");
      return sendDocument(c, made.page);
    });

    app.get(`${path}/ready`, async (c) => {
      const member = await sessions.require(c);
      const proof = asked(c, member);
      return showWaiting(c, member, proof, (await pending(proof.fetch())) !== null);
    });

    app.get(`${path}/events`, async (c) => {
      const proof = asked(c, await sessions.require(c));
      // Asked before the answer begins, so that what is not the reader's own is a 404.
      await pending(proof.fetch());
      const events = (signal: AbortSignal) => whenReady(proof, signal);
      return eventStream(c, events, deps.stopping ? { stopping: deps.stopping } : {});
    });
  }

  app.get("/evidence/:record", async (c) => {
    const member = await sessions.require(c);
    const recordId = c.req.param("record");
    const xml = await fetchEvidence(ctx, member, recordId);
    const bytes = Uint8Array.from(new TextEncoder().encode(xml));
    return sendAttachment(c, bytes, {
      filename: `${recordId}.xml`,
      type: "application/xml",
      size: bytes.length,
    });
  });

  function proofOfDelivery(c: WebContext, reader: SessionMember): AskedProof {
    const deliveryId = c.req.param("delivery") ?? "";
    const kind = c.req.param("kind") ?? "";
    if (!isProofKind(kind)) throw new AppError("not_found", "proof_unknown");
    const language = languageAsked(c);
    return {
      path: `/deliveries/${deliveryId}/proofs/${kind}`,
      language,
      title: textsFor(c.get("language")).proof.kinds[kind].title,
      filename: `${kind.replaceAll("_", "-")}-${deliveryId}.pdf`,
      backPath: `/deliveries/${deliveryId}`,
      fetch: () => fetchProof(ctx, reader, { deliveryId, kind, language }),
    };
  }

  function proofOfMessage(c: WebContext, reader: SessionMember): AskedProof {
    const messageId = c.req.param("message") ?? "";
    const language = languageAsked(c);
    return {
      path: `/messages/${messageId}/proofs/submission`,
      language,
      title: textsFor(c.get("language")).proof.kinds.proof_of_submission.title,
      filename: `proof-of-submission-${messageId}.pdf`,
      backPath: `/messages/${messageId}`,
      fetch: () => fetchMessageProof(ctx, reader, { messageId, language }),
    };
  }

  /** While it is being sealed the page waits with 409 and goes on by itself; once ready it offers the file. */
  function showWaiting(
    c: WebContext,
    member: SessionMember,
    proof: AskedProof,
    ready: boolean,
  ): Promise<Response> {
    return renderPortal(c, ctx, member, {
      title: proof.title,
      current: "sent",
      islands: ready ? [] : ["live"],
      ...(ready ? {} : { refreshSeconds: 2, status: 409 as const }),
      body: (frame) => (
        <ProofWaitPage
          frame={frame}
          title={proof.title}
          backPath={proof.backPath}
          proofPath={below(proof, "")}
          pagePath={below(proof, "/page")}
          eventsPath={ready ? null : below(proof, "/events")}
        />
      ),
    });
  }
};

async function* whenReady(
  proof: AskedProof,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent, void, undefined> {
  const beats = (WAITED_SECONDS * 1000) / ASKED_EVERY_MILLISECONDS;
  for (let beat = 0; beat < beats && !signal.aborted; beat += 1) {
    if ((await pending(proof.fetch())) !== null) {
      yield { event: "moved", data: below(proof, "/ready") };
      return;
    }
    await pause(ASKED_EVERY_MILLISECONDS, undefined, { signal }).catch(() => undefined);
  }
}

/** The proof, or null while it is being sealed. */
async function pending(proof: Promise<StoredProof>): Promise<StoredProof | null> {
  try {
    return await proof;
  } catch (error) {
    if (error instanceof AppError && error.code === "proof_being_sealed") return null;
    throw error;
  }
}

function languageAsked(c: WebContext): Language {
  const asked = c.req.query("language");
  if (asked === undefined) return c.get("language");
  if (!isLanguage(asked)) throw new AppError("bad_request", "language_unknown");
  return asked;
}

function below({ path, language }: AskedProof, rest: string): string {
  return `${path}${rest}?language=${language}`;
}
