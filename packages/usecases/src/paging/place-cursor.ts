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

/** The last millisecond of the year 9999: a later one the database does not read as it is written. */
const LATEST = 253_402_300_799_999;

/** `prefixes` are those of the ids of this list. Errors: bad_request `cursor_invalid`. */
export function readPlaceCursor(text: string, ...prefixes: readonly string[]): PlaceCursor {
  const [, way, digits, id] =
    /^([no])\.(\d{1,15})\.(\w{1,60})$/.exec(Buffer.from(text, "base64url").toString("latin1")) ?? [];
  const at = Number(digits ?? Number.NaN);
  if (id === undefined || !(at <= LATEST) || !prefixes.some((prefix) => id.startsWith(`${prefix}_`)))
    throw new AppError("bad_request", "cursor_invalid");
  return { backwards: way === "n", at: Temporal.Instant.fromEpochMilliseconds(at), id };
}
