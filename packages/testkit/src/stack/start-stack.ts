// Starts the whole constellation as in production: PostgreSQL, the other side, every service as its own process.

import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { migrate, openDatabase } from "@posthorn/db";
import { createJournalFiles } from "@posthorn/runtime";
import { replayJournal } from "@posthorn/usecases";
import { dataDirectoryFor } from "../postgres/start-postgres.ts";
import { rolePassword } from "../postgres/test-database.ts";
import { DEFAULT_PORT_BASE, fixedPorts, freePorts, PORT_BASE } from "./choose-ports.ts";
import type { Ports } from "./choose-ports.ts";
import { keepPostgres } from "./keep-postgres.ts";
import type { StackPostgres } from "./keep-postgres.ts";
import { leaveNothing } from "./leave-nothing.ts";
import { prepareOfficers, putInForce } from "./officers.ts";
import { prepareKeys } from "./prepare-keys.ts";
import { runServices } from "./run-services.ts";
import type { ServiceRunner } from "./run-services.ts";
import { seed } from "./seed.ts";
import { seedIdentities } from "./seed-identities.ts";
import { inviteSeededStaff, type InvitedStaff } from "./seed-staff.ts";
import { advanceAndSettle, serveClock } from "./serve-clock.ts";
import type { Advanced } from "./serve-clock.ts";
import { environmentOf, SERVICES } from "./service-environment.ts";
import type { EnvironmentFacts, ServiceName } from "./service-environment.ts";
import { addressesOf } from "./stack-addresses.ts";
import type { StackAddresses } from "./stack-addresses.ts";
import { openStackClock } from "./stack-clock.ts";
import type { StackClock } from "./stack-clock.ts";
import { startStandIns } from "./start-stand-ins.ts";
import type { StandIns } from "./start-stand-ins.ts";

export interface StackOptions {
  /** Keys, certificates, content, mails and logs live there; the same directory is the same stack again. */
  readonly directory: string;
  /** `fixed` is the block of `POSTHORN_PORT_BASE` (4400), `free` any block that nobody uses. Default `free`. */
  readonly ports?: "fixed" | "free";
  /** Default all. */
  readonly services?: readonly ServiceName[];
  /** A server that is not ours; default `DATABASE_URL`, else one is started. */
  readonly databaseUrl?: string | undefined;
  /** Deletes what the directory and the database hold first. */
  readonly fresh?: boolean;
  /** Deletes the directory and the database cluster on `stop()`. */
  readonly temporary?: boolean;
  readonly provider?: EnvironmentFacts["provider"];
  /** Asks for cards by mutual TLS too; default false. */
  readonly eidTls?: boolean;
  /** Added to, or put over, the variables of a service. */
  readonly environment?: Partial<Record<ServiceName, Readonly<Record<string, string>>>>;
  /** Takes what a person should see: errors the services log, and a service that died. Default: nothing. */
  readonly log?: (line: string) => void;
  /** Ends the start where it is; what has been started by then is stopped. */
  readonly signal?: AbortSignal;
}

export interface Stack extends Pick<ServiceRunner, "kill" | "restart" | "pidOf" | "deaths"> {
  readonly directory: string;
  readonly ownerUrl: string;
  readonly addresses: StackAddresses;
  readonly ports: Ports;
  readonly standIns: StandIns;
  readonly postgres: Pick<StackPostgres, "pause" | "resume">;
  readonly clock: StackClock;
  /** The staff, each with the address that registers his passkey; null for who has one. */
  readonly staff: readonly InvitedStaff[];
  /** Moves the clock and waits until what that made due is done. */
  advance(by: string, options?: { readonly outage?: boolean }): Promise<Advanced>;
  /** Ends everything: services first, the database last. Idempotent. */
  stop(): Promise<void>;
}

const ROOT = resolve(fileURLToPath(import.meta.url), "../../../../..");

/**
 * Answers when every service answers `/readyz`. Throws where a port is taken, a migration fails or a
 * service does not start, with its last log lines; nothing is left running then.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  await using started = new AsyncDisposableStack();
  const stack = await start(options, started);
  const running = started.move();
  let stopped: Promise<void> | undefined;
  return { ...stack, stop: () => (stopped ??= running.disposeAsync()) };
}

async function start(options: StackOptions, started: AsyncDisposableStack): Promise<Omit<Stack, "stop">> {
  const { directory, log = () => undefined } = options;
  const names = options.services ?? SERVICES;
  const go = () => options.signal?.throwIfAborted();
  const ports = options.ports === "fixed" ? await fixedPorts(portBase()) : await freePorts();
  go();
  // A database without the keys that belong to it opens nothing: both begin together.
  const fresh = options.fresh === true || !existsSync(join(directory, "keys"));
  if (fresh) rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (options.temporary === true) {
    const cluster = dataDirectoryFor(directory);
    const left = leaveNothing(cluster, [directory, dirname(cluster)]);
    started.defer(() => left.remove());
  }

  const databaseUrl = options.databaseUrl ?? (process.env["DATABASE_URL"] || undefined);
  const postgres = await keepPostgres({
    databaseUrl,
    directory,
    port: ports.postgres,
    fresh: databaseUrl === undefined ? fresh : options.fresh === true,
    temporary: options.temporary ?? false,
  });
  started.defer(() => postgres.stop());
  go();
  const { ownerUrl } = postgres;
  await migrate({ ownerUrl, rolePassword: rolePassword(ownerUrl) });
  const journal = join(directory, "erasure-journal");
  await replayErasures(ownerUrl, journal);
  await seed(ownerUrl);
  go();

  const keys = prepareKeys(join(directory, "keys"));
  await seedIdentities(ownerUrl, keys);
  const officers = prepareOfficers(join(directory, "officers"));
  const clock = await openStackClock(ownerUrl);
  const standIns = await startStandIns({ directory, ports, keys, clock });
  started.defer(() => standIns.stop());
  await putInForce(ownerUrl, officers, standIns.pki.sealKey);
  const advance = (by: Temporal.Duration, outage = false) =>
    advanceAndSettle(clock, ownerUrl, by, { outage, services: names.includes("worker") });
  const clockServer = await serveClock({ port: ports.clock, clock, advance });
  started.defer(() => clockServer.stop());
  go();

  const addresses = addressesOf(ports);
  const contentUrl = pathToFileURL(join(directory, "content")).href;
  const journalUrl = pathToFileURL(journal).href;
  const facts = {
    ownerUrl,
    ports,
    addresses,
    keys,
    standIns,
    officers,
    contentUrl,
    journalUrl,
    provider: options.provider ?? "smtp+twilio",
    eidTls: options.eidTls ?? false,
  } as const;
  const services = await runServices({
    root: ROOT,
    names,
    ports,
    logs: join(directory, "logs"),
    environmentOf: (name) => ({ ...environmentOf(name, facts), ...options.environment?.[name] }),
    log,
    signal: options.signal,
    started,
  });
  return {
    directory,
    ownerUrl,
    addresses,
    ports,
    standIns,
    postgres,
    clock,
    staff: await inviteSeededStaff(ownerUrl, addresses.services.backoffice),
    kill: services.kill,
    restart: services.restart,
    pidOf: services.pidOf,
    deaths: services.deaths,
    advance: (by, { outage = false } = {}) => advance(Temporal.Duration.from(by), outage),
  };
}

/** As after a restore: what was erased is erased again before anything starts. Nothing where the database is where its journal is. */
async function replayErasures(ownerUrl: string, directory: string): Promise<void> {
  const db = openDatabase({ url: ownerUrl, service: "migrate", max: 1 });
  try {
    await replayJournal(db, createJournalFiles(directory));
  } finally {
    await db.destroy();
  }
}

function portBase(): number {
  const given = process.env[PORT_BASE];
  return given === undefined || given === "" ? DEFAULT_PORT_BASE : Number(given);
}
