// Writes a letter of the desk: kept with the request, mailed where there is a proven address, else downloaded to be posted.

import type { Transaction } from "@posthorn/db";
import { brusselsDay, type RightsLetter } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { oweMailTo } from "../mailed-link/owe-link.ts";
import type { StaffReader } from "../staff/authorise-staff.ts";
import { type DeskRequest, noteDeskAct } from "./desk-act.ts";

export type LetterContent = Pick<RightsLetter, "letter"> &
  Partial<
    Pick<
      RightsLetter,
      | "until"
      | "answer"
      | "grounds"
      | "keptUntil"
      | "waitsUntil"
      | "holdsAccount"
      | "senders"
      | "addresses"
      | "words"
    >
  >;

/**
 * By mail only once somebody has shown that the address is his: by codes sent to it, by itsme or eID with the request, or by his account.
 * Returns whether it was mailed.
 */
export async function oweLetter(
  trx: Transaction,
  ctx: Context,
  reader: StaffReader,
  row: DeskRequest,
  content: LetterContent,
  at: Temporal.Instant,
): Promise<boolean> {
  const letter = letterTo(row, content, at);
  await noteDeskAct(trx, reader, {
    requestId: row.id,
    event: "letter",
    at,
    words: JSON.stringify(letter),
  });
  return mailLetter(trx, ctx, row, letter, at);
}

/** Whether there is a proven address to mail it to. */
export async function mailLetter(
  trx: Transaction,
  ctx: Context,
  row: DeskRequest,
  letter: RightsLetter,
  at: Temporal.Instant,
): Promise<boolean> {
  const { email, language } = row;
  if (email === null || !hasProvenAddress(row)) return false;
  await oweMailTo(trx, ctx, {
    kind: "rights_letter",
    to: { email, name: letter.name, language },
    facts: { letter: JSON.stringify(letter) },
    at,
  });
  return true;
}

export function hasProvenAddress({ identity, channel }: Pick<DeskRequest, "identity" | "channel">): boolean {
  return (
    identity === "account" ||
    identity === "codes" ||
    (channel === "form" && identity !== "open" && identity !== "failed")
  );
}

/** What it says, with whom it is addressed to and what it is about. */
export function letterTo(row: DeskRequest, content: LetterContent, at: Temporal.Instant): RightsLetter {
  const whose = nameOf(row);
  return {
    ...content,
    language: row.language,
    number: row.number,
    right: row.kind,
    name: row.on_behalf_name ?? whose,
    ...(row.on_behalf_name === null ? {} : { onBehalfOf: whose }),
    address: (row.postal_address ?? "").split(/\r?\n/).filter((line) => line.trim() !== ""),
    receivedOn: brusselsDay(row.received_at).toString(),
    writtenOn: brusselsDay(at).toString(),
  };
}

/** "Sofie Ooms". */
export function nameOf({ name, first_names }: Pick<DeskRequest, "name" | "first_names">): string {
  return `${first_names ?? ""} ${name}`.trim();
}
