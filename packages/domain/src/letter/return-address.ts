// Where a letter that finds nobody goes back to, where its private sender asks for his own address in place of ours.

import { failed, joinPath } from "../input/parse-line.ts";
import type { Parsed } from "../input/parse-line.ts";
import { parsePostalAddress, type PostalAddress } from "../party/postal-address.ts";
import { addressProblemOf } from "./judge-address.ts";

const BELGIUM = "BE";
const SERVED = [BELGIUM];

/**
 * Null where nothing was filled in. Belgian only: the post brings nothing back abroad. `letter`: whether one may follow, null
 * where that cannot be said. Errors: those of `parsePostalAddress`; `return_address_needs_letter`; `address_incomplete` at
 * `number`; `address_unreadable`, `address_too_long` at `street`.
 */
export function parseReturnAddress(
  path: string,
  input: unknown,
  letter: boolean | null,
): Parsed<PostalAddress | null> {
  const parsed = parsePostalAddress(path, input, { served: (country) => country === BELGIUM });
  if (!parsed.ok || parsed.value === null) return parsed;
  if (letter === false) return failed(joinPath(path, "street"), "return_address_needs_letter");
  const problem = addressProblemOf(parsed.value, SERVED);
  if (problem === null) return parsed;
  if (problem === "incomplete") return failed(joinPath(path, "number"), "address_incomplete");
  return failed(
    joinPath(path, "street"),
    problem === "unreadable" ? "address_unreadable" : "address_too_long",
  );
}
