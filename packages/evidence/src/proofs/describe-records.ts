// What several records together tell: when the last was sealed, and whether a page can print what they hold.

import { hasUnprintable } from "@posthorn/documents";
import { addresseeName } from "./describe-parties.ts";
import type { SealedRecord } from "./proof-request.ts";

/** The date of the file: when the last of its evidence was sealed. */
export function lastSealed(records: readonly SealedRecord[]): Temporal.Instant {
  const [first, ...rest] = records.map((record) => record.sealedAt ?? record.stampedAt);
  if (!first) throw new Error("a proof needs a record");
  return rest.reduce((latest, at) => (Temporal.Instant.compare(at, latest) > 0 ? at : latest), first);
}

/** Whether the page must show � for something a sender or an addressee wrote. */
export function anyUnprintable(records: readonly SealedRecord[]): boolean {
  return records.some(({ facts }) =>
    [
      facts.subject,
      facts.sender.name,
      facts.sender.department ?? "",
      addresseeName(facts.recipient),
      facts.recipient.attention_of ?? "",
      facts.recipient.consent.words ?? "",
      facts.recipient.postal_address?.street ?? "",
      facts.recipient.postal_address?.town ?? "",
      facts.collector?.name ?? "",
      ...facts.parts.map((part) => part.name),
      ...(facts.notice?.channels ?? []).map((channel) => channel.answer ?? ""),
    ].some(hasUnprintable),
  );
}
