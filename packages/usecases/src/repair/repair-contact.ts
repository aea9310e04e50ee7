// The sender mends e-mail, number or name of an addressee, once: links and window are void at once, a new round goes out.

import {
  clockNow,
  type DeliveryRow,
  lockDelivery,
  snapshotOf,
  transact,
  type Transaction,
} from "@posthorn/db";
import {
  type Addressee,
  addresseesConflict,
  AppError,
  decide,
  type FieldError,
  ownAddress,
  parseAddressee,
  type RefusalReason,
} from "@posthorn/domain";
import { scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { describeChanges } from "./describe-changes.ts";
import { loadMender, type Mender } from "./load-mender.ts";

/** As typed; what is missing stays as it is. Of an organisation `name` is its name and `attention_of` the person. */
export interface ContactToRepair {
  readonly email?: unknown;
  readonly mobile?: unknown;
  readonly name?: unknown;
  readonly first_names?: unknown;
  readonly attention_of?: unknown;
}

/** A legal "no" is `refused`, with its reason. */
export type Repaired =
  | { readonly kind: "repaired" }
  | { readonly kind: "refused"; readonly reason: RefusalReason };

const COLUMNS = ["email", "mobile", "name", "first_names", "attention_of"] as const;

/**
 * Durable on return; the new notice goes out by itself. Errors: not_found `delivery_not_found`; forbidden `not_a_member`;
 * bad_request `repair_invalid` with fields, `nothing_to_repair` where nothing would change.
 */
export async function repairContact(
  ctx: Context,
  mender: Mender,
  input: { readonly deliveryId: string; readonly contact: ContactToRepair },
): Promise<Repaired> {
  return transact(ctx.db, scopeOf(mender), async (trx) => {
    const who = await loadMender(trx, mender);
    const row = await lockDelivery(trx, input.deliveryId);
    const message = await loadMessageFacts(trx, row.message_id);
    const mended = parseMended(row, input.contact, message.required_identification);
    await refuseConflicts(trx, row, mended, who.email);
    const columns = columnsOf(mended);
    const changed = COLUMNS.filter((column) => columns[column] !== row[column]);
    if (changed.length === 0) throw new AppError("bad_request", "nothing_to_repair");
    const at = await clockNow(trx);
    const decision = decide(snapshotOf(row), { kind: "repair_contact", at, fields: fieldsOf(changed) });
    if (decision.kind === "refused") return { kind: "refused", reason: decision.reason };
    if (decision.kind === "nothing") return { kind: "refused", reason: "repair_not_possible" };
    const details = { by: who.shownAs, ...describeChanges(row, columns, changed) };
    await applyDecision(trx, ctx, {
      row,
      message,
      decision,
      recordedAt: at,
      columns,
      events: { AddresseeContactRepaired: { details } },
    });
    return { kind: "repaired" };
  });
}

/** The whole row is read anew by the rules of compose; only what was given here can be wrong. */
function parseMended(
  row: DeliveryRow,
  contact: ContactToRepair,
  requiredIdentification: "codes" | "eid_or_itsme",
): Addressee {
  const stands = Object.fromEntries(COLUMNS.map((column) => [column, row[column] ?? undefined]));
  const given = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined));
  const parsed = parseAddressee(
    {
      ...stands,
      ...given,
      kind: row.kind,
      enterprise_number: row.enterprise_number ?? undefined,
      language: row.language,
      addressee_consent: row.consent,
    },
    { requiredIdentification },
  );
  if (!parsed.ok) throw invalid(parsed.errors);
  return parsed.value;
}

/** Nobody delivers to himself, and no two addressees of a message become the same. */
async function refuseConflicts(
  trx: Transaction,
  row: DeliveryRow,
  mended: Addressee,
  senderEmail: string,
): Promise<void> {
  const own = ownAddress({ email: senderEmail }, mended, "");
  if (own.length > 0) throw invalid(own.map((error) => ({ ...error, path: error.path.replace(/^\./, "") })));
  const others = await trx
    .selectFrom("delivery")
    .select(["kind", "name", "first_names", "attention_of", "email", "mobile"])
    .where("message_id", "=", row.message_id)
    .where("id", "!=", row.id)
    .execute();
  for (const other of others) {
    const known = { ...mended, ...addresseeOf(other) };
    if (addresseesConflict([known, mended]).length > 0)
      throw invalid([{ path: "email", code: "identical_addressee" }]);
  }
}

type Contact = Pick<DeliveryRow, (typeof COLUMNS)[number]>;

function addresseeOf(row: Contact & Pick<DeliveryRow, "kind">) {
  const { kind, name, email } = row;
  return {
    kind,
    name,
    email,
    firstNames: row.first_names ?? "",
    attentionOf: row.attention_of ?? "",
    mobile: row.mobile ?? "",
  };
}

function columnsOf(mended: Addressee): Contact {
  return {
    email: mended.email,
    mobile: mended.mobile ?? null,
    name: mended.name,
    first_names: mended.firstNames ?? null,
    attention_of: mended.attentionOf ?? null,
  };
}

function fieldsOf(changed: readonly (typeof COLUMNS)[number][]): readonly ("email" | "mobile" | "name")[] {
  const fields = changed.map((column) => (column === "email" || column === "mobile" ? column : "name"));
  return [...new Set(fields)];
}

function invalid(fields: readonly FieldError[]): AppError {
  return new AppError("bad_request", "repair_invalid", { fields });
}
