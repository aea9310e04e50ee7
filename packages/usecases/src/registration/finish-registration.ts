// Whoever opens the link of the mail chooses a password: person, account and first session come to be at once, or nothing does.

import { isUniqueViolation, transact, type Transaction } from "@posthorn/db";
import { AppError, type FieldError } from "@posthorn/domain";
import { openSession, type SignedIn } from "../account/open-session.ts";
import type { Context } from "../context.ts";
import { bookLinkUsed, readMailedLink } from "../mailed-link/use-link.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { openAccount } from "./open-account.ts";
import type { RegistrationKind } from "./parse-registration.ts";
import type { AcceptedWords, FinishRegistrationPorts } from "./ports.ts";
import { type OpenRegistration, readRegistration, viewRegistration } from "./view-registration.ts";

export interface RegistrationToFinish {
  /** Digest of the token of the link. */
  readonly presentedLink: string;
  readonly password: string;
  readonly again: string;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
  /** Digest of the browser's device cookie. */
  readonly deviceHash: string;
  /** Of the session the browser came with, whoever's it was: it ends. */
  readonly previousTokenHash?: string;
}

export type RegistrationFinished =
  | { readonly kind: "finished"; readonly account: RegistrationKind; readonly session: SignedIn }
  /** Paths `next`, `again`; codes `differs` and the faults of a new password. */
  | { readonly kind: "refused"; readonly errors: readonly FieldError[] };

/**
 * Of two browsers one finishes. Errors: those of `readMailedLink`; conflict `email_taken` where the address got an account
 * meanwhile; too_many `too_many_tries`.
 */
export async function finishRegistration(
  ctx: Context,
  ports: FinishRegistrationPorts,
  input: RegistrationToFinish,
): Promise<RegistrationFinished> {
  const { presentedLink, arrivedAt: at } = input;
  await ports.newPasswordTries.consume(presentedLink);
  const open = await viewRegistration(ctx, presentedLink, at);
  const error = await faultOf(ctx, ports, open, input);
  if (error) return { kind: "refused", errors: [error] };
  const hash = await ports.newPasswords.hash(input.password);
  const ids = {
    personId: ctx.newId("per", at),
    accountId: ctx.newId("acc", at),
    memberId: ctx.newId("mem", at),
  };
  try {
    const session = await transact(ctx.db, { presentedLink, ...ids }, async (trx) => {
      const link = await readMailedLink(trx, presentedLink, "registration", at, { lock: true });
      const registration = await readRegistration(trx, link);
      await insertPerson(trx, ids.personId, registration, hash, at);
      await openAccount(
        trx,
        ctx,
        {
          ...ids,
          kind: registration.kind,
          name: registration.kind === "private" ? nameOf(registration) : "",
          email: registration.email,
          language: registration.language,
          postalAddress: registration.postalAddress,
        },
        at,
      );
      for (const words of registration.accepted)
        await bookAccepted(trx, ctx, { ...words, personId: ids.personId, at: registration.askedAt });
      await trx
        .updateTable("registration")
        .set({ form: null, changed_at: at, confirmed_at: at, finished_at: at, person_id: ids.personId })
        .where("id", "=", registration.id)
        .execute();
      await bookLinkUsed(trx, link, at);
      const { accountId, personId } = ids;
      await logUse(trx, ctx, { act: "registered", at, visitor: input.visitor, accountId, personId });
      return openSession(trx, ctx, ports.tokens, { ...input, personId, method: "password" });
    });
    return { kind: "finished", account: open.kind, session };
  } catch (error) {
    if (isUniqueViolation(error, "person_email"))
      throw new AppError("conflict", "email_taken", { cause: error });
    throw error;
  }
}

async function faultOf(
  ctx: Context,
  ports: FinishRegistrationPorts,
  open: OpenRegistration,
  { password, again }: RegistrationToFinish,
): Promise<FieldError | null> {
  const own = [open.email, nameOf(open), ctx.settings.issuer.name];
  const fault = await ports.newPasswords.faultOf(password, own);
  if (fault) return { path: "next", code: fault };
  return password === again ? null : { path: "again", code: "differs" };
}

async function insertPerson(
  trx: Transaction,
  id: string,
  registration: OpenRegistration,
  passwordHash: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto("person")
    .values({
      id,
      email: registration.email,
      family_name: registration.familyName,
      first_names: registration.firstNames,
      language: registration.language,
      password_hash: passwordHash,
      password_changed_at: at,
      identified_method: null,
      identified_level: null,
      identified_issuer: null,
      identified_at: null,
      created_at: at,
      email_verified_at: at,
    })
    .execute();
}

/** What a person agreed to, for himself or, with `accountId`, for the account that it binds. */
export async function bookAccepted(
  trx: Transaction,
  ctx: Context,
  accepted: AcceptedWords & {
    readonly personId: string;
    readonly accountId?: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await trx
    .insertInto("policy_acceptance")
    .values({
      id: ctx.newId("pac", accepted.at),
      person_id: accepted.personId,
      account_id: accepted.accountId ?? null,
      policy: accepted.policy,
      version: accepted.version,
      language: accepted.language,
      sha256: accepted.sha256,
      accepted_at: accepted.at,
    })
    .execute();
}

function nameOf({ firstNames, familyName }: Pick<OpenRegistration, "firstNames" | "familyName">): string {
  return `${firstNames} ${familyName}`;
}
