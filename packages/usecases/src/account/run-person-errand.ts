// Sends a mail that is owed once to an account holder about his means of sign-in.

import {
  clockNow,
  type PersonErrandKind,
  type PersonErrandTable,
  type Selectable,
  transact,
} from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { pauseAfter } from "../notice/pause-after.ts";
import type { MailPort, RenderedMail } from "../notice/ports.ts";

export interface PersonMailWords {
  readonly language: Language;
  readonly service: string;
  readonly kind: PersonErrandKind;
  readonly at: Temporal.Instant;
  readonly facts: Readonly<Record<string, string>>;
}

export interface PersonErrandPorts {
  readonly mail: MailPort;
  personMail(words: PersonMailWords): RenderedMail;
}

type Errand = Selectable<PersonErrandTable>;

/**
 * Idempotent. A mail that the relay has taken or refused is not repeated; after a crash between the two it may come
 * twice, with the same Message-ID.
 */
export async function runPersonErrand(
  ctx: Context,
  ports: PersonErrandPorts,
  errandId: string,
): Promise<"done" | "waits" | "nothing_to_do"> {
  const errand = await claim(ctx, errandId);
  if (!errand) return "nothing_to_do";
  const person = await ctx.db
    .selectFrom("person")
    .select(["email", "language", "first_names", "family_name"])
    .where("id", "=", errand.person_id)
    .executeTakeFirstOrThrow();
  const language = person.language as Language;
  const answer = await ports.mail.send({
    ...ports.personMail({
      language,
      service: ctx.settings.issuer.name,
      kind: errand.kind,
      at: errand.created_at,
      facts: errand.facts,
    }),
    attemptId: errand.id,
    to: person.email,
    toName: `${person.first_names} ${person.family_name}`,
    language,
    date: errand.created_at,
  });
  if (answer.outcome === "postponed") return "waits";
  await transact(ctx.db, {}, async (trx) => {
    const at = await clockNow(trx);
    await trx
      .updateTable("person_errand")
      .set({ done_at: at, next_attempt_at: null })
      .where("id", "=", errand.id)
      .execute();
  });
  return "done";
}

async function claim(ctx: Context, errandId: string): Promise<Errand | null> {
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const errand = await trx
      .selectFrom("person_errand")
      .selectAll()
      .where("id", "=", errandId)
      .where("done_at", "is", null)
      .where("next_attempt_at", "<=", now)
      .forUpdate()
      .executeTakeFirst();
    if (!errand) return null;
    return trx
      .updateTable("person_errand")
      .set({ attempts: errand.attempts + 1, next_attempt_at: now.add(pauseAfter(errand.attempts)) })
      .where("id", "=", errandId)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}
