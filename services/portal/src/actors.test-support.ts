// Everybody who may stand before a route of the portal: each signed in once, over the rows of one seeded company.

import { sql } from "@posthorn/db";
import { createLetterBench, PEOPLE, type StandingLetter } from "@posthorn/testkit";
import {
  type Ground,
  idsOfCompany,
  type Ids,
  letterIds,
  nobodyAt,
  type Reader,
  signIn,
  signInAs,
} from "./reader.test-support.ts";
import type { Actor } from "./routes.test-support.ts";

export interface Standing {
  readonly reader: Reader;
  /** What he asks about. */
  readonly ids: Ids;
}

const LOTTE = PEOPLE[0];

/** Signs everybody in. What they ask about is the company's, but in the inbox: that is the private holder's. */
export async function standActors(ground: Ground): Promise<Readonly<Record<Actor, Standing>>> {
  const { bench, portal } = ground;
  const admin = await signIn(portal, "per_SEED0LOTTEMAES");
  const ids = await idsOfCompany(ground, admin);
  const letter = await letterToHolder(ground);
  const own = { ...ids, received: letter.deliveryId };
  const ofTeam = { ...own, ...(await lettersOfTeam(ground)) };
  await settle(ground);
  const asking = async (reader: Promise<Reader>, about: Ids = own): Promise<Standing> => ({
    reader: await reader,
    ids: about,
  });
  const newcomer = (name: string) => signInAs(portal, `${name}@roles.example`, LOTTE?.password ?? "");
  const actors = {
    nobody: await asking(nobodyAt(portal)),
    private: await asking(signIn(portal, "per_SEED0NELECLAES")),
    unidentified: await asking(signIn(portal, "per_SEED0TOMJANSSENS")),
    admin: { reader: admin, ids: own },
    user: await asking(signIn(portal, "per_SEED0PIETERDECLERCQ")),
    outsider: await asking(signIn(portal, "per_SEED0PIETERDECLERCQ"), ofTeam),
    stranger: await asking(signIn(portal, "per_SEED0CAMILLEDUBOIS")),
    applying: await asking(newcomer("applying")),
    closing: await asking(newcomer("closing")),
    closed: await asking(newcomer("closed")),
    removed: await asking(newcomer("removed")),
  };
  // Worse than in life, where his session ends with his membership.
  await sql`UPDATE member SET left_at = clock.now(), left_because = 'removed' WHERE id = 'mem_removed'`.execute(
    bench.context("owner").db,
  );
  return actors;
}

async function letterToHolder({ bench }: Ground): Promise<StandingLetter> {
  const nele = { email: "nele.claes@post.example", name: "CLAES", first_names: "Nele", language: "nl" };
  return createLetterBench(bench).send({
    addressees: [{ ...nele, mobile: "+32471210001", addressee_consent: { basis: "none_stated" } }],
  });
}

/** A message and a draft of a team whose messages nobody else sees. */
async function lettersOfTeam({ bench }: Ground): Promise<Ids> {
  const { db } = bench.context("owner");
  const letter = await letterIds(bench);
  await sql`INSERT INTO team (id, account_id, name, messages_visible_to, created_at)
    VALUES ('tea_CLOSED', 'acc_SEED0VANDEWALLE', 'Directie', 'team', clock.now())`.execute(db);
  await sql`UPDATE message SET team_id = 'tea_CLOSED' WHERE id = ${letter["message"]}`.execute(db);
  await sql`UPDATE delivery SET team_id = 'tea_CLOSED' WHERE id = ${letter["delivery"]}`.execute(db);
  return letter;
}

/** Companies in other states, each with an admin; and one who was a member of the first. */
async function settle({ bench }: Ground): Promise<void> {
  const { db } = bench.context("owner");
  for (const name of ["applying", "closing", "closed", "removed"]) {
    const account = name === "removed" ? "acc_SEED0VANDEWALLE" : `acc_${name}`;
    await sql`INSERT INTO person (id, email, family_name, first_names, language, password_hash, created_at, email_verified_at, identified_method,
        identified_level, identified_issuer, identified_at)
      SELECT ${`per_${name}`}, ${`${name}@roles.example`}, 'Roels', 'An', 'en', password_hash, created_at, email_verified_at, identified_method,
        identified_level, identified_issuer, identified_at FROM person WHERE id = ${LOTTE?.id}`.execute(db);
    if (name !== "removed")
      await sql`INSERT INTO account (id, kind, name, language, email, status, closing_asked_at, closing_mode, closed_at, erase_by, created_at)
        VALUES (${account}, 'company', ${`${name} bv`}, 'en', 'post@roles.example', ${name}, clock.now(), 'when_final',
          ${name === "closed" ? sql`clock.now()` : null}, ${name === "closed" ? sql`current_date + 30` : null}, clock.now())`.execute(
        db,
      );
    await sql`INSERT INTO member (id, account_id, person_id, role, public_id, joined_at)
      VALUES (${`mem_${name}`}, ${account}, ${`per_${name}`}, 'admin', ${`M-${name}`}, clock.now())`.execute(
      db,
    );
    await sql`INSERT INTO policy_acceptance (id, person_id, account_id, policy, version, language, sha256, accepted_at)
      SELECT id || ${name}, ${`per_${name}`}, CASE WHEN account_id IS NULL THEN NULL ELSE ${account} END, policy, version, language, sha256, accepted_at
      FROM policy_acceptance WHERE person_id = ${LOTTE?.id} AND (account_id IS NULL OR ${name !== "removed"})`.execute(
      db,
    );
    if (name !== "removed")
      await sql`INSERT INTO account_credit (account_id, balance) VALUES (${account}, 50)`.execute(db);
  }
  await sql`INSERT INTO account_logo (account_id, media_type, width, height, sha256, bytes, changed_at)
    VALUES ('acc_SEED0VANDEWALLE', 'image/png', 1, 1, ${"0".repeat(64)}, '\\x00', clock.now())`.execute(db);
  await sql`INSERT INTO company_application (id, account_id, applicant_member_id, state, created_at, changed_at)
    VALUES ('cap_ROUTES', 'acc_applying', 'mem_applying', 'draft', clock.now(), clock.now())`.execute(db);
}
