// The record of processing as it stands, for a page, a file or a pack: who we are, the schedule's lines, and whom we hand data to.

import { isInEea, type Language } from "@posthorn/domain";
import type { ProcessingRecord } from "@posthorn/texts";
import type { SubprocessorLine } from "@posthorn/usecases";
import type { BackofficeDeps } from "../deps.ts";

export function recordOf(
  deps: BackofficeDeps,
  language: Language,
  made: {
    readonly at: Temporal.Instant;
    readonly lines: ProcessingRecord["lines"];
    readonly subprocessors: readonly SubprocessorLine[];
  },
): ProcessingRecord {
  const { contact, officer } = deps.privacy;
  return {
    provider: { name: deps.ctx.settings.issuer.name, contact, officer },
    madeAt: made.at,
    lines: made.lines,
    recipients: made.subprocessors
      .filter(({ standing }) => standing === "in_force")
      .map(({ name, purpose, country, parentCountry }) => ({
        name,
        purpose: purpose[language],
        country,
        inUnion: isInEea(country) && isInEea(parentCountry),
      })),
  };
}
