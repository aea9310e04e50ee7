// Which mail an errand owes the sender, by what has become of the delivery.

import type { NoticeTable, Selectable, Transaction } from "@posthorn/db";
import type { EvidenceFacts } from "@posthorn/domain";
import { mismatchField } from "../collection/mismatch-occasion.ts";
import { addresseeName } from "../notice/claim-notice.ts";
import type { MailToSend, RenderedMail } from "../notice/ports.ts";
import type { ErrandFacts } from "./load-errand-facts.ts";
import { addressWords, correctedWords, letterEnd, postedWords, postingPromised } from "./tell-letter.ts";
import { toAddressee, wordsOfNotice } from "./to-addressee.ts";
import type {
  DeliveryWords,
  ErrandPorts,
  Extension,
  FailureWords,
  FinalOutcome,
  MismatchWords,
} from "./ports.ts";

/** Null where there is nothing left to tell. `proofAttached`: the mail carries the proof of the outcome. */
export async function senderMail(
  trx: Transaction,
  ports: ErrandPorts,
  facts: ErrandFacts,
  proofAttached: boolean,
): Promise<RenderedMail | null> {
  const { rendering } = ports;
  const words = deliveryWords(ports, facts);
  switch (facts.errand.kind) {
    case "notice_failed":
      return rendering.noticeFailed(await mailFailure(trx, facts, words));
    case "sms_failed":
      return rendering.noticeFailed(await smsFailure(trx, facts, words));
    case "reminder_failed":
      return rendering.noticeFailed(await reminderFailure(trx, facts, words));
    case "not_for_me":
      return rendering.notForMe({ ...words, address: facts.row.email });
    case "identity_mismatch":
      return rendering.identityMismatch(mismatchWords(facts, words));
    case "window_extended": {
      const extension = await latestExtension(trx, facts);
      return extension && rendering.extendedForSender({ ...words, ...extension });
    }
    case "letter":
    case "final":
      return rendering.final({
        ...(await finalWords(trx, facts, words)),
        proofAttached,
        postedBy: postingPromised(facts.row),
      });
    case "posted":
      return rendering.posted({ ...(await postedWords(trx, facts.row, words)), proofAttached });
    case "corrected":
      return rendering.corrected({ ...(await correctedWords(trx, facts, words)), proofAttached });
    case "address_needed": {
      const needed = addressWords(facts, words);
      return needed && rendering.addressNeeded(needed);
    }
    // Told by its own mail.
    case "proof_copy":
    case "evidence_falling":
    case "letter_called_off":
      return null;
  }
}

/** The addressee hears of more time as well, with the link of the notice. */
export async function addresseeExtension(
  trx: Transaction,
  ports: ErrandPorts,
  facts: ErrandFacts,
): Promise<MailToSend | null> {
  const extension = await latestExtension(trx, facts);
  if (!extension || facts.row.state !== "notified") return null;
  const mail = ports.rendering.extended({ ...(await wordsOfNotice(trx, ports, facts)), ...extension });
  return toAddressee(mail, facts, `${facts.errand.id}-A`);
}

function deliveryWords(ports: ErrandPorts, { row, sender, service }: ErrandFacts): DeliveryWords {
  return {
    language: sender.language,
    service,
    // Once his name was erased (R7) the sender knows the delivery by its number: the carrier may still speak.
    addressee: row.addressee_erased_at === null ? addresseeName(row) : row.id,
    delivery: row.id,
    link: ports.deliveryLink(row.id),
    postalFallback: row.postal_fallback,
  };
}

type NoticeRow = Selectable<NoticeTable>;

function notices(trx: Transaction, { row }: ErrandFacts) {
  return trx.selectFrom("notice").selectAll().where("delivery_id", "=", row.id).orderBy("round", "desc");
}

async function mailFailure(
  trx: Transaction,
  facts: ErrandFacts,
  words: DeliveryWords,
): Promise<FailureWords> {
  const { row } = facts;
  const notice = await notices(trx, facts)
    .where("kind", "=", "window")
    .where("mail_state", "in", ["refused", "failed"])
    .executeTakeFirst();
  const term = await trx
    .selectFrom("delivery_timer")
    .select("due_at")
    .where("delivery_id", "=", row.id)
    .where("kind", "=", "repair_overdue")
    .executeTakeFirst();
  const open = row.state === "notice_failed" && row.repaired_at === null;
  return {
    ...words,
    failed: "mail",
    address: notice?.email ?? row.email,
    answer: notice?.mail_answer ?? null,
    noticeStands: false,
    repairUntil: open && term ? term.due_at : null,
  };
}

async function smsFailure(trx: Transaction, facts: ErrandFacts, words: DeliveryWords): Promise<FailureWords> {
  const { row } = facts;
  const notice = await notices(trx, facts)
    .where("kind", "=", "window")
    .where("sms_state", "in", ["refused", "failed"])
    .executeTakeFirst();
  const open = row.repaired_at === null && row.sms_failure_open;
  return {
    ...words,
    failed: "sms",
    address: notice?.mobile ?? row.mobile ?? "",
    answer: notice?.sms_answer ?? null,
    noticeStands: row.state === "notified",
    repairUntil: open ? (row.deadline_at ?? row.accepted_at.add({ hours: 72 })) : null,
  };
}

/** The errand's occasion is the reminder's row. */
async function reminderFailure(
  trx: Transaction,
  facts: ErrandFacts,
  words: DeliveryWords,
): Promise<FailureWords> {
  const notice: NoticeRow | undefined = await notices(trx, facts)
    .where("id", "=", facts.errand.occasion)
    .executeTakeFirst();
  const mailFailed = notice?.mail_state === "refused" || notice?.mail_state === "failed";
  return {
    ...words,
    failed: "reminder",
    address: (mailFailed ? notice?.email : notice?.mobile) ?? facts.row.email,
    answer: (mailFailed ? notice?.mail_answer : notice?.sms_answer) ?? null,
    noticeStands: true,
    repairUntil: null,
  };
}

/** Of what was compared only the name can be mended, and only while a repair is open. */
function mismatchWords({ errand, row, message }: ErrandFacts, words: DeliveryWords): MismatchWords {
  const field = mismatchField(errand.occasion);
  const open = row.state === "notified" && row.sms_failure_open && row.repaired_at === null;
  const remedy = field === "name" && open ? "mend" : "send_again";
  return {
    ...words,
    field,
    at: errand.created_at,
    codesOpen: message.required_identification === "codes",
    remedy: row.final_at === null ? remedy : "nothing",
  };
}

async function finalWords(
  trx: Transaction,
  { row }: ErrandFacts,
  words: DeliveryWords,
): Promise<FinalOutcome> {
  const at = row.final_at ?? row.first_to_print_at ?? row.accepted_at;
  switch (row.state) {
    case "collected":
    case "refused":
    case "unreachable":
      return { ...words, outcome: row.state, at };
    case "post_delivered":
    case "post_returned":
    case "post_unknown":
    case "post_failed":
      return letterEnd(trx, row, words);
    default:
      // On its way as a letter: the window passed, or nobody could be reached.
      return row.notified_at && row.collect_until
        ? { ...words, outcome: "expired", lastDay: row.collect_until }
        : { ...words, outcome: "unreachable", at };
  }
}

async function latestExtension(trx: Transaction, { row }: ErrandFacts): Promise<Extension | null> {
  const record = await trx
    .selectFrom("evidence_record")
    .select("canonical")
    .where("delivery_id", "=", row.id)
    .where("type", "=", "WindowExtendedForOutage")
    .orderBy("seq", "desc")
    .executeTakeFirst();
  if (!record || !row.collect_until) return null;
  const { details } = JSON.parse(record.canonical) as EvidenceFacts;
  return {
    outageMinutes: Number(details?.["outage_minutes"] ?? 0),
    outage: intervalOf(details?.["outage_from"], details?.["outage_until"]),
    collectUntil: row.collect_until,
  };
}

/** Null for a record written before intervals were kept. */
function intervalOf(from: unknown, until: unknown): Extension["outage"] {
  if (typeof from !== "string" || typeof until !== "string") return null;
  return { from: Temporal.Instant.from(from), until: Temporal.Instant.from(until) };
}
