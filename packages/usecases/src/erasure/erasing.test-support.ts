// For tests of what falls: the database's clock set to an instant, the functions of a set called as the eraser, in the time zone of Tokyo.

import { randomBytes } from "node:crypto";
import { type Queryable, sql } from "@posthorn/db";
import { TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { expect } from "vitest";

/** The private account of the seed that registered addressees are played by. */
export const NELE = { accountId: "acc_SEED0NELECLAES", personId: "per_SEED0NELECLAES" } as const;

export interface Erasing {
  /** As the owner of everything. */
  run(text: TemplateStringsArray, ...values: readonly unknown[]): Promise<void>;
  rows<T>(text: TemplateStringsArray, ...values: readonly unknown[]): Promise<readonly T[]>;
  /** From now on the database's clock stands at this instant. */
  standAt(instant: Temporal.Instant): Promise<void>;
  due(set: string, day: Temporal.PlainDate, after?: string): Promise<readonly Due[]>;
  erase(set: string, ids: readonly string[]): Promise<readonly string[]>;
  /** A message with so many deliveries, all in one final state since then. */
  final(given: FinalGiven): Promise<{ readonly messageId: string; readonly deliveryIds: readonly string[] }>;
  hold(scope: "delivery" | "message" | "account" | "person", scopeId: string): Promise<void>;
  lift(): Promise<void>;
}

export interface Due {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly falls_on: string;
}

export interface FinalGiven {
  readonly at: Temporal.Instant;
  readonly state?: string;
  readonly count?: number;
  /** It stands in Nele's inbox. */
  readonly registered?: boolean;
  readonly retentionDays?: number;
}

export async function createErasing(bench: VerbBench): Promise<Erasing> {
  const owner = () => bench.context("owner").db;
  await sql`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone = %L', current_database(), 'Asia/Tokyo'); END $$`.execute(
    owner(),
  );
  const eraser = bench.context("eraser").db;

  const erasing: Erasing = {
    async run(text, ...values) {
      await sql(text, ...values).execute(owner());
    },
    async rows<T>(text: TemplateStringsArray, ...values: readonly unknown[]) {
      return (await sql<T>(text, ...values).execute(owner())).rows;
    },
    standAt: (instant) => standAt(owner(), instant),
    async due(set, day, after) {
      const { rows } = await sql<Due>`SELECT id, falls_on::text
        FROM retention.${sql.raw(`due_${set}`)}(${day.toString()}::date, ${after ?? null}, 1000)`.execute(
        eraser,
      );
      return rows;
    },
    async erase(set, ids) {
      const { rows } = await sql<{ readonly gone: readonly string[] }>`
        SELECT retention.${sql.raw(`erase_${set}`)}(${[...ids]}::text[]) AS gone`.execute(eraser);
      return rows[0]?.gone ?? [];
    },
    async final({ at, state = "collected", count = 1, registered = false, retentionDays = 365 }) {
      const { messageId, deliveryIds } = await bench.submit({
        addressees: Array.from({ length: count }, () => someAddressee()),
        options: { content_retention_days: retentionDays },
        at: at.subtract({ hours: 48 }),
      });
      if (registered)
        await erasing.run`INSERT INTO inbox_entry (delivery_id, person_id, account_id, because, entered_at)
          SELECT id, ${NELE.personId}, ${NELE.accountId}, 'notice', accepted_at FROM delivery WHERE message_id = ${messageId}`;
      await erasing.run`UPDATE delivery SET state = ${state}, final_at = ${at}::timestamptz, chain_closed = true WHERE message_id = ${messageId}`;
      return { messageId, deliveryIds };
    },
    async hold(scope, scopeId) {
      await erasing.run`INSERT INTO legal_hold (id, scope, scope_id, account_id, ground, reason, asked_at, state, decided_by, decided_at, ends_on)
        VALUES (${`hld_${randomBytes(8).toString("hex")}`}, ${scope}, ${scopeId}, ${scope === "person" ? null : TEST_SENDER.accountId},
          'dispute', 'Case 4711', clock.now(), 'placed', (SELECT min(id) FROM staff), clock.now(), '2099-12-31')`;
    },
    async lift() {
      await erasing.run`UPDATE legal_hold SET state = 'lifted'`;
    },
  };
  return erasing;
}

let addressees = 0;
function someAddressee(): object {
  addressees += 1;
  return {
    email: `addressee-${addressees}@example.be`,
    mobile: `+3247012${String(addressees).padStart(4, "0")}`,
    name: "Peeters",
    first_names: "Jan",
    language: "nl",
    addressee_consent: { basis: "none_stated" },
  };
}

async function standAt(db: Queryable, instant: Temporal.Instant): Promise<void> {
  await sql`CREATE OR REPLACE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql VOLATILE
    AS ${sql.raw(`$$ SELECT timestamptz '${instant.toString()}' $$`)}`.execute(db);
}

/** The first instant of a day in Brussels. */
export function begins(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime("Europe/Brussels").toInstant();
}

/** Plants one thing of a set with its trigger at an instant; answers its id. */
export type Plant = (at: Temporal.Instant) => Promise<string>;

/** Of a set whose things are erased one by one: triggers, each with the last day on which the thing is kept. */
export interface DayCase {
  readonly rule: string;
  readonly set: string;
  readonly what: string;
  readonly plant: Plant;
  readonly days: readonly (readonly [trigger: string, lastDay: string])[];
}

/** Through its last day it stands, whoever asks for it; on the next it goes once, and the journal says by which rule. */
export async function expectItsDay(
  erasing: Erasing,
  { rule, set, plant }: Pick<DayCase, "rule" | "set" | "plant">,
  [trigger, lastDay]: DayCase["days"][number],
): Promise<void> {
  const id = await plant(Temporal.Instant.from(trigger));
  const last = Temporal.PlainDate.from(lastDay);
  const next = last.add({ days: 1 });
  await erasing.standAt(begins(next.toString()).subtract({ milliseconds: 1 }));
  expect((await erasing.due(set, last)).map((one) => one.id)).not.toContain(id);
  expect(await erasing.erase(set, [id])).toEqual([]);
  // A plan looks ahead; the eraser believes its own clock alone.
  expect(await erasing.due(set, next)).toContainEqual({ id, falls_on: next.toString() });
  await erasing.standAt(begins(next.toString()));
  expect(await erasing.erase(set, [id])).toEqual([id]);
  expect(await erasing.erase(set, [id])).toEqual([]);
  expect((await erasing.due(set, next)).map((one) => one.id)).not.toContain(id);
  expect(
    await erasing.rows`SELECT rule FROM erasure_journal WHERE kind = ${set} AND subject_id = ${id}`,
  ).toEqual([{ rule }]);
}
