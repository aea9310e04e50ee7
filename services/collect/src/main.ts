// The process of collect: reads its settings, opens database, store and keys, and puts the site on its port.

import {
  loadWrapPrivateKey,
  openContentStore,
  storageProviders,
  unwrapKey,
  zipParts,
} from "@posthorn/content";
import { clockNow, createTryLimit, openDatabase, sql } from "@posthorn/db";
import { AppError, parseRegister, TRUST_STATUSES } from "@posthorn/domain";
import {
  checkCodeHash,
  createSealedCodes,
  newSessionToken,
  normaliseCheckCode,
  parseCodeKey,
  tokenHash,
} from "@posthorn/identity";
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
import { DEFAULT_IDENTIFICATION, DEFAULT_LIMITS, refuseUnready } from "@posthorn/usecases";
import { buildAssets, serveApp } from "@posthorn/web";
import { createApp } from "./app.ts";
import { type CollectDeps, TRY_LIMITS } from "./deps.ts";
import { startHeartbeat } from "./heartbeat/beat.ts";
import { serveCardHost } from "./wiring/card-host.ts";
import { bindIdentification, IDENTIFICATION_SETTINGS } from "./wiring/identification.ts";

const settings = readEnv({
  DATABASE_URL: env.url({ protocols: ["postgres:", "postgresql:"] }),
  HOST: env.withDefault(env.text(), "127.0.0.1"),
  PORT: env.port(),
  PUBLIC_URL: env.url({ protocols: ["http:", "https:"], example: "https://collect.example" }),
  LOG_LEVEL: env.withDefault(env.oneOf(LOG_LEVELS), "info"),
  CLOCK_TOLERANCE: env.withDefault(env.int({ min: 0 }), "30"),
  TRUST_STATUS: env.withDefault(env.oneOf(TRUST_STATUSES), "demonstration"),
  ISSUER_NAME: env.text(),
  ISSUER_COUNTRY: env.withDefault(env.text(), "BE"),
  PORTAL_URL: env.url({ protocols: ["http:", "https:"], example: "https://portal.example" }),
  POLICY_URLS: env.withDefault(env.list(), ""),
  PROVIDER_REGISTER: env.withDefault(env.parsed(parseRegister, "a list of providers in JSON"), "[]"),
  ...CONTENT_SETTINGS,
  WRAP_PRIVATE_KEY: env.text(),
  CODE_KEY: env.secret(),
  CHECK_CODE_KEY: env.secret(),
  TRUSTED_PROXY: env.withDefault(env.flag(), "false"),
  ...IDENTIFICATION_SETTINGS,
});

await runService({
  name: "collect",
  logLevel: settings.LOG_LEVEL,
  async start({ log, health, signal }) {
    const db = openDatabase({ url: settings.DATABASE_URL.href, service: "collect" });
    const measure = () => clockNow(db);
    await assertClock({ measure, tolerance: Temporal.Duration.from({ seconds: settings.CLOCK_TOLERANCE }) });
    const { cardAuthorities, formActions, providers, ...identification } = await bindIdentification(
      settings,
      settings.PUBLIC_URL.origin,
    );
    await refuseUnready(db, settings.TRUST_STATUS, {
      register: settings.PROVIDER_REGISTER,
      providers: [...providers, ...storageProviders(settings.CONTENT_URL)],
      publicUrls: [settings.PUBLIC_URL.href],
      policies: settings.POLICY_URLS,
      clockToleranceSeconds: settings.CLOCK_TOLERANCE,
    });
    const clock = await createArrivalClock({
      measure,
      onFailure: (error) => log.warn({ err: error }, "the clock was not read"),
    });
    const wrapKey = await loadWrapPrivateKey(settings.WRAP_PRIVATE_KEY);
    const checkCodeKey = parseCodeKey(settings.CHECK_CODE_KEY);
    health.addCheck("database", async () => void (await measure()));
    const deps: CollectDeps = {
      ctx: {
        db,
        service: "collect",
        newId,
        settings: {
          trustStatus: settings.TRUST_STATUS,
          issuer: { name: settings.ISSUER_NAME, country: settings.ISSUER_COUNTRY },
          policies: settings.POLICY_URLS,
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
        formActions,
        privacyUrl: settings.PORTAL_URL.href,
      },
      health,
      codes: createSealedCodes(parseCodeKey(settings.CODE_KEY)),
      identification,
      sessions: {
        newToken() {
          const token = newSessionToken();
          return { token, hash: tokenHash(token) };
        },
      },
      content: await openContentStore(settings),
      keys: { unwrap: (wrapped, context) => unwrapKey(wrapKey, wrapped, context) },
      digest: {
        link: tokenHash,
        session: tokenHash,
        checkCode(typed) {
          const code = normaliseCheckCode(typed);
          return code === null ? null : { code, hash: checkCodeHash(checkCodeKey, code) };
        },
      },
      arrivedAt() {
        try {
          return clock.now();
        } catch (error) {
          if (!(error instanceof StaleClockError)) throw error;
          throw new AppError("unavailable", error.code, {
            cause: error,
            retryAfterSeconds: error.retryAfterSeconds,
          });
        }
      },
      zip: zipParts,
      limits: {
        checkCode: createTryLimit(db, TRY_LIMITS.checkCode),
        checkCodeInAll: createTryLimit(db, TRY_LIMITS.checkCodeInAll),
        codes: createTryLimit(db, TRY_LIMITS.codes),
        asking: createTryLimit(db, TRY_LIMITS.asking),
        identifying: createTryLimit(db, TRY_LIMITS.identifying),
        proofCopy: createTryLimit(db, TRY_LIMITS.proofCopy),
      },
      stopping: signal,
    };
    const server = await serveApp(createApp(deps), { port: settings.PORT, host: settings.HOST });
    const cardHost = await serveCardHost(deps, {
      port: settings.EID_TLS_PORT,
      host: settings.HOST,
      certificate: settings.EID_TLS_CERTIFICATE,
      key: settings.EID_TLS_KEY,
      authorities: cardAuthorities,
    });
    const heartbeat = startHeartbeat({
      publicUrl: settings.PUBLIC_URL,
      book: async () =>
        void (await sql`INSERT INTO heartbeat SELECT date_trunc('minute', clock.now()) ON CONFLICT DO NOTHING`.execute(
          db,
        )),
      onFailure: (error) =>
        log.warn({ err: error }, "the front door did not answer; this minute is not booked"),
    });
    return {
      async stop() {
        heartbeat.stop();
        clock.stop();
        await Promise.all([server.close(), cardHost?.close()]);
        await db.destroy();
      },
    };
  },
});
