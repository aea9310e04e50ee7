// The sealer's process: the only one that loads the sealing key. Stamps, seals, logs, and makes proofs.

import { clockNow, openDatabase } from "@posthorn/db";
import { OFFICERS_NEEDED, officersNeeded, parseRegister, TRUST_STATUSES } from "@posthorn/domain";
import { createLogSigner } from "@posthorn/evidence";
import { runJobs } from "@posthorn/jobs";
import {
  claimsQualifiedSeal,
  createRevocationClient,
  createTimestampClient,
  fromPem,
  officerChecks,
  parseOfficers,
} from "@posthorn/pki";
import { assertClock, env, newId, readEnv, runService, serveHealth } from "@posthorn/runtime";
import {
  type Context,
  DEFAULT_IDENTIFICATION,
  checkRecords,
  DEFAULT_LIMITS,
  makeMessageProofs,
  ARCHIVE_BATCH,
  archiveSeals,
  keysInForce,
  makeProofs,
  refuseUnready,
  renewProofs,
  registerSealKeys,
  SEAL_BATCH,
  sealReceipts,
  sealRecords,
  STAMP_BATCH,
  stampRecords,
  viewBacklog,
} from "@posthorn/usecases";
import { verifierPage } from "@posthorn/verifier";
import { createDrain } from "./drain.ts";
import { watchBacklog } from "./watch-backlog.ts";
import { watchCheck } from "./watch-check.ts";
import { createArchive } from "./wiring/archive.ts";
import { bundlePort, createBundleDrain } from "./wiring/bundle.ts";
import { holdKeys, parseKeySettings } from "./wiring/hold-keys.ts";
import { createKeyRing } from "./wiring/key-ring.ts";
import { createLogDrain } from "./wiring/log.ts";
import { parseResponders } from "./wiring/parse-responders.ts";
import { proofPort, receiptPort, sealingPort, stampingPort } from "./wiring/ports.ts";

const settings = readEnv({
  DATABASE_URL: env.url({ protocols: ["postgres:", "postgresql:"] }),
  HOST: env.withDefault(env.text(), "127.0.0.1"),
  PORT: env.port(),
  LOG_LEVEL: env.withDefault(env.oneOf(["trace", "debug", "info", "warn", "error", "fatal"]), "info"),
  CLOCK_TOLERANCE: env.withDefault(env.int({ min: 0 }), "30"),
  TRUST_STATUS: env.withDefault(env.oneOf(TRUST_STATUSES), "demonstration"),
  ISSUER_NAME: env.text(),
  ISSUER_COUNTRY: env.withDefault(env.text(), "BE"),
  POLICY_URLS: env.withDefault(env.list(), ""),
  PROVIDER_REGISTER: env.withDefault(env.parsed(parseRegister, "a list of providers in JSON"), "[]"),
  VERIFY_URL: env.url(),
  SEAL_KEYS: env.parsed(
    parseKeySettings,
    "the seal keys in JSON, or file: and the path of a file that holds it",
  ),
  SEAL_TIMEOUT: env.withDefault(env.int({ min: 100 }), "10000"),
  KEY_OFFICERS: env.withDefault(
    env.parsed((text) => parseOfficers(text, OFFICERS_NEEDED), "names and public keys of officers in JSON"),
    "{}",
  ),
  TSA_URLS: env.parsed(
    parseResponders,
    "addresses separated by commas, each with a space and the policy it must use where one is wanted",
  ),
  TSA_ROOTS: env.secret(),
  TSA_TIMEOUT: env.withDefault(env.int({ min: 100 }), "10000"),
  LOG_KEY: env.secret(),
  LOG_ORIGIN: env.text(),
  WITNESSES: env.withDefault(env.list(), ""),
  WITNESS_TIMEOUT: env.withDefault(env.int({ min: 100 }), "10000"),
  REVOCATION_HOSTS: env.withDefault(env.list(), ""),
  REVOCATION_TIMEOUT: env.withDefault(env.int({ min: 100 }), "10000"),
  CHECKPOINT_SECONDS: env.withDefault(env.int({ min: 1 }), "10"),
  SWEEP_SECONDS: env.withDefault(env.int({ min: 1 }), "60"),
});

await runService({
  name: "sealer",
  logLevel: settings.LOG_LEVEL,
  async start({ log, metrics, health }) {
    const url = settings.DATABASE_URL.toString();
    const db = openDatabase({ url, service: "sealer" });
    await assertClock({
      measure: () => clockNow(db),
      tolerance: Temporal.Duration.from({ seconds: settings.CLOCK_TOLERANCE }),
    });
    const held = await holdKeys(settings.SEAL_KEYS, settings.SEAL_TIMEOUT);
    await refuseUnready(db, settings.TRUST_STATUS, {
      sealKeys: held.map((key) => ({ ...key, qualifiedSeal: claimsQualifiedSeal(key.certificate) })),
      officers: Object.keys(settings.KEY_OFFICERS).length,
      witnesses: settings.WITNESSES.length,
      providers: settings.TSA_URLS.map(({ url: responder }) => ({ role: "timestamp", url: responder })),
      register: settings.PROVIDER_REGISTER,
      publicUrls: [settings.VERIFY_URL.href],
      policies: settings.POLICY_URLS,
      clockToleranceSeconds: settings.CLOCK_TOLERANCE,
    });
    const acts = {
      officersNeeded: officersNeeded(settings.KEY_OFFICERS),
      ...officerChecks(settings.KEY_OFFICERS),
    };
    await registerSealKeys(db, acts, held);
    const keys = createKeyRing(held, () => keysInForce(db, acts));
    // Before each batch: an act may have been booked meanwhile, and a chain of acts that does not hold stops all sealing.
    const withKeys = (work: () => Promise<number>) => async () => {
      await keys.refresh();
      return work();
    };
    const trustedRoots = fromPem(settings.TSA_ROOTS);
    const timestamps = createTimestampClient({
      responders: settings.TSA_URLS.map((responder) => ({ ...responder, trustedRoots })),
      timeoutMs: settings.TSA_TIMEOUT,
    });
    const ctx: Context = {
      db,
      service: "sealer",
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
    const stamping = stampingPort(timestamps);
    const sealing = sealingPort(keys, timestamps);
    const roots = held.map(({ key }) => key.chain.at(-1) ?? key.certificate);
    const archive = createArchive(
      createRevocationClient({
        timeoutMs: settings.REVOCATION_TIMEOUT,
        trustedRoots: [...roots, ...trustedRoots],
        ...(settings.REVOCATION_HOSTS.length > 0 ? { allowedHosts: settings.REVOCATION_HOSTS } : {}),
        clock: () => clockNow(db),
      }),
      timestamps,
      () => clockNow(db),
    );
    const proving = proofPort(
      { keys, timestamps, archive },
      {
        trust: settings.TRUST_STATUS,
        verifyUrl: settings.VERIFY_URL.toString(),
      },
    );
    const receipts = receiptPort(keys, timestamps, settings.ISSUER_NAME);
    const packing = bundlePort(keys, timestamps, {
      verifyUrl: settings.VERIFY_URL.toString(),
      logKey: createLogSigner(settings.LOG_ORIGIN, settings.LOG_KEY).verifierKey,
      verifier: await verifierPage(),
    });
    const onError = (work: string) => (error: unknown) =>
      log.error({ work, err: error }, "sealing work failed; it is tried again");
    const showCheck = watchCheck(metrics);
    const drains = {
      stamp: createDrain(
        async () => {
          const stamped = await stampRecords(ctx, stamping);
          // Told here and not by jobs: three jobs a record would cost more than sealing it.
          if (stamped > 0) {
            drains.seal.wake();
            drains.log.wake();
          }
          return stamped;
        },
        onError("stamp"),
        STAMP_BATCH,
      ),
      seal: createDrain(
        withKeys(async () => {
          const sealed = await sealRecords(ctx, sealing);
          if (sealed > 0) drains.archive.wake();
          return sealed;
        }),
        onError("seal"),
        SEAL_BATCH,
      ),
      archive: createDrain(
        async () => {
          const archived = await archiveSeals(ctx, archive);
          // Proofs asked for before their records were archived wait for this moment.
          if (archived > 0) wakeProofs();
          return archived;
        },
        onError("archive"),
        ARCHIVE_BATCH,
      ),
      renewal: createDrain(() => renewProofs(ctx, archive), onError("renewal")),
      log: createLogDrain(
        ctx,
        timestamps,
        {
          key: settings.LOG_KEY,
          origin: settings.LOG_ORIGIN,
          witnesses: settings.WITNESSES,
          witnessTimeoutMs: settings.WITNESS_TIMEOUT,
          checkpointSeconds: settings.CHECKPOINT_SECONDS,
        },
        onError,
        // What waits for its place in the log goes on.
        () => wakeProofs(),
      ),
      check: createDrain(async () => {
        const checked = await checkRecords(ctx);
        if (checked !== null) showCheck(checked);
        // One slice each time it is woken: it takes nothing from sealing.
        return 0;
      }, onError("check")),
      proof: createDrain(
        withKeys(() => makeProofs(ctx, proving)),
        onError("proof"),
      ),
      messageProof: createDrain(
        withKeys(() => makeMessageProofs(ctx, proving)),
        onError("message proof"),
      ),
      // Woken by the sweep alone: nobody waits for a receipt.
      receipt: createDrain(
        withKeys(() => sealReceipts(ctx, receipts)),
        onError("erasure receipt"),
      ),
      bundle: createBundleDrain(ctx, keys, packing, onError("bundle")),
    };
    function wakeProofs(): void {
      drains.proof.wake();
      drains.messageProof.wake();
    }
    const jobs = await runJobs({
      url,
      concurrency: 4,
      handlers: {
        "stamp-records": async () => drains.stamp.wake(),
        "make-proof": async () => drains.proof.wake(),
        "make-message-proof": async () => drains.messageProof.wake(),
        "make-bundle": async () => drains.bundle.wake(),
      },
      onError: (job, error) => log.error({ job, err: error }, "job failed"),
    });
    const wakeAll = () => Object.values(drains).forEach((drain) => drain.wake());
    const showBacklog = watchBacklog(metrics);
    const sweep = setInterval(() => {
      wakeAll();
      viewBacklog(db).then(showBacklog, onError("backlog"));
    }, settings.SWEEP_SECONDS * 1000);
    wakeAll();
    health.addCheck("database", async () => {
      await clockNow(db);
    });
    const operations = await serveHealth({ health, metrics, port: settings.PORT, hostname: settings.HOST });
    return {
      async stop() {
        clearInterval(sweep);
        await operations.stop();
        await jobs.stop();
        await Promise.all(Object.values(drains).map((drain) => drain.stop()));
        await db.destroy();
      },
    };
  },
});
