// The register of subprocessors, as everybody reads it and as the desk does.

import { clockNow, type Database, transact, type Transaction } from "@posthorn/db";
import { brusselsDay, judgeEstablishment, type Language, type ProviderRole } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { bookRegisterAct } from "./book-act.ts";

export interface SubprocessorLine {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly purpose: Readonly<Record<Language, string>>;
  readonly country: string;
  readonly parentName: string;
  readonly parentCountry: string;
  readonly termsUrl: string;
  readonly hosts: readonly string[];
  readonly roles: readonly ProviderRole[];
  /** First and last day, Brussels. */
  readonly effectiveOn: Temporal.PlainDate;
  readonly endedOn: Temporal.PlainDate | null;
  readonly standing: "announced" | "in_force" | "ended";
  /** Why it stands here though it, or its parent, is established outside the European Economic Area; null where both are within. */
  readonly override: string | null;
  readonly shortNotice: string | null;
  readonly enteredAt: Temporal.Instant;
}

/** So many stand on one page; a register of hundreds is none that anybody answers for. */
const MOST = 200;

/** Those announced and in force, and the last that ended: the newest first. For anybody. */
export async function viewSubprocessors({
  db,
}: {
  readonly db: Database;
}): Promise<readonly SubprocessorLine[]> {
  return transact(db, {}, readLines);
}

/** How many mails about each were owed so far, and whether that is all. Errors: forbidden `staff_role_missing`. */
export async function listSubprocessors(
  ctx: Context,
  reader: StaffReader,
): Promise<readonly (SubprocessorLine & { readonly told: number; readonly toldAll: boolean })[]> {
  requireReader(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    await bookRegisterAct(trx, reader, "subprocessors_listed");
    const circulars = await trx
      .selectFrom("circular")
      .select(["subject_id", "told", "done_at"])
      .where("kind", "=", "subprocessor")
      .orderBy("asked_at", "desc")
      .limit(MOST)
      .execute();
    const bySubject = new Map(circulars.map((row) => [row.subject_id, row]));
    return (await readLines(trx)).map((line) => {
      const circular = bySubject.get(line.id);
      return { ...line, told: circular?.told ?? 0, toldAll: (circular?.done_at ?? null) !== null };
    });
  });
}

async function readLines(trx: Transaction): Promise<readonly SubprocessorLine[]> {
  const today = brusselsDay(await clockNow(trx));
  const rows = await trx
    .selectFrom("subprocessor")
    .selectAll()
    .orderBy("effective_on", "desc")
    .orderBy("id", "desc")
    .limit(MOST)
    .execute();
  return rows.map((row): SubprocessorLine => {
    const { country, parent_country: parentCountry, override_reason: override } = row;
    const outside = judgeEstablishment({ country, parentCountry, override: null }) === "outside";
    return {
      id: row.id,
      name: row.name,
      address: row.address,
      purpose: row.purpose,
      country,
      parentName: row.parent_name,
      parentCountry,
      termsUrl: row.terms_url,
      hosts: row.hosts,
      roles: row.roles,
      effectiveOn: row.effective_on,
      endedOn: row.ended_on,
      standing: standingOn(today, row.effective_on, row.ended_on),
      override: outside ? override : null,
      shortNotice: row.short_notice_reason,
      enteredAt: row.entered_at,
    };
  });
}

function standingOn(
  today: Temporal.PlainDate,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate | null,
): SubprocessorLine["standing"] {
  if (last !== null && Temporal.PlainDate.compare(last, today) < 0) return "ended";
  return Temporal.PlainDate.compare(first, today) > 0 ? "announced" : "in_force";
}
