// How an addressee is called on the pages of his delivery.

import type { RecipientFacts } from "@posthorn/domain";

/** "Jan Peeters", or the organisation's name. */
export function nameAddressee({ name, first_names: firstNames }: RecipientFacts): string {
  return firstNames === undefined ? name : `${firstNames} ${name}`;
}
