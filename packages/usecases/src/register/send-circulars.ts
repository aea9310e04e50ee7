// Owes who runs each account a mail: of a new subprocessor, or of a breach that concerns his data.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import { isLanguage, type Language } from "@posthorn/domain";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";

/** Accounts of one transaction. */
const BATCH = 200;

type Facts = Readonly<Record<string, string>>;

/**
 * Works off one batch of the oldest circular; answers how many accounts. What is owed and how far it went stand together, so that after
 * a crash nobody is passed by and nobody is owed it twice.
 */
export async function sendCirculars(ctx: Context): Promise<number> {
  return transact(ctx.db, {}, async (trx) => {
    const circular = await trx
      .selectFrom("circular")
      .selectAll()
      .where("done_at", "is", null)
      .orderBy("asked_at")
      .orderBy("id")
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!circular) return 0;
    const accounts = await trx
      .selectFrom("account")
      .select("id")
      .where("id", ">", circular.reached)
      .where("status", "<>", "erased")
      .$if(circular.account_ids !== null, (some) =>
        some.where(sql<boolean>`id = ANY (${circular.account_ids ?? []})`),
      )
      .$if(circular.told_before.length > 0, (some) =>
        some.where(sql<boolean>`id <> ALL (${circular.told_before})`),
      )
      .orderBy("id")
      .limit(BATCH)
      .execute();
    const at = await clockNow(trx);
    const factsIn = await factsOf(trx, circular.kind, circular.subject_id);
    const people = await adminsOf(
      trx,
      accounts.map(({ id }) => id),
    );
    const kind = circular.kind === "subprocessor" ? "subprocessor_announced" : "breach_told";
    for (const { personId, language } of people)
      await owePersonErrand(trx, ctx, personId, kind, factsIn(language), at);
    const last = accounts.at(-1)?.id;
    await trx
      .updateTable("circular")
      .set({
        reached: last ?? circular.reached,
        told: circular.told + people.length,
        ...(accounts.length < BATCH ? { done_at: at } : {}),
      })
      .where("id", "=", circular.id)
      .execute();
    return accounts.length;
  });
}

interface Admin {
  readonly personId: string;
  readonly language: Language;
}

/** Whoever runs these accounts, and the one member of a private one; who runs several is told for each. */
async function adminsOf(trx: Transaction, accountIds: readonly string[]): Promise<readonly Admin[]> {
  if (accountIds.length === 0) return [];
  const rows = await trx
    .selectFrom("member")
    .innerJoin("person", "person.id", "member.person_id")
    .select(["member.person_id", "person.language"])
    .where(sql<boolean>`member.account_id = ANY (${[...accountIds]})`)
    .where("member.left_at", "is", null)
    .where("member.role", "=", "admin")
    .where("person.erased_at", "is", null)
    .orderBy("member.id")
    .execute();
  return rows.map(({ person_id: personId, language }) => ({
    personId,
    language: isLanguage(language) ? language : "en",
  }));
}

async function factsOf(
  trx: Transaction,
  kind: "subprocessor" | "breach",
  id: string,
): Promise<(language: Language) => Facts> {
  if (kind === "subprocessor") {
    const row = await trx
      .selectFrom("subprocessor")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return (language) => ({
      provider: row.name,
      purpose: row.purpose[language],
      country: row.country,
      parent: row.parent_name,
      parent_country: row.parent_country,
      in_force: row.effective_on.toString(),
      ...(row.override_reason === null ? {} : { override: row.override_reason }),
      ...(row.short_notice_reason === null ? {} : { short_notice: row.short_notice_reason }),
      page: "subprocessors",
    });
  }
  const row = await trx
    .selectFrom("breach")
    .select(["number", "noticed_at", "natures", "people", "data", "persons", "words"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return (language) => ({
    breach: String(row.number),
    noticed: row.noticed_at.toString(),
    breach_natures: row.natures.join(" "),
    breach_people: row.people.join(" "),
    breach_data: row.data.join(" "),
    ...(row.persons === null ? {} : { breach_persons: String(row.persons) }),
    breach_words: row.words[language] ?? "",
  });
}
