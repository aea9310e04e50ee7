// The API's process: reads its settings, opens database, store and key, and puts the routes on their port.

import {
  loadWrapPublicKey,
  newContentKey,
  openContentStore,
  storageProviders,
  wrapKey,
} from "@posthorn/content";
import { clockNow, openDatabase } from "@posthorn/db";
import {
  parseRegister,
  parseTariff,
  TRUST_STATUSES,
  REIDENTIFY_DAYS_DEFAULT,
  REQUIRED_IDENTIFICATIONS,
} from "@posthorn/domain";
import { createIdentityKeys, parseIdentityKeys } from "@posthorn/identity";
import { createRenditions, parsePrinters, termsOfLetters } from "@posthorn/postal";
import {
  assertClock,
  CONTENT_SETTINGS,
  createArrivalClock,
  env,
  LOG_LEVELS,
  newId,
  readEnv,
  runService,
} from "@posthorn/runtime";
import { DEFAULT_LIMITS, refuseUnready } from "@posthorn/usecases";
import { serveApp } from "@posthorn/web";
import { createApp } from "./app.ts";
import { createRateLimit } from "./door/limit-rate.ts";
import { apiKeyPort, arrivalOf, inspectionPort } from "./wiring/ports.ts";

const atLeastOne = (fallback: number) => env.withDefault(env.int({ min: 1 }), String(fallback));

const settings = readEnv({
  DATABASE_URL: env.url({ protocols: ["postgres:", "postgresql:"] }),
  HOST: env.withDefault(env.text(), "127.0.0.1"),
  PORT: env.port(),
  PUBLIC_URL: env.url({ protocols: ["http:", "https:"], example: "https://api.example" }),
  LOG_LEVEL: env.withDefault(env.oneOf(LOG_LEVELS), "info"),
  CLOCK_TOLERANCE: env.withDefault(env.int({ min: 0 }), "30"),
  TRUST_STATUS: env.withDefault(env.oneOf(TRUST_STATUSES), "demonstration"),
  ISSUER_NAME: env.text(),
  ISSUER_COUNTRY: env.withDefault(env.text(), "BE"),
  POLICY_URLS: env.withDefault(env.list(), ""),
  PROVIDER_REGISTER: env.withDefault(env.parsed(parseRegister, "a list of providers in JSON"), "[]"),
  ...CONTENT_SETTINGS,
  WRAP_PUBLIC_KEY: env.text(),
  IDENTITY_KEYS: env.parsed(parseIdentityKeys, "versioned keys, such as 1=file:///run/keys/identity-1"),
  STAMP_GRACE: env.withDefault(env.int({ min: 0 }), "300"),
  POSTAGE_TARIFF: env.optional(
    env.parsed(parseTariff, "credits by country and sheets, such as BE:8=9,100=18;*:8=14"),
  ),
  PRINTERS: env.optional(env.parsed(parsePrinters, "the printers in JSON, as the press has them")),
  SOFFICE: env.optional(env.text()),
  IDENTIFICATIONS: env.withDefault(env.listOf(REQUIRED_IDENTIFICATIONS), "codes"),
  REIDENTIFY_DAYS: env.withDefault(env.int({ min: 1 }), String(REIDENTIFY_DAYS_DEFAULT)),
  NRN_LEGAL_BASIS: env.optional(env.text()),
  LIMIT_FILE_BYTES: atLeastOne(DEFAULT_LIMITS.fileBytes),
  LIMIT_MESSAGE_BYTES: atLeastOne(DEFAULT_LIMITS.messageBytes),
  LIMIT_FILES: atLeastOne(DEFAULT_LIMITS.files),
  LIMIT_ADDRESSEES: atLeastOne(DEFAULT_LIMITS.addressees),
  LIMIT_REQUESTS_PER_MINUTE: atLeastOne(30_000),
  TRUSTED_PROXY: env.withDefault(env.flag(), "false"),
});

await runService({
  name: "api",
  logLevel: settings.LOG_LEVEL,
  async start({ log, health }) {
    const db = openDatabase({ url: settings.DATABASE_URL.href, service: "api" });
    const measure = () => clockNow(db);
    await assertClock({ measure, tolerance: Temporal.Duration.from({ seconds: settings.CLOCK_TOLERANCE }) });
    await refuseUnready(db, settings.TRUST_STATUS, {
      register: settings.PROVIDER_REGISTER,
      providers: storageProviders(settings.CONTENT_URL),
      publicUrls: [settings.PUBLIC_URL.href],
      policies: settings.POLICY_URLS,
      clockToleranceSeconds: settings.CLOCK_TOLERANCE,
    });
    const clock = await createArrivalClock({
      measure,
      onFailure: (error) => log.warn({ err: error }, "the clock was not read"),
    });
    const publicKey = await loadWrapPublicKey(settings.WRAP_PUBLIC_KEY);
    health.addCheck("database", async () => void (await measure()));
    const renditions = createRenditions(settings.SOFFICE === undefined ? {} : { soffice: settings.SOFFICE });
    const app = createApp({
      ctx: {
        db,
        service: "api",
        newId,
        settings: {
          trustStatus: settings.TRUST_STATUS,
          issuer: { name: settings.ISSUER_NAME, country: settings.ISSUER_COUNTRY },
          policies: settings.POLICY_URLS,
          stampGraceSeconds: settings.STAMP_GRACE,
          letters: termsOfLetters(settings.POSTAGE_TARIFF, settings.PRINTERS),
          limits: {
            fileBytes: settings.LIMIT_FILE_BYTES,
            messageBytes: settings.LIMIT_MESSAGE_BYTES,
            files: settings.LIMIT_FILES,
            addressees: settings.LIMIT_ADDRESSEES,
          },
          identifications: settings.IDENTIFICATIONS,
          reidentifyDays: settings.REIDENTIFY_DAYS,
          registerNumberBasis: settings.NRN_LEGAL_BASIS,
        },
      },
      origin: settings.PUBLIC_URL.origin,
      log,
      health,
      keys: apiKeyPort,
      intake: {
        content: await openContentStore(settings),
        wrapping: { wrap: (key, context) => wrapKey(publicKey, key, context) },
        inspection: inspectionPort,
        renditions,
        identityKeys: createIdentityKeys(settings.IDENTITY_KEYS),
        newContentKey,
      },
      rate: createRateLimit(settings.LIMIT_REQUESTS_PER_MINUTE),
      arrivedAt: arrivalOf(clock),
      trustedProxy: settings.TRUSTED_PROXY,
    });
    const server = await serveApp(app, { port: settings.PORT, host: settings.HOST });
    return {
      async stop() {
        await server.close();
        await renditions.close();
        clock.stop();
        await db.destroy();
      },
    };
  },
});
