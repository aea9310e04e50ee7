// Puts on paper what a draft still lacks, without making anybody wait who is typing: the next answer shows what came of it.

import { AppError } from "@posthorn/domain";
import { renderDraft, type SessionMember } from "@posthorn/usecases";
import type { PortalDeps } from "../deps.ts";

/** Drafts that are being rendered by this process: one at a time each. */
const underWay = new Set<string>();

/** Whatever goes wrong is told when the draft is looked over, where it is waited for. */
export function renderSoon(deps: PortalDeps, member: SessionMember, draftId: string): void {
  if (underWay.has(draftId)) return;
  underWay.add(draftId);
  void renderDraft(deps.ctx, deps, member, { draftId, text: false })
    .catch((error: unknown) => {
      // Sent or thrown away meanwhile.
      if (error instanceof AppError && error.kind !== "internal" && error.kind !== "unavailable") return;
      deps.site.log.warn({ err: error, draft: draftId }, "a draft was not put on paper");
    })
    .finally(() => underWay.delete(draftId));
}
