// Says in words how a part of a draft looks on paper, or why it cannot be printed.

import type { Language } from "@posthorn/domain";
import { adviceOnPrint, textsFor, whyNotPrintable } from "@posthorn/texts";
import type { PartPrint } from "@posthorn/usecases";

export interface PrintWords {
  /** "3 pages". */
  readonly pages?: string;
  /** Why it cannot be printed, and what to do. */
  readonly error?: string;
  /** That it was not looked at yet. */
  readonly remark?: string;
}

/** Nothing where no letter is asked for. */
export function printInWords(language: Language, part: PartPrint | undefined): PrintWords {
  const words = textsFor(language).print;
  if (part === undefined) return {};
  if (part.kind === "pending") return { remark: words.pending };
  if (part.kind === "ready") return { pages: words.pages(part.pages) };
  const why = whyNotPrintable(words, part.reason, part.params);
  return { error: `${words.cannot(why)} ${adviceOnPrint(words, part.reason)}` };
}
