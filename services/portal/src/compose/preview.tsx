// Looking a draft over, and sending it: what is sent is exactly what was looked over.

import { AppError } from "@posthorn/domain";
import { problemText, textsFor } from "@posthorn/texts";
import {
  checkDraft,
  judgeDraft,
  letterErrors,
  openDraftRendition,
  renderDraft,
  sendDraft,
  type SessionMember,
} from "@posthorn/usecases";
import { readForm, sendPdf, streamOf, type WebContext } from "@posthorn/web";
import { creditsInWords, renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { TEXT_PART } from "./paper-card.tsx";
import { PreviewPage } from "./preview-page.tsx";
import { draftSender } from "./name-sender.ts";
import { toWhatWasSent } from "./lead-to-sent.ts";

export const previewRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  app.get("/compose/:draft/preview", async (c) => {
    const member = await sessions.require(c);
    return show(c, member, c.req.param("draft"), null).catch((error: unknown) => toWhatWasSent(c, error));
  });

  app.get("/compose/:draft/print/:part{[A-Za-z0-9_]+\\.pdf}", async (c) => {
    const member = await sessions.require(c);
    const part = c.req.param("part").slice(0, -".pdf".length);
    const uploadId = part === TEXT_PART ? null : part;
    const input = { draftId: c.req.param("draft"), uploadId };
    const { size, stream } = await openDraftRendition(ctx, deps, member, input);
    return sendPdf(c, streamOf(stream()), size);
  });

  app.post("/compose/:draft/send", async (c) => {
    const member = await sessions.require(c);
    const draftId = c.req.param("draft");
    const revision = Number((await readForm(c)).get("revision") ?? "");
    try {
      const { messageId } = await sendDraft(ctx, deps, await draftSender(ctx, member), {
        draftId,
        revision,
        arrivedAt: deps.arrivedAt(),
      });
      return c.redirect(`/messages/${messageId}?sent`, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "draft_incomplete") return c.redirect(`/compose/${draftId}?check`, 303);
      const words = refusalInWords(c, error);
      if (words === null) throw error;
      return show(c, member, draftId, { words, identify: UNIDENTIFIED.has(error.code) });
    }
  });

  async function show(
    c: WebContext,
    member: SessionMember,
    draftId: string,
    refusal: { readonly words: string; readonly identify: boolean } | null,
  ): Promise<Response> {
    const draft = await renderDraft(ctx, deps, member, { draftId });
    const now = deps.arrivedAt();
    const checked = checkDraft(ctx, deps, draft, await draftSender(ctx, member), now);
    const print = judgeDraft(ctx, draft);
    const unprintable = print !== null && letterErrors(draft, print).length > 0;
    if (!checked.ok || unprintable) return c.redirect(`/compose/${draftId}?check`, 303);
    return renderPortal(c, ctx, member, {
      title: textsFor(c.get("language")).compose.preview.title,
      status: refusal === null ? 200 : 409,
      hasErrors: refusal !== null,
      body: (frame, facts) => (
        <PreviewPage
          frame={frame}
          draft={draft}
          parsed={checked.value}
          print={print}
          senderName={member.accountKind === "company" ? member.accountName : member.personName}
          credits={facts.credits}
          now={now}
          refusal={refusal?.words}
          identifyPath={refusal?.identify === true ? "/identify" : undefined}
        />
      ),
    });
  }
};

const UNIDENTIFIED = new Set(["sender_not_identified", "identification_too_old"]);

/** For refusals after which the same page is the best place to be; null for all others. */
function refusalInWords(c: WebContext, error: AppError): string | null {
  const language = c.get("language");
  const { compose, portal } = textsFor(language);
  switch (error.code) {
    case "draft_changed":
      return compose.preview.changed;
    case "credits_missing":
      return compose.preview.creditsMissing(
        creditsInWords(language, Number(error.fields[0]?.params?.["missing"] ?? 0)),
      );
    case "sender_not_identified":
      return `${portal.notIdentified.title}. ${portal.notIdentified.text}`;
    case "account_applying":
    case "account_closing":
    case "identification_too_old":
    case "register_number_not_allowed": {
      const { happened, next } = problemText(language, error);
      return `${happened} ${next}`;
    }
    default:
      return null;
  }
}
