// The press: makes the letters that are released, and nothing else. No network but the database's, no seal key.

import { clockNow, openDatabase } from "@posthorn/db";
import { assertClock, env, LOG_LEVELS, readEnv, runService, serveHealth } from "@posthorn/runtime";

const settings = readEnv({
  DATABASE_URL: env.url({ protocols: ["postgres:", "postgresql:"] }),
  HOST: env.withDefault(env.text(), "127.0.0.1"),
  PORT: env.port(),
  LOG_LEVEL: env.withDefault(env.oneOf(LOG_LEVELS), "info"),
  CLOCK_TOLERANCE: env.withDefault(env.int({ min: 0 }), "30"),
});

await runService({
  name: "press",
  logLevel: settings.LOG_LEVEL,
  async start({ metrics, health }) {
    const db = openDatabase({ url: settings.DATABASE_URL.href, service: "press", max: 4 });
    await assertClock({
      measure: () => clockNow(db),
      tolerance: Temporal.Duration.from({ seconds: settings.CLOCK_TOLERANCE }),
    });
    health.addCheck("database", async () => {
      await clockNow(db);
    });
    const operations = await serveHealth({ health, metrics, port: settings.PORT, hostname: settings.HOST });
    return {
      async stop() {
        await operations.stop();
        await db.destroy();
      },
    };
  },
});
