// An account holder is identified: for the first time, again, or by a further means (domain rules, "Identification of the sender").

import { clockNow, transact, type Transaction } from "@posthorn/db";
import { type AuthenticatedIdentity, matchIdentity } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import type { AttemptRow } from "./claim-attempt.ts";
import { findPersonIdentity, linkPersonIdentity } from "./find-person-identity.ts";
import { holdAnswer } from "./held-answer.ts";
import { keepIdentification } from "./keep-identification.ts";
import type { IdentityKeysPort } from "./ports.ts";
import { bookIdentified, lockPerson, type PersonRow } from "./write-identified.ts";

export type PersonIdentified =
  | { readonly kind: "identified"; readonly how: "activated" | "again" | "linked" }
  /** Nobody's yet, and another name than the one we hold: turned away, nothing of it is kept. */
  | { readonly kind: "name_differs" }
  /** Linked to somebody else's account; to whom is not told. */
  | { readonly kind: "of_another" }
  /** His own, under another name than before: he is asked first. The code fetches what was said, once, in this browser. */
  | { readonly kind: "name_change"; readonly returnCode: string };

interface Identified {
  readonly member: Pick<SessionMember, "personId" | "accountId" | "accountKind">;
  /** Claimed, and begun by this person. */
  readonly attempt: AttemptRow;
  readonly identity: AuthenticatedIdentity;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

export async function identifyPerson(
  ctx: Context,
  ports: {
    readonly keys: IdentityKeysPort;
    readonly tokens: { newToken(): { readonly token: string; readonly hash: string } };
  },
  input: Identified,
): Promise<PersonIdentified> {
  const { accountId, personId } = input.member;
  const scope = { accountId, personId, presentedState: input.attempt.state_hash };
  return transact(ctx.db, scope, async (trx) => {
    const now = await clockNow(trx);
    const person = await lockPerson(trx, input.member.personId);
    const outcome = await judge(trx, ctx, ports, input, person, now);
    await logUse(trx, ctx, {
      act: actOf(outcome),
      at: input.arrivedAt,
      visitor: input.visitor,
      accountId: input.member.accountId,
      personId: person.id,
    });
    return outcome;
  });
}

async function judge(
  trx: Transaction,
  ctx: Context,
  ports: Parameters<typeof identifyPerson>[1],
  input: Identified,
  person: PersonRow,
  now: Temporal.Instant,
): Promise<PersonIdentified> {
  const { keys, tokens } = ports;
  const { identity } = input;
  const expected = { familyName: person.family_name, firstNames: person.first_names };
  const isSameName = matchIdentity(expected, identity).kind === "matched";
  const holder = await findPersonIdentity(trx, keys, identity, now);
  if (holder !== undefined && holder !== person.id) return { kind: "of_another" };
  if (!isSameName) {
    if (holder === undefined) return { kind: "name_differs" };
    return { kind: "name_change", returnCode: await holdAnswer(trx, { keys, tokens }, input, now) };
  }
  const isNew = holder === undefined;
  if (isNew && (await linkPersonIdentity(trx, keys, identity, person.id, now)) !== person.id)
    return { kind: "of_another" };
  const wasIdentified = person.identified_at !== null;
  const personId = person.id;
  const purpose = wasIdentified ? "identify_again" : "activate";
  await keepIdentification(trx, ctx, keys, { identity, purpose, personId, at: now });
  await bookIdentified(trx, input.member, identity);
  const facts = { method: identity.method };
  if (!wasIdentified) await owePersonErrand(trx, ctx, personId, "identified", facts, now);
  else if (isNew) await owePersonErrand(trx, ctx, personId, "identity_linked", facts, now);
  return { kind: "identified", how: wasIdentified ? (isNew ? "linked" : "again") : "activated" };
}

function actOf(outcome: PersonIdentified): string {
  return outcome.kind === "identified" ? `identified_${outcome.how}` : `identification_${outcome.kind}`;
}
