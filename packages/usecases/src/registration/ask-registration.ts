// Somebody asks to register an address: it gets a mail with a link, or is told that it has an account; the page cannot know which.

import { transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import { oweMailedLink } from "../mailed-link/owe-link.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import type { Registrant } from "./parse-registration.ts";
import type { AcceptedWords, RegistrationLimits } from "./ports.ts";

/** How long the link in the mail opens. */
const REGISTRATION_LINK_HOURS = 24;

export interface RegistrationAsked {
  readonly registrant: Registrant;
  readonly accepted: readonly AcceptedWords[];
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/** What is kept of it until the link is opened. */
export interface KeptForm extends Omit<Registrant, "kind" | "email" | "language"> {
  readonly accepted: readonly AcceptedWords[];
}

/**
 * Says the same whether or not the address is known, and takes as many writes. Errors: too_many `too_many_tries` by network
 * address and in all; too many for one mailbox sends nothing and says nothing.
 */
export async function askRegistration(
  ctx: Context,
  limits: RegistrationLimits,
  asked: RegistrationAsked,
): Promise<void> {
  const { registrant, visitor, arrivedAt: at } = asked;
  await limits.byAddress.consume(visitor.ip);
  await limits.inAll.consume("all");
  if (!(await mayMail(limits, registrant.email))) return;
  await transact(ctx.db, {}, async (trx) => {
    const known = await findKnown(trx, registrant.email);
    const registrationId = ctx.newId("reg", at);
    await trx
      .insertInto("registration")
      .values({
        id: registrationId,
        kind: registrant.kind,
        email: registrant.email,
        language: registrant.language,
        form: known ? null : JSON.stringify(keptForm(asked)),
        created_at: at,
        changed_at: at,
        finished_at: known ? at : null,
        person_id: known?.id ?? null,
      })
      .execute();
    if (known) await tellKnown(trx, ctx, known.id, registrationId, asked);
    else
      await oweMailedLink(trx, ctx, {
        kind: "registration_link",
        purpose: "registration",
        subjectId: registrationId,
        to: {
          email: registrant.email,
          name: `${registrant.firstNames} ${registrant.familyName}`,
          language: registrant.language,
        },
        facts: {},
        at,
        expiresAt: at.add({ hours: REGISTRATION_LINK_HOURS }),
      });
    await logUse(trx, ctx, { act: "registration_asked", at, visitor });
  });
}

async function mayMail(limits: RegistrationLimits, email: string): Promise<boolean> {
  try {
    await limits.byMailbox.consume(email.toLowerCase());
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "too_many_tries") return false;
    throw error;
  }
}

function findKnown(trx: Transaction, email: string): Promise<{ readonly id: string } | undefined> {
  return trx
    .selectFrom("person")
    .select("id")
    .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email.toLowerCase()))
    .where("erased_at", "is", null)
    .executeTakeFirst();
}

/** A link that opens nothing is written too: a known address must not be told by how long the answer takes. */
async function tellKnown(
  trx: Transaction,
  ctx: Context,
  personId: string,
  registrationId: string,
  { registrant, arrivedAt: at }: RegistrationAsked,
): Promise<void> {
  await trx
    .insertInto("mailed_link")
    .values({
      id: ctx.newId("lnk", at),
      purpose: "registration",
      subject_id: registrationId,
      email: registrant.email,
      language: registrant.language,
      created_at: at,
      expires_at: at,
      voided_at: at,
    })
    .execute();
  await owePersonErrand(trx, ctx, personId, "registration_known", {}, at);
}

function keptForm({ registrant, accepted }: RegistrationAsked): KeptForm {
  const { firstNames, familyName, postalAddress } = registrant;
  return { firstNames, familyName, ...(postalAddress && { postalAddress }), accepted };
}
