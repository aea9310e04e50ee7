// The floor under an acceptance: the same bytes on disk and one commit, with nothing else done.

import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";

export interface Floor {
  /** On return the bytes are on disk and the row is committed. */
  write(bytes: Buffer): Promise<void>;
}

/** `directory` should lie on the file system of the content store; the table is made by us. */
export async function openFloor(sql: pg.Pool, directory: string): Promise<Floor> {
  mkdirSync(directory, { recursive: true });
  await sql.query(
    "CREATE TABLE IF NOT EXISTS bench_floor (id text PRIMARY KEY, written_at timestamptz NOT NULL)",
  );
  return {
    async write(bytes) {
      const name = randomBytes(12).toString("hex");
      const file = await open(join(directory, name), "wx");
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      const folder = await open(directory, "r");
      await folder.sync();
      await folder.close();
      await sql.query({
        name: "floor",
        text: "INSERT INTO bench_floor VALUES ($1, clock_timestamp())",
        values: [name],
      });
    },
  };
}
