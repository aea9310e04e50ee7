// An authenticated identity as canonical JSON and back, for what is kept sealed.

import { type AuthenticatedIdentity, canonicalJson } from "@posthorn/domain";

type Written = Omit<AuthenticatedIdentity, "authenticatedAt" | "birthDate"> & {
  readonly authenticatedAt: string;
  readonly birthDate?: string;
};

/** Every member, what was received included: only to be sealed. */
export function jsonOfIdentity(identity: AuthenticatedIdentity): string {
  return canonicalJson(writeIdentity(identity));
}

/** The same as plain JSON members. */
export function writeIdentity(identity: AuthenticatedIdentity): Written {
  const { authenticatedAt, birthDate, ...rest } = identity;
  return {
    ...rest,
    authenticatedAt: authenticatedAt.toString({ smallestUnit: "millisecond" }),
    ...(birthDate === undefined ? {} : { birthDate: birthDate.toString() }),
  };
}

/** Only for what `jsonOfIdentity` wrote: its form is not checked again. */
export function identityOfJson(json: string): AuthenticatedIdentity {
  const { authenticatedAt, birthDate, ...rest } = JSON.parse(json) as Written;
  return {
    ...rest,
    authenticatedAt: Temporal.Instant.from(authenticatedAt),
    ...(birthDate === undefined ? {} : { birthDate: Temporal.PlainDate.from(birthDate) }),
  };
}
