import { clockNow, sql, transact } from "@posthorn/db";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inviteStaff, inviteStaffAgain } from "./invite-staff.ts";

let bench: VerbBench;
let made = 0;
beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

const tokens = {
  newToken() {
    made += 1;
    return { token: `token-${made}`, hash: `hash-${made}` };
  },
};

test("a passkey that is being registered with a stolen address goes with the rest when its owner is invited again", async () => {
  const owner = bench.context("owner");
  const given = { familyName: "Wouters", firstNames: "Els", language: "nl", roles: ["auditor"] };
  const { staffId, token } = await inviteStaff(owner, tokens, { ...given, email: "els@posthorn.example" });
  const again = await transact(owner.db, {}, async (trx) => {
    // As enrolment leaves it the instant before it commits.
    const now = await clockNow(trx);
    await sql`INSERT INTO passkey (id, holder_kind, holder_id, credential_id, public_key, sign_count, backed_up, name, created_at)
      VALUES ('pky_THIEF', 'staff', ${staffId}, 'c', '\\x00', 0, false, 'thief', ${now})`.execute(trx);
    await trx
      .updateTable("staff_invitation")
      .set({ used_at: now })
      .where("token_hash", "=", token.replace("token", "hash"))
      .execute();
    const invited = inviteStaffAgain(owner, tokens, staffId);
    while (!(await isSomebodyWaiting())) continue;
    return { invited };
  });
  await again.invited;
  const living = await owner.db
    .selectFrom("passkey")
    .select("id")
    .where("holder_id", "=", staffId)
    .where("removed_at", "is", null)
    .execute();
  expect(living).toEqual([]);
});

async function isSomebodyWaiting(): Promise<boolean> {
  const { rows } = await sql`SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(bench.context("owner").db);
  return rows.length > 0;
}
