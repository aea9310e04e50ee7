// Binds store, keys and the composing of letters to what the press asks for.

import type { KeyObject } from "node:crypto";
import { type ContentStore, newContentKey, unwrapKey, wrapKey } from "@posthorn/content";
import { composeLetter } from "@posthorn/documents";
import type { PrinterProfile } from "@posthorn/domain";
import type { PressPorts } from "@posthorn/usecases";

export function pressPorts(given: {
  readonly content: ContentStore;
  /** Opens content keys. */
  readonly contentKey: KeyObject;
  /** Closes print files: only the desk has the other half. */
  readonly printKey: KeyObject;
  readonly printers: readonly PrinterProfile[];
  readonly house: PressPorts["house"];
}): PressPorts {
  const { content, contentKey, printKey, printers, house } = given;
  return {
    letter: { compose: composeLetter },
    content,
    keys: { unwrap: (wrapped, context) => unwrapKey(contentKey, wrapped, context) },
    files: {
      content,
      wrapping: { wrap: (key, context) => wrapKey(printKey, key, context) },
      newContentKey: () => newContentKey(),
    },
    printers,
    house,
  };
}
