// The back office's process: pages of the staff. Reads its settings, wires its ports, serves.

import {
  loadWrapPrivateKey,
  newContentKey,
  openContentStore,
  unwrapKey,
  wrapKey,
  zipEntries,
} from "@posthorn/content";
import { clockNow, createTryLimit, openDatabase } from "@posthorn/db";
import { renderProcessingRecord } from "@posthorn/documents";
import { AppError, NOTICE_DAYS_DEFAULT, TRUST_STATUSES } from "@posthorn/domain";
import { createIdentityKeys, openPasskeys, parseIdentityKeys, tokenHash } from "@posthorn/identity";
import { parsePrinters, writeManifest } from "@posthorn/postal";
import {
  assertClock,
  CONTENT_SETTINGS,
  createArrivalClock,
  env,
  LOG_LEVELS,
  newId,
  readEnv,
  runService,
  StaleClockError,
} from "@posthorn/runtime";
import { DEFAULT_IDENTIFICATION, DEFAULT_LIMITS } from "@posthorn/usecases";
import { buildAssets, serveApp } from "@posthorn/web";
import { createApp } from "./app.ts";
import { TRY_LIMITS } from "./deps.ts";
import { inspection, requestPapers, sessionTokens } from "./wiring/ports.ts";

const settings = readEnv({
  DATABASE_URL: env.url({ protocols: ["postgres:", "postgresql:"] }),
  HOST: env.withDefault(env.text(), "127.0.0.1"),
  PORT: env.port(),
  PUBLIC_URL: env.url({ protocols: ["http:", "https:"], example: "https://backoffice.example" }),
  LOG_LEVEL: env.withDefault(env.oneOf(LOG_LEVELS), "info"),
  CLOCK_TOLERANCE: env.withDefault(env.int({ min: 0 }), "30"),
  TRUST_STATUS: env.withDefault(env.oneOf(TRUST_STATUSES), "demonstration"),
  TRUSTED_PROXY: env.withDefault(env.flag(), "false"),
  ISSUER_NAME: env.text(),
  PROVIDER_CONTACT: env.withDefault(env.text(), ""),
  SUBPROCESSOR_NOTICE_DAYS: env.withDefault(env.int({ min: 0 }), String(NOTICE_DAYS_DEFAULT)),
  DPO_CONTACT: env.withDefault(env.text(), ""),
  ISSUER_COUNTRY: env.withDefault(env.text(), "BE"),
  IDENTITY_KEYS: env.parsed(parseIdentityKeys, "versioned keys, e.g. 1=file:///run/keys/identity-1"),
  ...CONTENT_SETTINGS,
  MANDATE_PRIVATE_KEY: env.text(),
  PRINTERS: env.parsed(parsePrinters, 'a list of printers, e.g. [{"key":"own","name":"Our printer"}]'),
  PRINT_PRIVATE_KEY: env.text(),
  HANDOVER_TWO_PERSONS: env.withDefault(env.flag(), "false"),
});

await runService({
  name: "backoffice",
  logLevel: settings.LOG_LEVEL,
  async start({ log, health, signal }) {
    const db = openDatabase({ url: settings.DATABASE_URL.href, service: "backoffice", max: 5 });
    const measure = () => clockNow(db);
    await assertClock({ measure, tolerance: Temporal.Duration.from({ seconds: settings.CLOCK_TOLERANCE }) });
    const clock = await createArrivalClock({
      measure,
      onFailure: (err) => log.warn({ err }, "clock not read"),
    });
    health.addCheck("database", async () => {
      await clockNow(db);
    });
    const mandateKey = await loadWrapPrivateKey(settings.MANDATE_PRIVATE_KEY);
    const printKey = await loadWrapPrivateKey(settings.PRINT_PRIVATE_KEY);
    const content = await openContentStore(settings);
    const printers = settings.PRINTERS;
    const app = createApp({
      ctx: {
        db,
        service: "backoffice",
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
      },
      site: {
        origin: settings.PUBLIC_URL.origin,
        trustStatus: settings.TRUST_STATUS,
        assets: await buildAssets(),
        log,
        trustedProxy: settings.TRUSTED_PROXY,
      },
      health,
      passkeys: openPasskeys({ name: settings.ISSUER_NAME, publicUrl: settings.PUBLIC_URL.href }),
      tokens: sessionTokens,
      sessionHash: tokenHash,
      identityKeys: createIdentityKeys(settings.IDENTITY_KEYS),
      mandates: {
        content,
        keys: { unwrap: (wrapped, context) => unwrapKey(mandateKey, wrapped, context) },
      },
      letters: {
        printers,
        files: {
          files: { content, keys: { unwrap: (wrapped, context) => unwrapKey(printKey, wrapped, context) } },
          printers,
          manifest: writeManifest,
          zip: zipEntries,
        },
        inspection,
        twoPersons: settings.HANDOVER_TWO_PERSONS,
      },
      privacy: {
        noticeDays: settings.SUBPROCESSOR_NOTICE_DAYS,
        contact: settings.PROVIDER_CONTACT,
        officer: settings.DPO_CONTACT,
        renderRecord: renderProcessingRecord,
      },
      requests: {
        files: {
          content,
          newContentKey,
          inspection,
          keys: {
            wrap: (key, context) => wrapKey(mandateKey, key, context),
            unwrap: (wrapped, context) => unwrapKey(mandateKey, wrapped, context),
          },
        },
        ...requestPapers(settings.ISSUER_NAME, settings.DPO_CONTACT || settings.PROVIDER_CONTACT),
      },
      stopping: signal,
      arrivedAt: () => arrival(clock.now),
      tries: {
        passkeys: createTryLimit(db, TRY_LIMITS.passkeys),
        invitations: createTryLimit(db, TRY_LIMITS.invitations),
        lookUps: createTryLimit(db, TRY_LIMITS.lookUps),
        openings: createTryLimit(db, TRY_LIMITS.openings),
      },
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

function arrival(now: () => Temporal.Instant): Temporal.Instant {
  try {
    return now().round({ smallestUnit: "millisecond", roundingMode: "floor" });
  } catch (cause) {
    if (!(cause instanceof StaleClockError)) throw cause;
    throw new AppError("unavailable", cause.code, { cause, retryAfterSeconds: cause.retryAfterSeconds });
  }
}
