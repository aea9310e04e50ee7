import { SERVICE_ROLES } from "@posthorn/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PEOPLE } from "../stack/people.ts";
import { withConnection } from "./database.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

test("every service signs in under its own role, none as superuser", async () => {
  for (const role of SERVICE_ROLES) {
    const found = await withConnection(database.urlFor(role), async (client) => {
      const answer = await client.query<{ name: string; superuser: string }>(
        "select current_user as name, current_setting('is_superuser') as superuser",
      );
      return answer.rows[0];
    });
    expect(found).toEqual({ name: `posthorn_${role}`, superuser: "off" });
  }
});

test("a database is migrated and shares nothing with the next", async () => {
  const other = await createTestDatabase();
  try {
    await withConnection(database.ownerUrl, (client) => client.query("create table only_here (id int)"));
    const [here, there] = await Promise.all(
      [database, other].map(({ ownerUrl }) =>
        withConnection(ownerUrl, async (client) => {
          const answer = await client.query("select to_regclass('only_here') as here, clock.now() as now");
          return answer.rows[0] as { here: string | null; now: Date };
        }),
      ),
    );
    expect(here?.here).toBe("only_here");
    expect(there?.here).toBeNull();
    expect(there?.now).toBeInstanceOf(Date);
  } finally {
    await other.drop();
  }
});

test("with the invented people where they are asked for, else with nobody", async () => {
  const other = await createTestDatabase({ seed: true });
  try {
    const people = ({ ownerUrl }: TestDatabase) =>
      withConnection(ownerUrl, async (client) => {
        const { rows } = await client.query<{ email: string }>("select email from person order by email");
        return rows.map(({ email }) => email);
      });
    expect(await people(other)).toEqual(PEOPLE.map(({ email }) => email).toSorted());
    expect(await people(database)).toEqual([]);
  } finally {
    await other.drop();
  }
});

test("dropping ends who is still connected", async () => {
  const other = await createTestDatabase();
  await withConnection(other.ownerUrl, async (client) => {
    const ended = new Promise((resolve) => client.once("end", resolve));
    await other.drop();
    await ended;
  });
  await expect(withConnection(other.ownerUrl, () => Promise.resolve())).rejects.toThrow("does not exist");
});

test("many clones at once", async () => {
  const databases = await Promise.all(Array.from({ length: 6 }, () => createTestDatabase()));
  expect(new Set(databases.map(({ ownerUrl }) => ownerUrl)).size).toBe(6);
  await Promise.all(databases.map((each) => each.drop()));
});
