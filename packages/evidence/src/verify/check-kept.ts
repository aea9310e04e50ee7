// Checks that what was kept under the evidence is what the records name by digest: the container's seal alone says only who packed it.

import { createHash } from "node:crypto";
import type { FoundRecord } from "./judged-file.ts";
import { CheckFailure, type MakeCheck } from "./report.ts";
import type { ZipFile } from "./zip/read-zip.ts";

/** What others gave, as it came: a record names it by its digest, whoever may have signed it. */
export const IS_KEPT = /^kept\//u;
/** Written beside the evidence, which never changes: no record can name it. */
const IS_NOTE = /^kept\/\d+-rectification-note\.txt$/u;
const SHA256 = /^[0-9a-f]{64}$/u;

/** No check where nothing is kept. `sealed`: the container's own seal lists every file. */
export function checkKept(
  files: readonly ZipFile[],
  records: readonly FoundRecord[],
  sealed: boolean,
  check: MakeCheck,
): void {
  const kept = files.filter(({ path }) => IS_KEPT.test(path));
  if (kept.length === 0) return;
  check("kept", () => {
    const named = new Set(records.flatMap(({ facts }) => digestsIn(facts)));
    const notes = kept.filter(({ path }) => IS_NOTE.test(path));
    const unnamed = kept.filter((file) => !(sealed && notes.includes(file)) && !named.has(digestOf(file)));
    if (unnamed.length > 0)
      throw new CheckFailure(
        "INDETERMINATE",
        "SIG_CONSTRAINTS_FAILURE",
        `no record names ${unnamed.map(({ path }) => path).join(", ")} by its digest`,
      );
    const beside = sealed && notes.length > 0 ? `; ${notes.length} held by the container's seal alone` : "";
    return [
      true,
      `${kept.length - (sealed ? notes.length : 0)} kept files are named by the records${beside}`,
    ];
  });
}

function digestOf({ bytes }: ZipFile): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Every digest that stands anywhere in what was recorded. */
function digestsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return SHA256.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(digestsIn) : [];
}
