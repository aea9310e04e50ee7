// Puts the invented people, accounts, credits and API keys into a database; what is there already stays as it is.

import { createHash } from "node:crypto";
import { hashPassword, newApiKey } from "@posthorn/identity";
import type { NewApiKey } from "@posthorn/identity";
import { POLICY_HISTORY, policyText } from "@posthorn/texts";
import type pg from "pg";
import { withConnection } from "../postgres/database.ts";
import { ACCOUNTS, API_KEYS, PEOPLE } from "./people.ts";
import type { SeededAccount, SeededKey, SeededPerson } from "./people.ts";
import { insertStaff } from "./seed-staff.ts";

/** Runs as the owner, after the migrations. Safe to repeat: nothing that people have changed since is put back. */
export async function seed(ownerUrl: string): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>("SELECT id FROM person WHERE id = ANY($1)", [
      PEOPLE.map((each) => each.id),
    ]);
    const known = new Set(rows.map((row) => row.id));
    const missing = PEOPLE.filter((person) => !known.has(person.id));
    // Hashing takes a tenth of a second each: outside the transaction, and only where needed.
    const hashes = await Promise.all(missing.map((person) => hashPassword(person.password)));
    await client.query("BEGIN");
    for (const [index, person] of missing.entries()) await insertPerson(client, person, hashes[index] ?? "");
    for (const account of ACCOUNTS) await insertAccount(client, account);
    for (const key of Object.values(API_KEYS)) await insertKey(client, key);
    await insertStaff(client);
    await client.query("COMMIT");
  });
}

/** The key as its owner shows it: the same in every stack. */
export function seededKey(key: SeededKey): NewApiKey {
  return newApiKey((size) =>
    createHash("sha256").update(`posthorn demonstration ${size} ${key.account}`).digest().subarray(0, size),
  );
}

async function insertPerson(client: pg.Client, person: SeededPerson, passwordHash: string): Promise<void> {
  await client.query(
    `INSERT INTO person (id, email, family_name, first_names, language, password_hash, created_at, email_verified_at)
     VALUES ($1, $2, $3, $4, $5, $6, clock.now(), clock.now())`,
    [person.id, person.email, person.familyName, person.firstNames, person.language, passwordHash],
  );
  for (const policy of ["terms", "privacy"] as const) await insertAcceptance(client, policy, person);
  if (!person.identified) return;
  await client.query(
    `UPDATE person SET identified_method = 'itsme', identified_level = 'high', identified_issuer = 'itsme',
       identified_at = clock.now() - interval '20 days' WHERE id = $1`,
    [person.id],
  );
}

async function insertAccount(client: pg.Client, account: SeededAccount): Promise<void> {
  const { street, number, postcode, town } = account.address;
  const made = await client.query(
    `INSERT INTO account (id, kind, name, enterprise_number, street, number, postcode, town, country, language, email, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'BE', $9, $10, clock.now()) ON CONFLICT DO NOTHING`,
    [
      account.id,
      account.kind,
      account.name,
      account.enterpriseNumber ?? null,
      street,
      number,
      postcode,
      town,
      account.language,
      account.email,
    ],
  );
  if (made.rowCount === 0) return;
  // Its mandate was seen by staff before the stack was there.
  await client.query(
    `UPDATE account SET enterprise_verified_at = CASE WHEN kind = 'company' THEN clock.now() - interval '30 days' END,
       register_number_authorised_at = CASE WHEN $2 THEN clock.now() - interval '30 days' END WHERE id = $1`,
    [account.id, account.registerNumbers ?? false],
  );
  for (const member of account.members) {
    await client.query(
      `INSERT INTO member (id, account_id, person_id, role, public_id, joined_at) VALUES ($1, $2, $3, $4, $5, clock.now())`,
      [member.id, account.id, member.person, member.role, member.publicId],
    );
  }
  const admin = account.members.find(({ role }) => role === "admin");
  const acceptor = PEOPLE.find(({ id }) => id === admin?.person);
  if (account.kind === "company" && acceptor)
    await insertAcceptance(client, "processor-agreement", acceptor, account.id);
  await client.query("INSERT INTO account_credit (account_id, balance) VALUES ($1, $2)", [
    account.id,
    account.credits,
  ]);
  if (account.credits === 0) return;
  await client.query(
    "INSERT INTO credit_entry (account_id, kind, item, amount, entered_at) VALUES ($1, 'purchase', 'pack', $2, clock.now())",
    [account.id, account.credits],
  );
}

/** What is in force, in the words of the person's language. */
async function insertAcceptance(
  client: pg.Client,
  policy: "terms" | "privacy" | "processor-agreement",
  person: SeededPerson,
  accountId?: string,
): Promise<void> {
  const version = POLICY_HISTORY[policy][0]?.version ?? "1";
  const sha256 = createHash("sha256")
    .update(policyText(person.language, policy, version) ?? "", "utf8")
    .digest("hex");
  await client.query(
    `INSERT INTO policy_acceptance (id, person_id, account_id, policy, version, language, sha256, accepted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, clock.now()) ON CONFLICT DO NOTHING`,
    [
      `pac_SEED0${policy.toUpperCase()}${(accountId ?? person.id).slice(4)}`,
      person.id,
      accountId ?? null,
      policy,
      version,
      person.language,
      sha256,
    ],
  );
}

async function insertKey(client: pg.Client, key: SeededKey): Promise<void> {
  const { id, hash } = seededKey(key);
  await client.query(
    `INSERT INTO api_key (id, account_id, member_id, name, secret_hash, created_at) VALUES ($1, $2, $3, $4, $5, clock.now())
     ON CONFLICT DO NOTHING`,
    [id, key.account, key.member, key.name, hash],
  );
}
