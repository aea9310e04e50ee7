// The log of a service: one JSON object a line, without personal data.

import { pino } from "pino";
import type { DestinationStream, Level, LogFn, Logger } from "pino";
import { redact } from "./redact.ts";

/** From the most to the least urgent. */
export const LOG_LEVELS = [
  "fatal",
  "error",
  "warn",
  "info",
  "debug",
  "trace",
] as const satisfies readonly Level[];
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A method per level: `log.warn({ delivery: id, err }, "notice refused")`. */
export interface Log extends Readonly<Record<LogLevel, LogFn>> {
  /** A log that adds `values` to each of its lines. */
  child(values: Readonly<Record<string, unknown>>): Log;
}

/**
 * Writes to the standard output unless told otherwise. Values are redacted by their names at any depth
 * (see redact.ts); messages are not: put ids in them, never addresses, names or subjects.
 */
export function createLog(options: {
  service: string;
  level?: LogLevel;
  destination?: DestinationStream;
}): Log {
  const settings = {
    level: options.level ?? "info",
    base: { service: options.service },
    timestamp: () => `,"time":"${Temporal.Now.instant().toString({ smallestUnit: "millisecond" })}"`,
    formatters: { level: (label: string) => ({ level: label }), log: redactAll },
    // pino's own would take the description of an error for an error again.
    serializers: { err: (described: unknown) => described },
  };
  return wrap(options.destination === undefined ? pino(settings) : pino(settings, options.destination));
}

// pino does not pass what a child adds through its formatters.
function wrap(logger: Logger): Log {
  return {
    fatal: logger.fatal.bind(logger),
    error: logger.error.bind(logger),
    warn: logger.warn.bind(logger),
    info: logger.info.bind(logger),
    debug: logger.debug.bind(logger),
    trace: logger.trace.bind(logger),
    child: (values) => wrap(logger.child(redactAll(values))),
  };
}

function redactAll(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return redact(values) as Record<string, unknown>;
}
