// The worker's process: notices, codes, timers, arrivals and errands; everything that leaves by mail or SMS leaves here.

import { openContentStore, storageProviders } from "@posthorn/content";
import { clockNow, openDatabase } from "@posthorn/db";
import { runJobs } from "@posthorn/jobs";
import { assertClock, newId, readEnv, runService, serveHealth } from "@posthorn/runtime";
import {
  type Context,
  DEFAULT_IDENTIFICATION,
  DEFAULT_LIMITS,
  endHolds,
  refuseUnready,
  runClosing,
  sendCirculars,
  sweep,
  sweepLetters,
  tellOfficers,
  tellFalling,
} from "@posthorn/usecases";
import { handlersFor } from "./wiring/handlers.ts";
import { startSweeping } from "./sweep-loop.ts";
import { bindPorts } from "./wiring/bind-ports.ts";
import { partnersBy } from "./wiring/print-partners.ts";
import { providersOf, SETTINGS } from "./wiring/settings.ts";

const settings = readEnv(SETTINGS);

await runService({
  name: "worker",
  logLevel: settings.LOG_LEVEL,
  async start({ log, metrics, health }) {
    const url = settings.DATABASE_URL.toString();
    const db = openDatabase({ url, service: "worker", max: settings.CONCURRENCY + 4 });
    await assertClock({
      measure: () => clockNow(db),
      tolerance: Temporal.Duration.from({ seconds: settings.CLOCK_TOLERANCE }),
    });
    await refuseUnready(db, settings.TRUST_STATUS, {
      register: settings.PROVIDER_REGISTER,
      providers: [...providersOf(settings), ...storageProviders(settings.CONTENT_URL)],
      publicUrls: [settings.PORTAL_URL.href, settings.COLLECT_URL.href],
      policies: settings.POLICY_URLS,
      clockToleranceSeconds: settings.CLOCK_TOLERANCE,
    });
    const ctx: Context = {
      db,
      service: "worker",
      newId,
      settings: {
        trustStatus: settings.TRUST_STATUS,
        issuer: { name: settings.ISSUER_NAME, country: settings.ISSUER_COUNTRY },
        policies: settings.POLICY_URLS,
        stampGraceSeconds: 300,
        letters: null,
        limits: DEFAULT_LIMITS,
        ...DEFAULT_IDENTIFICATION,
      },
    };
    const content = await openContentStore(settings);
    const { ports, close } = bindPorts(settings, content);
    const jobs = await runJobs({
      url,
      concurrency: settings.CONCURRENCY,
      handlers: handlersFor(ctx, ports, await partnersBy(settings, content)),
      onError: (job, error) => log.error({ job, err: error }, "job failed; the sweep brings it back"),
    });
    const sweeping = startSweeping(() => sweep(ctx), {
      pauseMs: settings.SWEEP_SECONDS * 1000,
      onError: (error) => log.error({ err: error }, "sweep failed; the next one tries again"),
    });
    const closing = startSweeping(() => runClosing(ctx), {
      pauseMs: settings.SWEEP_SECONDS * 1000,
      onError: (error) => log.error({ err: error }, "closing accounts failed; the next pass tries again"),
    });
    const registers = startSweeping(
      async () => {
        await tellOfficers(ctx);
        while ((await sendCirculars(ctx)) > 0);
      },
      {
        pauseMs: settings.SWEEP_SECONDS * 1000,
        onError: (error) =>
          log.error({ err: error }, "mails of the registers failed; the next pass tries again"),
      },
    );
    const letters = startSweeping(() => sweepLetters(ctx), {
      pauseMs: settings.SWEEP_SECONDS * 1000,
      onError: (error) => log.error({ err: error }, "sweeping letters failed; the next pass tries again"),
    });
    const falling = startSweeping(async () => (await endHolds(ctx)) + (await tellFalling(ctx)), {
      pauseMs: settings.SWEEP_SECONDS * 1000,
      onError: (error) => log.error({ err: error }, "telling what falls failed; the next pass tries again"),
    });
    health.addCheck("database", async () => {
      await clockNow(db);
    });
    const operations = await serveHealth({ health, metrics, port: settings.PORT, hostname: settings.HOST });
    return {
      async stop() {
        await sweeping.stop();
        await closing.stop();
        await letters.stop();
        await registers.stop();
        await falling.stop();
        await jobs.stop();
        close();
        await operations.stop();
        await db.destroy();
      },
    };
  },
});
