// How an addressee is called on the pages of his delivery.

import type { Language, RecipientFacts } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";

/** "Jan Peeters", or the organisation's name; once his data is erased (R7), that they are. */
export function nameAddressee(language: Language, addressee: RecipientFacts | null): string {
  if (addressee === null) return textsFor(language).track.erased.addressee;
  const { name, first_names: firstNames } = addressee;
  return firstNames === undefined ? name : `${firstNames} ${name}`;
}
