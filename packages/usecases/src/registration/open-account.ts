// Writes a new account with its first administrator; a company's begins as an application that staff decide.

import type { Transaction } from "@posthorn/db";
import type { Language, PostalAddress } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { newPublicId } from "../member/new-public-id.ts";

interface NewAccount {
  readonly accountId: string;
  readonly memberId: string;
  readonly personId: string;
  readonly kind: "private" | "company";
  /** Of a company: empty until its application says it. */
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly postalAddress?: PostalAddress | undefined;
}

/** In the scope of the account to be; the person is there. Nothing can be sent for a company before staff have approved it. */
export async function openAccount(
  trx: Transaction,
  ctx: Context,
  account: NewAccount,
  at: Temporal.Instant,
): Promise<void> {
  const { accountId, kind, postalAddress } = account;
  await trx
    .insertInto("account")
    .values({
      id: accountId,
      kind,
      name: account.name,
      enterprise_number: null,
      street: postalAddress?.street ?? null,
      number: postalAddress?.number ?? null,
      box: postalAddress?.box ?? null,
      postcode: postalAddress?.postcode ?? null,
      town: postalAddress?.town ?? null,
      country: postalAddress?.country ?? null,
      language: account.language,
      email: account.email,
      status: kind === "company" ? "applying" : "active",
      created_at: at,
    })
    .execute();
  await trx.insertInto("account_credit").values({ account_id: accountId, balance: 0 }).execute();
  await trx
    .insertInto("member")
    .values({
      id: account.memberId,
      account_id: accountId,
      person_id: account.personId,
      role: "admin",
      public_id: newPublicId(ctx, at),
      joined_at: at,
      left_at: null,
      last_active_at: at,
    })
    .execute();
  if (kind === "company") await beginApplication(trx, ctx, account, at);
}

async function beginApplication(
  trx: Transaction,
  ctx: Context,
  { accountId, memberId }: NewAccount,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto("company_application")
    .values({
      id: ctx.newId("apl", at),
      account_id: accountId,
      applicant_member_id: memberId,
      state: "draft",
      created_at: at,
      changed_at: at,
    })
    .execute();
}
