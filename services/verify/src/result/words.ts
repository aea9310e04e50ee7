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
  const { itself, kind } = report;
  if (kind === "unknown") return { tone: "stop", ...verify.result.unreadable };
  if (itself.indication === "TOTAL-FAILED")
    return { tone: "stop", ...verification.indications[itself.indication] };
  const intact = isIntact(report);
  if (onlyBesideFails(report)) {
    const { title, text } = verification.beside;
    return { tone: "stop", title, text: text[intact ? "intact" : itself.indication] };
  }
  if (itself.indication === "TOTAL-PASSED")
    return { tone: "ok", ...verification.indications[itself.indication] };
  const { title, text } = intact ? verification.intact : verification.indications[itself.indication];
  return { tone: "warn", title, text };
}

/** A whole seal of somebody unknown here. */
function isIntact({ itself, seal }: FileReport): boolean {
  return seal?.trust === "intact" && itself.subIndication === "NO_CERTIFICATE_CHAIN_FOUND";
}

/** What fails is what was given beside the file, and not the file. */
export function onlyBesideFails({ indication, itself }: FileReport): boolean {
  return indication === "TOTAL-FAILED" && itself.indication !== "TOTAL-FAILED";
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

/** Why the file itself did not pass; undefined where it did. */
export function reasonWords(language: Language, { itself }: FileReport): string | undefined {
  const { subIndication } = itself;
  const reasons: Readonly<Record<string, string>> = textsFor(language).verification.subIndications;
  return subIndication !== undefined && Object.hasOwn(reasons, subIndication)
    ? reasons[subIndication]
    : undefined;
}
