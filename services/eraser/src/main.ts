// The eraser: what is due goes, by the database's functions alone. No network but the database's, no key of any kind.

import { openContentStore } from "@posthorn/content";
import { clockNow, openDatabase } from "@posthorn/db";
import { brusselsDay, startOfDay } from "@posthorn/domain";
import {
  assertClock,
  CONTENT_SETTINGS,
  env,
  journalFromUrl,
  LOG_LEVELS,
  newId,
  readEnv,
  runService,
  serveHealth,
} from "@posthorn/runtime";
import {
  copyJournal,
  ERASURE_SETS,
  refuseBehind,
  refuseMissingFunctions,
  removeBlobsOwed,
  removeUnnamed,
  trimJournal,
} from "@posthorn/usecases";
import { createErasing } from "./erasing.ts";
import { shareTime } from "./share-time.ts";
import { startLoop } from "./start-loop.ts";
import { watchProblems } from "./watch-problems.ts";

const settings = readEnv({
  DATABASE_URL: env.url({ protocols: ["postgres:", "postgresql:"] }),
  HOST: env.withDefault(env.text(), "127.0.0.1"),
  PORT: env.port(),
  LOG_LEVEL: env.withDefault(env.oneOf(LOG_LEVELS), "info"),
  CLOCK_TOLERANCE: env.withDefault(env.int({ min: 0 }), "30"),
  SWEEP_SECONDS: env.withDefault(env.int({ min: 1 }), "300"),
  ERASURE_SHARE: env.withDefault(env.int({ min: 1, max: 100 }), "30"),
  ERASURE_JOURNAL: env.text(),
  BACKUP_DAYS: env.withDefault(env.int({ min: 30, max: 3650 }), "30"),
  ...CONTENT_SETTINGS,
});

/** What anybody erased stands in the files after so long at the latest. */
const JOURNAL_PAUSE_MS = 2_000;
/** Longer than the oldest backup: one that was forgotten can still be told what it has to erase. */
const SPARE_DAYS = 31;
/** How often the whole store is looked through for files that nothing names. */
const UNNAMED_PAUSE_MS = 24 * 3_600_000;
/** What interrupted uploads left is nobody's after an hour. */
const TEMPORARY_MS = 3_600_000;

await runService({
  name: "eraser",
  logLevel: settings.LOG_LEVEL,
  async start({ log, metrics, health }) {
    const db = openDatabase({ url: settings.DATABASE_URL.href, service: "eraser", max: 6 });
    await assertClock({
      measure: () => clockNow(db),
      tolerance: Temporal.Duration.from({ seconds: settings.CLOCK_TOLERANCE }),
    });
    await refuseMissingFunctions(db, ERASURE_SETS);
    const journal = journalFromUrl(settings.ERASURE_JOURNAL);
    // A database restored from a backup is not worked on before its journal was replayed.
    await refuseBehind(db, journal);
    const content = await openContentStore(settings);
    const problems = watchProblems(health, log, ["erasing", "journal", "content"]);
    const copied = metrics.counter("erasure_journal_copied_total", "Entries of the journal copied out");
    const removed = metrics.counter("blobs_removed_total", "Files removed", ["why"]);
    const journalDays = settings.BACKUP_DAYS + SPARE_DAYS;
    const sweepMs = settings.SWEEP_SECONDS * 1000;

    const copying = startLoop(
      async () => {
        copied.inc(await copyJournal({ db }, journal, journalDays));
        problems.report("journal", null);
      },
      {
        pauseMs: () => JOURNAL_PAUSE_MS,
        longestPauseMs: 30_000,
        onError: (error) => problems.report("journal", error),
      },
    );
    const removing = startLoop(
      async (ending) => {
        removed.inc({ why: "keyless" }, await removeBlobsOwed({ db }, content, ending));
        problems.report("content", null);
      },
      { pauseMs: () => sweepMs, onError: (error) => problems.report("content", error) },
    );
    const tidying = startLoop(
      async (ending) => {
        removed.inc(
          { why: "unnamed" },
          await removeUnnamed({ db }, content, { signal: ending, pause: shareTime(10, ending) }),
        );
        await content.sweepTemporary(TEMPORARY_MS);
        await trimJournal({ db }, journalDays);
        problems.report("tidying", null);
      },
      {
        pauseMs: () => UNNAMED_PAUSE_MS,
        firstPauseMs: 60_000,
        onError: (error) => problems.report("tidying", error),
      },
    );
    const pass = createErasing(
      { db, newId },
      {
        log,
        metrics,
        problems,
        share: settings.ERASURE_SHARE,
        onErased: () => {
          copying.wake();
          removing.wake();
        },
      },
    );
    const erasing = startLoop(
      async (ending) => {
        await refuseBehind(db, journal);
        await pass(ending);
        problems.report("erasing", null);
      },
      {
        // What is due at 00.00 goes then, whenever the last pass was.
        pauseMs: async () => Math.min(sweepMs, await untilMidnight()),
        onError: (error) => problems.report("erasing", error),
      },
    );

    async function untilMidnight(): Promise<number> {
      const now = await clockNow(db);
      const midnight = startOfDay(brusselsDay(now).add({ days: 1 }));
      return Math.ceil(now.until(midnight).total("milliseconds")) + 1;
    }

    health.addCheck("database", async () => {
      await clockNow(db);
    });
    const operations = await serveHealth({ health, metrics, port: settings.PORT, hostname: settings.HOST });
    return {
      async stop() {
        await erasing.stop();
        await Promise.all([copying.stop(), removing.stop(), tidying.stop()]);
        await operations.stop();
        await db.destroy();
      },
    };
  },
});
