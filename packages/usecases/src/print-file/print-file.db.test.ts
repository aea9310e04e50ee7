import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFileStore } from "@posthorn/content";
import { clockNow, sql } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { openPrinterDoor, writeManifest } from "@posthorn/postal";
import {
  createVerbBench,
  newSshKey,
  PRINT_PARTNER_USER,
  startPrintPartner,
  type VerbBench,
} from "@posthorn/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../context.ts";
import { removeUnnamed } from "../erasure/remove-unnamed.ts";
import { listBatchesToMake, makeLetters } from "./make-letters.ts";
import { openPrintFile, openPrintFiles } from "./open-print-files.ts";
import { NOW, type PrintBench, printBench, read, sha256, STAFF_ID } from "./print-file.test-support.ts";
import { pushBatch, type PushPorts } from "./push-batch.ts";

let bench: VerbBench;
let print: PrintBench;
let press: Context;
let desk: Context;
let owner: Context;

beforeAll(async () => {
  bench = await createVerbBench();
  print = await printBench(bench);
  press = bench.context("press");
  desk = bench.context("backoffice");
  owner = bench.context("owner");
});
afterAll(() => bench.close());

const change = {
  content_damaged: (job: { messageId: string }) =>
    sql`UPDATE message SET facts = jsonb_set(facts, '{parts,0,print,sha256}', ${JSON.stringify("0".repeat(64))}::jsonb)
      WHERE id = ${job.messageId}`,
  content_missing: (job: { messageId: string }) =>
    sql`UPDATE part_rendition SET blob_id = 'blb_nowhere' WHERE message_id = ${job.messageId}`,
  content_erased: (job: { deliveryId: string }) => sql`DELETE FROM key_wrap WHERE holder = ${job.deliveryId}`,
  not_released: (job: { deliveryId: string }) =>
    sql`UPDATE delivery SET state = 'printed' WHERE id = ${job.deliveryId}`,
  address: (job: { deliveryId: string }) =>
    sql`UPDATE delivery SET street = NULL WHERE id = ${job.deliveryId}`,
};

function failing(error: Error) {
  return { ...print.press, letter: { compose: () => Promise.reject(error) } };
}

describe("making", () => {
  test("every letter is set from its renditions, closed for the desk, and the batch is ready", async () => {
    const batch = await print.batch(3);
    print.set.length = 0;
    expect(await listBatchesToMake(press)).toContain(batch.id);
    expect(await makeLetters(press, print.press, batch.id)).toEqual({ made: 3, problems: [] });
    expect(await print.batchRow(batch.id)).toMatchObject({ state: "ready" });
    expect(await listBatchesToMake(press)).not.toContain(batch.id);
    const facts = print.set.toSorted((a, b) => a.barcode.localeCompare(b.barcode))[0];
    expect(facts).toMatchObject({
      batch: batch.number,
      language: "nl",
      provider: "Posthorn",
      address: ["Jan Peeters", "Kerkstraat 5 bus 3", "2000 ANTWERPEN"],
      releasedAt: NOW,
      sender: { name: "Immo Vandewalle bv" },
      carrier: { name: "bpost", service: "Aangetekende zending" },
    });
    expect(facts?.collectUntil?.toString()).toBe("2026-12-06");
    expect(Buffer.from(facts?.parts[0]?.bytes ?? []).toString()).toContain(batch.jobs[0]?.messageId);
    for (const job of await print.jobs(batch.id)) {
      const file = await openPrintFile(desk, print.desk, print.reader, job.id);
      const bytes = await read(file.stream());
      expect(job).toMatchObject({ state: "made", pages: 4, sheets: 2, colour: false, size: bytes.length });
      expect(job.sha256).toBe(sha256(bytes));
      expect(job.address).toEqual(facts?.address);
    }
    const { rows } = await sql<{ purpose: string; holder: string }>`SELECT purpose, holder FROM key_use
      WHERE service = 'press' AND owner_id = ${batch.jobs[0]?.messageId}`.execute(owner.db);
    expect(rows).toEqual([{ purpose: "print", holder: batch.jobs[0]?.deliveryId }]);
  });

  test("who asked for it has his letter come back to himself, until the delivery is final", async () => {
    const batch = await print.batch(1);
    const [job] = batch.jobs;
    const own = { street: "Veldstraat", number: "8", postcode: "9000", town: "Gent", country: "BE" };
    await sql`UPDATE message SET return_address = ${JSON.stringify(own)}::jsonb WHERE id = ${job?.messageId}`.execute(
      owner.db,
    );
    print.set.length = 0;
    await makeLetters(press, print.press, batch.id);
    const [facts] = print.set;
    expect(facts?.returnAddress).toEqual([
      facts?.sender.name.replace(/[.,]/g, ""),
      "Veldstraat 8",
      "9000 GENT",
    ]);
    const kept = async () => {
      const select = owner.db.selectFrom("message").select("return_address");
      return (await select.where("id", "=", job?.messageId ?? "").executeTakeFirst())?.return_address;
    };
    expect(await kept()).toEqual(own);
    await sql`UPDATE delivery SET state = 'post_failed', final_at = ${NOW} WHERE id = ${job?.deliveryId}`.execute(
      owner.db,
    );
    expect(await kept()).toBeNull();
  });

  test("twice at once makes each letter once", async () => {
    const batch = await print.batch(4);
    const both = await Promise.all([1, 2].map(() => makeLetters(press, print.press, batch.id)));
    expect(both.reduce((sum, { made }) => sum + made, 0)).toBe(4);
    for (const job of await print.jobs(batch.id)) {
      const file = await openPrintFile(desk, print.desk, print.reader, job.id);
      expect(sha256(await read(file.stream()))).toBe(job.sha256);
    }
  });

  test("a file whose try ended before its commit goes by the sweep, even while the letter is made again", async () => {
    const batch = await print.batch(2);
    const ended = () => {
      throw new TypeError("killed");
    };
    const dying = { ...print.press, files: { ...print.press.files, wrapping: { wrap: ended } } };
    const store = createFileStore(bench.contentDirectory);
    const before = new Set(await Array.fromAsync(store.listOlderThan(0)));
    expect(await makeLetters(press, dying, batch.id)).toMatchObject({ made: 0 });
    const left = (await Array.fromAsync(store.listOlderThan(0))).filter((id) => !before.has(id));
    expect(left).toHaveLength(2);
    // One falls out, the other is made just when the sweep has found what its first try left.
    await change.address(batch.jobs[0] ?? { deliveryId: "" }).execute(owner.db);
    const sweep = {
      listOlderThan: () => store.listOlderThan(0),
      async remove(id: string) {
        await makeLetters(press, print.press, batch.id);
        return store.remove(id);
      },
    };
    expect(await removeUnnamed(bench.context("eraser"), sweep)).toBe(2);
    const [fallen, made] = await print.jobs(batch.id);
    expect(fallen).toMatchObject({ state: "fallen_out", blob_id: null });
    for (const id of left) expect(await store.has(id)).toBe(false);
    const file = await openPrintFile(desk, print.desk, print.reader, made?.id ?? "");
    expect((await read(file.stream())).toString()).toContain("Kerkstraat");
  });

  test("what passes leaves all that is not made to the next call", async () => {
    const batch = await print.batch(3);
    const full = new AppError("unavailable", "storage_full", { retryAfterSeconds: 300 });
    let puts = 0;
    const files = {
      ...print.press.files,
      content: {
        ...bench.content,
        put(...given: Parameters<typeof bench.content.put>) {
          puts += 1;
          return puts === 1 ? bench.content.put(...given) : Promise.reject(full);
        },
      },
    };
    await expect(makeLetters(press, { ...print.press, files }, batch.id)).rejects.toBe(full);
    const states = (await print.jobs(batch.id)).map(({ state }) => state).toSorted();
    expect(states).toEqual(["made", "numbered", "numbered"]);
    expect(await print.batchRow(batch.id)).toMatchObject({ state: "making", problem: "press_storage_full" });
    expect(await makeLetters(press, print.press, batch.id)).toMatchObject({ made: 2 });
    expect(await print.batchRow(batch.id)).toMatchObject({ state: "ready", problem: null });
  });

  test("letters closed for another key wait, and the desk reads why until they are made; numbers come first", async () => {
    const batch = await print.batch(2);
    const keys = {
      unwrap: () => {
        throw new AppError("internal", "wrap_for_other_key");
      },
    };
    expect(await makeLetters(press, { ...print.press, keys }, batch.id)).toMatchObject({ made: 0 });
    expect(await print.batchRow(batch.id)).toMatchObject({ state: "making", problem: "press_key_wrong" });
    const letter = { compose: () => Promise.reject(new AppError("unavailable", "anything")) };
    await expect(makeLetters(press, { ...print.press, letter }, batch.id)).rejects.toThrow();
    expect(await print.batchRow(batch.id)).toMatchObject({ problem: "press_failed" });
    const numbering = (problem: "no_numbers" | null) =>
      owner.db.updateTable("print_batch").set({ problem }).where("id", "=", batch.id).execute();
    await numbering("no_numbers");
    await expect(makeLetters(press, { ...print.press, letter }, batch.id)).rejects.toThrow();
    expect(await print.batchRow(batch.id)).toMatchObject({ problem: "no_numbers" });
    await numbering(null);
    expect(await makeLetters(press, print.press, batch.id)).toMatchObject({ made: 2 });
    expect(await print.batchRow(batch.id)).toMatchObject({ state: "ready", problem: null });
  });

  test("told to stop, it makes no further letter and calls nothing ready", async () => {
    const batch = await print.batch(1);
    expect(await makeLetters(press, print.press, batch.id, AbortSignal.abort())).toMatchObject({ made: 0 });
    expect(await print.batchRow(batch.id)).toMatchObject({ state: "making" });
    await makeLetters(press, print.press, batch.id);
  });

  test("a letter that waits for its number keeps the batch open, the others are made", async () => {
    const batch = await print.batch(2);
    const waiting = batch.jobs[1]?.id ?? "";
    await owner.db.updateTable("print_job").set({ state: "released" }).where("id", "=", waiting).execute();
    expect(await makeLetters(press, print.press, batch.id)).toMatchObject({ made: 1 });
    expect(await print.batchRow(batch.id)).toMatchObject({ state: "making" });
    expect(await listBatchesToMake(press)).not.toContain(batch.id);
  });

  test("an unknown printer and a batch of no one's are told apart", async () => {
    const batch = await print.batch(1, "gone");
    await expect(makeLetters(press, print.press, batch.id)).rejects.toThrow("printer_unknown: gone");
    expect(await print.batchRow(batch.id)).toMatchObject({ problem: "press_printer_unknown" });
    expect(await makeLetters(press, print.press, "bat_UNKNOWN")).toEqual({ made: 0, problems: [] });
  });
});

describe("a letter that cannot be made falls out, the rest is made", () => {
  test.each(Object.entries(change))("%s", async (reason, spoil) => {
    const batch = await print.batch(2);
    const spoilt = batch.jobs[0];
    if (spoilt) await spoil(spoilt).execute(owner.db);
    const done = await makeLetters(press, print.press, batch.id);
    expect(done).toMatchObject({ made: 1, problems: [{ jobId: spoilt?.id, reason }] });
    const [fallen, made] = await print.jobs(batch.id);
    expect(fallen).toMatchObject({ state: "fallen_out", ended_reason: reason, blob_id: null });
    expect(made).toMatchObject({ state: "made", ended_reason: null });
    expect(await print.batchRow(batch.id)).toMatchObject({ state: "ready" });
  });

  test("a rendition put under another key, or into another's place, is not printed", async () => {
    const batch = await print.batch(2);
    const [one, other] = batch.jobs;
    await sql`UPDATE part_rendition SET blob_id = (SELECT blob_id FROM part_rendition WHERE message_id = ${other?.messageId})
      WHERE message_id = ${one?.messageId}`.execute(owner.db);
    const done = await makeLetters(press, print.press, batch.id);
    expect(done.problems).toMatchObject([{ jobId: one?.id, reason: "content_damaged" }]);
  });

  test("too long, and what nobody foresaw; a batch of which nothing is left is closed", async () => {
    const long = await print.batch(1);
    const tooLong = new AppError("conflict", "letter_too_long", { detail: "101 sheets" });
    expect((await makeLetters(press, failing(tooLong), long.id)).problems).toMatchObject([
      { reason: "letter_too_long" },
    ]);
    expect(await print.batchRow(long.id)).toMatchObject({ state: "closed" });
    const odd = await print.batch(1);
    expect((await makeLetters(press, failing(new TypeError("x")), odd.id)).problems).toMatchObject([
      { reason: "letter_failed" },
    ]);
  });

  test("a key that this process does not hold makes it wait", async () => {
    const batch = await print.batch(1);
    const other = new AppError("internal", "wrap_for_other_key");
    const keys = {
      unwrap() {
        throw other;
      },
    };
    expect(await makeLetters(press, { ...print.press, keys }, batch.id)).toEqual({
      made: 0,
      problems: [{ jobId: batch.jobs[0]?.id, reason: null, error: other }],
    });
    expect((await print.jobs(batch.id))[0]).toMatchObject({ state: "numbered" });
  });
});

describe("what the press sees", () => {
  test("nothing of a letter that is not released, or that is printed", async () => {
    const batch = await print.batch(1);
    const seen = async () => {
      const counts = await Promise.all(
        (["delivery", "message", "message_part", "part_rendition", "key_wrap"] as const).map((table) =>
          sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(press.db),
        ),
      );
      return counts.map(({ rows }) => rows[0]?.n ?? 0);
    };
    const before = await seen();
    const { deliveryId } = batch.jobs[0] ?? { deliveryId: "" };
    await owner.db
      .updateTable("delivery")
      .set({ print_released_at: null })
      .where("id", "=", deliveryId)
      .execute();
    expect(await seen()).toEqual(before.map((count) => count - 1));
    expect(before[0]).toBeGreaterThan(0);
    await expect(sql`SELECT email FROM delivery`.execute(press.db)).rejects.toThrow("permission denied");
    await expect(sql`SELECT FROM account`.execute(press.db)).rejects.toThrow("permission denied");
  });
});

describe("downloading", () => {
  async function made(count: number) {
    const batch = await print.batch(count);
    await makeLetters(press, print.press, batch.id);
    return batch;
  }

  test("one zip with the manifest and every file, written down before its first byte", async () => {
    const batch = await made(2);
    const opened = await openPrintFiles(desk, print.desk, print.reader, batch.id);
    expect(opened.name).toBe(`batch-${batch.number}.zip`);
    const { rows } = await sql<{ act: string; subject: string; staff_id: string }>`
      SELECT act, subject, staff_id FROM staff_log ORDER BY id DESC LIMIT 1`.execute(owner.db);
    expect(rows).toEqual([{ act: "print_files_downloaded", subject: batch.id, staff_id: STAFF_ID }]);
    const uses = await sql<{ owner_id: string }>`SELECT owner_id FROM key_use
      WHERE purpose = 'print_file' AND service = 'backoffice' AND holder = ${STAFF_ID} ORDER BY id DESC LIMIT 2`.execute(
      owner.db,
    );
    expect(uses.rows.map((row) => row.owner_id).toSorted()).toEqual(
      batch.jobs.map(({ id }) => id).toSorted(),
    );
    const zip = await read(opened.stream());
    for (const { id } of batch.jobs) expect(zip.includes(`${id}.pdf`)).toBe(true);
    expect(zip.includes("manifest.json")).toBe(true);
    expect(zip.includes(`${batch.number}-0001-${batch.jobs[0]?.id}.pdf`)).toBe(true);
  });

  test("the manifest says until when each may be posted, and leaves out what fell out", async () => {
    const batch = await made(2);
    await owner.db
      .updateTable("print_job")
      .set({ state: "fallen_out" })
      .where("id", "=", batch.jobs[1]?.id ?? "")
      .execute();
    let listed: unknown;
    const ports = {
      ...print.desk,
      manifest: (...given: Parameters<typeof print.desk.manifest>) => {
        listed = given;
        return [];
      },
    };
    await read((await openPrintFiles(desk, ports, print.reader, batch.id)).stream());
    expect(listed).toMatchObject([
      { number: batch.number, printer: "own", duplex: true },
      [{ job: batch.jobs[0]?.id, country: "BE", pages: 4 }],
    ]);
    const letters = (listed as [unknown, { postBy: Temporal.PlainDate }[]])[1];
    // Ten working days after Monday 7 December.
    expect(letters.map(({ postBy }) => postBy.toString())).toEqual(["2026-12-21"]);
  });

  test.each([
    ["the auditor", { roles: ["auditor"] as const }, "staff_role_missing"],
    ["who showed his passkey long ago", { freshUntil: NOW }, "staff_not_fresh"],
  ])("not by %s, and nothing is written down", async (_who, staff, code) => {
    const batch = await made(1);
    const reader = { ...print.reader, staff: { ...print.reader.staff, ...staff } };
    const before = await sql`SELECT FROM staff_log`.execute(owner.db);
    await expect(openPrintFiles(desk, print.desk, reader, batch.id)).rejects.toMatchObject({ code });
    await expect(openPrintFile(desk, print.desk, reader, batch.jobs[0]?.id ?? "")).rejects.toMatchObject({
      code,
    });
    expect((await sql`SELECT FROM staff_log`.execute(owner.db)).rows.length).toBe(before.rows.length);
  });

  test("not before the batch is ready, not of an unknown one, not once a file has fallen under its rule", async () => {
    const open = (id: string) => openPrintFiles(desk, print.desk, print.reader, id);
    const waiting = await print.batch(1);
    await expect(open(waiting.id)).rejects.toMatchObject({ kind: "conflict", code: "batch_not_ready" });
    await expect(open("bat_UNKNOWN")).rejects.toMatchObject({ kind: "not_found", code: "batch_unknown" });
    const batch = await made(2);
    const erased = batch.jobs[0]?.id ?? "";
    await owner.db
      .updateTable("print_job")
      .set({ blob_id: null, wrapped_key: null })
      .where("id", "=", erased)
      .execute();
    await expect(open(batch.id)).rejects.toMatchObject({ code: "print_files_erased" });
    const one = openPrintFile(desk, print.desk, print.reader, erased);
    await expect(one).rejects.toMatchObject({ code: "print_files_erased" });
    await expect(openPrintFile(desk, print.desk, print.reader, "pjb_UNKNOWN")).rejects.toMatchObject({
      code: "letter_unknown",
    });
  });

  test("a file that was altered breaks the zip off", async () => {
    const batch = await made(2);
    await bench.content.remove((await print.jobs(batch.id))[1]?.blob_id ?? "");
    const opened = await openPrintFiles(desk, print.desk, print.reader, batch.id);
    await expect(read(opened.stream())).rejects.toMatchObject({ code: "content_missing" });
  });
});

describe("bringing files to the print partner", () => {
  const NAMES = ["manifest.csv", "manifest.json"];

  async function asked(printer = "partner") {
    const batch = await print.batch(2, printer);
    await makeLetters(press, print.press, batch.id);
    await sql`UPDATE print_batch SET push_asked_at = clock.now(), push_next_at = clock.now() WHERE id = ${batch.id}`.execute(
      owner.db,
    );
    return batch;
  }

  function ports(push: PushPorts["door"]["push"]): PushPorts {
    return {
      ...print.desk,
      manifest: () => NAMES.map((name) => ({ name, bytes: Buffer.from(name) })),
      door: { push },
    };
  }

  async function row(batchId: string) {
    return owner.db
      .selectFrom("print_batch")
      .select(["push_next_at", "pushed_at", "push_error", "push_attempts"])
      .where("id", "=", batchId)
      .executeTakeFirstOrThrow();
  }

  test("every file once, the manifest last; booked, and never brought again", async () => {
    const batch = await asked();
    const brought: string[] = [];
    const door = ports(async (printer, folder, files, last) => {
      for await (const { name, bytes } of files) {
        if (name.endsWith(".pdf")) expect(Buffer.from(bytes).toString()).toContain("Kerkstraat");
        brought.push(`${printer.key}/${folder}/${name}`);
      }
      brought.push(last.name);
    });
    const worker = bench.context("worker");
    const both = await Promise.all([1, 2].map(() => pushBatch(worker, door, batch.id)));
    expect(both.filter((done) => done !== null)).toEqual(["pushed"]);
    const folder = `partner/batch-${batch.number}`;
    expect(brought).toEqual([
      ...batch.jobs.map(({ id }, index) => `${folder}/${batch.number}-000${index + 1}-${id}.pdf`),
      `${folder}/manifest.csv`,
      "manifest.json",
    ]);
    expect(await row(batch.id)).toMatchObject({ push_next_at: null, push_error: null, push_attempts: 1 });
    expect((await row(batch.id)).pushed_at).not.toBeNull();
    expect(await pushBatch(worker, door, batch.id)).toBeNull();
    const uses = await sql`SELECT FROM key_use WHERE service = 'worker' AND holder = 'partner'
      AND owner_id = ${batch.jobs[0]?.id}`.execute(owner.db);
    expect(uses.rows).toHaveLength(1);
  });

  test("by the real door to a real server: each file of the digest that the manifest names", async () => {
    const batch = await asked();
    const directory = mkdtempSync(join(tmpdir(), "posthorn-partner-"));
    const ours = newSshKey();
    const partner = await startPrintPartner({
      port: 0,
      directory,
      hostKey: newSshKey().private,
      clientKey: ours.public,
    });
    try {
      const { port, hostKey } = partner;
      const sftp = { host: "127.0.0.1", port, user: PRINT_PARTNER_USER, hostKey, directory: "." };
      const real: PushPorts = {
        ...print.desk,
        printers: print.desk.printers.map((printer) => ({ ...printer, sftp })),
        manifest: writeManifest,
        door: openPrinterDoor({ keys: new Map([["partner", ours.private]]) }),
      };
      expect(await pushBatch(bench.context("worker"), real, batch.id)).toBe("pushed");
      const folder = join(directory, `batch-${batch.number}`);
      const { files } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
        readonly files: readonly { readonly file: string; readonly sha256: string }[];
      };
      expect(files).toHaveLength(2);
      for (const { file, sha256: named } of files)
        expect(sha256(readFileSync(join(folder, file)))).toBe(named);
    } finally {
      await partner.stop();
      rmSync(directory, { recursive: true });
    }
  });

  test("a fault is booked in one word, and the next try is later each time", async () => {
    const batch = await asked();
    const worker = bench.context("worker");
    const down = ports(() =>
      Promise.reject(new AppError("unavailable", "printer_unavailable", { detail: "unreachable" })),
    );
    const pauses: number[] = [];
    for (const attempt of [1, 2, 3]) {
      await sql`UPDATE print_batch SET push_next_at = clock.now() WHERE id = ${batch.id}`.execute(owner.db);
      expect(await pushBatch(worker, down, batch.id)).toBe("unreachable");
      const after = await row(batch.id);
      expect(after).toMatchObject({ push_error: "unreachable", pushed_at: null, push_attempts: attempt });
      pauses.push(after.push_next_at?.since(await clockNow(owner.db)).total("minutes") ?? 0);
      expect(await pushBatch(worker, down, batch.id)).toBeNull();
    }
    expect(pauses.map(Math.ceil)).toEqual([1, 2, 5]);
  });

  test("a file that is gone, and a printer that has no place for files, are said", async () => {
    const read = ports(async (_printer, _folder, files) => {
      for await (const _file of files) continue;
    });
    const batch = await asked();
    await bench.content.remove((await print.jobs(batch.id))[1]?.blob_id ?? "");
    expect(await pushBatch(bench.context("worker"), read, batch.id)).toBe("files_gone");
    const own = await asked("own");
    expect(await pushBatch(bench.context("worker"), read, own.id)).toBe("printer_unknown");
    const nowhere = await asked();
    expect(await pushBatch(bench.context("worker"), null, nowhere.id)).toBe("printer_unknown");
  });

  test("what nobody foresaw is thrown, and tried again once the lease is over", async () => {
    const batch = await asked();
    const odd = ports(() => Promise.reject(new TypeError("x")));
    await expect(pushBatch(bench.context("worker"), odd, batch.id)).rejects.toThrow("x");
    const after = await row(batch.id);
    expect(after.pushed_at).toBeNull();
    expect(after.push_next_at?.since(await clockNow(owner.db)).total("minutes")).toBeGreaterThan(20);
  });
});
