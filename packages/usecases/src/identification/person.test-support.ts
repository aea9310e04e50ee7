// An account holder before itsme and cards in tests: tries that are begun and answered, with identities of the test's choice.

import { createHash, randomBytes } from "node:crypto";
import type { AuthenticatedIdentity } from "@posthorn/domain";
import { PEOPLE, type VerbBench } from "@posthorn/testkit";
import type { Context } from "../context.ts";
import { answerByItsme } from "./answer-for-person.ts";
import { beginForPerson, type PersonPurpose } from "./begin-for-person.ts";
import type { AttemptRow } from "./claim-attempt.ts";
import { identifyPerson, type PersonIdentified } from "./identify-person.ts";
import type { IdentityKeysPort, ItsmePort } from "./ports.ts";

export const VISITOR = { ip: "192.0.2.31", userAgent: "Test", language: "nl" };
export const TOM: TestMember = {
  personId: "per_SEED0TOMJANSSENS",
  accountId: "acc_SEED0TOMJANSSENS",
  accountKind: "private",
};
export const NELE: TestMember = {
  personId: "per_SEED0NELECLAES",
  accountId: "acc_SEED0NELECLAES",
  accountKind: "private",
};
export interface TestMember {
  readonly personId: string;
  readonly accountId: string;
  readonly accountKind: "private" | "company";
}

export const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
export const tokens = {
  newToken() {
    const token = randomBytes(32).toString("base64url");
    return { token, hash: digest(token) };
  },
};

export function now(): Temporal.Instant {
  return Temporal.Now.instant().round({ smallestUnit: "millisecond", roundingMode: "floor" });
}

/** Said of whom `subject` is; by itsme at level high unless told otherwise. */
export function identityOf(
  subject: string,
  familyName: string,
  givenNames: string,
  change: Partial<AuthenticatedIdentity> = {},
): AuthenticatedIdentity {
  return {
    method: "itsme",
    issuer: "itsme",
    country: "BE",
    level: "high",
    authenticatedAt: now(),
    familyName,
    givenNames,
    birthDate: Temporal.PlainDate.from("1993-01-30"),
    subject,
    received: { sub: subject },
    ...change,
  };
}

/** Answers with what it was told to answer; what itsme itself does is tested where it is spoken to. */
export function answering(answer: AuthenticatedIdentity | "cancelled" | Error): ItsmePort {
  return {
    freshSecrets: () => {
      const [state, nonce, codeVerifier] = [tokens, tokens, tokens].map((each) => each.newToken().token);
      return { state: state ?? "", nonce: nonce ?? "", codeVerifier: codeVerifier ?? "" };
    },
    begin: ({ state }) => Promise.resolve(`https://itsme.example/?state=${state}`),
    finish() {
      if (answer instanceof Error) return Promise.reject(answer);
      if (answer === "cancelled") return Promise.resolve({ kind: "cancelled" });
      return Promise.resolve({ kind: "identified", identity: answer });
    },
  };
}

export interface PersonBench {
  readonly ctx: Context;
  readonly keys: IdentityKeysPort;
  begin(given: {
    readonly purpose?: PersonPurpose;
    readonly member?: TestMember;
    readonly browser?: string;
  }): Promise<string>;
  /** A try from the button to the claimed answer. */
  attempt(identity: AuthenticatedIdentity, member?: TestMember, purpose?: PersonPurpose): Promise<AttemptRow>;
  identify(identity: AuthenticatedIdentity, member?: TestMember): Promise<PersonIdentified>;
  /** As before anybody was identified, under the seeded names. */
  reset(): Promise<void>;
}

export function personBench(bench: VerbBench, keys: IdentityKeysPort = bench.identityKeys): PersonBench {
  const ctx = bench.context("portal");

  async function begin(given: Parameters<PersonBench["begin"]>[0]): Promise<string> {
    const { purpose = "activate", member = TOM, browser = "browser" } = given;
    const { state } = await beginForPerson(
      ctx,
      { ways: { itsme: answering("cancelled") }, tokens, digest },
      {
        purpose,
        method: "itsme",
        ...(purpose === "sign_in" ? {} : { personId: member.personId }),
        browserHash: digest(browser),
        language: "nl",
        nextPath: "/",
        arrivedAt: now(),
      },
    );
    return state;
  }

  async function attempt(
    identity: AuthenticatedIdentity,
    member: TestMember = TOM,
    purpose: PersonPurpose = "activate",
  ): Promise<AttemptRow> {
    const state = await begin({ member, purpose });
    const ways = { itsme: answering(identity) };
    const answer = await answerByItsme(ctx, ways, { state, callbackUrl: "", ...returned(state) });
    return answer.attempt;
  }

  return {
    ctx,
    keys,
    begin,
    attempt,
    async identify(identity, member = TOM) {
      const claimed = await attempt(identity, member);
      const input = { member, attempt: claimed, identity, visitor: VISITOR, arrivedAt: now() };
      return identifyPerson(ctx, { keys, tokens }, input);
    },
    async reset() {
      const { db } = bench.context("owner");
      await db.deleteFrom("identification_record").execute();
      await db.deleteFrom("person_identity").execute();
      await db.deleteFrom("person_errand").execute();
      await db.deleteFrom("use_log").execute();
      for (const person of PEOPLE)
        await db
          .updateTable("person")
          .set({
            family_name: person.familyName,
            first_names: person.firstNames,
            ...(person.identified ? {} : { identified_at: null, identified_method: null }),
          })
          .where("id", "=", person.id)
          .execute();
    },
  };
}

/** What a callback brings in the browser that began. */
export function returned(state: string, browser = "browser") {
  return { stateHash: digest(state), browserHash: digest(browser), arrivedAt: now(), visitor: VISITOR };
}
