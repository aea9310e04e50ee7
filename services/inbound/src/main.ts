// The process that takes what the outside world reports: DSNs by SMTP and provider callbacks; it stores, and reads nothing.

import { clockNow, openDatabase } from "@posthorn/db";
import { assertClock, env, readEnv, runService } from "@posthorn/runtime";
import { verifyFlowmailerSecret, verifyTwilioSignature } from "@posthorn/transports";
import { type RawArrival, takeArrival } from "@posthorn/usecases";
import { createCallLimit, serveApp } from "@posthorn/web";
import { createApp } from "./app.ts";
import { receiveMail } from "./receive-mail.ts";

const settings = readEnv({
  DATABASE_URL: env.url({ protocols: ["postgres:", "postgresql:"] }),
  HOST: env.withDefault(env.text(), "127.0.0.1"),
  PORT: env.port(),
  PUBLIC_URL: env.url({ protocols: ["http:", "https:"], example: "https://inbound.example" }),
  LOG_LEVEL: env.withDefault(env.oneOf(["trace", "debug", "info", "warn", "error", "fatal"]), "info"),
  CLOCK_TOLERANCE: env.withDefault(env.int({ min: 0 }), "30"),
  SMTP_PORT: env.port(),
  BOUNCE_DOMAIN: env.text(),
  TWILIO_AUTH_TOKEN: env.optional(env.secret()),
  FLOWMAILER_WEBHOOK_SECRET: env.optional(env.secret()),
  TRUSTED_PROXY: env.withDefault(env.flag(), "false"),
});

/** Calls an address may make a minute: a relay that reports for all of us stays well below. */
const CALLS = { calls: 3000, windowSeconds: 60 };

await runService({
  name: "inbound",
  logLevel: settings.LOG_LEVEL,
  async start({ log, health }) {
    const db = openDatabase({ url: settings.DATABASE_URL.href, service: "inbound", max: 5 });
    await assertClock({
      measure: () => clockNow(db),
      tolerance: Temporal.Duration.from({ seconds: settings.CLOCK_TOLERANCE }),
    });
    health.addCheck("database", async () => void (await clockNow(db)));
    const { TWILIO_AUTH_TOKEN: authToken, FLOWMAILER_WEBHOOK_SECRET: secret } = settings;
    const take = (arrival: RawArrival) => takeArrival({ db }, arrival);
    const mail = await receiveMail({
      port: settings.SMTP_PORT,
      host: settings.HOST,
      bounceDomain: settings.BOUNCE_DOMAIN,
      limit: createCallLimit(CALLS),
      take,
      onError: (error) => log.error({ err: error }, "a mail was not kept; its sender was asked to come back"),
    });
    const app = createApp({
      log,
      health,
      publicUrl: settings.PUBLIC_URL.href.replace(/\/$/, ""),
      trustedProxy: settings.TRUSTED_PROXY,
      limit: createCallLimit(CALLS),
      isTwilio: (call) => authToken !== undefined && verifyTwilioSignature({ authToken, ...call }),
      isFlowmailer: (presented) => secret !== undefined && verifyFlowmailerSecret({ secret, presented }),
      take,
    });
    const server = await serveApp(app, { port: settings.PORT, host: settings.HOST });
    return {
      async stop() {
        await Promise.all([mail.stop(), server.close()]);
        await db.destroy();
      },
    };
  },
});
