// How somebody was identified, in the reader's words.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { RecordSummary } from "@posthorn/usecases";

/** "identity card, level: high". */
export function methodInWords(language: Language, record: Pick<RecordSummary, "method" | "level">): string {
  const words = textsFor(language).backoffice.records;
  return words.method(words.methods[record.method], levelInWords(language, record.level));
}

export function levelInWords(language: Language, level: string | null): string {
  const words = textsFor(language).backoffice.records;
  return level === "low" || level === "substantial" || level === "high" ? words.levels[level] : words.noLevel;
}
