// What a repair's record says of old and new values: their digests, so that whoever has a value can recognise it.

import { createHash } from "node:crypto";

type Values<Name extends string> = Readonly<Record<Name, string | null>>;

/** `<name>_before_sha256` and `<name>_after_sha256` of each, lower-case hex over UTF-8; null where there was or is none. */
export function describeChanges<Name extends string>(
  before: Values<Name>,
  after: Values<Name>,
  changed: readonly Name[],
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    changed.flatMap((name) => [
      [`${name}_before_sha256`, digest(before[name])],
      [`${name}_after_sha256`, digest(after[name])],
    ]),
  );
}

function digest(value: string | null): string | null {
  return value === null ? null : createHash("sha256").update(value, "utf8").digest("hex");
}
