// Who asked by the public form types the code that went to the address: the request is complete, the month runs, and a mail says so.

import { type RightsRequestCodeTable, type Selectable, transact, type Transaction } from "@posthorn/db";
import { AppError, emailKey, requestDueOn } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { oweMailedLink } from "../mailed-link/owe-link.ts";
import { logUse } from "../record/log-use.ts";
import { noteRequestEvent, type RightsRequestRow } from "./ask-request.ts";
import { oweCode, type PublicAct, RIGHTS_CODE_MINUTES, type RightsLimits } from "./ask-publicly.ts";

/** Of one code, whoever types it. */
const CODE_TRIES = 5;
/** How long the link of the mail shows where the request stands: longer than an extended answer takes. */
export const FOLLOW_MONTHS = 7;

/** Digest of a typed code of a request, as the sender of the mail keeps it. */
export type RequestCodeHash = (requestId: string, typed: string) => string;

interface Presented extends PublicAct {
  readonly requestId: string;
}

/** What the page of the code says: nothing of who asked. Null where there is no such request, or none that waits for a code. */
export async function viewRequestCode(
  ctx: Context,
  requestId: string,
): Promise<{
  readonly number: number;
  readonly proof: "codes" | "document";
  /** He asked by letter; the desk had the code sent. */
  readonly byLetter: boolean;
} | null> {
  return transact(ctx.db, { rightsRequest: requestId }, async (trx) => {
    const row = await trx
      .selectFrom("rights_request")
      .select(["number", "channel", "by_code"])
      .where("id", "=", requestId)
      .where("identity", "=", "open")
      .where("state", "=", "identity")
      .executeTakeFirst();
    return row
      ? {
          number: row.number,
          proof: row.by_code ? "codes" : "document",
          byLetter: row.channel === "letter",
        }
      : null;
  });
}

/** `complete`: the month runs. `authority`: who asks is proven; by what authority he asks for another is shown on paper first. */
export type RequestConfirmed =
  | { readonly kind: "complete"; readonly number: number; readonly dueOn: Temporal.PlainDate }
  | { readonly kind: "authority"; readonly number: number }
  | { readonly kind: "wrong" };

/**
 * Wrong, late, used, of another request, out of tries: all the same `wrong`, and each try counts. Errors: not_found
 * `rights_request_unknown`; too_many `too_many_tries`.
 */
export async function confirmRequest(
  ctx: Context,
  ports: { readonly limits: Pick<RightsLimits, "codes">; readonly hash: RequestCodeHash },
  input: Presented & { readonly typed: string },
): Promise<RequestConfirmed> {
  const { requestId, typed, visitor, arrivedAt: at } = input;
  await ports.limits.codes.consume(visitor.ip);
  return transact(ctx.db, { rightsRequest: requestId }, async (trx) => {
    const row = await lockOpen(trx, requestId);
    const code = await trx
      .selectFrom("rights_request_code")
      .selectAll()
      .where("request_id", "=", requestId)
      .forUpdate()
      .executeTakeFirst();
    // Both are digests under a key: how long their comparison takes tells nothing that could be used.
    const right = ports.hash(requestId, typed) === code?.code_hash;
    const passed = right && isGood(code, at);
    await trx
      .updateTable("rights_request_code")
      .set({ attempts: (code?.attempts ?? 0) + 1, ...(passed ? { used_at: at } : {}) })
      .where("request_id", "=", requestId)
      .execute();
    await logUse(trx, ctx, {
      act: passed ? "rights_code_right" : "rights_code_wrong",
      at,
      visitor,
      subject: requestId,
    });
    return passed ? completeRequest(trx, ctx, row, { by: "codes", at }) : { kind: "wrong" };
  });
}

/**
 * A new code, by the same link, as long as the request stands; the earlier one ends, where it has not gone already. Errors: not_found `rights_request_unknown`; too_many `too_many_tries`, as for a request.
 */
export async function askNewCode(
  ctx: Context,
  limits: Pick<RightsLimits, "byAddress" | "byMailbox" | "inAll">,
  input: Presented,
): Promise<void> {
  const { requestId, visitor, arrivedAt: at } = input;
  await limits.byAddress.consume(visitor.ip);
  await limits.inAll.consume("all");
  await transact(ctx.db, { rightsRequest: requestId }, async (trx) => {
    const row = await lockOpen(trx, requestId);
    if (!row.by_code || row.email === null) throw unknown();
    const { name, language, email } = row;
    await limits.byMailbox.consume(emailKey(email));
    const expires_at = at.add({ minutes: RIGHTS_CODE_MINUTES });
    await trx
      .insertInto("rights_request_code")
      .values({ request_id: requestId, expires_at })
      .onConflict((held) =>
        held
          .column("request_id")
          .doUpdateSet({ expires_at, code_hash: null, sent_at: null, attempts: 0, used_at: null }),
      )
      .execute();
    await oweCode(trx, ctx, { requestId, email, name, firstNames: row.first_names ?? "", language, at });
  });
}

function isGood(code: Selectable<RightsRequestCodeTable>, at: Temporal.Instant): boolean {
  return (
    code.used_at === null && code.attempts < CODE_TRIES && Temporal.Instant.compare(at, code.expires_at) < 0
  );
}

/** Who asks has shown it; on behalf of somebody else it is complete once the desk has seen the authority. */
export async function completeRequest(
  trx: Transaction,
  ctx: Context,
  row: RightsRequestRow,
  { by, at }: { readonly by: "codes" | "itsme" | "eid"; readonly at: Temporal.Instant },
): Promise<Exclude<RequestConfirmed, { readonly kind: "wrong" }>> {
  const authority = row.on_behalf_name !== null;
  const dueOn = requestDueOn(at);
  await trx
    .updateTable("rights_request")
    .set({
      identity: by,
      identified_at: at,
      ...(authority ? {} : { state: "open", complete_at: at, due_on: dueOn }),
    })
    .where("id", "=", row.id)
    .execute();
  await noteRequestEvent(trx, { requestId: row.id, at, event: "identified", words: by });
  await oweMailedLink(trx, ctx, {
    kind: authority ? "rights_needs_authority" : "rights_received_link",
    purpose: "rights",
    subjectId: row.id,
    to: {
      email: row.email ?? "",
      name: `${row.first_names ?? ""} ${row.name}`.trim(),
      language: row.language,
    },
    facts: {
      request: String(row.number),
      right: row.kind,
      ...(authority ? {} : { answer_by: dueOn.toString() }),
    },
    at,
    expiresAt: at.toZonedDateTimeISO("Europe/Brussels").add({ months: FOLLOW_MONTHS }).toInstant(),
  });
  return authority
    ? { kind: "authority", number: row.number }
    : { kind: "complete", number: row.number, dueOn };
}

/** As long as it is not shown who asks. Errors: not_found `rights_request_unknown`. */
export async function lockOpen(trx: Transaction, requestId: string): Promise<RightsRequestRow> {
  const row = await trx
    .selectFrom("rights_request")
    .selectAll()
    .where("id", "=", requestId)
    .where("identity", "=", "open")
    .where("state", "=", "identity")
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw unknown();
  return row;
}

function unknown(): AppError {
  return new AppError("not_found", "rights_request_unknown");
}

/** What the page after the code says; null where nothing was confirmed. `dueOn` is null until an authority was seen. */
export async function viewConfirmed(
  ctx: Context,
  requestId: string,
): Promise<{ readonly number: number; readonly dueOn: Temporal.PlainDate | null } | null> {
  const row = await transact(ctx.db, { rightsRequest: requestId }, (trx) =>
    trx
      .selectFrom("rights_request")
      .select(["number", "due_on"])
      .where("id", "=", requestId)
      .where("identity", "in", ["codes", "itsme", "eid"])
      .where("identified_at", "is not", null)
      .executeTakeFirst(),
  );
  return row ? { number: row.number, dueOn: row.due_on } : null;
}
