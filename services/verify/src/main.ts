// The process of the verification site: reads its settings and anchors, opens the public log, and puts the site on its port.

import { clockNow, openDatabase } from "@posthorn/db";
import { AppError, TRUST_STATUSES } from "@posthorn/domain";
import {
  assertClock,
  createArrivalClock,
  env,
  LOG_LEVELS,
  newId,
  readEnv,
  runService,
  StaleClockError,
} from "@posthorn/runtime";
import {
  DEFAULT_IDENTIFICATION,
  DEFAULT_LIMITS,
  readCheckpoint,
  readLogHead,
  readTile,
} from "@posthorn/usecases";
import { buildAssets, createCallLimit, serveApp } from "@posthorn/web";
import { createApp } from "./app.ts";
import { CALLS, CHECK_LIMITS } from "./deps.ts";
import { openVerifier } from "./wiring/verifier.ts";

const settings = readEnv({
  DATABASE_URL: env.url({ protocols: ["postgres:", "postgresql:"] }),
  HOST: env.withDefault(env.text(), "127.0.0.1"),
  PORT: env.port(),
  PUBLIC_URL: env.url({ protocols: ["http:", "https:"], example: "https://verify.example" }),
  LOG_LEVEL: env.withDefault(env.oneOf(LOG_LEVELS), "info"),
  CLOCK_TOLERANCE: env.withDefault(env.int({ min: 0 }), "30"),
  TRUST_STATUS: env.withDefault(env.oneOf(TRUST_STATUSES), "demonstration"),
  ISSUER_NAME: env.text(),
  ISSUER_COUNTRY: env.withDefault(env.text(), "BE"),
  PROVIDER_CONTACT: env.text(),
  SEAL_ANCHORS: env.withDefault(env.list(), ""),
  TIMESTAMP_ANCHORS: env.withDefault(env.list(), ""),
  TRUSTED_LISTS: env.optional(env.text()),
  LOG_VKEY: env.optional(env.text()),
  WITNESS_VKEYS: env.withDefault(env.list(), ""),
  TRUSTED_PROXY: env.withDefault(env.flag(), "false"),
});

await runService({
  name: "verify",
  logLevel: settings.LOG_LEVEL,
  async start({ log, health }) {
    const db = openDatabase({ url: settings.DATABASE_URL.href, service: "verify", max: 5 });
    const measure = () => clockNow(db);
    await assertClock({ measure, tolerance: Temporal.Duration.from({ seconds: settings.CLOCK_TOLERANCE }) });
    const clock = await createArrivalClock({
      measure,
      onFailure: (error) => log.warn({ err: error }, "the clock was not read"),
    });
    health.addCheck("database", async () => void (await measure()));
    const ctx = {
      db,
      service: "verify",
      newId,
      settings: {
        trustStatus: settings.TRUST_STATUS,
        issuer: { name: settings.ISSUER_NAME, country: settings.ISSUER_COUNTRY },
        policies: [],
        stampGraceSeconds: 0,
        letters: null,
        limits: DEFAULT_LIMITS,
        ...DEFAULT_IDENTIFICATION,
      },
    };
    const now = () => {
      try {
        return clock.now();
      } catch (error) {
        if (!(error instanceof StaleClockError)) throw error;
        throw new AppError("unavailable", error.code, {
          cause: error,
          retryAfterSeconds: error.retryAfterSeconds,
        });
      }
    };
    const vkey = settings.LOG_VKEY ?? null;
    const app = createApp({
      site: {
        origin: settings.PUBLIC_URL.origin,
        trustStatus: settings.TRUST_STATUS,
        assets: await buildAssets(),
        log,
        trustedProxy: settings.TRUSTED_PROXY,
      },
      health,
      verify: await openVerifier(
        {
          sealAnchors: settings.SEAL_ANCHORS,
          timestampAnchors: settings.TIMESTAMP_ANCHORS,
          trustedLists: settings.TRUSTED_LISTS ?? null,
          logKey: vkey,
          witnessKeys: settings.WITNESS_VKEYS,
        },
        now,
      ),
      log: {
        checkpoint: () => readCheckpoint(ctx),
        tile: (path) => readTile(ctx, path),
        head: () => readLogHead(ctx),
        vkey,
      },
      provider: { name: settings.ISSUER_NAME, contact: settings.PROVIDER_CONTACT },
      limits: CHECK_LIMITS,
      calls: createCallLimit(CALLS),
      now,
    });
    const server = await serveApp(app, { port: settings.PORT, host: settings.HOST });
    return {
      async stop() {
        await server.close();
        clock.stop();
        await db.destroy();
      },
    };
  },
});
