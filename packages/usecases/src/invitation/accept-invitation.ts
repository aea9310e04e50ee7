// Accepts an invitation to a company account, as a person who is signed in or as a new one; whoever invited is told who it was.

import { isUniqueViolation, transact, type Transaction, widen } from "@posthorn/db";
import { type FieldError, type Language, parseRequiredLine } from "@posthorn/domain";
import { openSession, type SignedIn } from "../account/open-session.ts";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { NewPasswordPort, TryLimit } from "../account/ports.ts";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { adminsOf } from "../member/living-members.ts";
import { lockAccount } from "../member/lock-account.ts";
import { newPublicId } from "../member/new-public-id.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { bookAccepted } from "../registration/finish-registration.ts";
import type { AcceptedWords } from "../registration/ports.ts";
import { type InvitationState, type InvitationView, readInvitation } from "./view-invitation.ts";

/** As long as the name of an addressee. */
const NAME_LONGEST = 100;

interface Presented {
  /** Digest of the link's token. */
  readonly presentedLink: string;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

export type AcceptOutcome =
  | { readonly kind: "accepted"; readonly memberId: string; readonly accountId: string }
  /** It does not stand any more, for this reason; nothing was changed. */
  | { readonly kind: "stands_no_more"; readonly state: Exclude<InvitationState, "open"> };

/** As the person who is signed in, whose address need not be the invited one. Errors: not_found `link_unknown`. */
export function acceptInvitation(
  ctx: Context,
  input: Presented & { readonly personId: string },
): Promise<AcceptOutcome> {
  return transact(ctx.db, input, async (trx) => {
    const held = await holdInvitation(trx, input);
    if (held.state !== "open") return { kind: "stands_no_more", state: held.state };
    return join(trx, ctx, held, input);
  });
}

/** Who joins without having been here. No postal address: a member of a company has none in any table. */
export interface NewMember {
  readonly familyName: string;
  readonly firstNames: string;
  readonly password: string;
  readonly again: string;
  readonly language: Language;
  /** Terms and privacy notice as shown; null where the box was not ticked. */
  readonly accepted: readonly AcceptedWords[] | null;
}

export type NewMemberOutcome =
  | AcceptOutcome
  | { readonly kind: "refused"; readonly errors: readonly FieldError[] }
  /** The invited address has an account: whoever reads its mail is told so, and signs in. */
  | { readonly kind: "address_known" };

export interface NewMemberPorts {
  readonly newPasswords: NewPasswordPort;
  /** Counted per link: judging a password takes long. */
  readonly newPasswordTries: TryLimit;
  readonly tokens: SessionTokens;
}

/** The person's address is the invited one, which the link has confirmed. Errors: not_found `link_unknown`; too_many `too_many_tries`. */
export async function acceptAsNewPerson(
  ctx: Context,
  ports: NewMemberPorts,
  input: Presented & {
    readonly person: NewMember;
    readonly deviceHash: string;
    /** Of the session the browser came with, whoever's it was: it ends. */
    readonly previousTokenHash?: string;
  },
): Promise<NewMemberOutcome | { readonly kind: "signed_in"; readonly session: SignedIn }> {
  const shown = await transact(ctx.db, input, (trx) => readInvitation(trx, input, input.arrivedAt));
  if (shown.state !== "open") return { kind: "stands_no_more", state: shown.state };
  await ports.newPasswordTries.consume(shown.linkId);
  const checked = await check(ctx, ports, shown, input.person);
  if (checked.errors.length > 0) return { kind: "refused", errors: checked.errors };
  const hash = await ports.newPasswords.hash(input.person.password);
  try {
    return await transact(ctx.db, input, async (trx) => {
      const held = await holdInvitation(trx, input);
      if (held.state !== "open") return { kind: "stands_no_more", state: held.state };
      const personId = await insertPerson(trx, ctx, held, { ...input.person, ...checked }, hash, input);
      const joined = await join(trx, ctx, held, { ...input, personId });
      if (joined.kind !== "accepted") return joined;
      const session = await openSession(trx, ctx, ports.tokens, {
        personId,
        method: "password",
        visitor: input.visitor,
        arrivedAt: input.arrivedAt,
        deviceHash: input.deviceHash,
        ...(input.previousTokenHash === undefined ? {} : { previousTokenHash: input.previousTokenHash }),
      });
      return { kind: "signed_in", session };
    });
  } catch (error) {
    if (isUniqueViolation(error, "person_email")) return { kind: "address_known" };
    throw error;
  }
}

/** Account first, as everybody who changes its members does; then link and invitation. */
async function holdInvitation(
  trx: Transaction,
  input: Presented & { readonly personId?: string },
): Promise<InvitationView> {
  const seen = await readInvitation(trx, input, input.arrivedAt);
  await widen(trx, { accountId: seen.accountId });
  await lockAccount(trx, seen.accountId);
  return readInvitation(trx, input, input.arrivedAt, { lock: true });
}

async function join(
  trx: Transaction,
  ctx: Context,
  invitation: InvitationView,
  input: Presented & { readonly personId: string },
): Promise<AcceptOutcome> {
  const { arrivedAt: at, personId, visitor } = input;
  const { accountId } = invitation;
  const person = await trx
    .selectFrom("person")
    .select(["first_names", "family_name", "email"])
    .where("id", "=", personId)
    .where("erased_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!person) return { kind: "stands_no_more", state: "withdrawn" };
  const memberId = ctx.newId("mem", at);
  await trx
    .insertInto("member")
    .values({
      id: memberId,
      account_id: accountId,
      person_id: personId,
      role: invitation.role,
      public_id: newPublicId(ctx, at),
      joined_at: at,
      left_at: null,
    })
    .execute();
  await joinTeams(trx, invitation, memberId, at);
  await trx
    .updateTable("invitation")
    .set({ accepted_at: at, accepted_member_id: memberId })
    .where("id", "=", invitation.id)
    .execute();
  await trx.updateTable("mailed_link").set({ used_at: at }).where("id", "=", invitation.linkId).execute();
  await logUse(trx, ctx, {
    act: "invitation_accepted",
    at,
    visitor,
    accountId,
    personId,
    subject: memberId,
  });
  const facts = {
    company: invitation.company,
    name: `${person.first_names} ${person.family_name} (${person.email})`,
    role: invitation.role,
  };
  for (const admin of await adminsOf(trx, accountId))
    if (admin.personId !== personId)
      await owePersonErrand(trx, ctx, admin.personId, "member_joined", facts, at);
  return { kind: "accepted", memberId, accountId };
}

/** Of the teams that were named those that are still there. */
async function joinTeams(
  trx: Transaction,
  { teamIds, accountId }: InvitationView,
  memberId: string,
  at: Temporal.Instant,
): Promise<void> {
  if (teamIds.length === 0) return;
  const teams = await trx
    .selectFrom("team")
    .select("id")
    .where("account_id", "=", accountId)
    .where("ended_at", "is", null)
    .where("id", "in", [...teamIds])
    .execute();
  if (teams.length === 0) return;
  await trx
    .insertInto("team_member")
    .values(
      teams.map(({ id }) => ({ team_id: id, member_id: memberId, account_id: accountId, joined_at: at })),
    )
    .execute();
}

async function insertPerson(
  trx: Transaction,
  ctx: Context,
  invitation: InvitationView,
  person: CheckedNames & Pick<NewMember, "language" | "accepted">,
  passwordHash: string,
  { arrivedAt: at }: Presented,
): Promise<string> {
  const personId = ctx.newId("per", at);
  await trx
    .insertInto("person")
    .values({
      id: personId,
      email: invitation.email,
      family_name: person.familyName,
      first_names: person.firstNames,
      language: person.language,
      password_hash: passwordHash,
      password_changed_at: at,
      identified_method: null,
      identified_level: null,
      identified_issuer: null,
      identified_at: null,
      email_verified_at: at,
      created_at: at,
    })
    .execute();
  await widen(trx, { personId });
  for (const words of person.accepted ?? []) await bookAccepted(trx, ctx, { ...words, personId, at });
  return personId;
}

interface CheckedNames {
  readonly familyName: string;
  readonly firstNames: string;
}

async function check(
  ctx: Context,
  ports: NewMemberPorts,
  invitation: InvitationView,
  person: NewMember,
): Promise<CheckedNames & { readonly errors: readonly FieldError[] }> {
  const errors: FieldError[] = [];
  const name = (path: string, typed: string): string => {
    const parsed = parseRequiredLine(path, typed, NAME_LONGEST);
    if (!parsed.ok) errors.push(...parsed.errors);
    else if (!/\p{L}/u.test(parsed.value)) errors.push({ path, code: "required" });
    return parsed.ok ? parsed.value : "";
  };
  const familyName = name("family_name", person.familyName);
  const firstNames = name("first_names", person.firstNames);
  const own = [invitation.email, firstNames, familyName, invitation.company, ctx.settings.issuer.name];
  const fault = await ports.newPasswords.faultOf(person.password, own);
  if (fault) errors.push({ path: "password", code: fault });
  else if (person.password !== person.again) errors.push({ path: "again", code: "differs" });
  if (!person.accepted) errors.push({ path: "accepted", code: "required" });
  return { familyName, firstNames, errors };
}
