// Accepts a message for delivery: all or nothing, durable when this returns (domain rules, `accepted`).

import {
  isUniqueViolation,
  type MessageFacts,
  snapshotOf,
  transact,
  type Transaction,
  isoMillis,
} from "@posthorn/db";
import {
  type Addressee,
  AppError,
  type AuthenticationFacts,
  initialTimers,
  type MessageOptions,
  type PartFacts,
  type SenderFacts,
} from "@posthorn/domain";
import { enqueueAll } from "@posthorn/jobs";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context, KeyWrapping } from "../context.ts";
import { wrapContext } from "../context.ts";
import { noteStatedConsents } from "../consent/note-consents.ts";
import { recipientFacts as recordedRecipient } from "../record/base-facts.ts";
import { logEntrustedNumbers } from "../identification/entrust.ts";
import type { IdentityKeysPort } from "../identification/ports.ts";
import { deliveryRow } from "./delivery-row.ts";
import { type AcceptedDelivery, acceptedDeliveries, findEarlier } from "./find-earlier.ts";
import { dropRenditions } from "../rendition/drop-renditions.ts";
import { judgeLetter } from "../rendition/judge-letter.ts";
import { insertMessage } from "./insert-message.ts";
import { writeFirstRecords } from "./write-first-records.ts";
import { loadSender } from "./load-sender.ts";
import { withTeam } from "../team/send-for-team.ts";
import { withCertificate } from "../record/name-issuer.ts";
import { refuseWhenUnsealable } from "./refuse-when-unsealable.ts";
import { reserveCredits } from "./reserve-credits.ts";

export interface SubmittedPart extends PartFacts {
  readonly blobId: string;
  /** Where `print` is: the blob of the rendition, and what of it is no evidence. */
  readonly rendition?: { readonly blobId: string; readonly colour: boolean };
}

export interface Submission {
  readonly messageId: string;
  readonly accountId: string;
  readonly memberId: string;
  /** Of the session, or of the API key. */
  readonly authentication: AuthenticationFacts;
  readonly subject: string;
  readonly options: MessageOptions;
  readonly addressees: readonly Addressee[];
  /** Part 1 is `message.txt`; all are stored and fsynced, with their renditions where a letter may follow. */
  readonly parts: readonly SubmittedPart[];
  readonly contentKey: Uint8Array;
  readonly idempotency?: { readonly key: string; readonly requestHash: string };
  readonly draftId?: string;
  /** Of the sender's account, that the member is in: it stands beside the company's name, and says who sees the message. */
  readonly teamId?: string;
  /** When the complete request had arrived. */
  readonly arrivedAt: Temporal.Instant;
}

export interface IntakePorts {
  readonly wrapping: KeyWrapping;
  readonly identityKeys: IdentityKeysPort;
}

export interface AcceptedMessage {
  readonly messageId: string;
  readonly acceptedAt: Temporal.Instant;
  /** As accepted, in the order of the addressees. */
  readonly deliveries: readonly AcceptedDelivery[];
  /** True where an earlier submission with the same idempotency key is being answered again. */
  readonly repeated: boolean;
}

/**
 * Errors: those of `loadSender` and `register_number_not_allowed` (forbidden), `credits_missing` (conflict, says how many),
 * `idempotency_key_reused` (conflict), `sealing_unavailable` (unavailable, with Retry-After), `draft_already_sent`,
 * `draft_changed` (conflict: the attachments of the draft are no longer these); bad_request `message_invalid` with
 * `team_unknown` or `return_address_private_only`.
 */
export async function submitMessage(
  ctx: Context,
  ports: IntakePorts,
  input: Submission,
): Promise<AcceptedMessage> {
  try {
    return await transact(ctx.db, scopeOf(input), (trx) => accept(trx, ctx, ports, input));
  } catch (error) {
    // Two at once with one key: the second finds what the first has committed.
    if (input.idempotency && isUniqueViolation(error, "idempotency_pkey")) {
      const earlier = await findEarlierSubmission(ctx, input.accountId, input.idempotency);
      if (earlier) return earlier;
    }
    throw error;
  }
}

/** The answer of an earlier submission with this key, or null. Another request under the same key is a conflict. */
export async function findEarlierSubmission(
  ctx: Context,
  accountId: string,
  idempotency: { readonly key: string; readonly requestHash: string },
): Promise<AcceptedMessage | null> {
  const earlier = await transact(ctx.db, { accountId }, (trx) =>
    findEarlier(trx, accountId, idempotency.key),
  );
  if (!earlier) return null;
  if (earlier.requestHash !== idempotency.requestHash)
    throw new AppError("conflict", "idempotency_key_reused");
  return findAccepted(ctx, { accountId }, earlier.messageId);
}

/** What was answered when this message was accepted, or null where no such message of the account stands. */
export async function findAccepted(
  ctx: Context,
  reader: AccountReader,
  messageId: string,
): Promise<AcceptedMessage | null> {
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const row = await trx
      .selectFrom("message")
      .select("accepted_at")
      .where("id", "=", messageId)
      .executeTakeFirst();
    if (!row) return null;
    return {
      messageId,
      acceptedAt: row.accepted_at,
      deliveries: await acceptedDeliveries(trx, messageId),
      repeated: true,
    };
  });
}

async function accept(
  trx: Transaction,
  ctx: Context,
  ports: IntakePorts,
  input: Submission,
): Promise<AcceptedMessage> {
  const at = input.arrivedAt;
  const certificate = await refuseWhenUnsealable(trx, ctx, at);
  const sender = await withTeam(trx, await loadSender(trx, ctx, input, at), input);
  if (input.options.returnAddress !== undefined && sender.kind !== "person") throw returnAddressOfCompany();
  if (input.idempotency) {
    await trx
      .insertInto("idempotency")
      .values({
        account_id: input.accountId,
        key: input.idempotency.key,
        request_hash: input.idempotency.requestHash,
        message_id: input.messageId,
        created_at: at,
      })
      .execute();
  }
  const common = messageFacts(ctx, input, sender);
  await insertMessage(trx, input, common);
  const facts = withCertificate(common, certificate);
  const deliveries = input.addressees.map((addressee, index) =>
    deliveryRow(ctx, ports.identityKeys, input, addressee, index + 1),
  );
  const saved = await trx.insertInto("delivery").values(deliveries).returningAll().execute();
  saved.sort((a, b) => a.ordinal - b.ordinal);
  await logEntrustedNumbers(trx, ctx, {
    accountId: input.accountId,
    deliveryIds: saved.filter((row) => row.identification?.register_number).map((row) => row.id),
    at,
  });
  await trx
    .insertInto("key_wrap")
    .values(
      ["account", ...saved.map((row) => row.id)].map((holder) => ({
        message_id: input.messageId,
        holder,
        account_id: input.accountId,
        wrapped: ports.wrapping.wrap(input.contentKey, wrapContext(input.messageId, holder)),
      })),
    )
    .execute();
  await noteStatedConsents(trx, ctx, { ...input, at });
  const recordIds = await writeFirstRecords(trx, ctx, saved, facts, at);
  await trx
    .insertInto("delivery_timer")
    .values(
      saved.flatMap((row) =>
        initialTimers(snapshotOf(row)).map((timer) => ({
          delivery_id: row.id,
          kind: timer.kind,
          due_at: timer.dueAt,
        })),
      ),
    )
    .execute();
  await enqueueAll(
    trx,
    "stamp-records",
    recordIds.slice(0, 1).map((recordId) => ({ recordId })),
  );
  if (input.draftId) await closeDraft(trx, input.draftId, input);
  await reserveCredits(trx, {
    accountId: input.accountId,
    deliveries: saved.map((row) => ({ id: row.id, postage: postageOfDelivery(ctx, input, row.country) })),
    at,
  });
  const accepted = saved.map((row) => ({
    id: row.id,
    finalBy: row.final_by,
    recipient: recordedRecipient(row),
  }));
  return { messageId: input.messageId, acceptedAt: at, deliveries: accepted, repeated: false };
}

/** A company's letters come back to us, who book it: only a private person is given the choice. */
function returnAddressOfCompany(): AppError {
  const fields = [{ path: "return_address", code: "return_address_private_only" }];
  return new AppError("bad_request", "message_invalid", { fields });
}

function messageFacts(ctx: Context, input: Submission, sender: SenderFacts): MessageFacts {
  return {
    trust_status: ctx.settings.trustStatus,
    policies: ctx.settings.policies,
    issuer: ctx.settings.issuer,
    sender,
    submitted_at: isoMillis(input.arrivedAt),
    required_identification: input.options.requiredIdentification,
    postal_fallback: input.options.postalFallback,
    subject: input.subject,
    parts: input.parts.map(({ name, type, size, sha256, print }) => ({
      name,
      type,
      size,
      sha256,
      ...(print && { print }),
    })),
  };
}

/** Errors: bad_request `message_invalid` where no letter of that length goes there, or where a part has no rendition. */
function postageOfDelivery(ctx: Context, { options, parts }: Submission, country: string | null): number {
  if (!options.postalFallback) return 0;
  const pages = parts.map((part) => part.print?.pages ?? 0);
  const letter = judgeLetter(ctx.settings.letters, pages, [country]);
  if (!letter.ok || pages.includes(0)) throw new AppError("bad_request", "message_invalid");
  return letter.postage.total;
}

/**
 * The draft is the message from now on: its own wrap of the content key ends, or destroying the holders' would end nothing,
 * and its attachments are the message's. One that was taken out meanwhile has no blob any more.
 */
async function closeDraft(
  trx: Transaction,
  draftId: string,
  { messageId, parts, arrivedAt }: Pick<Submission, "messageId" | "parts" | "arrivedAt">,
): Promise<void> {
  const closed = await trx
    .updateTable("draft")
    .set({ message_id: messageId, sealed_form: null, wrapped_key: new Uint8Array() })
    .where("id", "=", draftId)
    .where("message_id", "is", null)
    .executeTakeFirst();
  if (closed.numUpdatedRows === 0n) throw new AppError("conflict", "draft_already_sent");
  const printed = parts.flatMap(({ rendition }) => (rendition ? [rendition.blobId] : []));
  const renditions = await dropRenditions(trx, { draftId }, { keep: printed, at: arrivedAt });
  const uploads = await trx
    .deleteFrom("upload")
    .where("draft_id", "=", draftId)
    .returning("blob_id")
    .execute();
  const held = new Set(uploads.map((upload) => upload.blob_id));
  // Part 1 is the text, which was never an upload.
  const attached = parts.slice(1);
  const changed = held.size !== attached.length || attached.some((part) => !held.has(part.blobId));
  if (changed || printed.some((blobId) => !renditions.has(blobId)))
    throw new AppError("conflict", "draft_changed");
}
