// Which words a report gets: the verdict in one line, why, and what each check asks.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { NoteTone } from "@posthorn/web";
import type { Check, FileReport } from "../report/file-report.ts";

export interface Verdict {
  readonly tone: NoteTone;
  readonly title: string;
  readonly text: string;
}

export function verdictOf(language: Language, report: FileReport): Verdict {
  const { verification, verify } = textsFor(language);
  const { indication, kind, seal, subIndication } = report;
  if (kind === "unknown") return { tone: "stop", ...verify.result.unreadable };
  if (indication === "TOTAL-PASSED") return { tone: "ok", ...verification.indications[indication] };
  if (indication === "TOTAL-FAILED") return { tone: "stop", ...verification.indications[indication] };
  if (seal?.trust === "intact" && subIndication === "NO_CERTIFICATE_CHAIN_FOUND") {
    const { title, text } = verification.intact;
    return { tone: "warn", title, text };
  }
  return { tone: "warn", ...verification.indications[indication] };
}

export interface CheckWords {
  readonly title: string;
  /** What would be different in a file that was tampered with. */
  readonly tampered: string | null;
}

/** A check that has no words yet goes by its own name. */
export function checkWords(language: Language, check: Check): CheckWords {
  const checks: Readonly<Record<string, CheckWords>> = textsFor(language).verification.checks;
  return (
    (Object.hasOwn(checks, check.name) ? checks[check.name] : undefined) ?? {
      title: check.name,
      tampered: null,
    }
  );
}

/** Why it did not pass; undefined where it did. */
export function reasonWords(language: Language, { subIndication }: FileReport): string | undefined {
  const reasons: Readonly<Record<string, string>> = textsFor(language).verification.subIndications;
  return subIndication !== undefined && Object.hasOwn(reasons, subIndication)
    ? reasons[subIndication]
    : undefined;
}
