// `npm start`: the whole service on this machine, with invented people, until Ctrl-C.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Stack } from "@posthorn/testkit";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
// Elsewhere for a second stack beside the first, with ports of its own (POSTHORN_PORT_BASE).
const HOME = resolve(
  process.env["POSTHORN_CWD"] ?? ROOT,
  process.env["POSTHORN_HOME"] || join(ROOT, ".posthorn"),
);
const DESCRIPTION = join(HOME, "dev.json");
const EXIT_USAGE = 64;
const ONE_KEY_MS = 1_000;

const unknown = process.argv.slice(2).filter((word) => word !== "--fresh");
if (unknown.length > 0) {
  process.stderr.write(
    `npm start does not know ${unknown.join(" ")}. It knows: --fresh (begin anew; everything is deleted).\n`,
  );
  process.exit(EXIT_USAGE);
}

// Loading it takes seconds: a word that is not known is told before.
const { urlForRole } = await import("@posthorn/db");
const { API_KEYS, PEOPLE, rolePassword, seededKey, startStack } = await import("@posthorn/testkit");

const abort = new AbortController();
let stack: Stack | undefined;
let toldAt: number | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    // A terminal and a parent may both pass on one Ctrl-C.
    if (toldAt !== undefined && performance.now() - toldAt < ONE_KEY_MS) return;
    // Whoever asks twice does not want to wait: what still runs is killed as we exit.
    if (toldAt !== undefined) process.exit(1);
    toldAt = performance.now();
    process.stdout.write("\nStopping …\n");
    abort.abort(new Error("Stopped before everything had started."));
    void stop(0);
  });
}

try {
  await run();
} catch (error) {
  if (!abort.signal.aborted)
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = abort.signal.aborted ? 0 : 1;
}

async function run(): Promise<void> {
  rmSync(DESCRIPTION, { force: true });
  const begun = performance.now();
  process.stdout.write("Starting PostgreSQL, the services and the stand-ins …\n");
  stack = await startStack({
    directory: join(HOME, "dev"),
    ports: "fixed",
    fresh: process.argv.includes("--fresh"),
    log: (line) => process.stderr.write(`${line}\n`),
    signal: abort.signal,
  });
  mkdirSync(HOME, { recursive: true });
  writeFileSync(DESCRIPTION, `${JSON.stringify(describe(stack), undefined, 2)}\n`, { mode: 0o600 });
  process.stdout.write(
    `${table(stack)}\nReady in ${((performance.now() - begun) / 1000).toFixed(1)} s. Ctrl-C ends it; the data stays.\n`,
  );
  // The servers of the stand-ins keep the process alive.
}

async function stop(exitCode: number): Promise<void> {
  rmSync(DESCRIPTION, { force: true });
  await stack?.stop();
  if (stack !== undefined) process.exit(exitCode);
}

function describe({ addresses, ownerUrl, ports, staff }: Stack): object {
  return {
    portal: addresses.services.portal,
    api: addresses.services.api,
    collect: addresses.services.collect,
    verify: addresses.services.verify,
    backoffice: addresses.services.backoffice,
    mailbox: addresses.mailbox,
    phone: addresses.phone,
    itsme: addresses.itsme,
    cards: addresses.cards,
    carrier: addresses.carrier,
    clock: addresses.clock,
    smtp: `smtp://127.0.0.1:${ports.mailboxSmtp}`,
    apiKey: seededKey(API_KEYS.first).secret,
    // For `posthorn retention`: what the eraser may, and no row of anybody.
    eraserDatabase: urlForRole(ownerUrl, "eraser", rolePassword(ownerUrl)),
    people: PEOPLE.map(({ role, email, password }) => ({ role, email, password })),
    staff: staff.map(({ role, email, enrolment }) => ({ role, email, enrolment })),
  };
}

function table({ addresses, directory, staff }: Stack): string {
  const { portal, api, collect, verify, backoffice } = addresses.services;
  const sites = [
    ["Portal", portal, "compose, send, follow, download proofs"],
    ["Collect", collect, "type the check code of a notice; links in mails lead here"],
    ["Verify", verify, "check a proof; the public log and the policies"],
    ["Back office", backoffice, "privacy desk and staff log; staff come in by passkey"],
    ["Mailbox", addresses.mailbox, "every mail that is sent"],
    ["Phone", addresses.phone, "every text message that is sent"],
    ["Cards", addresses.cards, "stand-in: which identity card is in the reader (docs/runbooks/eid.md)"],
    ["Carrier", addresses.carrier, "stand-in: letters that were announced; says what becomes of them"],
    ["itsme", addresses.itsme, "stand-in: who can be, and how it is made to fail"],
    ["API", `${api}/v1`, `Authorization: Bearer ${seededKey(API_KEYS.first).secret}`],
    [
      "Clock",
      addresses.clock,
      `curl -H 'content-type: application/json' -d '{"advance":"P16D"}' ${addresses.clock}`,
    ],
    ["Logs", join(directory, "logs"), "one file a service"],
  ];
  const people = PEOPLE.map((person) => [person.email, person.password, person.role]);
  const desks = staff.map(({ role, email, enrolment }) => [role, email, enrolment ?? "has a passkey"]);
  return [
    "",
    columns(sites),
    "",
    "Sign in to the portal as",
    columns(people),
    "",
    "Register a passkey for the back office as",
    columns(desks),
    "",
  ].join("\n");
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd()}`,
    )
    .join("\n");
}
