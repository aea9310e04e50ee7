// Gives each part of a stack its port on 127.0.0.1: a fixed block for people, a free one for tests.

import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** Every part that listens, in the order of its port in the block, with what a person calls it. */
export const PARTS = {
  portal: "the portal",
  api: "the API",
  collect: "the collect site",
  mailbox: "the mailbox",
  phone: "the phone",
  clock: "the clock",
  inbound: "the entry of callbacks",
  inboundSmtp: "the entry of bounces (SMTP)",
  worker: "the worker's health page",
  sealer: "the sealer's health page",
  mailboxSmtp: "the mailbox's mail server (SMTP)",
  flowmailer: "the stand-in for Flowmailer",
  tsa: "the time-stamping authority",
  ocsp: "the OCSP responder",
  postgres: "PostgreSQL",
  verify: "the verification site",
  witnesses: "the witnesses of the log",
  itsme: "the stand-in for itsme",
  cards: "the stand-in's identity cards",
  collectEid: "the collect site's door for identity cards",
  portalEid: "the portal's door for identity cards",
  backoffice: "the back office",
  press: "the press's health page",
  carrier: "the stand-in for the carrier",
  printPartner: "the stand-in for a print partner (SFTP)",
  eraser: "the eraser's health page",
} as const;

export type Part = keyof typeof PARTS;
export type Ports = Readonly<Record<Part, number>>;

/** First port of the block where nothing else is asked for. */
export const DEFAULT_PORT_BASE = 4400;
/** Environment variable that moves the block. */
export const PORT_BASE = "POSTHORN_PORT_BASE";

const BLOCK = 32;
const NAMES = Object.keys(PARTS) as Part[];
// Below the range from which systems hand out ports by themselves: nobody takes one between our look and its use.
const FREE_FROM = 12_000;
const FREE_TO = 30_000;
const PATIENCE_MS = 3_000;

/**
 * The block that starts at `base`. Ports of an earlier run that is just ending are waited for, up to 3 s.
 * Throws where one is taken: which, by whom it is wanted, and how to choose another block.
 */
export async function fixedPorts(base: number): Promise<Ports> {
  if (!Number.isInteger(base) || base < 1 || base + BLOCK > 65_536) {
    throw new Error(`${PORT_BASE} must be a whole number from 1 to ${65_536 - BLOCK}.`);
  }
  const ports = blockFrom(base);
  const giveUp = performance.now() + PATIENCE_MS;
  for (;;) {
    const taken = await takenParts(ports);
    if (taken.length === 0) return ports;
    if (performance.now() > giveUp) throw new Error(explain(taken, ports));
    await pause(100);
  }
}

/** A block nobody listens in. Throws where 50 tries find none. */
export async function freePorts(): Promise<Ports> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const ports = blockFrom(FREE_FROM + BLOCK * randomInt(Math.floor((FREE_TO - FREE_FROM) / BLOCK)));
    if ((await takenParts(ports)).length === 0) return ports;
  }
  throw new Error(`No ${BLOCK} free ports in a row on 127.0.0.1.`);
}

function blockFrom(base: number): Ports {
  return Object.fromEntries(NAMES.map((name, index) => [name, base + index])) as Record<Part, number>;
}

async function takenParts(ports: Ports): Promise<readonly Part[]> {
  const taken = await Promise.all(
    NAMES.map(async (name) => ((await isFree(ports[name])) ? undefined : name)),
  );
  return taken.filter((name) => name !== undefined);
}

function explain(taken: readonly Part[], ports: Ports): string {
  const lines = taken.map((name) => `  ${ports[name]} is wanted by ${PARTS[name]}`);
  return [
    taken.length === 1 ? "A port on 127.0.0.1 is already taken:" : "Ports on 127.0.0.1 are already taken:",
    ...lines,
    `End what listens there, or choose another block of ${BLOCK} ports: ${PORT_BASE}=${ports.portal + 100} npm start`,
  ].join("\n");
}

function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
