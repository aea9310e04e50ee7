// The timestamps of a seal from the newest to the oldest: each proves that what it covers existed (EN 319 102-1 §5.6.2).

import type { ValidationMaterial } from "@posthorn/pki";
import { checkStamp, type ProvenStamp } from "./check-stamp.ts";
import { CheckFailure, type MakeCheck } from "./report.ts";
import type { Setting } from "./setting.ts";

export interface Stamp {
  readonly token: Uint8Array;
  /** SHA-256 of what it has to cover; computed when asked for. */
  readonly digest: () => Uint8Array;
}

export interface ProvenTimes {
  /** By the earliest timestamp over the signature. */
  readonly signedAt: Temporal.Instant | null;
  readonly archivedAt: Temporal.Instant | null;
  readonly verifiesUntil: Temporal.Instant | null;
}

export function checkTimes(
  seal: { readonly stamps: readonly Stamp[]; readonly archives: readonly Stamp[] },
  setting: Setting,
  material: ValidationMaterial,
  check: MakeCheck,
): ProvenTimes {
  let control = setting.control;
  let newest: ProvenStamp | undefined;
  const prove = ({ token, digest }: Stamp) => checkStamp(token, digest(), { ...setting, control }, material);
  for (const archive of seal.archives.toReversed()) {
    const proven = check("archive_timestamp", () => {
      const stamp = prove(archive);
      return [stamp, `seal and validation data existed at ${stamp.genTime.toString()}`];
    });
    newest ??= proven;
    if (proven && setting.control !== null) control = proven.genTime;
  }
  const archivedAt = newest?.genTime ?? null;
  const signed = check("signature_timestamp", () => {
    const [earliest, ...later] = seal.stamps
      .map(prove)
      .toSorted((a, b) => Temporal.Instant.compare(a.genTime, b.genTime));
    if (!earliest)
      throw new CheckFailure("INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", "the seal has no timestamp");
    newest ??= later.at(-1) ?? earliest;
    return [earliest, `the seal existed at ${earliest.genTime.toString()}`];
  });
  return { signedAt: signed?.genTime ?? null, archivedAt, verifiesUntil: newest?.ends ?? null };
}
