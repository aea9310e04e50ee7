// The erasure test: somebody with every kind of data, searched for byte by byte as her data fall due, and again after a restore.

import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { runCommand } from "@posthorn/cli";
import { urlForRole } from "@posthorn/db";
import { createJournalFiles } from "@posthorn/runtime";
import { dataDirectoryFor, rolePassword, type ServiceName, waitFor } from "@posthorn/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "../actors/hold-table.ts";
import { openStack, type TestStack } from "../actors/open-stack.ts";
import { allQuiet, liveAsCanary } from "../canary/live.ts";
import { CITIZEN_VALUES } from "../canary/receive-letters.ts";
import { type LaterRule, misplaced } from "../canary/where-she-may-stand.ts";
import { createCanarySearch } from "../secrecy/find-canaries.ts";
import { searchDatabase, searchFiles, searchFolder, told } from "../secrecy/search-stack.ts";

const search = createCanarySearch(CITIZEN_VALUES);
const SERVERS_OWN = (process.env["DATABASE_URL"] ?? "") === "";
const OTHER_SERVICES = [
  "portal",
  "api",
  "collect",
  "backoffice",
  "inbound",
  "press",
  "sealer",
  "verify",
] as const satisfies readonly ServiceName[];

let stack: TestStack;
let data: string;
let backup: string;

beforeAll(async () => {
  stack = await openStack();
  data = dataDirectoryFor(stack.directory);
  backup = join(dirname(data), "backup");
  // As the runbook has it: what was erased is not carried on in files of the log that are used again.
  await ask(stack.ownerUrl, "ALTER SYSTEM SET wal_recycle = off");
  await ask(stack.ownerUrl, "SELECT pg_reload_conf()");
  await liveAsCanary(stack);
  await allQuiet(stack);
}, 400_000);

afterAll(() => stack?.stop());

test("she is in every part of the service, and the search finds her there; no log, no file tells of her", async () => {
  const found = await searchDatabase(stack.ownerUrl, search);
  const tables = new Set(Array.from(found.values()).flatMap((places) => Array.from(places, tableOf)));
  for (const table of PARTS) expect(tables, table).toContain(table);
  for (const value of VALUES) expect([...found.keys()], value).toContain(value);
  // Content and drafts, and what the desk keeps of identifications, are sealed from the beginning.
  const sealed = [...found.keys()].filter((value) =>
    /text$|bytes$|password$|draftsubject$|register number/.test(value),
  );
  expect(sealed).toEqual([]);
  expect(told(searchFolder(stack.directory, search))).toEqual({});
  expect(stack.troubles).toEqual([]);
});

describe("once all is due but what R6 and R9 hold for 24 months, R13 and R14 for five years, and R19", () => {
  const LATER: readonly LaterRule[] = ["R6", "R9", "R13", "R14", "R19"];

  test("she is found in what these rules keep, column by column, and nowhere else", async () => {
    for (const name of [...OTHER_SERVICES, "worker", "eraser"] as const) await stack.kill(name);
    await keepBackup();
    await travel({ days: 130 });
    await Promise.all([stack.restart("eraser"), stack.restart("worker")]);
    await settled();
    // The last mail to each member, and what was noted of it, which falls a month later.
    await allQuiet(stack);
    await stack.kill("worker");
    await travel({ days: 31 });
    await settled();
    const found = await searchDatabase(stack.ownerUrl, search);
    expect(misplaced(found, LATER)).toEqual([]);
    // Nothing went too early.
    for (const [value, place] of [
      ["browser", "use_log.user_agent"],
      ["codeslast", "evidence_record.canonical"],
      ["letterstreet", "evidence_artifact.bytes"],
      ["messagesubject", "message.subject"],
      ["codesconsent", "addressee_consent.words"],
      ["rightswords", "rights_request.words"],
      ["holdreason", "legal_hold.reason"],
    ] as const)
      expect([...(found.get(value) ?? [])], value).toContain(place);
    await nowhereInFiles();
  });

  test.skipIf(!SERVERS_OWN)(
    "a backup from before is put back, the journal replayed: before anything starts she is found no more than she was",
    async () => {
      const before = told(await searchDatabase(stack.ownerUrl, search));
      const now = stack.clock.now();
      await stack.kill("eraser");
      await putBackupBack();
      // The stack's clock stands in its database, and so went back.
      const back = await nowOfDatabase();
      await stack.clock.refresh();
      expect(misplaced(await searchDatabase(stack.ownerUrl, search), LATER)).not.toEqual([]);
      await stack.clock.advance(back.until(now, { largestUnit: "hours" }), { outage: true });
      const first = await posthorn("owner", "migrate");
      expect(first, first.said).toMatchObject({ code: 0 });
      expect((await posthorn("owner", "retention", "replay")).said).toBe(
        "The database is where its journal is.\n",
      );
      expect(told(await searchDatabase(stack.ownerUrl, search))).toEqual(before);
      await stack.restart("eraser");
      await settled();
      expect(told(await searchDatabase(stack.ownerUrl, search))).toEqual(before);
      await nowhereInFiles();
    },
  );
});

test("past R6 and R9 she is found in proofs of consent and answered requests alone, until R13 and R14 end", async () => {
  await travel({ months: 24 });
  await settled();
  expect(misplaced(await searchDatabase(stack.ownerUrl, search), ["R13", "R14", "R19"])).toEqual([]);
  await travel({ years: 4 });
  await settled();
  expect(misplaced(await searchDatabase(stack.ownerUrl, search), ["R19"])).toEqual([]);
});

test("when who looked at her has left and the books are closed, nothing of her is left: tables, planner, files, logs, journal", async () => {
  for (const { id } of stack.staff) expect((await posthorn("owner", "staff", "leave", id)).code).toBe(0);
  await travel({ years: 8 });
  await settled();
  expect(told(await searchDatabase(stack.ownerUrl, search))).toEqual({});
  await nowhereInFiles();
  expect(stack.troubles).toEqual([]);
});

test.skipIf(!SERVERS_OWN)(
  "in the files of the database she stands until they are written anew; then in none of them, nor in its log of changes",
  async () => {
    const before = searchFiles(data, search);
    expect(before.size).toBeGreaterThan(VALUES.length);
    const { code, said } = await posthorn("owner", "retention", "rewrite");
    expect(code, said).toBe(0);
    await stack.kill("eraser");
    await stack.postgres.pause();
    expect(told(searchFiles(data, search))).toEqual({});
    expect(told(searchFiles(dirname(data), search, (name) => name.endsWith(".log")))).toEqual({});
  },
);

/** A table of each kind of thing. */
const PARTS = [
  "account",
  "person",
  "registration",
  "invitation",
  "mailed_link",
  "team",
  "api_key",
  "contact",
  "addressee_consent",
  "upload",
  "delivery",
  "message",
  "message_part",
  "notice",
  "evidence_record",
  "evidence_seal",
  "evidence_artifact",
  "proof",
  "bundle",
  "print_job",
  "carrier_report",
  "raw_arrival",
  "idempotency",
  "rights_request",
  "rights_request_event",
  "legal_hold",
  "staff_log",
  "use_log",
];

const WHO = ["holder", "codes", "refused", "expired", "letter"];
const MORE = `memberemail memberlast invitedemail unfinishedemail unfinishedstreet teamname keyname holderstreet holdercontactemail
  membercontactstreet holderdraftfilename memberdraftfilename letterstreet messagesubject messagefilename messagekey codesconsent
  bouncedhost mobile rightswords ownrightswords bookedstreet behalfname answerwords holdreason holdanswer browser`;
/** Of each kind one at least. */
const VALUES = [
  ...WHO.flatMap((who) => [`${who}first`, `${who}last`, `${who}email`]),
  ...MORE.split(/\s+/),
  "birth date",
];

function tableOf(place: string): string {
  return place.split(".")[0] ?? "";
}

/** Time passes while nothing but what is started runs. */
async function travel(by: Temporal.DurationLike): Promise<void> {
  await stack.clock.advance(Temporal.Duration.from(by), { outage: true });
}

async function nowOfDatabase(): Promise<Temporal.Instant> {
  const [row] = await ask<{ now: string }>(
    stack.ownerUrl,
    "SELECT to_char(clock.now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') AS now",
  );
  return Temporal.Instant.from(row?.now ?? "");
}

/** The eraser has erased what is due, copied the journal, and removed the files. */
async function settled(): Promise<void> {
  await waitFor("all that is due to be gone", async () => {
    const { said } = await posthorn("eraser", "retention", "run", "--dry-run");
    return said.startsWith("Nothing falls") || undefined;
  });
  await waitFor("files to be removed and the journal to be copied", async () => {
    const [left] = await ask<{ n: number }>(stack.ownerUrl, "SELECT count(*)::int AS n FROM blob_removal");
    return left?.n === 0 || undefined;
  });
  const [newest] = await ask<{ id: string }>(
    stack.ownerUrl,
    "SELECT subject_id AS id FROM erasure_journal ORDER BY number DESC LIMIT 1",
  );
  const journal = createJournalFiles(join(stack.directory, "erasure-journal"));
  await waitFor("the journal's copy", async () => (await journal.last())?.id === newest?.id || undefined);
}

async function nowhereInFiles(): Promise<void> {
  expect(told(searchFolder(stack.directory, search))).toEqual({});
}

/** The data directory, as a backup that was taken while the server stood still. */
async function keepBackup(): Promise<void> {
  if (!SERVERS_OWN) return;
  await stack.postgres.pause();
  execFileSync("cp", ["-a", data, backup]);
  await stack.postgres.resume();
}

async function putBackupBack(): Promise<void> {
  await stack.postgres.pause();
  rmSync(data, { recursive: true });
  execFileSync("mv", [backup, data]);
  await stack.postgres.resume();
}

async function posthorn(role: "owner" | "eraser", ...args: readonly string[]) {
  const said: string[] = [];
  const url =
    role === "owner" ? stack.ownerUrl : urlForRole(stack.ownerUrl, role, rolePassword(stack.ownerUrl));
  const code = await runCommand(args, {
    folder: stack.directory,
    env: {
      DATABASE_URL: url,
      ERASURE_JOURNAL: pathToFileURL(join(stack.directory, "erasure-journal")).href,
    },
    now: () => stack.clock.now(),
    write: (text) => said.push(text),
    complain: (text) => said.push(text),
  });
  return { code, said: said.join("") };
}
