// Who was identified and how, in the reader's words: "itsme, level high".

import type { CollectorFacts, Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { NoticeView } from "@posthorn/usecases";

export interface CollectorWords {
  /** Undefined with codes: nobody was established. */
  readonly identified: string | undefined;
  readonly proof: string | undefined;
}

/** A member of a company is not named on what is kept: the sender gets to see it. */
export function collectorWords(
  language: Language,
  notice: NoticeView,
  collector: CollectorFacts,
): CollectorWords {
  const { decide, ...words } = textsFor(language).collectIdentify;
  const { method, level } = collector.authentication;
  if (method !== "itsme" && method !== "eid") return { identified: undefined, proof: undefined };
  const way = [words.method[method], ...(level === undefined ? [] : [words.level[level]])].join(", ");
  if (collector.name === undefined) {
    const member = { organisation: notice.addressee, way };
    return { identified: decide.member(member), proof: decide.proofMember(member) };
  }
  const person = { name: collector.name, way };
  return { identified: decide.person(person), proof: decide.proofPerson(person) };
}
