// The register of consents (R13): who accepted which agreement, in which version and words, when, and withdrawn when (GDPR art. 7(1)).

import {
  type AcceptedPolicy,
  type AddresseeConsentTable,
  type Database,
  sql,
  transact,
  type Transaction,
} from "@posthorn/db";
import { AppError, isLanguage, type Language, parseEmail } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { cutPage } from "../paging/cut-page.ts";
import { type PlaceCursor, readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { bookRegisterAct } from "./book-act.ts";

export interface RegisterConsent {
  readonly id: string;
  readonly givenAt: Temporal.Instant;
  readonly withdrawnAt: Temporal.Instant | null;
  /** Null once his data is erased. */
  readonly name: string | null;
  readonly email: string | null;
  /** Of an account holder; null for an addressee. */
  readonly personId: string | null;
  /** Of an account holder: the account it binds, null where it is his own. Of an addressee: the sender that holds it. */
  readonly accountId: string | null;
  readonly accountName: string | null;
  /** What an account holder accepted; null for an addressee's consent to the registered mail of a sender. */
  readonly agreement: {
    readonly policy: AcceptedPolicy;
    readonly version: string;
    /** In which it was shown. */
    readonly language: Language;
    /** Of the words as shown, lower-case hex. */
    readonly sha256: string;
  } | null;
  readonly addressee: {
    readonly basis: AddresseeConsentTable["basis"];
    readonly source: AddresseeConsentTable["source"];
    readonly statedOn: Temporal.PlainDate;
    readonly withdrawnBy: "sender" | "addressee" | null;
  } | null;
}

export interface ConsentRegisterPage {
  readonly lines: readonly RegisterConsent[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** An e-mail address, the id of an account, or nothing: all agreements. */
export interface ConsentRegisterQuery {
  readonly of?: string;
}

const PAGE = 50;
const EXPORT_BATCH = 500;

/**
 * The newest first, by one query. What senders hold of their addressees is in it only where an address or an account is looked for. Logged,
 * of an address only that one was. Errors: forbidden `staff_role_missing`; bad_request `cursor_invalid`, `consents_invalid` with the field
 * `of`.
 */
export async function listConsentRegister(
  ctx: Context,
  reader: StaffReader,
  query: ConsentRegisterQuery & { readonly cursor?: string },
): Promise<ConsentRegisterPage> {
  requireReader(reader.staff, "privacy_officer");
  const sought = parseSought(query.of);
  const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "pac", "cns");
  return transact(ctx.db, {}, async (trx) => {
    await bookRegisterAct(trx, reader, "consents_listed", subjectOf(sought));
    const { page, before, after } = cutPage(await read(trx, sought, cursor, PAGE + 1), PAGE, cursor);
    const place = (line: RegisterConsent | null, backwards: boolean) =>
      line && writePlaceCursor({ backwards, at: line.givenAt, id: line.id });
    return { lines: page, previous: place(before, true), next: place(after, false) };
  });
}

/** All of them, the newest first; logged before the first is given. Errors: as of `listConsentRegister`. */
export async function exportConsentRegister(
  ctx: Context,
  reader: StaffReader,
  query: ConsentRegisterQuery,
): Promise<AsyncIterable<RegisterConsent>> {
  requireReader(reader.staff, "privacy_officer");
  const sought = parseSought(query.of);
  await transact(ctx.db, {}, (trx) => bookRegisterAct(trx, reader, "consents_exported", subjectOf(sought)));
  return allOf(ctx.db, sought);
}

async function* allOf(db: Database, sought: Sought): AsyncIterable<RegisterConsent> {
  let cursor: PlaceCursor | null = null;
  for (;;) {
    const from: PlaceCursor | null = cursor;
    const lines: readonly RegisterConsent[] = await transact(db, {}, (trx) =>
      read(trx, sought, from, EXPORT_BATCH),
    );
    yield* lines;
    const last = lines.at(-1);
    if (!last || lines.length < EXPORT_BATCH) return;
    cursor = { backwards: false, at: last.givenAt, id: last.id };
  }
}

interface Sought {
  readonly email: string | null;
  readonly accountId: string | null;
}

function parseSought(typed = ""): Sought {
  const text = typed.trim();
  if (text === "") return { email: null, accountId: null };
  if (/^acc_\w{1,60}$/u.test(text)) return { email: null, accountId: text };
  const email = parseEmail("of", text);
  if (!email.ok) throw new AppError("bad_request", "consents_invalid", { fields: email.errors });
  return { email: email.value, accountId: null };
}

function subjectOf({ email, accountId }: Sought): string | undefined {
  return email === null ? (accountId ?? undefined) : "email";
}

interface Row {
  readonly id: string;
  readonly given_at: Temporal.Instant;
  readonly policy: AcceptedPolicy | null;
  readonly version: string | null;
  readonly language: string | null;
  readonly sha256: string | null;
  readonly person_id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly account_id: string | null;
  readonly account_name: string | null;
  readonly basis: AddresseeConsentTable["basis"] | null;
  readonly source: AddresseeConsentTable["source"] | null;
  readonly stated_on: Temporal.PlainDate | null;
  readonly withdrawn_at: Temporal.Instant | null;
  readonly withdrawn_by: "sender" | "addressee" | null;
}

async function read(
  trx: Transaction,
  sought: Sought,
  cursor: PlaceCursor | null,
  limit: number,
): Promise<readonly RegisterConsent[]> {
  const { rows } = await sql<Row>`
    SELECT * FROM desk_consents(${sought.email}, ${sought.accountId}, ${cursor?.at ?? null}, ${cursor?.id ?? null},
      ${cursor?.backwards === true}, ${limit})`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
    name: row.name,
    email: row.email,
    personId: row.person_id,
    accountId: row.account_id,
    accountName: row.account_name,
    agreement: agreementOf(row),
    addressee: addresseeOf(row),
  }));
}

function agreementOf({ policy, version, language, sha256 }: Row): RegisterConsent["agreement"] {
  if (policy === null || version === null || sha256 === null) return null;
  return { policy, version, language: language !== null && isLanguage(language) ? language : "en", sha256 };
}

function addresseeOf({
  basis,
  source,
  stated_on: statedOn,
  withdrawn_by,
}: Row): RegisterConsent["addressee"] {
  if (basis === null || source === null || statedOn === null) return null;
  return { basis, source, statedOn, withdrawnBy: withdrawn_by };
}
