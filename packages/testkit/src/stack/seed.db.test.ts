import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isEnterpriseNumber } from "@posthorn/domain";
import { createIdentityKeys, parseApiKey, parseIdentityKeys, verifyPassword } from "@posthorn/identity";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withConnection } from "../postgres/database.ts";
import { createTestDatabase } from "../postgres/test-database.ts";
import type { TestDatabase } from "../postgres/test-database.ts";
import { ACCOUNTS, API_KEYS, PEOPLE } from "./people.ts";
import { prepareKeys } from "./prepare-keys.ts";
import { seed, seededKey } from "./seed.ts";
import { seedIdentities } from "./seed-identities.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await seed(database.ownerUrl);
});

afterAll(() => database.drop());

test("whoever is shown with a password can sign in with it", async () => {
  const found = await rows<{ email: string; password_hash: string }>(
    "SELECT email, password_hash FROM person",
  );
  expect(found.length).toBe(PEOPLE.length);
  for (const person of PEOPLE) {
    const row = found.find((each) => each.email === person.email);
    expect(await verifyPassword(row?.password_hash ?? null, person.password)).toBe(true);
  }
});

test("a second time changes nothing, not even what people have changed", async () => {
  await rows("UPDATE account_credit SET balance = 7 WHERE account_id = 'acc_SEED0CANAL'");
  const before = await rows("SELECT * FROM credit_entry ORDER BY id");
  await seed(database.ownerUrl);
  expect(await rows("SELECT * FROM credit_entry ORDER BY id")).toEqual(before);
  expect(await rows("SELECT balance FROM account_credit WHERE account_id = 'acc_SEED0CANAL'")).toEqual([
    { balance: 7 },
  ]);
});

test("companies have numbers that exist by their check digits", () => {
  const numbers = ACCOUNTS.flatMap((account) => account.enterpriseNumber ?? []);
  expect(numbers.map((number) => isEnterpriseNumber(number))).toEqual([true, true]);
});

test("a key is the same in every stack, well-formed, and stored as a digest only", async () => {
  const key = seededKey(API_KEYS.first);
  expect(seededKey(API_KEYS.first)).toEqual(key);
  expect(seededKey(API_KEYS.second).id).not.toBe(key.id);
  expect(parseApiKey(key.secret)).toEqual({ id: key.id, hash: key.hash });
  const stored = await rows<{ secret_hash: string }>(
    `SELECT secret_hash FROM api_key WHERE id = '${key.id}'`,
  );
  expect(stored).toEqual([{ secret_hash: key.hash }]);
});

test("whoever is identified is linked to his itsme account, under the keys of this stack", async () => {
  const directory = mkdtempSync(join(tmpdir(), "posthorn-keys-"));
  try {
    const keys = prepareKeys(directory);
    await seedIdentities(database.ownerUrl, keys);
    await seedIdentities(database.ownerUrl, keys);
    const found = await rows<{ person_id: string; subject_digest: string }>(
      "SELECT person_id, subject_digest FROM person_identity",
    );
    expect(found.map(({ person_id }) => person_id).toSorted()).toEqual(
      PEOPLE.filter(({ identified }) => identified)
        .map(({ id }) => id)
        .toSorted(),
    );
    const held = createIdentityKeys(parseIdentityKeys(keys.identityKeys));
    const [camille] = held.subjectDigests({ method: "itsme", subject: "camille" });
    expect(found).toContainEqual({
      person_id: "per_SEED0CAMILLEDUBOIS",
      subject_digest: camille?.digest,
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
});

async function rows<Row>(query: string): Promise<Row[]> {
  return withConnection(database.ownerUrl, async (client) => (await client.query(query)).rows as Row[]);
}
