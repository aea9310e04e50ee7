// The press: makes the letters that are released, and nothing else. No network but the database's, no seal key.

import { loadWrapPrivateKey, loadWrapPublicKey, openContentStore } from "@posthorn/content";
import { clockNow, openDatabase } from "@posthorn/db";
import { runJobs } from "@posthorn/jobs";
import { parsePostalService } from "@posthorn/domain";
import { parsePrinters } from "@posthorn/postal";
import {
  assertClock,
  CONTENT_SETTINGS,
  env,
  LOG_LEVELS,
  newId,
  readEnv,
  runService,
  serveHealth,
} from "@posthorn/runtime";
import { type Context, DEFAULT_IDENTIFICATION, DEFAULT_LIMITS } from "@posthorn/usecases";
import { letterMaker } from "./letter-maker.ts";
import { startPress } from "./press-loop.ts";
import { pressPorts } from "./wiring/ports.ts";

const settings = readEnv({
  DATABASE_URL: env.url({ protocols: ["postgres:", "postgresql:"] }),
  HOST: env.withDefault(env.text(), "127.0.0.1"),
  PORT: env.port(),
  LOG_LEVEL: env.withDefault(env.oneOf(LOG_LEVELS), "info"),
  CLOCK_TOLERANCE: env.withDefault(env.int({ min: 0 }), "30"),
  SWEEP_SECONDS: env.withDefault(env.int({ min: 1 }), "60"),
  ISSUER_NAME: env.text(),
  VERIFY_URL: env.url(),
  RETURN_ADDRESS: env.list(),
  POSTAL_OPERATOR: env.withDefault(env.text(), "bpost"),
  POSTAL_SERVICE: env.optional(env.parsed(parsePostalService, "a name, or one a language: nl=…;fr=…")),
  ...CONTENT_SETTINGS,
  WRAP_PRIVATE_KEY: env.text(),
  PRINT_PUBLIC_KEY: env.text(),
  PRINTERS: env.parsed(parsePrinters, "the printers in JSON, or file: and the path of a file that holds it"),
});

await runService({
  name: "press",
  logLevel: settings.LOG_LEVEL,
  async start({ log, metrics, health }) {
    const url = settings.DATABASE_URL.href;
    const db = openDatabase({ url, service: "press", max: 4 });
    await assertClock({
      measure: () => clockNow(db),
      tolerance: Temporal.Duration.from({ seconds: settings.CLOCK_TOLERANCE }),
    });
    const ctx: Context = {
      db,
      service: "press",
      newId,
      settings: {
        trustStatus: "demonstration",
        issuer: { name: settings.ISSUER_NAME, country: "BE" },
        policies: [],
        stampGraceSeconds: 0,
        letters: null,
        limits: DEFAULT_LIMITS,
        ...DEFAULT_IDENTIFICATION,
      },
    };
    const ports = pressPorts({
      content: await openContentStore(settings),
      contentKey: await loadWrapPrivateKey(settings.WRAP_PRIVATE_KEY),
      printKey: await loadWrapPublicKey(settings.PRINT_PUBLIC_KEY),
      printers: settings.PRINTERS,
      house: {
        provider: settings.ISSUER_NAME,
        returnAddress: settings.RETURN_ADDRESS,
        carrier: { name: settings.POSTAL_OPERATOR, service: settings.POSTAL_SERVICE ?? null },
        verifyUrl: settings.VERIFY_URL.href,
      },
    });
    const press = startPress(letterMaker(ctx, ports, { log, metrics }), {
      pauseMs: settings.SWEEP_SECONDS * 1000,
      onError: (error) => log.error({ err: error }, "the press did not get on; it tries again"),
    });
    const jobs = await runJobs({
      url,
      concurrency: 1,
      handlers: {
        "make-letters": () => {
          press.wake();
          return Promise.resolve();
        },
      },
      onError: (job, error) => log.error({ job, err: error }, "job failed; the next look brings it back"),
    });
    health.addCheck("database", async () => {
      await clockNow(db);
    });
    const operations = await serveHealth({ health, metrics, port: settings.PORT, hostname: settings.HOST });
    return {
      async stop() {
        await jobs.stop();
        await press.stop();
        await operations.stop();
        await db.destroy();
      },
    };
  },
});
