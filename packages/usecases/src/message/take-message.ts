// Takes a whole submission of a program as it arrives: read strictly, attachments stored while they stream, accepted at the end.

import { createHash } from "node:crypto";
import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { KeyHolder } from "../account/authenticate-key.ts";
import type { ContentPort, Context, KeyWrapping } from "../context.ts";
import type { UploadInspection } from "../draft/ports.ts";
import type { IdentityKeysPort } from "../identification/ports.ts";
import type { RenditionPort } from "../letter/ports.ts";
import { storeText } from "../part/store-part.ts";
import { renderParts } from "../rendition/render-parts.ts";
import { findEarlier } from "./find-earlier.ts";
import { loadSender } from "./load-sender.ts";
import { receiveAttachments, tooManyFiles } from "./receive-attachments.ts";
import { recordRefusal } from "./record-refusal.ts";
import { parseSubmission, type ParsedSubmission, type RawSubmission } from "./parse-submission.ts";
import { refuseWhenUnsealable } from "./refuse-when-unsealable.ts";
import { removeBlobs, submitOrRemove } from "./submit-or-remove.ts";
import { type AcceptedMessage, findEarlierSubmission, type SubmittedPart } from "./submit-message.ts";

export interface TakePorts {
  readonly content: ContentPort;
  readonly wrapping: KeyWrapping;
  readonly inspection: UploadInspection;
  /** Asked only where a letter is to follow. */
  readonly renditions: RenditionPort;
  readonly identityKeys: IdentityKeysPort;
  newContentKey(): Uint8Array;
}

export interface IncomingAttachment {
  /** As typed by the sender. */
  readonly name: string;
  /** To be read before the next attachment is asked for. */
  readonly source: AsyncIterable<Uint8Array>;
}

export interface IncomingMessage {
  readonly sender: Pick<
    KeyHolder,
    "accountId" | "memberId" | "email" | "language" | "authentication" | "registerNumbers"
  >;
  readonly raw: RawSubmission;
  /** Pulled one by one; its end is the end of the request. */
  readonly attachments: AsyncIterable<IncomingAttachment>;
  readonly idempotencyKey?: string;
  /** Now, as `clock.now()` has it; unavailable `clock_stale` where that is not known. */
  arrivedAt(): Temporal.Instant;
}

/**
 * Durable when it returns, and nothing stays when it throws. Errors: bad_request `message_invalid` with a field for each
 * mistake, `part_<reason>`, `letter_too_long`; too_large `file_too_large`, `message_too_large`, `too_many_files`; those of `submitMessage`
 * and of the source.
 */
export async function takeMessage(
  ctx: Context,
  ports: TakePorts,
  input: IncomingMessage,
): Promise<AcceptedMessage> {
  const { sender } = input;
  const begunAt = input.arrivedAt();
  const parsed = parseSubmission(ctx, input.raw, {
    senderEmail: sender.email,
    defaultLanguage: sender.language,
    registerNumbers: sender.registerNumbers,
    at: begunAt,
  });
  if (!parsed.ok) throw new AppError("bad_request", "message_invalid", { fields: parsed.errors });
  const key = input.idempotencyKey;
  if (key !== undefined && (await isKeyUsed(ctx, sender.accountId, key)))
    return answerAgain(ctx, ports, input, key, parsed.value);
  await refuseEarly(ctx, sender, begunAt);
  const contentKey = ports.newContentKey();
  const received = await receiveAttachments(ctx, ports, input.attachments, { contentKey, begunAt });
  let stored = [...received.parts];
  let arrivedAt: Temporal.Instant;
  try {
    // The request is whole now: putting it on paper takes time that is not its sender's.
    arrivedAt = input.arrivedAt();
    const text = await storeText(ctx, ports.content, contentKey, parsed.value, begunAt);
    stored.unshift(text);
    let { refusal } = received;
    if (!refusal && parsed.value.options.postalFallback) {
      const rendered = await renderParts(ctx, ports, parsed.value, stored, {
        contentKey,
        at: begunAt,
        account: sender.accountId,
      });
      if (rendered.ok) stored = [...rendered.parts];
      else ({ refusal } = rendered);
    }
    if (refusal) {
      throw await recordRefusal(ctx, {
        sender,
        submission: parsed.value,
        parts: [text, ...received.seen],
        refusal,
        arrivedAt,
      });
    }
  } catch (error) {
    await removeBlobs(ports.content, blobsOf(stored));
    throw error;
  }
  return submitOrRemove(
    ctx,
    ports,
    asSubmission(ctx, ports, input, { parsed: parsed.value, parts: stored, contentKey, arrivedAt }),
    blobsOf(stored),
  );
}

function asSubmission(
  ctx: Context,
  ports: TakePorts,
  input: IncomingMessage,
  {
    parsed,
    parts,
    contentKey,
    arrivedAt,
  }: {
    readonly parsed: ParsedSubmission;
    readonly parts: readonly SubmittedPart[];
    readonly contentKey: Uint8Array;
    readonly arrivedAt: Temporal.Instant;
  },
) {
  const { accountId, memberId, authentication } = input.sender;
  const key = input.idempotencyKey;
  return {
    messageId: ctx.newId("msg", arrivedAt),
    accountId,
    memberId,
    authentication,
    subject: parsed.subject,
    options: parsed.options,
    addressees: parsed.addressees,
    parts,
    contentKey,
    ...(key === undefined
      ? {}
      : { idempotency: { key, requestHash: requestHash(ports, parsed, parts.slice(1)) } }),
    arrivedAt,
  };
}

function blobsOf(parts: readonly SubmittedPart[]): readonly string[] {
  return parts.flatMap(({ blobId, rendition }) => (rendition ? [blobId, rendition.blobId] : [blobId]));
}

function isKeyUsed(ctx: Context, accountId: string, key: string): Promise<boolean> {
  return transact(ctx.db, { accountId }, async (trx) => (await findEarlier(trx, accountId, key)) !== null);
}

/** What could not be accepted anyway is refused before anything large is read; `submitMessage` decides. */
function refuseEarly(ctx: Context, sender: IncomingMessage["sender"], at: Temporal.Instant): Promise<void> {
  return transact(ctx.db, { accountId: sender.accountId }, async (trx) => {
    await refuseWhenUnsealable(trx, ctx, at);
    await loadSender(trx, ctx, sender, at);
  });
}

/** The request is read once more but not stored again, and answered as before where it is the same. */
async function answerAgain(
  ctx: Context,
  ports: TakePorts,
  input: IncomingMessage,
  key: string,
  parsed: ParsedSubmission,
): Promise<AcceptedMessage> {
  const parts: HashedPart[] = [];
  for await (const { name, source } of input.attachments) {
    if (parts.length === ctx.settings.limits.files) throw tooManyFiles(ctx);
    const hash = createHash("sha256");
    for await (const chunk of source) hash.update(chunk);
    const taken = parts.map((part) => part.name);
    parts.push({ name: ports.inspection.nameFor(name, taken), sha256: hash.digest("hex") });
  }
  const { accountId } = input.sender;
  const earlier = await findEarlierSubmission(ctx, accountId, {
    key,
    requestHash: requestHash(ports, parsed, parts),
  });
  // Between the first look and this one its time to be kept has ended.
  if (!earlier) throw new AppError("unavailable", "idempotency_key_expired", { retryAfterSeconds: 1 });
  return earlier;
}

type HashedPart = Pick<SubmittedPart, "name" | "sha256">;

/**
 * Of what is asked, not of how it was written: spaces, the order of fields and the boundary do not count. A register number
 * counts by its keyed digest alone, or whoever knows the rest could try all numbers.
 */
function requestHash(
  { identityKeys }: TakePorts,
  parsed: ParsedSubmission,
  attachments: readonly HashedPart[],
): string {
  const asked = {
    ...parsed,
    addressees: parsed.addressees.map(({ identification, ...addressee }) => ({
      ...addressee,
      identification: hidden(identityKeys, identification),
    })),
    attachments: attachments.map(({ name, sha256 }) => [name, sha256]),
  };
  return createHash("sha256").update(JSON.stringify(asked), "utf8").digest("hex");
}

function hidden(
  keys: IdentityKeysPort,
  { birthDate, registerNumber }: ParsedSubmission["addressees"][number]["identification"],
) {
  return {
    birthDate,
    // The oldest version: a new key must not make a repeated request another one.
    ...(registerNumber === undefined
      ? {}
      : { registerNumber: keys.registerNumberDigests(registerNumber).at(-1)?.digest }),
  };
}
