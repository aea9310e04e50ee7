// Where a page of a list in the order of time goes on: an instant and an id, and which way.

import { AppError } from "@posthorn/domain";

export interface PlaceCursor {
  /** Towards the pages before this one. */
  readonly backwards: boolean;
  readonly at: Temporal.Instant;
  readonly id: string;
}

/** Opaque to whoever carries it along. */
export function writePlaceCursor({ backwards, at, id }: PlaceCursor): string {
  return Buffer.from(`${backwards ? "n" : "o"}.${at.epochMilliseconds}.${id}`, "utf8").toString("base64url");
}

/** `prefix` is that of the ids of this list. Errors: bad_request `cursor_invalid`. */
export function readPlaceCursor(text: string, prefix: string): PlaceCursor {
  // No more digits than the database writes a year of.
  const [, way, at, id] =
    /^([no])\.(\d{1,13})\.(\w{1,60})$/.exec(Buffer.from(text, "base64url").toString("latin1")) ?? [];
  if (at === undefined || id?.startsWith(`${prefix}_`) !== true)
    throw new AppError("bad_request", "cursor_invalid");
  return { backwards: way === "n", at: Temporal.Instant.fromEpochMilliseconds(Number(at)), id };
}
