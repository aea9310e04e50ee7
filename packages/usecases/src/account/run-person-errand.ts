// Sends a mail that is owed once to an account holder, or to an address that may become one; with a link where one is owed.

import {
  clockNow,
  type MailedLinkPurpose,
  type PersonErrandKind,
  type PersonErrandTable,
  type Selectable,
  transact,
} from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { pauseAfter } from "../notice/pause-after.ts";
import type { MailPort, RenderedMail } from "../notice/ports.ts";
import { openRequestCode } from "../rights/confirm-code-mail.ts";

export interface PersonMailWords {
  readonly language: Language;
  readonly service: string;
  readonly kind: PersonErrandKind;
  readonly at: Temporal.Instant;
  readonly facts: Readonly<Record<string, string>>;
  /** What the mail's one link opens; absent: it has none. */
  readonly url?: string;
  /** Of the mail that exists to carry one. */
  readonly code?: string;
}

export interface PersonErrandPorts {
  /** Address and digest of a link; the same for the same id. */
  linkTo(link: { readonly id: string; readonly purpose: MailedLinkPurpose }): {
    readonly url: string;
    readonly hash: string;
  };
  /** The code of a request without account, and its digest; the same for the same request and end. */
  requestCode(
    requestId: string,
    expiresAt: Temporal.Instant,
  ): { readonly code: string; readonly hash: string };
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
  const to = await addresseeOf(ctx, errand);
  const url = to && (await openLink(ctx, ports, errand));
  const code = to && (await openRequestCode(ctx, ports, errand));
  // Who was erased, or whose link or code has ended meanwhile, is owed nothing any more.
  if (!to || url === null || code === null) {
    await close(ctx, errand);
    return "done";
  }
  const { language } = to;
  const answer = await ports.mail.send({
    ...ports.personMail({
      language,
      service: ctx.settings.issuer.name,
      kind: errand.kind,
      at: errand.created_at,
      facts: errand.facts,
      ...(url === undefined ? {} : { url }),
      ...(code === undefined ? {} : { code }),
    }),
    attemptId: errand.id,
    to: to.email,
    toName: to.name,
    language,
    date: errand.created_at,
  });
  if (answer.outcome === "postponed") return "waits";
  await close(ctx, errand);
  return "done";
}

interface MailAddressee {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

async function addresseeOf(ctx: Context, errand: Errand): Promise<MailAddressee | null> {
  if (errand.to_email !== null)
    return {
      email: errand.to_email,
      name: errand.to_name ?? "",
      language: errand.to_language as Language,
    };
  const person = await ctx.db
    .selectFrom("person")
    .select(["email", "language", "first_names", "family_name"])
    .where("id", "=", errand.person_id ?? "")
    .where("erased_at", "is", null)
    .executeTakeFirst();
  if (!person) return null;
  const name = `${person.first_names} ${person.family_name}`.trim();
  return { email: person.email, name, language: person.language as Language };
}

/** Its address, once its digest stands; undefined where the mail has none, null where it opens nothing any more. */
async function openLink(
  ctx: Context,
  ports: PersonErrandPorts,
  errand: Errand,
): Promise<string | undefined | null> {
  const id = errand.mailed_link_id;
  if (id === null) return undefined;
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const link = await trx
      .selectFrom("mailed_link")
      .select(["id", "purpose", "expires_at", "used_at", "voided_at"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (!link || link.used_at || link.voided_at || Temporal.Instant.compare(now, link.expires_at) >= 0)
      return null;
    const { url, hash } = ports.linkTo(link);
    await trx.updateTable("mailed_link").set({ token_hash: hash }).where("id", "=", id).execute();
    return url;
  });
}

/** Whom it went to and what it told is kept by nobody afterwards. */
async function close(ctx: Context, errand: Errand): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const at = await clockNow(trx);
    await trx
      .updateTable("person_errand")
      .set({ done_at: at, next_attempt_at: null, to_email: null, to_name: null, facts: "{}" })
      .where("id", "=", errand.id)
      .execute();
  });
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
