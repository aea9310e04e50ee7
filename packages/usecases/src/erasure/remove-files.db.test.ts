import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { createFileStore, newContentKey, openContentStore } from "@posthorn/content";
import { sql } from "@posthorn/db";
import { createVerbBench, startS3, TEST_ADDRESSEE, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { removeBlobsOwed } from "./remove-blobs.ts";
import { removeUnnamed, UNNAMED_AFTER_MS } from "./remove-unnamed.ts";

let bench: VerbBench;
let store: ReturnType<typeof createFileStore>;
beforeAll(async () => {
  bench = await createVerbBench();
  store = createFileStore(bench.contentDirectory);
  await sql`INSERT INTO draft (id, account_id, member_id, wrapped_key, created_at, updated_at)
    VALUES ('drf_1', ${TEST_SENDER.accountId}, ${TEST_SENDER.memberId}, '\\x00', clock.now(), clock.now())`.execute(
    owner(),
  );
});
afterAll(() => bench.close());
beforeEach(async () => {
  await sql`DELETE FROM blob_removal`.execute(owner());
});

const owner = () => bench.context("owner").db;
const eraser = () => bench.context("eraser");

async function put(id: string, hoursAgo = 0): Promise<string> {
  await store.put(
    id,
    newContentKey(),
    (async function* () {
      yield Buffer.from("x");
    })(),
  );
  age(id, hoursAgo);
  return id;
}

function age(id: string, hoursAgo: number): void {
  const found = readdirSync(bench.contentDirectory, { recursive: true, encoding: "utf8" }).find((name) =>
    name.endsWith(id),
  );
  const seconds = Temporal.Now.instant().epochMilliseconds / 1000 - hoursAgo * 3600;
  utimesSync(join(bench.contentDirectory, found ?? ""), seconds, seconds);
}

const upload = (id: string, blobId: string) =>
  sql`INSERT INTO upload (id, account_id, draft_id, blob_id, name, media_type, size, sha256, created_at)
    VALUES (${id}, ${TEST_SENDER.accountId}, 'drf_1', ${blobId}, 'a.pdf', 'application/pdf', 1, 'h', clock.now())`;
const owe = (id: string, minutesAgo = 0) =>
  sql`INSERT INTO blob_removal (blob_id, since) VALUES (${id}, clock.now() - make_interval(mins => ${minutesAgo}))`.execute(
    owner(),
  );
const owed = async () =>
  (await owner().selectFrom("blob_removal").select("blob_id").orderBy("blob_id").execute()).map(
    (row) => row.blob_id,
  );

test("files without a key go, and one that resists keeps none of the others", async () => {
  for (const id of ["blb_one", "blb_two", "blb_three"]) await owe(await put(id));
  await owe("blb_gone_already");
  const resists = {
    remove: async (id: string) => {
      if (id === "blb_two") throw new Error("EIO");
      return store.remove(id);
    },
  };
  await expect(removeBlobsOwed(eraser(), resists)).rejects.toThrow("files could not be removed");
  expect(await owed()).toEqual(["blb_two"]);
  expect(await removeBlobsOwed(eraser(), store)).toBe(1);
  expect(await store.has("blb_two")).toBe(false);
});

test("with the store down all stay listed, and it is not asked for each of them", async () => {
  await sql`INSERT INTO blob_removal (blob_id, since) SELECT 'blb_many' || n, clock.now() FROM generate_series(1, 600) n`.execute(
    owner(),
  );
  let asked = 0;
  const down = {
    remove: async () => {
      asked += 1;
      throw new Error("ENOTCONN");
    },
  };
  await expect(removeBlobsOwed(eraser(), down)).rejects.toThrow();
  expect(asked).toBe(10);
  expect(await owed()).toHaveLength(600);
  // Many resisting ones do not hide what stands behind them.
  const some = { remove: async (id: string) => (id.endsWith("7") ? Promise.reject(new Error("EIO")) : true) };
  await expect(removeBlobsOwed(eraser(), some)).rejects.toThrow();
  expect(await owed()).toHaveLength(60);
});

test("a file that no table names goes after a day; what is named by any, and what is young, stays", async () => {
  const { messageId } = await bench.submit({ options: { postal_fallback: true }, addressees: [LETTER] });
  const { rows } = await sql<{ id: string }>`
    SELECT blob_id AS id FROM message_part WHERE message_id = ${messageId}
    UNION SELECT blob_id FROM part_rendition WHERE message_id = ${messageId}`.execute(owner());
  for (const { id } of rows) age(id, 48);
  await put("blb_upload", 48);
  await upload("upl_1", "blb_upload").execute(owner());
  await put("blb_owed", 48);
  await owe("blb_owed");
  await put("blb_orphan", 48);
  await put("blb_print_orphan", 25);
  await put("blb_in_flight", 23);
  expect(await removeUnnamed(eraser(), store)).toBe(2);
  const left = await Array.fromAsync(store.listOlderThan(0));
  expect(left.toSorted()).toEqual(
    [...rows.map(({ id }) => id), "blb_upload", "blb_owed", "blb_in_flight"].toSorted(),
  );
});

test("an upload that becomes a part of a message while the sweep looks is never taken for an orphan", async () => {
  await put("blb_passing", 48);
  const { messageId } = await bench.submit();
  const asPart = sql`INSERT INTO message_part (message_id, ordinal, name, media_type, size, sha256, blob_id)
    VALUES (${messageId}, 90, 'a.pdf', 'application/pdf', 1, 'h', 'blb_passing')`;
  const asUpload = upload("upl_2", "blb_passing");
  await asUpload.execute(owner());
  const done = new AbortController();
  const looks = (async () => {
    let looked = 0;
    while (!done.signal.aborted || looked < 50) {
      const { rows } = await sql<{ unnamed: string[] }>`
        SELECT retention.unnamed_blobs(ARRAY['blb_passing']) AS unnamed`.execute(eraser().db);
      if ((rows[0]?.unnamed ?? []).length > 0) return "taken for an orphan";
      looked += 1;
    }
    return "never";
  })();
  for (let pass = 0; pass < 60; pass += 1) {
    const there = pass % 2 === 0;
    await owner()
      .transaction()
      .execute(async (trx) => {
        await (
          there
            ? sql`DELETE FROM upload WHERE id = 'upl_2'`
            : sql`DELETE FROM message_part WHERE blob_id = 'blb_passing'`
        ).execute(trx);
        await (there ? asPart : asUpload).execute(trx);
      });
  }
  done.abort();
  expect(await looks).toBe("never");
});

test("the sweep finds files by an index in every table that names one", async () => {
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'blob_id'
      AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum)`.execute(
    owner(),
  );
  // Of a few rows at any time.
  expect(rows.map(({ name }) => name)).toEqual(["rights_request_file"]);
  expect(UNNAMED_AFTER_MS).toBe(86_400_000);
});

test("the eraser's role reads rules, ids and its own reports, and no table of persons", async () => {
  const { rows } = await sql<{ line: string }>`
    SELECT c.relname || ': ' || string_agg(p.privilege, ' ' ORDER BY p.privilege) AS line
    FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS p (privilege)
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
      AND (has_table_privilege('posthorn_eraser', c.oid, p.privilege)
        OR (p.privilege <> 'DELETE' AND has_any_column_privilege('posthorn_eraser', c.oid, p.privilege)))
    GROUP BY c.relname ORDER BY c.relname`.execute(owner());
  expect(rows.map(({ line }) => line)).toEqual([
    "blob_removal: DELETE SELECT",
    "erasure_journal: SELECT",
    "erasure_leaf: DELETE SELECT",
    "erasure_receipt: INSERT SELECT",
    "erasure_state: SELECT UPDATE",
    "legal_hold: SELECT",
    "retention_period: SELECT",
    "retention_run: INSERT SELECT UPDATE",
  ]);
});

const LETTER = {
  ...TEST_ADDRESSEE,
  postal_address: { street: "Kouter", number: "7", postcode: "9000", town: "Gent", country: "BE" },
};

test("from a bucket they go the same way: without a key, or named by nobody; while it keeps versions they stay owed", async () => {
  const s3 = await startS3();
  onTestFinished(() => s3.stop());
  const bucket = await openContentStore({
    CONTENT_URL: s3.contentUrl,
    S3_ACCESS_KEY_ID: s3.keys.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3.keys.secretAccessKey,
  });
  const one = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from("x");
  };
  for (const id of ["blb_s3_keyless", "blb_s3_named", "blb_s3_unnamed"])
    await bucket.put(id, newContentKey(), one());
  await owe("blb_s3_keyless");
  await upload("upl_s3", "blb_s3_named").execute(owner());
  s3.setVersioning("Enabled");
  await expect(removeBlobsOwed(eraser(), bucket)).rejects.toThrow("files could not be removed");
  expect(await owed()).toEqual(["blb_s3_keyless"]);
  s3.setVersioning(undefined);
  expect(await removeBlobsOwed(eraser(), bucket)).toBe(1);
  expect(await bucket.has("blb_s3_keyless")).toBe(false);
  for (const [key, { body }] of s3.bucket.objects)
    s3.bucket.objects.set(key, { body, modified: "2026-01-01T00:00:00Z" });
  expect(await removeUnnamed(eraser(), bucket)).toBe(1);
  expect(await bucket.has("blb_s3_unnamed")).toBe(false);
  expect(await bucket.has("blb_s3_named")).toBe(true);
});
