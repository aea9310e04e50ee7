import { openDatabase, sql } from "@posthorn/db";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { begins, createErasing, type Erasing } from "./erasing.test-support.ts";
import { ERASURE_SETS } from "./erasure-sets.ts";

let bench: VerbBench;
let erasing: Erasing;
beforeAll(async () => {
  bench = await createVerbBench();
  erasing = await createErasing(bench);
  await erasing.run`INSERT INTO staff (id, email, family_name, first_names, roles, webauthn_handle, language, created_at)
    VALUES ('stf_ERASER', 'officer@example.be', 'Maes', 'An', '{privacy_officer}', 'h', 'nl', clock.now())`;
});
afterAll(() => bench.close());

/** What belongs to nobody whom a hold could name; and what names its own holders, or whom it belongs to, in another way. */
const NOT_HELD = [
  "raw_arrival",
  "rate_limit",
  "mailed_link",
  "rights_code",
  "staff",
  "staff_invitation",
  "staff_log",
  "staff_session",
  "breach",
  "disclosure",
];

test("every set asks what is held, but those of things that no hold names", async () => {
  const { rows } = await sql<{ name: string; source: string }>`
    SELECT proname AS name, string_agg(prosrc, ' ') AS source FROM pg_proc
      WHERE pronamespace = 'retention'::regnamespace GROUP BY proname`.execute(bench.context("owner").db);
  const asks = (set: string) =>
    rows.some(
      ({ name, source }) =>
        [`erase_${set}`, `slice_${set}`, `erase_${set}_slice`].includes(name) &&
        // Those that hand it to another function name what it asks, or the one who goes.
        /held_(accounts|persons|deliveries|messages)\(|'held_|let_person_go/.test(source),
    );
  expect(
    ERASURE_SETS.map(({ set }) => set)
      .filter((set) => !asks(set))
      .toSorted(),
  ).toEqual(NOT_HELD.toSorted());
});

test.each(["account", "person"] as const)(
  "of a hold on the %s that is being placed and an eraser at work, the eraser waits and finds it",
  async (scope) => {
    const at = Temporal.Instant.from("2027-01-10T10:00:00Z");
    const id = `dft_${scope}`;
    await erasing.run`INSERT INTO draft (id, account_id, member_id, sealed_form, wrapped_key, created_at, updated_at)
      VALUES (${id}, ${TEST_SENDER.accountId}, ${TEST_SENDER.memberId}, 'x', 'k', ${at}::timestamptz, ${at}::timestamptz)`;
    await erasing.run`INSERT INTO policy_acceptance (id, account_id, person_id, policy, version, language, sha256, accepted_at, withdrawn_at)
      SELECT ${id}, account_id, person_id, 'terms', '1', 'nl', repeat('a', 64), ${at}::timestamptz, ${at}::timestamptz FROM member WHERE id = ${TEST_SENDER.memberId}`;
    await erasing.standAt(begins("2040-01-01"));
    const named = scope === "account" ? TEST_SENDER.accountId : "per_SEED0LOTTEMAES";
    const eraser = openDatabase({ url: bench.database.urlFor("eraser"), service: "eraser", max: 2 });
    const set = scope === "account" ? "draft" : "policy_acceptance";
    try {
      let erased: Promise<{ rows: readonly { gone: readonly string[] }[] }> | undefined;
      await bench
        .context("owner")
        .db.transaction()
        .execute(async (trx) => {
          await sql`SELECT retention.lock_holds()`.execute(trx);
          await sql`INSERT INTO legal_hold (id, scope, scope_id, ground, reason, asked_at, state, decided_by, decided_at, ends_on)
          VALUES (${`hld_${scope}`}, ${scope}, ${named}, 'dispute', 'Case', clock.now(), 'placed', 'stf_ERASER', clock.now(), '2099-12-31')`.execute(
            trx,
          );
          erased = sql<{ gone: readonly string[] }>`
          SELECT retention.${sql.raw(`erase_${set}`)}(ARRAY[${id}]) AS gone`.execute(eraser);
          await waitsForHold();
        });
      expect((await erased)?.rows).toEqual([{ gone: [] }]);
      await erasing.lift();
      expect(await erasing.erase(set, [id])).toEqual([id]);
    } finally {
      await eraser.destroy();
    }
  },
);

/** Until somebody waits for the lock of holds; an eraser that passes by it fails the test by its time. */
async function waitsForHold(): Promise<void> {
  for (;;) {
    const waiting =
      await erasing.rows`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = 7261026115::bigint - 4294967296`;
    if (waiting.length > 0) return;
  }
}
