// What is asked of any carrier: to announce an item, to say what became of it, and to prove that.

import type { CarrierOutcome, Language, PostalAddress } from "@posthorn/domain";

/** An item as it is announced. */
export interface ItemToAnnounce {
  /** Ours: an item that is announced again under it is the same item. */
  readonly reference: string;
  /** Where numbers come from a range of ours; otherwise the carrier chooses. */
  readonly barcode?: string;
  readonly sender: string;
  /** Where the item goes back to, in Belgium; absent: to us. */
  readonly returnAddress?: PostalAddress;
  readonly addressee: {
    /** Family name where there are first names, otherwise the organisation's. */
    readonly name: string;
    readonly firstNames?: string;
    readonly attentionOf?: string;
  };
  readonly address: PostalAddress;
  readonly language: Language;
}

export interface AnnouncedItem {
  readonly barcode: string;
  readonly reference: string | null;
}

export interface ItemEvent {
  /** The same for the same event, however often it is read. */
  readonly key: string;
  readonly outcome: CarrierOutcome;
  readonly at: Temporal.Instant | null;
  /** One line, his own. */
  readonly words: string | null;
  /** The whole answer it stood in. */
  readonly raw: Uint8Array;
  readonly mediaType: string;
}

/**
 * Errors of all three: unavailable `carrier_unavailable`, with the time he asks for where he says one; bad_request `carrier_refused` with
 * his words, in which nothing stands that was sent to him.
 */
export interface Carrier {
  /** As the public knows him. */
  readonly name: string;
  /** What is asked of him. */
  readonly service: string;
  /**
   * Asked again under the same reference it answers the same number, whichever was given. Errors besides: conflict
   * `number_taken` where the number that was given is another item's.
   */
  announce(item: ItemToAnnounce): Promise<AnnouncedItem & { readonly reference: string }>;
  /** Oldest first; empty while he says nothing of it. */
  track(item: AnnouncedItem): Promise<readonly ItemEvent[]>;
  /** His signed proof of what became of it; null while there is none. */
  proof(item: AnnouncedItem): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | null>;
}
