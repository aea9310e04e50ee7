// Whether the person who identified himself is the one the sender meant, and on what that rests (domain rules, "Identification of the addressee").

import type { PlainDate } from "../lifecycle/state.ts";
import type { MatchedOn } from "../record/facts.ts";
import { firstNameReadings, foldName } from "./fold-name.ts";
import type { AuthenticatedIdentity } from "./identity.ts";

export interface ExpectedPerson {
  readonly familyName: string;
  readonly firstNames: string;
  readonly birthDate?: PlainDate;
  /** Whether the number that was given is that of the identity, compared by keyed digest; absent where none was given. */
  readonly registerNumberFits?: boolean;
}

export type MismatchField = "name" | "birth_date" | "register_number";

export type Match =
  | {
      readonly kind: "matched";
      readonly on: Extract<MatchedOn, "name" | "name+birth_date" | "register_number">;
    }
  /** The first field that failed, in the order name, date of birth, register number; what was read is not told. */
  | { readonly kind: "mismatch"; readonly field: MismatchField };

type Stated = Pick<AuthenticatedIdentity, "familyName" | "givenNames" | "birthDate">;

/** The name always; date of birth and register number exactly, where given. A field that was given but is not stated fails. */
export function matchIdentity(expected: ExpectedPerson, stated: Stated): Match {
  if (!sameName(expected, stated)) return { kind: "mismatch", field: "name" };
  if (expected.birthDate && !(stated.birthDate && expected.birthDate.equals(stated.birthDate)))
    return { kind: "mismatch", field: "birth_date" };
  if (expected.registerNumberFits === false) return { kind: "mismatch", field: "register_number" };
  if (expected.registerNumberFits === true) return { kind: "matched", on: "register_number" };
  return { kind: "matched", on: expected.birthDate ? "name+birth_date" : "name" };
}

/** Family name whole, and the first given name; nobody is matched by names of which nothing is left after folding. */
function sameName(expected: ExpectedPerson, stated: Stated): boolean {
  const family = foldName(expected.familyName);
  if (family === "" || family !== foldName(stated.familyName)) return false;
  const readings = firstNameReadings(stated.givenNames ?? "");
  return firstNameReadings(expected.firstNames).some((reading) => readings.includes(reading));
}
