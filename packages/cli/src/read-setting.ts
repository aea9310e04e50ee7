// Settings that a command takes from its environment, as the services do.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Database, type DatabaseOptions, openDatabase } from "@posthorn/db";
import { OFFICERS_NEEDED, officersNeeded } from "@posthorn/domain";
import { officerChecks, parseOfficers } from "@posthorn/pki";
import { type JournalFiles, journalFromUrl } from "@posthorn/runtime";
import type { KeyActPort } from "@posthorn/usecases";
import { type Terminal, UsageError } from "./command.ts";

/** The value, or what stands in the file that a `file:` URL names; undefined where it is not set. */
export async function readSetting({ env }: Pick<Terminal, "env">, name: string): Promise<string | undefined> {
  const value = env[name];
  if (value === undefined || value === "") return undefined;
  return value.startsWith("file:") ? readFile(fileURLToPath(value), "utf8") : value;
}

/** Throws UsageError where `DATABASE_URL` is not set. */
export async function readDatabaseUrl(terminal: Terminal): Promise<string> {
  const url = await readSetting(terminal, "DATABASE_URL");
  if (url === undefined) throw new UsageError("DATABASE_URL is not set");
  return url.trim();
}

/** One connection, and the limits of time of a service, where `options` say nothing else. Throws UsageError as `readDatabaseUrl`. */
export async function withDatabase<T>(
  terminal: Terminal,
  act: (db: Database) => Promise<T>,
  options: Pick<DatabaseOptions, "max" | "unlimited"> = {},
): Promise<T> {
  const db = openDatabase({ url: await readDatabaseUrl(terminal), service: "cli", max: 1, ...options });
  try {
    return await act(db);
  } finally {
    await db.destroy();
  }
}

/** Of `ERASURE_JOURNAL`. Throws UsageError where that is no folder's URL. */
export function readJournal({ env }: Pick<Terminal, "env">): JournalFiles {
  try {
    return journalFromUrl(env["ERASURE_JOURNAL"] ?? "");
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Throws UsageError where `KEY_OFFICERS` cannot be read. */
export async function readOfficers(terminal: Terminal): Promise<KeyActPort & { readonly count: number }> {
  const text = (await readSetting(terminal, "KEY_OFFICERS")) ?? "{}";
  try {
    const officers = parseOfficers(text, OFFICERS_NEEDED);
    return {
      count: Object.keys(officers).length,
      officersNeeded: officersNeeded(officers),
      ...officerChecks(officers),
    };
  } catch (error) {
    throw new UsageError(`KEY_OFFICERS ${(error as Error).message}`);
  }
}
