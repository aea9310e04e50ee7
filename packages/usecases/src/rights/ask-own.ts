// An account holder asks for one of his rights, after a fresh proof of who he is: complete at once; restriction begins at once (GDPR art. 15 to 21, 7(3)).

import { transact, type Transaction } from "@posthorn/db";
import { AppError, parseChoice, RIGHTS_KINDS, type RightsKind } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { TryLimit } from "../account/ports.ts";
import type { Context } from "../context.ts";
import { lockPerson } from "../identification/write-identified.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { errorsOf, newRequestId, parseRequestWords, withdrawRequest, writeRequest } from "./ask-request.ts";
import { restrictPerson } from "./restricted.ts";

interface OwnAct {
  readonly member: Pick<SessionMember, "personId" | "accountId" | "memberId" | "language">;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/**
 * The caller asks for a fresh session. Returns the id of the request. Errors: bad_request `rights_request_invalid` with fields `kind`
 * and `words`; too_many `too_many_tries`, counted by person; conflict `rights_request_open` where one of the same kind is not answered
 * yet (of complaints and rectifications there may be several).
 */
export async function askOwnRight(
  ctx: Context,
  tries: TryLimit,
  input: OwnAct & { readonly kind: unknown; readonly words: unknown },
): Promise<string> {
  const { member, arrivedAt: at, visitor } = input;
  const { personId, accountId, memberId } = member;
  const kind = parseChoice("kind", input.kind, RIGHTS_KINDS);
  const words = parseRequestWords(kind.ok ? kind.value : null, input.words);
  if (!kind.ok || !words.ok)
    throw new AppError("bad_request", "rights_request_invalid", { fields: errorsOf([kind, words]) });
  await tries.consume(personId);
  return transact(ctx.db, { personId, accountId, memberId }, async (trx) => {
    await lockPerson(trx, personId);
    await refuseSecond(trx, personId, kind.value);
    const person = await trx
      .selectFrom("person")
      .select(["family_name", "first_names", "email"])
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    const row = await writeRequest(trx, {
      id: newRequestId(ctx, at),
      kind: kind.value,
      channel: "account",
      person_id: personId,
      name: person.family_name,
      first_names: person.first_names,
      email: person.email,
      language: member.language,
      words: words.value,
      identity: "account",
      at,
      memberId,
    });
    if (kind.value === "restriction") await restrictPerson(trx, ctx, { personId, requestId: row.id, at });
    const facts = { request: String(row.number), right: kind.value, answer_by: row.due_on?.toString() ?? "" };
    const mail = kind.value === "restriction" ? "restriction_placed" : "rights_received";
    await owePersonErrand(trx, ctx, personId, mail, facts, at);
    await logUse(trx, ctx, {
      act: "rights_asked",
      at,
      visitor,
      accountId,
      personId,
      subject: row.id,
    });
    return row.id;
  });
}

/**
 * One's own, as long as it is not answered; a restriction that it placed stands until it is lifted. Errors: not_found
 * `rights_request_unknown`; conflict `rights_request_final`.
 */
export async function cancelOwnRequest(
  ctx: Context,
  input: OwnAct & { readonly requestId: string },
): Promise<void> {
  const { member, arrivedAt: at, visitor, requestId } = input;
  const { personId, accountId, memberId } = member;
  await transact(ctx.db, { personId, accountId, memberId }, async (trx) => {
    const row = await trx
      .selectFrom("rights_request")
      .select("id")
      .where("id", "=", requestId)
      .where("person_id", "=", personId)
      .executeTakeFirst();
    if (!row) throw new AppError("not_found", "rights_request_unknown");
    if (!(await withdrawRequest(trx, requestId, { at, memberId })))
      throw new AppError("conflict", "rights_request_final");
    await logUse(trx, ctx, { act: "rights_cancelled", at, visitor, accountId, personId, subject: requestId });
  });
}

const SEVERAL: readonly RightsKind[] = ["complaint", "rectification"];

async function refuseSecond(trx: Transaction, personId: string, kind: RightsKind): Promise<void> {
  if (SEVERAL.includes(kind)) return;
  const open = await trx
    .selectFrom("rights_request")
    .select("id")
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("state", "in", ["identity", "open", "waiting"])
    .executeTakeFirst();
  if (open) throw new AppError("conflict", "rights_request_open");
}
