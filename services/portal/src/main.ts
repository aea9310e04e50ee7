// The portal's process: sender web pages. Reads its settings, wires its ports, serves.

import {
  loadWrapPrivateKey,
  loadWrapPublicKey,
  openContentStore,
  storageProviders,
  unwrapKey,
  wrapKey,
  zipEntries,
} from "@posthorn/content";
import { clockNow, INBOX_ROLE, openDatabase } from "@posthorn/db";
import {
  AppError,
  NOTICE_DAYS_DEFAULT,
  parseRegister,
  parseTariff,
  TRUST_STATUSES,
  REIDENTIFY_DAYS_DEFAULT,
  REQUIRED_IDENTIFICATIONS,
} from "@posthorn/domain";
import {
  createIdentityKeys,
  createSealedCodes,
  openBreachedPasswords,
  parseCodeKey,
  parseIdentityKeys,
  tokenHash,
} from "@posthorn/identity";
import { renderOwnSummary } from "@posthorn/documents";
import { createRenditions, parsePrinters, termsOfLetters } from "@posthorn/postal";
import {
  assertClock,
  CONTENT_SETTINGS,
  createArrivalClock,
  env,
  newId,
  readEnv,
  runService,
  StaleClockError,
} from "@posthorn/runtime";
import { type Context, DEFAULT_LIMITS, refuseUnready } from "@posthorn/usecases";
import { buildAssets, serveApp } from "@posthorn/web";
import { createApp } from "./app.ts";
import type { PortalDeps } from "./deps.ts";
import { draftSealing, inspection, logos, passwords, sessionTokens } from "./wiring/ports.ts";
import { bindContacts } from "./wiring/contacts.ts";
import { serveCardHost } from "./wiring/card-host.ts";
import { bindIdentification, IDENTIFICATION_SETTINGS } from "./wiring/identification.ts";
import { bindInbox } from "./wiring/inbox.ts";
import { bindPasskeys } from "./wiring/passkeys.ts";
import { bindRegistration } from "./wiring/registration.ts";
import { bindRights } from "./wiring/rights.ts";
import { bindSignIn } from "./wiring/sign-in.ts";

const settings = readEnv({
  DATABASE_URL: env.url({ protocols: ["postgres:", "postgresql:"] }),
  HOST: env.withDefault(env.text(), "127.0.0.1"),
  PORT: env.port(),
  PUBLIC_URL: env.url(),
  COLLECT_URL: env.url(),
  VERIFY_URL: env.url(),
  LOG_LEVEL: env.withDefault(env.oneOf(["trace", "debug", "info", "warn", "error", "fatal"]), "info"),
  CLOCK_TOLERANCE: env.withDefault(env.int({ min: 0 }), "30"),
  TRUST_STATUS: env.withDefault(env.oneOf(TRUST_STATUSES), "demonstration"),
  TRUSTED_PROXY: env.withDefault(env.flag(), "false"),
  ISSUER_NAME: env.text(),
  PROVIDER_CONTACT: env.withDefault(env.text(), ""),
  SUBPROCESSOR_NOTICE_DAYS: env.withDefault(env.int({ min: 0 }), String(NOTICE_DAYS_DEFAULT)),
  DPO_CONTACT: env.withDefault(env.text(), ""),
  ISSUER_COUNTRY: env.withDefault(env.text(), "BE"),
  POLICY_URLS: env.withDefault(env.list(), ""),
  PROVIDER_REGISTER: env.withDefault(env.parsed(parseRegister, "a list of providers in JSON"), "[]"),
  ...CONTENT_SETTINGS,
  WRAP_PUBLIC_KEY: env.text(),
  WRAP_PRIVATE_KEY: env.text(),
  MANDATE_PUBLIC_KEY: env.text(),
  CODE_KEY: env.secret(),
  SIGN_IN_KEYS: env.parsed(parseIdentityKeys, "versioned keys, such as 1=file:///run/keys/sign-in-1"),
  IDENTITY_KEYS: env.parsed(parseIdentityKeys, "versioned keys, such as 1=file:///run/keys/identity-1"),
  REQUIRE_SECOND_FACTOR: env.withDefault(env.flag(), "true"),
  BREACHED_PASSWORDS: env.withDefault(
    env.parsed(
      openBreachedPasswords,
      "off, file: and the path of a list, or https: and the address of a range service",
    ),
    "off",
  ),
  STAMP_GRACE: env.withDefault(env.int({ min: 0 }), "300"),
  POSTAGE_TARIFF: env.optional(
    env.parsed(parseTariff, "credits by country and sheets, such as BE:8=9,100=18;*:8=14"),
  ),
  PRINTERS: env.optional(env.parsed(parsePrinters, "the printers in JSON, as the press has them")),
  SOFFICE: env.optional(env.text()),
  IDENTIFICATIONS: env.withDefault(env.listOf(REQUIRED_IDENTIFICATIONS), "codes"),
  REIDENTIFY_DAYS: env.withDefault(env.int({ min: 1 }), String(REIDENTIFY_DAYS_DEFAULT)),
  ...IDENTIFICATION_SETTINGS,
  LIMIT_FILE_BYTES: env.withDefault(env.int({ min: 1 }), String(DEFAULT_LIMITS.fileBytes)),
  LIMIT_MESSAGE_BYTES: env.withDefault(env.int({ min: 1 }), String(DEFAULT_LIMITS.messageBytes)),
  LIMIT_FILES: env.withDefault(env.int({ min: 0 }), String(DEFAULT_LIMITS.files)),
  LIMIT_ADDRESSEES: env.withDefault(env.int({ min: 1 }), String(DEFAULT_LIMITS.addressees)),
  UI_PAGE: env.withDefault(env.oneOf(["on", "off"]), "off"),
});

await runService({
  name: "portal",
  logLevel: settings.LOG_LEVEL,
  async start({ log, health, signal }) {
    const db = openDatabase({ url: settings.DATABASE_URL.toString(), service: "portal" });
    const inboxDb = openDatabase({
      url: settings.DATABASE_URL.toString(),
      service: "portal",
      max: 5,
      role: INBOX_ROLE,
    });
    const measure = () => clockNow(db);
    await assertClock({ measure, tolerance: Temporal.Duration.from({ seconds: settings.CLOCK_TOLERANCE }) });
    const { cardAuthorities, formActions, providers, ...identification } = await bindIdentification(
      db,
      settings,
      settings.PUBLIC_URL,
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
      onFailure: (err) => log.warn({ err }, "clock not read"),
    });
    const publicKey = await loadWrapPublicKey(settings.WRAP_PUBLIC_KEY);
    const privateKey = await loadWrapPrivateKey(settings.WRAP_PRIVATE_KEY);
    const mandateKey = await loadWrapPublicKey(settings.MANDATE_PUBLIC_KEY);
    health.addCheck("database", async () => {
      await clockNow(db);
    });
    const ctx: Context = {
      db,
      service: "portal",
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
    };
    const renditions = createRenditions(settings.SOFFICE === undefined ? {} : { soffice: settings.SOFFICE });
    const deps: PortalDeps = {
      ctx,
      site: {
        origin: settings.PUBLIC_URL.origin,
        trustStatus: settings.TRUST_STATUS,
        assets: await buildAssets(),
        log,
        trustedProxy: settings.TRUSTED_PROXY,
        formActions,
        privacyUrl: "/",
      },
      privacy: {
        contact: settings.PROVIDER_CONTACT,
        officer: settings.DPO_CONTACT,
        noticeDays: settings.SUBPROCESSOR_NOTICE_DAYS,
      },
      health,
      passwords,
      tokens: sessionTokens,
      sessionHash: tokenHash,
      sealing: draftSealing,
      inspection,
      logos,
      renditions,
      content: await openContentStore(settings),
      wrapping: { wrap: (key, context) => wrapKey(publicKey, key, context) },
      keys: { unwrap: (wrapped, context) => unwrapKey(privateKey, wrapped, context) },
      identityKeys: createIdentityKeys(settings.IDENTITY_KEYS),
      arrivedAt: () => arrival(clock.now),
      signIn: bindSignIn(db, {
        keys: settings.SIGN_IN_KEYS,
        breached: settings.BREACHED_PASSWORDS,
        moreThanPassword: settings.REQUIRE_SECOND_FACTOR,
        onBreachedFailure: (err) => log.warn({ err }, "list of stolen passwords not asked"),
      }),
      identification,
      contacts: bindContacts(db),
      passkeys: bindPasskeys(db, { name: settings.ISSUER_NAME, publicUrl: settings.PUBLIC_URL.href }),
      zipEntries,
      ownSummary: renderOwnSummary,
      inbox: bindInbox(db, { ...ctx, db: inboxDb }, createSealedCodes(parseCodeKey(settings.CODE_KEY))),
      registration: bindRegistration(db, mandateKey),
      rights: bindRights(db, parseCodeKey(settings.CODE_KEY)),
      verifyUrl: settings.VERIFY_URL.href,
      collectUrl: settings.COLLECT_URL.href,
      uiPage: settings.UI_PAGE === "on",
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
    return {
      async stop() {
        await Promise.all([server.close(), cardHost?.close()]);
        await renditions.close();
        clock.stop();
        await Promise.all([db.destroy(), inboxDb.destroy()]);
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
