// What a notice says and what became of the letter: all that may be seen before identification. Changes nothing.

import {
  clockNow,
  type DeliveryRow,
  type MessageFacts,
  snapshotOf,
  transact,
  type Transaction,
} from "@posthorn/db";
import {
  type DeliveryStateName,
  type IdentificationMethod,
  type Language,
  maskEmail,
  maskMobile,
  refusalOfAct,
  type RefusalReason,
  type TrustStatus,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { type KeptForAddressee, keptForAddressee } from "../inbox/kept-for-addressee.ts";
import { type LetterForAddressee, letterForAddressee } from "../letter/view-for-addressee.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { shownSender } from "../record/shown-sender.ts";
import { addresseeName } from "../notice/claim-notice.ts";
import { isOpen, latestChallenge, RESEND_SECONDS } from "./challenge.ts";
import { type LogoLine, logoLine } from "./fetch-sender-logo.ts";
import { findDeliveryId } from "./find-delivery.ts";
import type { Presented } from "./ports.ts";

export interface NoticeView {
  readonly deliveryId: string;
  readonly state: DeliveryStateName;
  /** Null where the account is named only once the message is accepted. */
  readonly sender: MessageFacts["sender"] | null;
  /** Of the sender, where he is shown and has one. */
  readonly logo: LogoLine | null;
  /** Whom the notice is for. */
  readonly addressee: string;
  readonly addresseeKind: "person" | "organisation";
  /** Whether somebody can be shown to be the addressee: of an organisation only where its number is known. */
  readonly identifiable: boolean;
  readonly language: Language;
  readonly trustStatus: TrustStatus;
  readonly requiredIdentification: "codes" | "eid_or_itsme";
  readonly postalFallback: boolean;
  /** That comes if nobody collects; null where none follows. */
  readonly letter: LetterForAddressee | null;
  readonly submittedAt: Temporal.Instant;
  readonly collectionDays: number;
  readonly collectUntil: Temporal.PlainDate | null;
  readonly deadlineAt: Temporal.Instant | null;
  readonly finalAt: Temporal.Instant | null;
  /** How long he can read it once collected. */
  readonly kept: KeptForAddressee;
  /** How who collected was identified, never who it was. */
  readonly collectedWith: IdentificationMethod | null;
  /** Why neither accepting nor refusing is possible at this moment; null while it is. */
  readonly closed: RefusalReason | null;
  readonly maskedEmail: string;
  readonly maskedMobile: string | null;
  /** From when another pair of codes may be asked for without waiting; null where none was asked for in this round. */
  readonly codesAgainAt: Temporal.Instant | null;
  /** The notice's reminders were silenced by "not for me". */
  readonly silenced: boolean;
  readonly now: Temporal.Instant;
}

/** By link or check code, whichever hash was presented. Throws not_found `link_unknown`. */
export async function viewNotice(ctx: Context, door: Presented): Promise<NoticeView> {
  return transact(ctx.db, door, async (trx) => {
    const id = await findDeliveryId(trx, door);
    const row = await trx.selectFrom("delivery").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    return noticeOf(trx, row);
  });
}

export async function noticeOf(trx: Transaction, row: DeliveryRow): Promise<NoticeView> {
  const message = await loadMessageFacts(trx, row.message_id);
  const now = await clockNow(trx);
  const sender = await shownSender(trx, row, message);
  return {
    deliveryId: row.id,
    state: row.state,
    sender,
    logo: sender && (await logoLine(trx, row)),
    addressee: addresseeName(row),
    addresseeKind: row.kind,
    identifiable: row.kind === "person" || row.enterprise_number !== null,
    language: row.language as Language,
    trustStatus: message.trust_status,
    requiredIdentification: message.required_identification,
    postalFallback: row.postal_fallback,
    letter: await letterForAddressee(trx, row),
    submittedAt: row.accepted_at,
    collectionDays: row.collection_days,
    collectUntil: row.collect_until,
    deadlineAt: row.deadline_at,
    finalAt: row.final_at,
    kept: await keptForAddressee(trx, row),
    collectedWith: row.state === "collected" ? (row.collector?.authentication.method ?? null) : null,
    closed: closedFor(row, now),
    maskedEmail: maskEmail(row.email),
    maskedMobile: row.mobile ? maskMobile(row.mobile) : null,
    codesAgainAt: await codesAgainAt(trx, row, now),
    silenced: row.reminders_silenced,
    now,
  };
}

async function codesAgainAt(
  trx: Transaction,
  row: DeliveryRow,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const latest = await latestChallenge(trx, row.id);
  if (!latest || latest.voided_at) return null;
  return isOpen(latest, now) ? latest.created_at.add({ seconds: RESEND_SECONDS }) : now;
}

/** A use of the link proves the notice first, so "not yet notified" closes nothing. */
function closedFor(row: DeliveryRow, now: Temporal.Instant): RefusalReason | null {
  const reason = refusalOfAct(snapshotOf(row), now);
  return reason === "not_yet_notified" ? null : reason;
}
