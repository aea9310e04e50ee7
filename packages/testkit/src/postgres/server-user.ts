// Chooses the user the server runs as: PostgreSQL refuses to run as root.

import { readFileSync } from "node:fs";

/** The identity that initdb and postgres run under. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * As root: the user `postgres` where the machine has one, else `nobody` (initdb needs a name for its
 * uid). Otherwise undefined: the server runs as whoever we are. Throws where root finds neither.
 */
export function chooseServerUser(passwd = readPasswd()): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const entry = passwd
      .split("\n")
      .map((line) => line.split(":"))
      .find((fields) => fields[0] === name);
    const uid = Number(entry?.[2]);
    const gid = Number(entry?.[3]);
    if (Number.isInteger(uid) && uid > 0 && Number.isInteger(gid)) return { uid, gid };
  }
  throw new Error(
    "PostgreSQL cannot run as root, and this machine has no user postgres or nobody: run as another user.",
  );
}

function readPasswd(): string {
  return readFileSync("/etc/passwd", "utf8");
}
