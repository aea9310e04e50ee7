// Whom the sender meant, set against who identified himself: the person by name and what else was given, the organisation by its member.

import { timingSafeEqual } from "node:crypto";
import { type DeliveryRow, isoMillis, sql, type Transaction } from "@posthorn/db";
import {
  AppError,
  type AuthenticatedIdentity,
  type AuthenticationFacts,
  type CollectorFacts,
  matchIdentity,
  type MismatchField,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { noteNumberUse } from "../identification/keep-identification.ts";
import type { IdentityKeysPort, KeyedDigest } from "../identification/ports.ts";

export type AddresseeMismatch = MismatchField | "not_a_member";

export type Compared =
  | {
      readonly kind: "matched";
      /** Evidence's words on who collects, the commitment still missing. */
      readonly collector: CollectorFacts;
      /** Of the member who collects for the organisation. */
      readonly personId?: string;
    }
  | { readonly kind: "mismatch"; readonly field: AddresseeMismatch };

/** Reading a register number leaves its row. Throws AppError internal `identity_key_missing`. */
export async function compareAddressee(
  trx: Transaction,
  ctx: Context,
  keys: IdentityKeysPort,
  compared: {
    readonly row: DeliveryRow;
    readonly identity: AuthenticatedIdentity;
    readonly at: Temporal.Instant;
  },
): Promise<Compared> {
  const { row, identity } = compared;
  if (row.kind === "organisation") return compareDelegate(trx, keys, row, identity);
  const birthDate = row.identification?.birth_date;
  const registerNumberFits = await compareNumber(trx, ctx, keys, compared);
  const match = matchIdentity(
    {
      familyName: row.name,
      firstNames: row.first_names ?? "",
      ...(birthDate === undefined ? {} : { birthDate: Temporal.PlainDate.from(birthDate) }),
      ...(registerNumberFits === undefined ? {} : { registerNumberFits }),
    },
    identity,
  );
  if (match.kind === "mismatch") return match;
  const name = [identity.givenNames, identity.familyName].filter((part) => part !== undefined).join(" ");
  return {
    kind: "matched",
    collector: { authentication: authenticationOf(identity), name, matched_on: match.on },
  };
}

/** Undefined where the sender gave no number; a number that was given fits nobody who states none. */
async function compareNumber(
  trx: Transaction,
  ctx: Context,
  keys: IdentityKeysPort,
  { row, identity, at }: Parameters<typeof compareAddressee>[3],
): Promise<boolean | undefined> {
  const given = row.identification?.register_number;
  if (given === undefined) return undefined;
  if (identity.registerNumber === undefined) return false;
  await noteNumberUse(trx, ctx, { purpose: "matched", at, deliveryId: row.id });
  const own = keys
    .registerNumberDigests(identity.registerNumber)
    .find((digest) => digest.keyVersion === given.digest_version);
  // The key was thrown away too early: nobody may be told that his number does not fit.
  if (own === undefined) throw new AppError("internal", "identity_key_missing");
  return isSame(own, given.digest);
}

function isSame(own: KeyedDigest, given: string): boolean {
  const one = Buffer.from(own.digest, "hex");
  const other = Buffer.from(given, "hex");
  return one.length > 0 && one.length === other.length && timingSafeEqual(one, other);
}

/** A member of a company account verified for the organisation's number; named to nobody but by his random id. */
async function compareDelegate(
  trx: Transaction,
  keys: IdentityKeysPort,
  row: DeliveryRow,
  identity: AuthenticatedIdentity,
): Promise<Compared> {
  const none = { kind: "mismatch", field: "not_a_member" } as const;
  if (row.enterprise_number === null) return none;
  const digests = keys.subjectDigests(identity).map(({ digest }) => digest);
  const { rows } = await sql<{ public_id: string; person_id: string }>`
    SELECT public_id, person_id FROM delegate_of(${identity.method}, ${digests}, ${row.enterprise_number})`.execute(
    trx,
  );
  const [delegate] = rows;
  if (delegate === undefined) return none;
  return {
    kind: "matched",
    personId: delegate.person_id,
    collector: {
      authentication: authenticationOf(identity),
      member: delegate.public_id,
      matched_on: "member+enterprise_number",
    },
  };
}

function authenticationOf(identity: AuthenticatedIdentity): AuthenticationFacts {
  return {
    method: identity.method,
    at: isoMillis(identity.authenticatedAt),
    ...(identity.level === undefined ? {} : { level: identity.level }),
    issuer: identity.issuer,
  };
}
